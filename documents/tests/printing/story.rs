//! A case carried act by act through the workflow, with every document it calls for composed and
//! printed on the way. The people and their numbers are invented.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate};
use guijia_documents::{Attachment, Document, MadeDocument, Marks, MediaType, Printed, Setting};
use uuid::Uuid;
use workflow::base::calendar::Calendar;
use workflow::base::office_rules::OfficeRules;
use workflow::case::papers::ComparedWith;
use workflow::case::scan::{self, Scan};
use workflow::case::{Actor, Check, CheckKind, CheckOutcome, PaperKind, Party, Slot};
use workflow::cast::county::DAZU;
use workflow::cast::figures::{ASSESSORS, REGISTRAR};
use workflow::cast::staff;
use workflow::facts::DocumentRecord;
use workflow::steps::apply::Apply;
use workflow::steps::file_paper::FilePaper;
use workflow::steps::verify_paper::VerifyPaper;
use workflow::{
    Case, Command, DocumentKind, Effect, Entry, Event, Facts, Role, UserId, decide,
    decide_application, effects, evolve,
};

use crate::support::{picture, print};

pub const QUERY_CODE: &str = "7K3M-Q9TZ-2VXA-H4NB";

/// A document with what came out of the press.
pub struct Made {
    pub kind: DocumentKind,
    pub party: Option<Party>,
    pub document: Document,
    pub printed: Printed,
}

/// A case, the facts it is decided on, the files it holds and the documents made so far.
pub struct Story {
    pub case: Case,
    pub facts: Facts,
    pub files: HashMap<String, Vec<u8>>,
    pub made: Vec<Made>,
    made_on: Vec<MadeDocument>,
}

pub fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn facts() -> Facts {
    let assessor = |(number, name): (u128, &str)| staff::assessor(user(number), name);
    Facts {
        today: day("2026-03-02"),
        actor: Actor { id: user(1), name: REGISTRAR.into() },
        roles: BTreeSet::from([Role::Registrar]),
        office: DAZU.office(),
        rules: OfficeRules::default(),
        calendar: Calendar::default(),
        unprintable: Vec::new(),
        next_in_series: 7,
        other_cases: Vec::new(),
        sibling: None,
        officers: Vec::new(),
        assessors: (11..).zip(ASSESSORS).map(assessor).collect(),
        blank_serial_used: false,
        adoption: None,
        open_later: Vec::new(),
        certificate_number_used: false,
        documents: Vec::new(),
        donation_review: Default::default(),
        indicator_set: None,
    }
}

impl Story {
    /// An application is filed.
    pub fn begun(application: &Apply) -> Story {
        let facts = facts();
        let events = decide_application(application, &facts)
            .unwrap_or_else(|refusal| panic!("{:?}", refusal.violations));
        let entry = |event| Entry { on: facts.today, by: facts.actor.clone(), event };
        let entries: Vec<Entry> = events.into_iter().map(entry).collect();
        let case = workflow::fold(&entries).unwrap();
        let mut story =
            Story { case, facts, files: HashMap::new(), made: Vec::new(), made_on: Vec::new() };
        for entry in entries {
            story.make_documents(&entry);
        }
        story
    }

    pub fn on(&mut self, today: NaiveDate) {
        self.facts.today = today;
    }

    pub fn later(&mut self, days: u64) {
        self.facts.today = self.facts.today + Days::new(days);
    }

    pub fn by(&mut self, number: u128, name: &str, role: Role) {
        self.facts.actor = Actor { id: user(number), name: name.into() };
        self.facts.roles = BTreeSet::from([role]);
    }

    pub fn registrar(&mut self) {
        self.by(1, REGISTRAR, Role::Registrar);
    }

    /// Does an act that the law allows.
    pub fn must(&mut self, command: Command) {
        let act = command.act();
        let events: Vec<Event> = decide(&self.case, &command, &self.facts)
            .unwrap_or_else(|refusal| panic!("{act:?}: {:?}", refusal.violations));
        for event in events {
            let entry = Entry { on: self.facts.today, by: self.facts.actor.clone(), event };
            self.case = evolve(Some(self.case.clone()), &entry).unwrap();
            self.make_documents(&entry);
        }
    }

