//! Which passwords may be chosen: long ones of any script, but none that everybody tries first.
//!
//! Long common passwords are put together from a few pieces everybody knows and some digits
//! (`password1234`, `woaini1314520`, `Qwerty@12345`). So the pieces are listed, not their sums: what is
//! left of a password without them must still be worth guessing. A password is taken exactly as it
//! is typed, blanks at its ends included.

use std::collections::BTreeSet;

use workflow::identity::ResidentId;

use super::error::{Kind, Problem};

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
/// So many different characters at least.
const DIFFERENT: usize = 5;
/// So many letters must be left when the common pieces are taken out of a password that has some.
const LEFT: usize = 4;

/// Pieces of common passwords, longer ones before those they begin with.
const PIECES: &str = "\
    administrator administrateur administrador guanliyuan minzhengju minzheng caonima \
    shouyang guijia zhongguo beijing shanghai chongqing nihao woaini woaiwo aini iloveyou \
    loveyou iloveu ilove lovely love password passwort passw0rd p@ssw0rd p@ssword passwd \
    mima secret letmein welcome changeme changeit default access system manager superman \
    batman spiderman pokemon starwars matrix master monkey dragon shadow sunshine princess \
    football baseball basketball soccer hockey michael jennifer jordan daniel charlie george \
    thomas ashley amanda jessica liverpool chelsea arsenal barcelona computer internet \
    samsung google facebook microsoft windows whatever trustno1 freedom forever family \
    summer winter spring autumn january monday hello qwertyuiop qwertzuiop azertyuiop qwerty \
    qwertz azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx qweasdzxc \
    qweasd zaqxsw zaqwsx 1q2w3e4r5t6y 1q2w3e4r 1q2w3e 1qaz 2wsx 3edc 4rfv zaq1 xsw2 cde3 q1w2 e3r4 1q2w 123456 654321 \
    112233 147258 159357 159753 5201314";
/// The same, too short to be listed with the others: they count only beside nothing but digits.
const SHORT_PIECES: &str = "abcdef abcde abcd abc admin root test user guest qwe asd zxc";

/// Whether a password may be chosen for an account.
///
/// # Errors
/// The rule it breaks, at the field of the request that holds it.
pub fn accept(password: &str, login: &str, field: &str) -> Result<(), Problem> {
    let refused = |rule: &'static str, zh: &'static str, en: &'static str| {
        Err(Problem::new(Kind::InvalidValues).broken(rule, Some(field.to_owned()), zh, en))
    };
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return refused(
            "password-length",
            "口令须为 12 至 128 个字符",
            "A password has 12 to 128 characters",
        );
    }
    let lower = password.to_lowercase();
    if is_simple(&lower) || is_common(&lower) || ResidentId(password.to_uppercase()).parts().is_ok()
    {
        return refused(
            "password-common",
            "口令过于常见或过于简单",
            "The password is too common or too simple",
        );
    }
    if lower.contains(login) {
        return refused(
            "password-login",
            "口令不得包含登录名",
            "The password must not contain the login",
        );
    }
    Ok(())
}

/// Few different characters, one behind the other in the alphabet, or one piece over and over.
fn is_simple(password: &str) -> bool {
    let characters: Vec<char> = password.chars().collect();
    let different: BTreeSet<&char> = characters.iter().collect();
    different.len() < DIFFERENT || is_a_run(&characters) || is_repeated(&characters)
}

/// Whether almost each character follows the one before it, upwards or downwards.
fn is_a_run(characters: &[char]) -> bool {
    let next = characters.iter().skip(1);
    let steps: Vec<i64> = characters
        .iter()
        .zip(next)
        .map(|(one, next)| i64::from(u32::from(*next)) - i64::from(u32::from(*one)))
        .collect();
    let almost_all = characters.len().saturating_sub(3);
    [1, -1].iter().any(|wanted| steps.iter().filter(|step| *step == wanted).count() >= almost_all)
}

/// Whether a password is a short piece written twice or more.
fn is_repeated(characters: &[char]) -> bool {
    (1..=8.min(characters.len() / 2)).any(|length| {
        let mut chunks = characters.chunks(length);
        let first = chunks.next().unwrap_or_default();
        chunks.all(|chunk| first.starts_with(chunk))
    })
}

/// Whether hardly anything is left without the pieces everybody uses and the digits and signs
/// between them.
fn is_common(password: &str) -> bool {
    let plain = password.replace('0', "o").replace('@', "a").replace('$', "s").replace('3', "e");
    [password, plain.as_str()].into_iter().any(|text| {
        let mut rest = text.to_owned();
        for piece in PIECES.split_ascii_whitespace() {
            rest = rest.replace(piece, " ");
        }
        let left = letters(&rest);
        let has_piece = rest != text;
        let is_short_piece = SHORT_PIECES
            .split_ascii_whitespace()
            .any(|piece| text.contains(piece) && letters(&text.replace(piece, " ")) < 2);
        (has_piece && left < LEFT) || is_short_piece
    })
}

fn letters(text: &str) -> usize {
    text.chars().filter(|character| character.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(password: &str) -> Option<String> {
        accept(password, "wanglei", "password").err().map(|problem| format!("{problem:?}"))
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        let common = "\
            password1234 Password12345 passwordpassword p@ssw0rd1234 Passw0rd!2024 qwertyuiop123 \
            qwertyuiopasdf Qwerty@12345! 1qaz2wsx3edc 1qaz@WSX3edc zaq12wsxcde3 1q2w3e4r5t6y \
            q1w2e3r4t5y6 asdfghjkl123 asdf1234asdf zxcvbnm12345 zxcvbnm,./123 abcd1234abcd \
            abc123abc123 a1b2c3a1b2c3 admin1234567 admin@123456 root12345678 test12345678 \
            administrator Administrator1 iloveyou1234 iloveyou1314 woaini1314520 woaini521521 \
            WoAiNi5201314 nihao1234567 letmein12345 welcome12345 Welcome2024!! changeme1234 \
            guanliyuan123 minzhengju123 Minzheng@2025 chongqing2024 beijing20080808 superman1234 \
            sunshine1234 princess1234 football1234 trustno1trustno1 dragon123456 monkey123456 \
            qazwsxedc123 qweasdzxc123 abcdef123456 abc123456789 123456789abc a123456789012 \
            111111111111 123456789012 210987654321 abcdefghijkl zyxwvutsrqpo aaaaaaaaaaaaaa \
            123123123123 12341234123412 520520520520 qweqweqweqwe abababababab 11010519491231002X \
            11010519491231002x lovelove1314";
        let let_in: Vec<&str> =
            common.split_ascii_whitespace().filter(|password| rule(password).is_none()).collect();
        assert!(let_in.is_empty(), "{let_in:?}");
    }

    #[test]
    fn long_enough_and_not_longer_and_not_the_login() {
        for wrong in ["", "short", "eleven char", &"x1!y2?zQ".repeat(17), "my-WangLei-pass"] {
            assert!(rule(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn passphrases_of_any_script_are_accepted() {
        for good in [
            "correct horse battery",
            "春眠不觉晓处处闻啼鸟夜来风雨声",
            "Tr0ub4dor&3-zwölf ",
            "長い合言葉は覚えやすい鍵である",
            "kLq8-vXw2-RtZ5-nM7c",
            "8391 0472 6618 5530",
            "my summer in the blue mountains",
            "первый снег на старой крыше",
        ] {
            assert_eq!(rule(good), None, "{good}");
        }
        let all_different: String = ('一'..).take(128).step_by(2).collect();
        assert_eq!(rule(&all_different), None, "64 Chinese characters");
    }
}
