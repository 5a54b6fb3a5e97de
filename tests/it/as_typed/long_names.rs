//! Names and addresses as long as an application takes them: on the certificate no text stands over another.

use super::inputs::{folders, input};
use crate::support::papers::boxes_of;
use crate::support::{Office, Story, mostly_on_sqlite};

mostly_on_sqlite!(a_certificate_of_long_names_has_no_text_over_another);

async fn a_certificate_of_long_names_has_no_text_over_another(office: Office) {
    let mut printed = 0;
    for number in ["13-", "14-"] {
        let application = input(&folders()[0], number)["body"].clone();
        let mut story = Story::apply(&office, application).await;
        story.carry_to_approval().await;
        story.register().await;
        let certificate = story.print("certificate", None).await.bytes;
        // The mark of a practice office, 样张, lies over everything on purpose.
        let mut words = boxes_of(&certificate);
        words.retain(|word| !["样", "张", "样张"].contains(&word.text.as_str()));
        let all: String = words.iter().map(|word| word.text.as_str()).collect();
        // A label is set wide, so that its signs are words of their own.
        for sign in "登记日期备注".chars() {
            assert!(all.contains(sign), "{number}: {sign} is not in {all}");
        }
        let name = story.said("/adopters/0/name");
        assert!(all.contains(name), "{number}: {name} is not whole in {all}");
        for (place, word) in words.iter().enumerate() {
            let over = words[place + 1..].iter().find(|other| word.is_over(other));
            assert!(over.is_none(), "{number}: {word:?} and {over:?}");
        }
        printed += 1;
    }
    println!("{printed} certificates of the inputs have room for every text");
}
