//! 补录: a registration made on paper is entered as the paper shows it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::apply::{self, Apply};
use super::{Applicants, Decision, OpeningStep, Step, one_unless};
use crate::access::Role;
use crate::base::text::LINE;
use crate::case::Case;
use crate::case::later::{AdoptionReference, LaterApplication, LaterRequest};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::child::is_in_no_other_adoption;
use crate::law::input::{self, OF_THE_KIND};
use crate::law::later::NUMBER_ONCE;
use crate::law::numbers::BlankKey;
use crate::law::registration::BLANK_ONCE;

/// A registration as the paper volume shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenLateEntry {
    /// The persons and the kind of adoption.
    pub application: Apply,
    /// 收养登记证字号, as on the paper.
    pub certificate_number: String,
    /// 印制号, where the paper shows one.
    #[serde(default)]
    pub blank_serial: Option<String>,
    /// 收养登记日期
    pub registered_on: NaiveDate,
    /// 原收养登记机关
    pub registered_by: String,
    /// 原档号
    pub volume_number: String,
}

impl Step for OpenLateEntry {
    const TITLE: &'static str = "补录";
    const ARTICLE: &'static str = "《收养登记档案管理暂行办法》第五条；补录核对";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const CROSSES_CASES: bool = true;

    fn applicants(&self) -> Option<Applicants<'_>> {
        self.application.applicants()
    }

    fn certificate_number(&self, _: Option<&Case>, _: &Facts) -> Option<String> {
        Some(self.certificate_number.clone())
    }

    fn blank(&self, _: Option<&Case>) -> Option<BlankKey> {
        self.blank_serial.as_deref().map(BlankKey::of_certificate)
    }

    fn write_in_one_way(&mut self) {
        self.application.write_in_one_way();
    }
}

impl OpeningStep for OpenLateEntry {
    /// Enters it. The conditions of adoption were tested when it was registered.
    fn decide(&self, facts: &Facts) -> Decision {
        // The volume is read as of its day: its county may have been abolished since.
        let then = Facts { today: self.registered_on.min(facts.today), ..facts.clone() };
        let mut violations = apply::is_written_well(&self.application, &then);
        for violation in &mut violations {
            violation.field = violation.field.take().map(|field| format!("application.{field}"));
        }
        if self.application.sibling_case.is_some() {
            violations.push(OF_THE_KIND.broken().at("application.sibling_case"));
        }
        violations.extend(is_in_no_other_adoption(None, facts));
        violations.extend(input::text("certificate_number", &self.certificate_number, LINE));
        if facts.certificate_number_used {
            violations.push(NUMBER_ONCE.broken().at("certificate_number"));
        }
        if facts.blank_serial_used {
            violations.push(BLANK_ONCE.broken().at("blank_serial"));
        }
        let serial = self.blank_serial.as_ref();
        violations.extend(serial.and_then(|serial| input::text("blank_serial", serial, LINE)));
        let born = self.application.child.birth_date;
        violations.extend(input::happened("registered_on", self.registered_on, born, facts));
        violations.extend(input::text("registered_by", &self.registered_by, LINE));
        violations.extend(input::text("volume_number", &self.volume_number, LINE));
        one_unless(violations, || {
            let filed = LaterApplication {
                adoption: AdoptionReference {
                    case: None,
                    certificate_number: self.certificate_number.clone(),
                    registered_on: self.registered_on,
                    registered_by: self.registered_by.clone(),
                    standing: None,
                },
                request: LaterRequest::LateEntry {
                    blank_serial: self.blank_serial.clone(),
                    volume_number: self.volume_number.clone(),
                },
                adoptee_division: None,
                application: self.application.filed(facts),
            };
            Event::Later(LaterEvent::LaterApplicationFiled(Box::new(filed)))
        })
    }
}
