//! The problems of whoever has to show a second factor first, each naming what to do.

use super::error::Kind;
use super::problem::Problem;
use crate::execute::FACTOR_NOT_FRESH;

/// The factor was never shown in this session.
pub fn not_shown() -> Problem {
    Problem::new(Kind::FactorRequired)
        .detail("请先 POST /v1/session/factor", "POST /v1/session/factor first")
        .broken(
            "factor-not-shown",
            None,
            "本次登录尚未验证动态口令",
            "No second factor was shown since the sign-in",
        )
}

/// The person has none yet.
pub fn not_enrolled() -> Problem {
    Problem::new(Kind::FactorRequired)
        .detail("请先 POST /v1/me/factors", "POST /v1/me/factors first")
        .broken(
            "factor-not-enrolled",
            None,
            "本单位要求您的角色登记动态口令后方可办理业务",
            "The office lets your role work with a second factor only, and you have none yet",
        )
}

/// The factor was shown too long ago for what is asked.
pub fn not_fresh() -> Problem {
    Problem::new(Kind::FactorRequired)
        .detail("请 POST /v1/session/factor 后重试", "POST /v1/session/factor, then ask again")
        .broken(
            FACTOR_NOT_FRESH,
            None,
            "办理此事项前须重新验证动态口令",
            "This asks for a second factor that was shown a moment ago",
        )
}
