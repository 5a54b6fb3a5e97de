//! Faults of a file that is read, each with its place in it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use workflow::indicator::{Fault, IndicatorSet, SetRule, faults};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadSet {
    /// The set, which breaks no rule.
    Whole(Box<IndicatorSet>),
    /// Everything that is wrong with it.
    Faulty(Vec<Misread>),
}

/// A fault of the file with its place, as the person who sent it is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Misread {
    /// The cell, such as `收养能力!F7`, or the path in a YAML document.
    pub place: String,
    /// The word of the rule.
    pub rule: String,
    /// What it demands, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// What is wrong before there is a set whose rules could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRule {
    /// It is not a file of its kind.
    File,
    /// A sheet is missing.
    Sheet,
    /// A column is missing from the first row, or stands there twice.
    Column,
    /// The value is none of its kind.
    Value,
    /// The line is missing from the sheet on the set as a whole.
    Line,
    /// The row belongs to nothing before it.
    Row,
}

impl FileRule {
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            FileRule::File => (
                "indicator-file",
                "文件无法读取：须为 YAML 文件或者 XLSX 工作簿",
                "the file cannot be read: a YAML document or an XLSX workbook is needed",
            ),
            FileRule::Sheet => ("indicator-sheet", "缺少该工作表", "the sheet is missing"),
            FileRule::Column => (
                "indicator-column",
                "首行须有各列的名称，每个一次",
                "the first row names each column once",
            ),
            FileRule::Value => (
                "indicator-value",
                "不是该处应填的内容（数字、日期、是或否，或者规定的词）",
                "not what belongs here: a number, a day, yes or no, or one of the words given",
            ),
            FileRule::Line => ("indicator-line", "缺少该行", "the line is missing"),
            FileRule::Row => (
                "indicator-row",
                "该行之前没有所属的一级指标或者项目",
                "no group or item stands before this row",
            ),
        }
    }
}

impl Misread {
    /// The whole file is at fault.
    pub fn of_the_file() -> Misread {
        Misread::of(FileRule::File, "file".to_owned())
    }

    pub(super) fn of(rule: FileRule, place: String) -> Misread {
        let (rule, zh, en) = rule.words();
        Misread { place, rule: rule.to_owned(), zh: zh.to_owned(), en: en.to_owned() }
    }

    fn broken(rule: SetRule, place: String) -> Misread {
        let (zh, en) = rule.words();
        Misread { place, rule: rule.word().to_owned(), zh: zh.to_owned(), en: en.to_owned() }
    }
}

/// What was noted while a file was read.
#[derive(Debug, Default)]
pub struct Notes {
    found: Vec<Misread>,
    /// The place in the file of each path of the set.
    places: BTreeMap<String, String>,
    /// The paths whose value could not be read.
    unread: BTreeSet<String>,
    /// Whether whole sheets or columns are missing, so that there is no set whose rules could be asked.
    broken_off: bool,
}

impl Notes {
    /// Where a path of the set stands in the file.
    pub fn stands(&mut self, path: &str, place: String) {
        self.places.insert(path.to_owned(), place);
    }

    /// What stands at a path cannot be read.
    pub fn unread(&mut self, rule: FileRule, path: &str) {
        self.unread.insert(path.to_owned());
        let place = self.place(path);
        self.found.push(Misread::of(rule, place));
    }

    /// A fault of a place that is no value of the set.
    pub fn misread(&mut self, rule: FileRule, place: String) {
        self.found.push(Misread::of(rule, place));
        self.broken_off |= matches!(rule, FileRule::Sheet | FileRule::Column);
    }

    /// Asks the rules of the set that was read, and says what became of the file.
    pub fn judge(mut self, set: IndicatorSet) -> ReadSet {
        if self.broken_off {
            return self.end(set);
        }
        let of_the_set: Vec<Misread> = faults(&set)
            .into_iter()
            .filter(|fault| !self.follows_from_what_is_unread(fault))
            .map(|fault| Misread::broken(fault.rule, self.place(&fault.at)))
            .collect();
        self.found.extend(of_the_set);
        self.end(set)
    }

    /// What became of the file.
    pub fn end(mut self, set: IndicatorSet) -> ReadSet {
        if self.found.is_empty() {
            return ReadSet::Whole(Box::new(set));
        }
        self.found.sort();
        self.found.dedup();
        ReadSet::Faulty(self.found)
    }

    /// The place of the nearest path above that is known.
    fn place(&self, path: &str) -> String {
        let mut path = path;
        loop {
            if let Some(place) = self.places.get(path) {
                return place.clone();
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = path.get(..end).unwrap_or_default(),
                None => return path.to_owned(),
            }
        }
    }

    /// A value that could not be read was named already; what it brings with it is not said again.
    fn follows_from_what_is_unread(&self, fault: &Fault) -> bool {
        let above = fault.at.rfind('.').and_then(|end| fault.at.get(..end)).unwrap_or(&fault.at);
        let below = |path: &String| path.starts_with(above);
        let reckoned = [
            SetRule::Sum,
            SetRule::Pass,
            SetRule::Levels,
            SetRule::Topic,
            SetRule::Need,
            SetRule::MeansCapped,
        ];
        match reckoned.contains(&fault.rule) {
            true => self.unread.iter().any(below),
            false => self.unread.iter().any(|path| fault.at.starts_with(path.as_str())),
        }
    }
}
