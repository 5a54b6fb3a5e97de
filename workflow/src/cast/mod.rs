//! The cast: people, families, institutions and offices that do not exist, in one place.
//!
//! Whoever invents somebody takes them from here: the practice office and the samples of the papers, which
//! the program itself founds and prints (so that the cast is ordinary code), and all tests. Every number
//! has its right check character and agrees with the person's sex and day of birth; every place has a
//! division code, of a real county or, in practice, of a form that no county has.

pub mod agencies;
pub mod county;
pub mod dazu;
pub mod family;
pub mod figures;
pub mod form;
pub mod practice;
pub mod staff;
