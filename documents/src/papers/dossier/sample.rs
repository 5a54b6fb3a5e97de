//! A volume of given files.

use crate::attachment::{Attachment, MediaType};
use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::county::DAZU;
use workflow::cast::figures::{LEADER, REGISTRAR};

use super::{Dossier, DossierItem};

/// None: a volume binds files, and these are given to [`dossier`].
pub fn all() -> Vec<(&'static str, Dossier)> {
    Vec::new()
}

/// A volume that binds the given files, one to an item.
pub fn dossier(sheets: Vec<(&str, MediaType, usize, Vec<u8>)>) -> Dossier {
    let items = sheets
        .into_iter()
        .map(|(title, media_type, pages, bytes)| DossierItem {
            title: title.into(),
            author: Some(DAZU.bureau.into()),
            on: Some(day(2026, 6, 1)),
            remark: None,
            sheets: vec![Attachment::new(media_type, pages, bytes)],
        })
        .collect();
    Dossier {
        office: office(),
        fonds: "J047".into(),
        archive_number: "J047-SY-2026-CL-0007".into(),
        year: 2026,
        residence: "中国内地".into(),
        nature: "成立".into(),
        title: "周明远、林若溪收养周安宁登记案卷".into(),
        case_number: CASE_NUMBER.into(),
        certificate_number: Some("（2026）渝足收字00007".into()),
        retention: "永久".into(),
        closed_on: day(2026, 6, 18),
        compiled_by: REGISTRAR.into(),
        checked_by: Some(LEADER.into()),
        confidential: true,
        note: "卷内材料齐全，顺序无误，扫描件与原件核对一致。身份证件、户口簿和收养登记证为复印件，其余均为原件。".into(),
        items,
    }
}
