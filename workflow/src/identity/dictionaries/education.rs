//! 文化程度 (GB/T 4658), in the steps in which offices ask for it.
//!
//! The standard's text was not seen. Its classes are those that forms use; doctors and masters are
//! told apart as forms do.

super::dictionary! {
    /// 文化程度 (GB/T 4658).
    Education;
    Doctor = "11", "博士研究生";
    Master = "14", "硕士研究生";
    Bachelor = "20", "大学本科";
    College = "30", "大学专科";
    SecondaryVocational = "40", "中等专科";
    TechnicalSchool = "50", "技工学校";
    SeniorSecondary = "60", "高中";
    JuniorSecondary = "70", "初中";
    Primary = "80", "小学";
    Illiterate = "90", "文盲或半文盲";
}
