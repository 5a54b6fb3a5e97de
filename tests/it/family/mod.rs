//! What an adoptive family sees: opening its case with the code of the receipt, and the page of answers
//! at every stage.

mod opening;
mod pages;
mod reader;
mod silence;
mod tokens;
