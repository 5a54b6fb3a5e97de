//! Who is asking: passwords, attempts, tokens, and the person behind them at every request.

pub mod accounts;
pub mod attempts;
pub mod caller;
pub mod factor;
pub mod invitations;
pub mod meanwhile;
pub mod opening;
pub mod password_rules;
pub mod passwords;
pub mod powers;
pub mod signed_in;
pub mod tokens;
