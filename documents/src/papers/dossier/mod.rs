//! 收养登记档案卷: one case, one volume.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::attachment::Attachment;
use crate::parts::paper::Paper;
use crate::parts::people::Office;

/// One paper of the volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierItem {
    /// 题名.
    pub title: String,
    /// 责任者, where the file tells who made the paper.
    pub author: Option<String>,
    /// 日期.
    pub on: Option<NaiveDate>,
    /// 备注.
    pub remark: Option<String>,
    /// The scan or the printed document, page by page; several files follow one another.
    pub sheets: Vec<Attachment>,
}

/// One case, one volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The registering office.
    pub office: Office,
    /// 全宗号.
    pub fonds: String,
    /// 档号.
    pub archive_number: String,
    /// 年度.
    pub year: i32,
    /// 居住地类别, such as 中国内地.
    pub residence: String,
    /// 登记性质, such as 成立.
    pub nature: String,
    /// 案卷题名.
    pub title: String,
    /// 办件编号.
    pub case_number: String,
    /// 收养登记证字号.
    pub certificate_number: Option<String>,
    /// 保管期限, such as 永久.
    pub retention: String,
    /// Day the volume was closed.
    pub closed_on: NaiveDate,
    /// 立卷人.
    pub compiled_by: String,
    /// 检查人; written by hand where it is not known when the volume is closed.
    pub checked_by: Option<String>,
    /// 卷内情况说明.
    pub note: String,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
    /// The papers, in order.
    pub items: Vec<DossierItem>,
}

impl Paper for Dossier {
    fn dated(&self) -> NaiveDate {
        self.closed_on
    }

    fn attachments(&self) -> Vec<&Attachment> {
        self.items.iter().flat_map(|item| &item.sheets).collect()
    }

    fn attachments_mut(&mut self) -> Vec<&mut Attachment> {
        self.items.iter_mut().flat_map(|item| &mut item.sheets).collect()
    }
}
