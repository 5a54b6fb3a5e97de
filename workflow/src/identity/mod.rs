//! Identity numbers and codes: 公民身份号码, 统一社会信用代码, 行政区划代码.

pub mod credit_code;
pub mod divisions;
pub mod masking;
pub mod resident_id;

pub use credit_code::CreditCode;
pub use divisions::Division;
pub use masking::masked_name;
pub use resident_id::{ResidentId, Sex};
