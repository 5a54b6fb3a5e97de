//! The codes of second factors: those an application shows (TOTP, RFC 6238) and recovery codes.

use aws_lc_rs::rand;
use totp_rs::{Algorithm, Builder, Secret, Totp};
use uuid::Uuid;
use workflow::UserId;
use workflow::identity::writing::standard_number;

use crate::clock::{Instant, SECOND};
use crate::http::answer::{Kind, Problem};
use crate::http::sign_in::tokens::secret::{self, SecretDigest};
use crate::secret::derived::DerivedKey;
use crate::secret::sealing::SealError;
use crate::secret::{OfficeSecret, Purpose};
use crate::store::people::factors::Factor;

/// As long as SHA-1 makes use of, and as RFC 4226 recommends.
const SECRET_LENGTH: usize = 20;
const DIGITS: u8 = 6;
const STEP_SECONDS: u64 = 30;
/// Clocks of telephones may be one step off.
const SKEW: u16 = 1;
/// How many recovery codes are handed out together.
const RECOVERY_CODES: usize = 10;
/// Random bytes of a recovery code: 120 bits, so that a plain digest keeps it (ASVS 5.0, 6.5.2).
const RECOVERY_LENGTH: usize = 15;
/// Crockford's: without letters that are read as digits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters stand together.
const GROUP: usize = 4;

/// A new secret as an application takes it in, and as it is kept.
pub struct NewSecret {
    /// In Base32, to be typed.
    pub written: String,
    /// As an `otpauth` address, to be drawn as a QR code.
    pub uri: String,
    /// Sealed under the office's secret.
    pub sealed: Vec<u8>,
}

/// What stands beside the codes in an application.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// The office.
    pub office: &'a str,
    /// The login.
    pub login: &'a str,
}

/// Makes the secret of a factor.
///
/// # Errors
/// When the machine's random source fails.
pub fn make(
    office: &OfficeSecret,
    user: UserId,
    factor: Uuid,
    label: Label<'_>,
) -> Result<NewSecret, Problem> {
    let mut bytes = [0_u8; SECRET_LENGTH];
    rand::fill(&mut bytes).map_err(broken)?;
    let totp = totp(&bytes, Some(label))?;
    let key = key(office, factor).map_err(broken)?;
    let sealed = key.seal(&[&place(user)], &bytes).map_err(broken)?;
    let uri = totp.to_url().map_err(broken)?;
    Ok(NewSecret { written: totp.secret().to_base32(), uri, sealed })
}

/// The step of which this is the code of a factor, if it is one of now.
///
/// # Errors
/// When the secret cannot be opened: it was sealed for another office or another account.
pub fn step_of(
    office: &OfficeSecret,
    factor: &Factor,
    code: &str,
    now: Instant,
) -> Result<Option<i64>, Problem> {
    let key = key(office, factor.id).map_err(broken)?;
    let bytes = key.open(&[&place(factor.user)], &factor.sealed_secret);
    let seconds = u64::try_from(now / SECOND).map_err(broken)?;
    let step = totp(&bytes.map_err(broken)?, None)?.check(&standard_number(code), seconds);
    step.map(i64::try_from).transpose().map_err(broken)
}

/// Each factor has a key of its own.
fn key(office: &OfficeSecret, factor: Uuid) -> Result<DerivedKey, SealError> {
    DerivedKey::of(office, Purpose::SecondFactor, &[factor.as_bytes()])
}

/// A row moved to another account opens nothing there.
fn place(user: UserId) -> [u8; 16] {
    user.0.into_bytes()
}

fn totp(secret: &[u8], label: Option<Label<'_>>) -> Result<Totp, Problem> {
    let builder = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_skew(SKEW)
        .with_step_duration(STEP_SECONDS)
        .with_secret(Secret::new(secret.into()));
    let builder = match label {
        // A colon stands between the two.
        Some(Label { office, login }) => {
            builder.with_issuer(Some(office.replace(':', "："))).with_account_name(login)
        }
        None => builder,
    };
    builder.build().map_err(broken)
}

