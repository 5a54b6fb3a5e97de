//! A set written as a province would write it: a workbook whose sheets and columns have Chinese names.

use std::io::{Cursor, Write};

use workflow::indicator::{
    Concerned, Evidence, Group, IndicatorSet, Item, Level, Points, Veto, Wording,
};
use zip::write::SimpleFileOptions;

/// A sheet: its name and its rows.
#[derive(Debug, Clone)]
pub struct Sheet {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

/// The columns of the sheets of items.
const ITEMS: [&str; 20] = [
    "一级代码",
    "一级指标",
    "一级指标（英文）",
    "评估内容",
    "一级分值",
    "项目代码",
    "项目",
    "项目（英文）",
    "满分",
    "证据",
    "评估方法",
    "评估方法（英文）",
    "对象",
    "不适用情形",
    "档次",
    "档次（英文）",
    "最低分",
    "最高分",
    "评分标准",
    "评分标准（英文）",
];
const BONUSES: [&str; 6] = ["代码", "分值", "条件", "条件（英文）", "所依据的项目", "证据"];
const VETOES: [&str; 9] = [
    "代码",
    "名称",
    "名称（英文）",
    "内容",
    "内容（英文）",
    "第十一条项次",
    "证据",
    "不得作为证据",
    "另须",
];

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

fn both(wording: &Wording) -> [String; 2] {
    [wording.zh.clone(), wording.en.clone().unwrap_or_default()]
}

fn evidence(kinds: &[Evidence]) -> String {
    kinds.iter().map(|kind| kind.printed()).collect::<Vec<_>>().join("、")
}

fn concerned(whom: &[Concerned]) -> String {
    whom.iter().map(|one| one.printed()).collect::<Vec<_>>().join("；")
}

/// The five sheets of a set.
pub fn sheets(set: &IndicatorSet) -> Vec<Sheet> {
    let bonuses = set.capability.bonuses.iter().map(|bonus| {
        let [zh, en] = both(&bonus.condition);
        let need = |mark: &workflow::indicator::Mark| format!("{}>={}", mark.item, mark.points);
        let needs = bonus.needs.iter().map(need).collect::<Vec<_>>().join("、");
        vec![bonus.code.clone(), points(bonus.points), zh, en, needs, evidence(&bonus.evidence)]
    });
    vec![
        Sheet { name: "指标体系", rows: lines(set) },
        Sheet { name: "收养能力", rows: items(&set.capability.groups) },
        Sheet { name: "融合", rows: items(&set.integration.groups) },
        Sheet { name: "加分", rows: std::iter::once(texts(BONUSES)).chain(bonuses).collect() },
        Sheet {
            name: "一票否决",
            rows: std::iter::once(texts(VETOES)).chain(set.vetoes.iter().map(veto)).collect(),
        },
    ]
}

fn points(points: Points) -> String {
    points.to_string()
}

fn lines(set: &IndicatorSet) -> Vec<Vec<String>> {
    let truth = |truth| if truth { "是" } else { "否" }.to_owned();
    let ([name, name_en], [issuer, issuer_en]) = (both(&set.name), both(&set.issuer));
    let line = |key: &str, value: String| vec![key.to_owned(), value];
    vec![
        line("体系代码", set.id.clone()),
        line("版本", set.version.to_string()),
        vec!["名称".to_owned(), name, name_en],
        vec!["发布机关".to_owned(), issuer, issuer_en],
        line("是否官方", truth(set.official)),
        line("施行日期", set.in_force_from.to_string()),
        line("是否计半分", truth(set.half_points)),
        line("评估对象", concerned(&set.scope)),
        line("收养能力满分", points(set.capability.max)),
        line("收养能力合格分", points(set.capability.pass)),
        line("加分上限", points(set.capability.bonus_cap)),
        line("融合满分", points(set.integration.max)),
        line("融合合格分", points(set.integration.pass)),
        line("融合最少日数", set.integration.min_days.to_string()),
        line("融合最少走访次数", set.integration.min_visits.to_string()),
    ]
}

/// A row for each level; what belongs to a group or an item stands in its first row only.
fn items(groups: &[Group]) -> Vec<Vec<String>> {
    let mut rows = vec![texts(ITEMS)];
    for group in groups {
        for (place, item) in group.items.iter().enumerate() {
            for (number, level) in item.levels.iter().enumerate() {
                let of_group =
                    if place + number == 0 { head(group) } else { vec![String::new(); 5] };
                let of_item = if number == 0 { body(item) } else { vec![String::new(); 9] };
                rows.push([of_group, of_item, tail(level)].concat());
            }
        }
    }
    rows
}

fn head(group: &Group) -> Vec<String> {
    let [zh, en] = both(&group.name);
    vec![group.code.clone(), zh, en, group.topic.printed().to_owned(), points(group.max)]
}

fn body(item: &Item) -> Vec<String> {
    let [zh, en] = both(&item.ask);
    let [method, method_en] = item.method.as_ref().map(both).unwrap_or_default();
    let when = item.not_applicable_if.map(|when| when.printed().to_owned()).unwrap_or_default();
    let shown = evidence(&item.evidence);
    let whom = concerned(&item.concerns);
    vec![item.code.clone(), zh, en, points(item.max), shown, method, method_en, whom, when]
}

fn tail(level: &Level) -> Vec<String> {
    let ([name, name_en], [anchor, anchor_en]) = (both(&level.name), both(&level.anchor));
    vec![name, name_en, points(level.from), points(level.to), anchor, anchor_en]
}

fn veto(veto: &Veto) -> Vec<String> {
    let ([name, name_en], [what, what_en]) = (both(&veto.name), both(&veto.what));
    let also = veto.also.iter().map(|demand| demand.printed()).collect::<Vec<_>>().join("、");
    let item = veto.article_11_item.map(|item| item.to_string()).unwrap_or_default();
    let (shown, never) = (evidence(&veto.evidence), evidence(&veto.never));
    vec![veto.code.clone(), name, name_en, what, what_en, item, shown, never, also]
}

/// Writes other words into a cell, which is named as a spreadsheet does: `收养能力!I7`.
pub fn write(sheets: &mut [Sheet], cell: &str, text: &str) {
    let (name, place) = cell.split_once('!').expect("a cell");
    let (column, row) = place.split_at(1);
    let column = usize::from(column.as_bytes()[0] - b'A');
    let row: usize = row.parse().expect("a row");
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == name).expect("a sheet");
    let row = &mut sheet.rows[row - 1];
    row.resize(row.len().max(column + 1), String::new());
    row[column] = text.to_owned();
}

