//! Whether a page can be read by somebody who is worried and no lawyer: every sentence short, no word
//! of the trade outside brackets. The tests hold every page to it.

use super::page::FamilyPage;

/// The longest sentence, in characters.
pub const LONGEST: usize = 40;

/// Words of the trade. In brackets they are allowed: there they explain what stands on the papers.
pub const JARGON: [&str; 26] = [
    "审查",
    "报批",
    "受理",
    "核验",
    "审批",
    "予以",
    "不予",
    "本机关",
    "之日",
    "届满",
    "逾期",
    "当事人",
    "被收养人",
    "送养",
    "依照",
    "依法",
    "应当",
    "须",
    "方可",
    "兹",
    "驳回",
    "呈报",
    "行政相对人",
    "履行",
    "之规定",
    "询问",
];

/// Everything on the page that is hard to read.
pub fn flaws(page: &FamilyPage) -> Vec<String> {
    own_texts(page).into_iter().flat_map(flaws_of).collect()
}

/// What is hard to read in a text.
pub fn flaws_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in text.split(['。', '！', '？', '；', '\n']) {
        let length = sentence.chars().count();
        if length > LONGEST {
            found.push(format!("{length} characters: {sentence}"));
        }
    }
    let plain = without_brackets(text);
    let used = JARGON.iter().filter(|word| plain.contains(**word));
    found.extend(used.map(|word| format!("“{word}”: {text}")));
    found
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '（' | '《' => depth += 1,
            '）' | '》' => depth = depth.saturating_sub(1),
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    plain
}

/// What the page says itself: neither names and numbers, nor articles, nor words it quotes.
fn own_texts(page: &FamilyPage) -> Vec<&str> {
    let mut texts = vec![
        page.where_it_stands.as_str(),
        &page.next.sentence,
        &page.latest.sentence,
        &page.contact.sentence,
    ];
    let lists = [&page.explained, &page.latest.counted, &page.received, &page.good_to_know];
    texts.extend(lists.into_iter().flatten().map(String::as_str));
    texts.extend(
        page.asked_of_you
            .iter()
            .flat_map(|asked| [asked.what.as_str(), &asked.how, &asked.why, &asked.state_sentence]),
    );
    texts.extend(page.steps.iter().flat_map(|step| [step.title.as_str(), &step.explained]));
    texts.extend(page.timeline.iter().map(|line| line.sentence.as_str()));
    texts.extend(page.afterwards.iter().flat_map(|thing| [thing.title.as_str(), &thing.sentence]));
    texts.extend(page.visits.iter().map(|visit| visit.sentence.as_str()));
    if let Some(outcome) = &page.outcome {
        texts.push(&outcome.sentence);
        texts.extend(outcome.papers.iter().map(String::as_str));
        texts.extend(
            outcome
                .remedies
                .iter()
                .flat_map(|remedy| [remedy.sentence.as_str(), &remedy.until_sentence]),
        );
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_and_words_of_the_trade_are_found() {
        assert!(flaws_of("我们收到了您的申请。").is_empty());
        assert!(flaws_of("正式收下申请（受理）。").is_empty(), "in brackets it explains");
        assert_eq!(flaws_of("予以受理。").len(), 2);
        assert_eq!(flaws_of(&"长".repeat(41)).len(), 1);
        assert!(flaws_of(&format!("{}。{}。", "短".repeat(40), "短".repeat(40))).is_empty());
    }
}