/// New recovery codes as they are shown, once, each with the digest that is kept.
///
/// # Errors
/// When the machine's random source fails.
pub fn recovery() -> Result<(Vec<String>, Vec<SecretDigest>), Problem> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let mut bytes = [0_u8; RECOVERY_LENGTH];
        rand::fill(&mut bytes).map_err(broken)?;
        codes.push(written(&bytes));
    }
    let digests = codes.iter().map(|code| digest(code)).collect();
    Ok((codes, digests))
}

/// The digest a recovery code is known by, however it was typed.
pub fn digest(code: &str) -> SecretDigest {
    let standard = standard_number(code);
    let typed: String = standard.chars().filter(char::is_ascii_alphanumeric).map(plain).collect();
    secret::digest_of(&["recovery code", &typed])
}

/// Letters that are not used, as the digits they are mistaken for.
fn plain(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// Five bits a letter, in groups.
fn written(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut held, mut letters) = (0_u32, 0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let index = usize::try_from((held >> bits) & 31).unwrap_or_default();
            if letters > 0 && letters % GROUP == 0 {
                text.push('-');
            }
            text.extend(LETTERS.get(index).map(|letter| char::from(*letter)));
            letters += 1;
        }
        held &= (1 << bits) - 1;
    }
    text
}

fn broken<E>(_: E) -> Problem {
    Problem::new(Kind::Internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::people::factors::Factor;

    const LABEL: Label<'_> = Label { office: "练习县民政局", login: "wang.lei" };

    fn factor(sealed_secret: Vec<u8>, user: UserId) -> Factor {
        Factor {
            id: Uuid::nil(),
            user,
            name: "手机".to_owned(),
            sealed_secret,
            created_at: 0,
            confirmed_at: None,
        }
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: of eight digits the last six.
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]
        {
            let totp = totp(b"12345678901234567890", None).expect("a secret");
            assert_eq!(totp.generate(seconds).to_string(), code);
        }
    }

    #[test]
    fn a_code_of_the_step_before_and_after_is_taken_and_no_other() {
        let office = OfficeSecret::of_bytes([7; 32]);
        let user = UserId(Uuid::from_u128(1));
        let new = make(&office, user, Uuid::nil(), LABEL).expect("made");
        let encoded = "%E7%BB%83%E4%B9%A0%E5%8E%BF%E6%B0%91%E6%94%BF%E5%B1%80";
        assert!(new.uri.starts_with(&format!("otpauth://totp/{encoded}:wang.lei?")), "{}", new.uri);
        assert!(new.uri.contains(&format!("secret={}", new.written)), "{}", new.uri);
        let secret = Secret::try_from_base32(&new.written).expect("Base32");
        let application = totp(secret.as_ref(), None).expect("a secret");
        let step: u64 = 55_555_555;
        let code = application.generate(step * STEP_SECONDS).to_string();
        let kept = factor(new.sealed.clone(), user);
        for (shift, expected) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let seconds = i64::try_from(step * STEP_SECONDS).expect("a time") + 30 * shift + 7;
            let found = step_of(&office, &kept, &code, seconds * SECOND).expect("opened");
            assert_eq!(found, expected.then_some(55_555_555), "{shift}");
        }
        let now = i64::try_from(step * STEP_SECONDS).expect("a time") * SECOND;
        let wide = |digit: char| char::from_u32(u32::from(digit) + 0xFEE0).unwrap_or(digit);
        for typed in
            [format!("{} {}", &code[..3], &code[3..]), code.chars().map(wide).collect::<String>()]
        {
            assert!(step_of(&office, &kept, &typed, now).expect("opened").is_some(), "{typed}");
        }
        let stranger = factor(new.sealed, UserId(Uuid::from_u128(2)));
        assert!(step_of(&office, &stranger, &code, 0).is_err(), "another account");
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed() {
        let (codes, digests) = recovery().expect("made");
        assert_eq!((codes.len(), digests.len()), (10, 10));
        for (code, kept) in codes.iter().zip(&digests) {
            assert_eq!(code.len(), 29, "{code}: 24 letters in groups of four");
            assert_eq!(digest(&code.to_lowercase().replace('-', " ")), *kept);
            assert_eq!(digest(&code.replace('0', "O").replace('1', "l")), *kept);
        }
        assert_eq!(written(&[0xff; 5]), "ZZZZ-ZZZZ");
        assert_eq!(written(&[0, 0, 0, 0, 1]), "0000-0001");
        assert_ne!(codes.first(), codes.last());
    }
}
