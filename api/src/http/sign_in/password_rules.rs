//! Which passwords may be chosen. Length counts, not the kinds of characters (NIST SP 800-63B-4);
//! what others would try first does not count at all.
//!
//! How many guesses a password costs is estimated by zxcvbn: with what it knows itself (common
//! passwords, keyboards, dates, repetitions), with what is common in Chinese offices, and with what
//! everybody knows of its owner. A password is taken exactly as it is typed, blanks at its ends included.

use pinyin::ToPinyin;
use workflow::identity::ResidentId;
use zxcvbn::{Score, zxcvbn};

use crate::http::answer::{Kind, Problem};
use crate::store::people::Profile;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
/// More than ten thousand million guesses: no attack on a stolen hash gets there soon.
const STRONG_ENOUGH: Score = Score::Four;

/// What is tried first in a Chinese office, and rows of keys the estimate does not know.
const COMMON: &str = "\
    guanliyuan minzhengju minzhengting minzheng gongwuyuan bangongshi dengjichu dengji shouyang \
    hunyin juzhang chuzhang keyuan zhengfu shequ jiedao guijia caonima zhongguo beijing shanghai \
    chongqing nihao woaini woaiwo aini mima 520 521 1314 5201314 888888 666666 \
    qwertzuiop azertyuiop qazwsxedc qazwsx qweasdzxc qweasd zaqxsw zaqwsx 1q2w3e4r5t6y 1q2w3e4r \
    1qaz 2wsx 3edc 4rfv zaq1 xsw2 cde3 q1w2 e3r4 1q2w 147258 159357 159753";

/// What everybody knows of the owner of a password.
#[derive(Debug, Clone, Copy)]
pub struct Owner<'a> {
    /// The login.
    pub login: &'a str,
    /// The name on records.
    pub name: &'a str,
    /// The office, institution or agency.
    pub organization: &'a str,
}

impl Owner<'_> {
    /// The owner of an account.
    pub fn of(profile: &Profile) -> Owner<'_> {
        let Profile { login, name, organization, .. } = profile;
        Owner { login, name, organization }
    }
}

/// Whether a password may be chosen for an account.
///
/// # Errors
/// The rule it breaks, at the field of the request that holds it.
pub fn accept(password: &str, owner: &Owner<'_>, field: &str) -> Result<(), Problem> {
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
    if is_soon_guessed(password, owner) || ResidentId(password.to_uppercase()).parts().is_ok() {
        return refused(
            "password-common",
            "口令过于常见或过于简单，姓名、单位名称、年份和手机号也不能使口令变得可靠",
            "The password is too common or too simple; names, offices, years and telephone numbers \
             do not make it strong",
        );
    }
    if password.to_lowercase().contains(owner.login) {
        return refused(
            "password-login",
            "口令不得包含登录名",
            "The password must not contain the login",
        );
    }
    Ok(())
}

fn is_soon_guessed(password: &str, owner: &Owner<'_>) -> bool {
    let mut known = known_of(owner);
    known.extend(COMMON.split_ascii_whitespace().map(str::to_owned));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    // A telephone number costs its guesser the number of an area and no more.
    zxcvbn(&without_telephone(password), &known).score() < STRONG_ENOUGH
}

/// The names of the owner as they may be typed: in characters, in pinyin, by initials, in parts.
fn known_of(owner: &Owner<'_>) -> Vec<String> {
    let mut known: Vec<String> = owner.login.split(['.', '-', '_']).map(str::to_owned).collect();
    known.push(owner.login.to_owned());
    for name in [owner.name, owner.organization] {
        known.push(name.to_owned());
        let syllables: Vec<&str> = name.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
        known.push(syllables.iter().filter_map(|syllable| syllable.chars().next()).collect());
        for length in 2..=syllables.len() {
            known.extend(syllables.windows(length).map(|part| part.concat()));
        }
        // The given name before the family name, as it is written abroad.
        if let Some((family, given)) = syllables.split_first() {
            known.push(format!("{}{family}", given.concat()));
        }
    }
    known.retain(|word| word.chars().count() > 1);
    known
}

/// A password whose mobile telephone numbers are each written as one digit.
fn without_telephone(password: &str) -> String {
    const DIGITS: usize = 11;
    let mut rest: Vec<char> = password.chars().collect();
    let is_number =
        |digits: &[char]| digits.first() == Some(&'1') && digits.iter().all(char::is_ascii_digit);
    while let Some(place) = rest.windows(DIGITS).position(is_number) {
        rest.splice(place..place + DIGITS, ['1']);
    }
    rest.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Owner<'_> =
        Owner { login: "wang.lei", name: "王磊", organization: "练习县民政局" };

    fn rule(password: &str) -> Option<String> {
        accept(password, &OWNER, "password").err().map(|problem| format!("{problem:?}"))
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
    fn what_is_known_of_the_owner_and_the_office_is_refused() {
        let known = "\
            wanglei@2026! WangLei19880808 wanglei-1988 wanglei888888 Wang.Lei.2026 leiwang@12345 \
            王磊王磊王磊王磊王磊王磊 王磊13800138000 wanglei13800138000 练习县民政局练习县民政局 练习县民政局2026 \
            lianxixian2026 lianxixian@123 Lianxi@2026!! lxxmzj@123456 LXXMZJ@2026! minzhengju@2026 \
            gongwuyuan2026 dengjichu@123 shouyangdengji88 hunyindengji2026 xianzhengfu2026 \
            Aa123456789! Abcd@1234567";
        let let_in: Vec<&str> =
            known.split_ascii_whitespace().filter(|password| rule(password).is_none()).collect();
        assert!(let_in.is_empty(), "{let_in:?}");
        assert_eq!(rule("wanglei likes blue mountains"), None, "a name among much else");
    }

    #[test]
    fn long_enough_and_not_longer_and_not_the_login() {
        for wrong in ["", "short", "eleven char", &"x1!y2?zQ".repeat(17), "my-Wang.Lei-pass"] {
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
        let scattered = |place: u32| char::from_u32(0x4E00 + place * place * 37 % 20_000);
        let all_different: String = (1..=64).filter_map(scattered).collect();
        assert_eq!(rule(&all_different), None, "64 Chinese characters");
    }
}
