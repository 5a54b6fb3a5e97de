//! 预约: somebody chooses a time at which the office receives them, moves it, gives it back; the office reads
//! the list of a day. The hours are its configuration, the working days those of the calendar.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::opening::{OpeningHours, TimeOfDay};
use workflow::base::text::{LINE, is_written_well};
use workflow::identity::telephone::{can_be_called, standard_telephone};

use super::plan::{Plan, kept_until, not_a_time, subject};
use super::reports::expect_staff;
use super::{code, form};
use crate::clock;
use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::ResumeCode;
use crate::http::body::input::Input;
use crate::http::door::paced::Paced;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Anonymous, Caller};
use crate::http::v1::Group;
use crate::store::StoreError;
use crate::store::desk::appointments::{self, Booked};
use crate::store::desk::records::{self, Kind as RecordKind, Record, State, Which};
use crate::store::log::audit::AccessOutcome;
use crate::store::office;

/// Days of one answer.
const DAYS: u64 = 14;
/// Appointments of one day.
const MOST: u64 = 500;

/// The operations on appointments.
pub struct Appointments;

/// A time that can be chosen.
#[derive(Debug, Serialize, JsonSchema)]
struct AppointmentSlot {
    /// The day.
    day: NaiveDate,
    /// From when until when.
    #[serde(flatten)]
    time: OpeningHours,
    /// How many may still come then.
    free: u64,
}

/// The times that can be chosen.
#[derive(Debug, Serialize, JsonSchema)]
struct SlotsAnswer {
    /// Of at most 14 days, in order; full ones are left out.
    slots: Vec<AppointmentSlot>,
}

/// A time somebody chooses.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewAppointment {
    /// The day.
    day: NaiveDate,
    /// The beginning of the time, as the list of times has it.
    from: TimeOfDay,
    /// Who comes.
    name: String,
    /// Where they are reached.
    telephone: String,
    /// What they come for, in a few words.
    matter: String,
}

/// Another time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MovedAppointment {
    /// The day.
    day: NaiveDate,
    /// The beginning of the time.
    from: TimeOfDay,
}

/// Who comes, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Visitor {
    name: String,
    telephone: String,
    matter: String,
}

/// An appointment as its owner reads it.
#[derive(Debug, Serialize, JsonSchema)]
struct AppointmentAnswer {
    /// The code by which it is found again; told only when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    resume_code: Option<String>,
    /// The day.
    day: NaiveDate,
    /// When it begins.
    from: TimeOfDay,
    /// What they come for.
    matter: String,
}

/// An appointment as the office reads it.
#[derive(Debug, Serialize, JsonSchema)]
struct AppointmentLine {
    /// When it begins.
    from: TimeOfDay,
    /// Who comes.
    name: String,
    /// Where they are reached.
    telephone: String,
    /// What they come for.
    matter: String,
}

/// The list of a day.
#[derive(Debug, Serialize, JsonSchema)]
struct AppointmentsAnswer {
    /// The day.
    day: NaiveDate,
    /// In the order of their times.
    appointments: Vec<AppointmentLine>,
}

#[OpenApi(prefix_path = "/v1", tag = "Group::Eligibility")]
impl Appointments {
    /// List the times at which the office receives people and nobody else comes yet
    #[oai(path = "/public/appointment-slots", method = "get", operation_id = "list_slots")]
    async fn slots(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        /// From which day on; from tomorrow where it is not said
        from: Query<Option<NaiveDate>>,
    ) -> Result<Output<SlotsAnswer>, Problem> {
        let reader = service.app.store.reader();
        let plan = Plan::of(&service).await?;
        let first = from.0.filter(|day| clock::is_plausible(*day)).unwrap_or(plan.first);
        let first = first.max(plan.first);
        let days: Vec<NaiveDate> = first.iter_days().take(14).collect();
        let end = first.checked_add_days(Days::new(DAYS)).unwrap_or(first);
        let taken: BTreeMap<String, u64> = records::subjects(
            reader,
            RecordKind::Appointment,
            &first.to_string(),
            &end.to_string(),
        )
        .await?
        .into_iter()
        .collect();
        let at_once = u64::from(plan.profile.rules.opening.appointments_at_once);
        let mut slots = Vec::new();
        for day in days {
            for time in plan.times(day) {
                let booked = taken.get(&subject(day, time.from)).copied().unwrap_or(0);
                let free = at_once.saturating_sub(booked);
                if free > 0 {
                    slots.push(AppointmentSlot { day, time, free });
                }
            }
        }
        Ok(Output::new(SlotsAnswer { slots }))
    }

    /// Book a time
    #[oai(path = "/public/appointments", method = "post", operation_id = "create_appointment")]
    async fn book(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        body: Input<NewAppointment>,
    ) -> Result<Created<AppointmentAnswer>, Problem> {
        let NewAppointment { day, from, name, telephone, matter } = body.0;
        let visitor = Visitor { name, telephone, matter };
        expect_visitor(&visitor)?;
        let plan = Plan::of(&service).await?;
        plan.expect(day, from)?;
        let code = code::draw()?;
        let record = Record {
            id: Uuid::now_v7(),
            kind: RecordKind::Appointment,
            owner: code::owner(&service, &code),
            subject: subject(day, from),
            state: State::Open,
            version: 1,
            saved_at: clock::now(),
            kept_until: kept_until(&plan, day),
            body: form::written(&visitor)?,
        };
        let app = &service.app;
        let at_once = plan.profile.rules.opening.appointments_at_once;
        let transaction = app.store.begin().await?;
        let booked = appointments::book(&transaction, &app.secret, &record, at_once).await?;
        expect_booked(booked)?;
        transaction.commit().await.map_err(StoreError::from)?;
        let matter = visitor.matter;
        let answer = AppointmentAnswer { resume_code: Some(code), day, from, matter };
        Ok(Created::new(Output::new(answer), "/v1/public/appointment"))
    }