/// The row of a sheet that has this text in this column, as a spreadsheet counts it.
pub fn row_of(sheets: &[Sheet], name: &str, column: usize, text: &str) -> usize {
    let sheet = sheets.iter().find(|sheet| sheet.name == name).expect("a sheet");
    1 + sheet.rows.iter().position(|row| row[column] == text).expect("a row")
}

/// The bytes of a workbook.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name, stored).expect("an entry");
        archive.write_all(text.as_bytes()).expect("its text");
    };
    let numbered = || (1..).zip(sheets);
    let types = numbered().map(|(number, _)| format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
    put(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{}</Types>",
            types.collect::<String>()
        ),
    );
    put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    );
    let named = numbered().map(|(number, sheet)| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"s{number}\"/>", sheet.name)
    });
    put(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{}</sheets></workbook>",
            named.collect::<String>()
        ),
    );
    let related = numbered().map(|(number, _)| format!("<Relationship Id=\"s{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"));
    put(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
            related.collect::<String>()
        ),
    );
    for (number, sheet) in numbered() {
        put(&format!("xl/worksheets/sheet{number}.xml"), &in_xml(sheet));
    }
    archive.finish().expect("a workbook").into_inner()
}

fn in_xml(sheet: &Sheet) -> String {
    let rows = (1..).zip(&sheet.rows).map(|(number, row)| {
        let cells = (b'A'..).zip(row).filter(|(_, text)| !text.is_empty());
        let cells = cells.map(|(column, text)| {
            let at = format!("{}{number}", char::from(column));
            match text.parse::<f64>() {
                Ok(_) => format!("<c r=\"{at}\"><v>{text}</v></c>"),
                Err(_) => {
                    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
            }
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    });
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{}</sheetData></worksheet>",
        rows.collect::<String>()
    )
}