    /// Composes and prints what an event calls for, as the job does.
    fn make_documents(&mut self, entry: &Entry) {
        for effect in effects(&self.case, entry) {
            if let Effect::Print { document, party } = effect {
                self.make(document, party);
            }
        }
    }

    /// Composes and prints one document of the case as it stands.
    pub fn make(&mut self, kind: DocumentKind, party: Option<Party>) {
        let composed = self.compose(kind, party);
        let mut document = composed.unwrap_or_else(|| panic!("{kind:?} {party:?} not composed"));
        for attachment in document.attachments_mut() {
            let bytes = self.files[attachment.digest()].clone();
            assert!(attachment.fill(bytes));
        }
        let printed = print(&document, Marks::default());
        self.note(kind, party, &printed);
        self.made.push(Made { kind, party, document, printed });
    }

    fn compose(&self, kind: DocumentKind, party: Option<Party>) -> Option<Document> {
        let setting = Setting {
            office: &self.facts.office,
            rules: &self.facts.rules,
            calendar: &self.facts.calendar,
            on: self.facts.today,
            by: &self.facts.actor.name,
            query_address: format!("https://guijia.example.gov.cn/family#{QUERY_CODE}"),
            query_code: QUERY_CODE.into(),
            made: self.made_on.clone(),
        };
        Document::of_case(&self.case, kind, party, &setting)
    }

    fn note(&mut self, kind: DocumentKind, party: Option<Party>, printed: &Printed) {
        let digest = self.keep(MediaType::Pdf, printed.bytes.clone());
        self.made_on.push(MadeDocument { digest: digest.clone(), on: self.facts.today });
        let pages = u32::try_from(printed.pages).unwrap();
        self.facts.documents.push(DocumentRecord { kind, party, digest, pages, prints: 1 });
    }

    fn keep(&mut self, media_type: MediaType, bytes: Vec<u8>) -> String {
        let digest = Attachment::new(media_type, 1, bytes.clone()).digest().to_owned();
        self.files.insert(digest.clone(), bytes);
        digest
    }

    /// Files a scan and finds it in order.
    pub fn bring(&mut self, paper: PaperKind, party: Option<Party>) {
        let number = self.file(Slot { paper, party });
        let compared_with = ComparedWith::Original;
        self.must(Command::VerifyPaper(number, VerifyPaper { compared_with }));
    }

    /// Files a scan: of a paper we printed the print itself, of any other a picture of its own.
    pub fn file(&mut self, slot: Slot) -> u32 {
        let Slot { paper, party } = slot;
        let word = paper.word();
        let printed = DocumentKind::from_word(word).and_then(|kind| {
            let of_slot = |made: &&Made| made.kind == kind && made.party == party;
            self.made.iter().rev().find(of_slot).map(|made| made.printed.clone())
        });
        let scan = match printed {
            Some(printed) => Scan {
                pages: u32::try_from(printed.pages).unwrap(),
                size: printed.bytes.len() as u64,
                media_type: scan::MediaType::Pdf,
                digest: self.keep(MediaType::Pdf, printed.bytes),
            },
            None => {
                let tint = u8::try_from(self.case.papers.len() * 7 % 256).unwrap();
                let bytes = picture(image::ImageFormat::Jpeg, tint);
                let size = bytes.len() as u64;
                let digest = self.keep(MediaType::Jpeg, bytes);
                Scan { digest, media_type: scan::MediaType::Jpeg, pages: 1, size }
            }
        };
        self.must(Command::FilePaper(FilePaper { slot, scan }));
        self.case.papers.last().unwrap().number
    }

    pub fn clear(&self, check: CheckKind, party: Party) -> Check {
        Check {
            check,
            party,
            source: "公安机关信息核查 2026-118".into(),
            checked_on: self.facts.today,
            outcome: CheckOutcome::Clear,
        }
    }

    /// The newest document of a kind, of one party where it concerns one.
    pub fn newest(&self, kind: DocumentKind, party: Option<Party>) -> &Made {
        let is_it = |made: &&Made| made.kind == kind && made.party == party;
        self.made.iter().rev().find(is_it).unwrap_or_else(|| panic!("no {kind:?} was made"))
    }
}