    /// Read the appointment of a code
    #[oai(path = "/public/appointment", method = "get", operation_id = "read_appointment")]
    async fn read(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
    ) -> Result<Output<AppointmentAnswer>, Problem> {
        let record = code::belonging(&service, RecordKind::Appointment, &resume_code).await?;
        told(&record).map(Output::new)
    }

    /// Choose another time for the appointment of a code
    #[oai(path = "/public/appointment", method = "put", operation_id = "move_appointment")]
    async fn change(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
        body: Input<MovedAppointment>,
    ) -> Result<Output<AppointmentAnswer>, Problem> {
        let mut record = code::belonging(&service, RecordKind::Appointment, &resume_code).await?;
        let MovedAppointment { day, from } = body.0;
        let plan = Plan::of(&service).await?;
        plan.expect(day, from)?;
        let wished = subject(day, from);
        if wished == record.subject {
            return told(&record).map(Output::new);
        }
        record.subject = wished;
        record.saved_at = clock::now();
        record.kept_until = kept_until(&plan, day);
        let app = &service.app;
        let at_once = plan.profile.rules.opening.appointments_at_once;
        let transaction = app.store.begin().await?;
        let booked = appointments::change(&transaction, &app.secret, &record, at_once).await?;
        expect_booked(booked)?;
        transaction.commit().await.map_err(StoreError::from)?;
        told(&record).map(Output::new)
    }

    /// Give the appointment of a code back
    #[oai(path = "/public/appointment", method = "delete", operation_id = "remove_appointment")]
    async fn cancel(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
    ) -> Result<NoContent, Problem> {
        let record = code::belonging(&service, RecordKind::Appointment, &resume_code).await?;
        let transaction = service.app.store.begin().await?;
        records::remove(&transaction, RecordKind::Appointment, &record.owner, record.id).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(NoContent)
    }

    /// List who comes on a day
    #[oai(path = "/appointments", method = "get", operation_id = "list_appointments")]
    async fn of_day(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The day; today where it is not said
        day: Query<Option<NaiveDate>>,
    ) -> Result<Output<AppointmentsAnswer>, Problem> {
        expect_staff(&caller)?;
        let app = &service.app;
        let reader = app.store.reader();
        let day = match day.0.filter(|day| clock::is_plausible(*day)) {
            Some(day) => day,
            None => office::load(reader).await?.today(),
        };
        let mut appointments = Vec::new();
        let next = day.succ_opt().unwrap_or(day).to_string();
        let kind = RecordKind::Appointment;
        for (subject, _) in records::subjects(reader, kind, &day.to_string(), &next).await? {
            let then = Which { subject: Some(&subject), ..Which::default() };
            for record in records::list(reader, &app.secret, kind, &then, MOST).await? {
                let Visitor { name, telephone, matter } = form::read(&record)?;
                let (_, from) = time(&record)?;
                appointments.push(AppointmentLine { from, name, telephone, matter });
            }
        }
        appointments.sort_by(|one, other| (one.from, &one.name).cmp(&(other.from, &other.name)));
        caller.asker().note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(AppointmentsAnswer { day, appointments }))
    }
}

fn expect_booked(booked: Booked) -> Result<(), Problem> {
    match booked {
        Booked::Booked => Ok(()),
        Booked::Full => {
            Err(not_a_time("该时段已约满，请另选时间", "This time is taken; choose another"))
        }
        Booked::Stale => Err(Problem::new(Kind::Stale)),
    }
}

fn expect_visitor(visitor: &Visitor) -> Result<(), Problem> {
    let fields = [
        ("/name", is_written_well(&visitor.name, LINE)),
        ("/telephone", can_be_called(&standard_telephone(&visitor.telephone))),
        ("/matter", is_written_well(&visitor.matter, LINE)),
    ];
    let wrong = fields.into_iter().filter(|(_, is_well)| !is_well);
    let wrong: Vec<&str> = wrong.map(|(field, _)| field).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(wrong.into_iter().fold(Problem::new(Kind::InvalidValues), |problem, field| {
        let (zh, en) = ("请如实填写，首尾不留空格", "Say it here, without blanks at the ends");
        problem.broken("input-value", Some(field.to_owned()), zh, en)
    }))
}

fn time(record: &Record) -> Result<(NaiveDate, TimeOfDay), Problem> {
    let read = record
        .subject
        .split_once(' ')
        .and_then(|(day, from)| Some((day.parse::<NaiveDate>().ok()?, TimeOfDay::read(from)?)));
    let damaged = || StoreError::Damaged("an appointment has an impossible time".to_owned());
    read.ok_or_else(|| damaged().into())
}

fn told(record: &Record) -> Result<AppointmentAnswer, Problem> {
    let visitor: Visitor = form::read(record)?;
    let (day, from) = time(record)?;
    Ok(AppointmentAnswer { resume_code: None, day, from, matter: visitor.matter })
}
