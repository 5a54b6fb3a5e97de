//! What the dated table says, on divisions whose history is known.

use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn division(code: &str) -> Division {
    Division(code.to_owned())
}

fn name(code: &str, on: &str) -> Option<&'static str> {
    division(code).name_on(day(on))
}

#[test]
fn every_line_of_the_table_is_read() {
    let lines: Vec<&str> = table::TEXT.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 6000, "{} lines", lines.len());
    for line in &lines {
        let columns: Vec<&str> = line.split('\t').collect();
        let [code, name, years @ ..] = columns.as_slice() else { panic!("{line}") };
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{line}");
        assert!(!name.is_empty() && years.len() <= 2, "{line}");
        assert!(years.iter().all(|year| year.is_empty() || year.parse::<u16>().is_ok()), "{line}");
        assert!(division(code).province().is_some(), "{line}");
    }
    let codes = lines.iter().filter_map(|line| line.get(0..6));
    assert!(codes.is_sorted(), "the rows are in the order of their codes");
}

/// 31 provinces without Hong Kong, Macau and Taiwan, 333 cities, 2846 counties at the end of 2024.
#[test]
fn the_table_is_complete() {
    let on = day("2026-03-02");
    assert_eq!(provinces(on).count(), 31);
    let (mut cities, mut counties) = (0, 0);
    for (province, _) in provinces(on) {
        for (place, _) in province.under(on) {
            if place.is_county() {
                counties += 1;
            } else {
                cities += 1;
                counties += place.under(on).count();
            }
        }
    }
    assert_eq!((cities, counties), (333, 2846));
}

#[test]
fn a_code_is_called_what_it_was_called_on_the_day() {
    assert_eq!(name("500111", "2010-06-01"), Some("双桥区"));
    assert_eq!(name("500111", "2026-03-02"), Some("大足区"));
    assert_eq!(name("500225", "2005-01-01"), Some("大足县"));
    assert_eq!(name("500225", "2026-03-02"), None);
    assert_eq!(name("510230", "1985-01-01"), Some("大足县"), "before Chongqing left Sichuan");
    assert_eq!(name("510107", "2026-03-02"), Some("武侯区"));
    assert_eq!(name("130502", "2026-03-02"), Some("襄都区"));
    assert_eq!(name("653229", "2026-03-02"), Some("和安县"));
}

#[test]
fn in_a_year_of_change_the_old_and_the_new_both_stand() {
    assert!(division("500225").exists_on(day("2011-12-31")));
    assert!(division("500111").exists_on(day("2011-01-01")));
    assert!(!division("500225").exists_on(day("2012-01-01")));
}

#[test]
fn abolished_is_what_stood_once() {
    let today = day("2026-03-02");
    assert!(division("500225").was_abolished(today));
    assert!(division("330103").was_abolished(today), "下城区");
    assert!(!division("500111").was_abolished(today));
    assert!(!division("500199").was_abolished(today), "it never stood");
    assert!(!division("500225").was_abolished(day("2000-01-01")));
}

#[test]
fn a_county_knows_what_is_above_it() {
    let today = day("2026-03-02");
    assert_eq!(division("510107").city(), Some(division("510100")));
    assert_eq!(division("500111").city(), Some(division("500000")));
    assert_eq!(division("429004").city(), None, "仙桃市 is directly under its province");
    assert_eq!(division("510107").full_name_on(today).as_deref(), Some("四川省成都市武侯区"));
    assert_eq!(division("500111").full_name_on(today).as_deref(), Some("重庆市大足区"));
    assert_eq!(division("429004").full_name_on(today).as_deref(), Some("湖北省仙桃市"));
    assert_eq!(division("510000").full_name_on(today).as_deref(), Some("四川省"));
    assert_eq!(division("").full_name_on(today), None);
    assert_eq!(division("五十").province(), None);
}

#[test]
fn a_county_office_is_in_a_county_or_in_a_city_without_counties() {
    let today = day("2026-03-02");
    for code in ["500111", "429004", "441900", "442000", "460400", "620200", "659001"] {
        assert!(division(code).has_county_office_on(today), "{code}");
    }
    for code in ["500000", "510100", "500225", "500199", "", "50011", "abcdef", "五五五五五五"]
    {
        assert!(!division(code).has_county_office_on(today), "{code}");
    }
}

#[test]
fn the_competent_department_is_called_by_its_place() {
    let of = |level, code| competent_authority(level, &division(code), day("2026-03-02"));
    for (level, code, called) in [
        (Level::County, "500111", "大足区民政局"),
        (Level::City, "500111", "重庆市民政局"),
        (Level::Province, "500111", "重庆市民政局"),
        (Level::City, "510107", "成都市民政局"),
        (Level::Province, "510107", "四川省民政厅"),
        (Level::City, "513423", "凉山彝族自治州民政局"),
        (Level::City, "653101", "喀什地区民政局"),
        (Level::City, "152502", "锡林郭勒盟民政局"),
        (Level::Province, "450102", "广西壮族自治区民政厅"),
        (Level::City, "441900", "东莞市民政局"),
        (Level::Province, "429004", "湖北省民政厅"),
        // The county of the practice office is in no table, its province is.
        (Level::City, "500199", "重庆市民政局"),
    ] {
        assert_eq!(of(level, code).as_deref(), Some(called), "{level:?} {code}");
    }
    assert_eq!(of(Level::City, "429004"), None);
    assert_eq!(of(Level::County, "500199"), None);
    assert_eq!(of(Level::Province, "990101"), None);
}
