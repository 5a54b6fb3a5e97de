//! Assessors of whom everything is on file.

use uuid::Uuid;

use super::figures::day;
use crate::base::ids::UserId;
use crate::facts::AssessorRecord;
use crate::identity::CreditCode;
use crate::indicator::Part;
use crate::staff::{
    Agency, AgencyId, Agreement, Background, Body, Employment, Examination, Examined, Screening,
    Standing, Training,
};

/// The office's own team.
pub fn own_team() -> Agency {
    Agency { name: "收养评估小组".into(), body: Body::OwnTeam {}, ended_on: None }
}

/// Everything in order on any day of 2026.
pub fn in_order() -> Standing {
    Standing {
        agency: AgencyId(Uuid::from_u128(1)),
        employment: Employment::OnEstablishment,
        background: Background::SocialWork,
        related_years: 5,
        trainings: vec![Training {
            on: day(2025, 11, 20),
            topic: "收养法律法规与评估".into(),
            hours: 24,
            organiser: "市民政局".into(),
            on_adoption_law: true,
        }],
        examinations: vec![Examination {
            on: day(2025, 11, 21),
            organiser: "市民政局".into(),
            passed: true,
        }],
        screenings: vec![Screening {
            on: day(2026, 1, 5),
            source: "公安机关查询结果 2026-3".into(),
            clear: true,
        }],
        suspensions: Vec::new(),
    }
}

/// An assessor of the own team.
pub fn assessor(user: UserId, name: &str) -> AssessorRecord {
    AssessorRecord {
        user,
        name: name.to_owned(),
        is_active_assessor: true,
        qualification: Some("社会工作师 20190001".into()),
        valid_until: None,
        standing: Some(in_order()),
        agency: Some(own_team()),
    }
}

/// A commissioned body in good order, with an agreement for the year.
pub fn commissioned() -> Agency {
    Agency {
        name: "慧心社会工作服务中心".into(),
        body: Body::Commissioned {
            credit_code: CreditCode("52500225MJX00000XQ".into()),
            agreement: Agreement {
                number: "委评〔2026〕1号".into(),
                from: day(2026, 1, 1),
                until: day(2026, 12, 31),
                scope: vec![Part::Capability, Part::Integration],
            },
            examined: Examined {
                on: day(2025, 12, 10),
                source: "社会组织登记证书、章程和人员名册".into(),
                in_order: true,
                full_time_staff: 6,
            },
        },
        ended_on: None,
    }
}
