//! The clocks of a case: when they start, stand still, and end (SEQ-12), each with its working.

use chrono::NaiveDate;

use crate::base::calendar::{Calendar, Edition};
use crate::base::deadline_kind::DeadlineKind;
use crate::case::assessment::Conclusion;
use crate::case::{PaperKind, Slot};
use crate::command::Command;
use crate::law::time::deadline::{Deadline, DeadlineState};
use crate::law::time::periods::{has_run, last_day, months_after, nth_day};
use crate::procedures::deadlines;
use crate::proof::testing::{Story, edition_2026, report_of};
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::reject_paper::RejectPaper;

fn clock(story: &Story, kind: DeadlineKind) -> Deadline {
    let all = deadlines(&story.case, &story.facts.calendar, &story.facts.rules);
    all.into_iter().find(|deadline| deadline.kind == kind).expect("the clock runs")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn due(clock: &Deadline) -> String {
    clock.due_on.map(|day| day.to_string()).unwrap_or_default()
}

fn moved_by(clock: &Deadline) -> Vec<String> {
    clock.moved_by.iter().map(|rest| format!("{} {}", rest.day, rest.occasion)).collect()
}

fn working(clock: &Deadline) -> Vec<&str> {
    clock.working.iter().map(|step| step.zh.as_str()).collect()
}

/// An application that was complete on a day, with the calendar of 2026.
fn complete_on(text: &str) -> Story {
    let mut story = Story::applied();
    story.in_2026().on(text).bring_papers();
    story.must(crate::Command::Accept(crate::steps::accept::Accept {}));
    story
}

#[test]
fn thirty_days_from_the_second_of_march_2026_end_on_the_first_of_april() {
    let review = clock(&complete_on("2026-03-02"), DeadlineKind::Review);
    assert_eq!((review.started_on, due(&review)), (day("2026-03-02"), "2026-04-01".into()));
    assert_eq!(review.state, DeadlineState::Running);
    assert_eq!(
        working(&review),
        [
            "2026年3月2日为起算日，当日不计入，自2026年3月3日起计算（《民法典》第二百零一条）",
            "第30日为2026年4月1日",
            "期限的最后一日为2026年4月1日，当日24时届满（《民法典》第二百零三条）",
            "如按工作日计算，第30个工作日为2026年4月14日，仅供参考",
        ]
    );
}

#[test]
fn a_notice_of_the_second_of_march_2026_ends_after_the_labour_day_holiday() {
    let mut story = complete_on("2026-03-02");
    story.noticed();
    let notice = clock(&story, DeadlineKind::Notice);
    assert_eq!(due(&notice), "2026-05-06");
    let labour_day = (1..=5).map(|day| format!("2026-05-0{day} 劳动节")).collect::<Vec<_>>();
    assert_eq!(moved_by(&notice), labour_day);
    assert_eq!(
        working(&notice),
        [
            "2026年3月2日为起算日，当日不计入，自2026年3月3日起计算（《民法典》第二百零一条）",
            "第60日为2026年5月1日",
            "2026年5月1日（劳动节）、2026年5月2日（劳动节）、2026年5月3日（劳动节）、2026年5月4日（劳动节）、\
             2026年5月5日（劳动节）为法定休假日，顺延至休假日结束的次日2026年5月6日（《民法典》第二百零三条）",
            "期限的最后一日为2026年5月6日，当日24时届满（《民法典》第二百零三条）",
        ]
    );
    assert!(notice.working[2].en.contains("5 May 2026 (Labour Day) being rest days"));
}

#[test]
fn four_days_before_the_notice_leave_twenty_six_after_it_and_a_sunday_moves_the_end() {
    let mut story = complete_on("2026-06-01");
    story.on("2026-06-05").noticed();
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!(due(&review), "2026-08-31");
    assert_eq!(moved_by(&review), ["2026-08-30 星期日"]);
    assert_eq!(
        working(&review)[..6],
        [
            "2026年6月1日为起算日，当日不计入，自2026年6月2日起计算（《民法典》第二百零一条）",
            "2026年6月6日至2026年8月4日不计入：公告期间",
            "2026年6月2日至2026年6月5日计4日",
            "2026年8月5日至2026年8月30日计26日",
            "第30日为2026年8月30日",
            "2026年8月30日（星期日）为法定休假日，顺延至休假日结束的次日2026年8月31日（《民法典》第二百零三条）",
        ]
    );
}

#[test]
fn a_sunday_before_a_holiday_week_moves_to_the_first_working_day_after_it() {
    let review = clock(&complete_on("2026-03-02"), DeadlineKind::Review);
    assert!(review.moved_by.is_empty());
    // 15 February 2026 is a Sunday; the Spring Festival lasts until the 23rd.
    let calendar = Calendar::new([edition_2026()]);
    assert_eq!(last_day(day("2026-01-16"), 30, &calendar), day("2026-02-24"));
    let rest = calendar.rest_days_from(day("2026-02-15"));
    assert_eq!(rest.len(), 9);
    assert!(rest.iter().all(|rest| rest.occasion == "春节"));
}

#[test]
fn a_saturday_that_is_worked_instead_is_no_day_of_rest() {
    let calendar = Calendar::new([edition_2026()]);
    assert_eq!(last_day(day("2026-01-29"), 30, &calendar), day("2026-02-28"));
    let without = Edition { days: Default::default(), ..edition_2026() };
    assert_eq!(
        last_day(day("2026-01-29"), 30, &Calendar::new([without])),
        day("2026-03-02"),
        "an ordinary Saturday moves to Monday"
    );
}

#[test]
fn a_notice_of_the_29th_of_february_counts_from_the_first_of_march() {
    let mut story = complete_on("2028-02-29");
    story.noticed();
    let notice = clock(&story, DeadlineKind::Notice);
    // Nobody has imported 2028: a weekend and the two fixed days of May follow day sixty.
    assert_eq!(due(&notice), "2028-05-03");
    assert_eq!(
        moved_by(&notice),
        ["2028-04-29 星期六", "2028-04-30 星期日", "2028-05-01 劳动节", "2028-05-02 劳动节"]
    );
    assert!(working(&notice)[0].contains("自2028年3月1日起计算"));
    assert!(working(&notice).contains(&"第60日为2028年4月29日"));
}

#[test]
fn the_last_minute_of_the_last_day_counts() {
    let calendar = Calendar::new([edition_2026()]);
    let published_on = day("2026-03-02");
    assert!(
        !has_run(published_on, 60, &calendar, day("2026-05-06")),
        "until 24:00 of the last day"
    );
    assert!(has_run(published_on, 60, &calendar, day("2026-05-07")));
}

/// The periods of the law by length, without rest days: from a day, so many, to the last day.
#[test]
fn every_length_of_the_law_ends_on_its_day() {
    let days = [
        ("TL-1 review", "2026-03-02", 30, "2026-04-01"),
        ("TL-2 notice", "2026-03-02", 60, "2026-05-01"),
        ("TL-3 dissolution", "2026-01-30", 30, "2026-03-01"),
        ("TL-4 foreign registration", "2026-02-25", 7, "2026-03-04"),
        ("TL-10 notice of an institution", "2028-01-30", 30, "2028-02-29"),
        ("TL-10 transfer", "2028-02-29", 7, "2028-03-07"),
        ("TL-15 reconsideration", "2025-12-31", 60, "2026-03-01"),
        ("TL-19 correction", "2026-12-29", 5, "2027-01-03"),
    ];
    for (what, from, count, to) in days {
        assert_eq!(nth_day(day(from), count), day(to), "{what}");
    }
    let months = [
        ("TL-9 search for the parents of a rescued child", "2026-01-31", 1, "2026-02-28"),
        ("TL-11 a rescued child", "2026-03-02", 12, "2027-03-02"),
        ("TL-11 from a leap day", "2028-02-29", 12, "2029-02-28"),
        ("TL-16 suit", "2026-08-31", 6, "2027-02-28"),
        ("TL-16 suit into a leap year", "2027-08-31", 6, "2028-02-29"),
        ("TL-18 birth registration", "2026-03-31", 1, "2026-04-30"),
    ];
    for (what, from, count, to) in months {
        assert_eq!(months_after(day(from), count), day(to), "{what}");
    }
}

#[test]
fn it_stands_still_during_the_notice_and_goes_on_after_it() {
    let mut story = Story::accepted();
    story.on("2026-03-06").noticed();
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!(review.pauses.len(), 1);
    assert_eq!(review.pauses[0].first.to_string(), "2026-03-07");
    // Four days are used until the notice, which ends on 5 May: 26 remain from the 6th.
    assert_eq!(due(&clock(&story, DeadlineKind::Notice)), "2026-05-05");
    assert_eq!(due(&review), "2026-06-01");
    assert_eq!(moved_by(&review), ["2026-05-31 星期日"]);
}

#[test]
fn it_stands_still_from_the_consent_until_the_signed_report_is_filed() {
    let mut story = Story::accepted();
    story.assessed(Conclusion::Capable);
    let review = clock(&story, DeadlineKind::Review);
    let pause = review.pauses[0];
    assert_eq!(pause.first.to_string(), "2026-03-03");
    assert_eq!(pause.last.map(|day| day.to_string()).as_deref(), Some("2026-04-02"));
    assert_eq!(due(&review), "2026-05-04");
    let assessment = clock(&story, DeadlineKind::Assessment);
    assert_eq!(assessment.state, DeadlineState::Met);
    let validity = clock(&story, DeadlineKind::ReportValidity);
    assert_eq!(due(&validity), "2027-04-02");
    assert!(
        working(&validity).contains(&"满12个月的对应日为2027年4月2日（《民法典》第二百零二条）")
    );
}

#[test]
fn an_open_assessment_leaves_the_days_that_remain() {
    use crate::case::Party;
    use crate::case::assessment::AssessingBody;
    use crate::steps::consent_to_assessment::ConsentToAssessment;
    use crate::steps::notify_assessment::NotifyAssessment;

    let mut story = Story::accepted();
    story.on("2026-03-12");
    story.must(Command::NotifyAssessment(NotifyAssessment { body: AssessingBody::OwnTeam }));
    for party in [Party::FirstAdopter, Party::SecondAdopter] {
        story.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
    }
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!((review.state, review.remaining), (DeadlineState::StandsStill, Some(20)));
    assert_eq!((review.due_on, review.working_days_due_on), (None, None));
    assert_eq!(
        working(&review)[1..],
        ["自2026年3月13日起不计入：收养评估期间", "期限停止计算，尚余20日"]
    );
    assert_eq!(due(&clock(&story, DeadlineKind::Assessment)), "2026-05-11");
}

/// Days that were counted stay counted, whatever becomes of the report (SEQ-12).
#[test]
fn a_report_that_falls_gives_no_counted_day_back() {
    let fallen: [fn(&mut Story); 2] = [
        |story| {
            let broken_off_on = story.facts.today;
            let reason = "孩子被送回福利院".into();
            story.must(Command::BreakOffIntegration(BreakOffIntegration {
                broken_off_on,
                reason,
                cause: None,
                returned: None,
            }));
        },
        |story| {
            let number = story.case.papers.last().expect("the signed report").number;
            let reason = "缺一名评估人员签名".into();
            story.must(Command::RejectPaper(number, RejectPaper { reason }));
        },
    ];
    for fall in fallen {
        let mut story = Story::accepted();
        story.assessed(Conclusion::Capable);
        assert_eq!(due(&clock(&story, DeadlineKind::Review)), "2026-05-04");
        fall(story.on("2026-04-28"));
        let review = clock(&story, DeadlineKind::Review);
        // Counted are 3 to 28 April, 26 days: the day of the fall is the last.
        assert_eq!((review.state, review.remaining), (DeadlineState::StandsStill, Some(4)));
        assert_eq!(
            working(&review)[1..3],
            [
                "2026年3月3日至2026年4月2日不计入：收养评估期间",
                "自2026年4月29日起不计入：收养评估期间"
            ]
        );
    }
}

#[test]
fn a_report_written_anew_ends_the_second_pause() {
    let mut story = Story::accepted();
    story.assessed(Conclusion::Capable).on("2026-04-28");
    let number = story.case.papers.last().expect("the signed report").number;
    let reason = "缺一名评估人员签名".into();
    story.must(Command::RejectPaper(number, RejectPaper { reason })).on("2026-05-11");
    story.must(Command::SubmitReport(report_of(Conclusion::Capable)));
    story.file_and_verify(Slot::of_case(PaperKind::AssessmentReport));
    // Four days remain from 12 May.
    assert_eq!(due(&clock(&story, DeadlineKind::Review)), "2026-05-15");
}

#[test]
fn registration_starts_the_archive_clock_and_the_visits() {
    let story = Story::registered();
    let review = clock(&story, DeadlineKind::Review);
    assert_eq!((review.state, review.met_on), (DeadlineState::Met, Some(day("2026-05-06"))));
    let archive = clock(&story, DeadlineKind::Archive);
    assert_eq!(due(&archive), "2026-07-06");
    assert_eq!(moved_by(&archive), ["2026-07-05 星期日"]);
    assert_eq!(clock(&story, DeadlineKind::FollowUp).state, DeadlineState::Running);
}
