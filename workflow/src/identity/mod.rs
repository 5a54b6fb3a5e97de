//! Identity numbers and codes: 公民身份号码, 统一社会信用代码, 行政区划代码, 身份证件; and the
//! dictionaries a form chooses from.

mod check_character;
pub mod credit_code;
pub mod dictionaries;
pub mod divisions;
pub mod documents;
mod forms;
pub mod masking;
pub mod names;
pub mod resident_id;
pub mod telephone;
pub mod writing;

pub use credit_code::CreditCode;
pub use dictionaries::{Education, EthnicGroup, Nationality};
pub use divisions::Division;
pub use documents::{DocumentType, IdentityDocument};
pub use masking::masked_name;
pub use resident_id::{ResidentId, Sex};
