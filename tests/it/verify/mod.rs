//! What `verify` finds: every column it calls covered, whatever is replaced, lost or put in; that it
//! says what it does not cover; and that looking changes nothing.

mod columns;
mod files;
mod heads;
mod looking;
mod pages;
mod replaced;
mod support;
mod tampered;
mod ways;
