//! Signed notes as C2SP `signed-note` has them: a text, and lines with the signatures of keys that have
//! names. With Ed25519, plain for the log and with the time for a witness (`tlog-cosignature`).

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How a signature line begins.
const DASH: &str = "— ";
/// More signatures than any note has that is meant.
const MOST_SIGNATURES: usize = 64;

/// What a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The text of a note.
    Note,
    /// The text of a checkpoint, with the time at which a witness saw it.
    Cosignature,
}

impl Use {
    /// The byte by which the standard tells them apart.
    fn byte(self) -> u8 {
        match self {
            Use::Note => 0x01,
            Use::Cosignature => 0x04,
        }
    }
}

/// A public key with its name, as it is given out: `name+identifier+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    /// Its name.
    pub name: String,
    is_for: Use,
    key: [u8; 32],
}

impl Verifier {
    /// Reads a key as it is given out. None if the text is none, or its identifier is another's.
    pub fn parse(text: &str) -> Option<Verifier> {
        let mut parts = text.trim().splitn(3, '+');
        let (name, id, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let bytes = STANDARD.decode(rest).ok()?;
        let (kind, key) = bytes.split_first()?;
        let is_for = [Use::Note, Use::Cosignature].into_iter().find(|is| is.byte() == *kind)?;
        let verifier = Verifier { name: name.to_owned(), is_for, key: key.try_into().ok()? };
        (is_name(name) && hex::encode(verifier.id()) == id).then_some(verifier)
    }

    /// What it verifies.
    pub fn is_for(&self) -> Use {
        self.is_for
    }

    fn id(&self) -> [u8; 4] {
        let mut digest = Sha256::new();
        digest.update(self.name.as_bytes());
        digest.update([b'\n', self.is_for.byte()]);
        digest.update(self.key);
        let [first, second, third, fourth, ..]: [u8; 32] = digest.finalize().into();
        [first, second, third, fourth]
    }

    /// Whether a signature is this key's over a text; with it the time it names, in seconds since 1970.
    fn accepts(&self, text: &str, signature: &[u8]) -> Option<Signed> {
        let key = UnparsedPublicKey::new(&ED25519, &self.key);
        match self.is_for {
            Use::Note => {
                key.verify(text.as_bytes(), signature).ok()?;
                Some(Signed { at: None })
            }
            Use::Cosignature => {
                let (time, signature) = signature.split_first_chunk::<8>()?;
                let at = u64::from_be_bytes(*time);
                key.verify(with_time(at, text).as_bytes(), signature).ok()?;
                Some(Signed { at: Some(at) })
            }
        }
    }
}

impl std::fmt::Display for Verifier {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut bytes = vec![self.is_for.byte()];
        bytes.extend_from_slice(&self.key);
        write!(formatter, "{}+{}+{}", self.name, hex::encode(self.id()), STANDARD.encode(bytes))
    }
}

fn is_name(name: &str) -> bool {
    let is_strange = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '+';
    !name.is_empty() && !name.contains(is_strange)
}

/// What a witness signs.
fn with_time(at: u64, text: &str) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}

/// What a good signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// When a witness signed, in seconds since 1970; none for the log itself.
    pub at: Option<u64>,
}

/// A key that signs.
pub struct Signer {
    pair: Ed25519KeyPair,
    verifier: Verifier,
}

impl Signer {
    /// The key of a PKCS #8 document under a name. None if it is none, or no name.
    pub fn new(document: &[u8], name: &str, is_for: Use) -> Option<Signer> {
        let pair = Ed25519KeyPair::from_pkcs8(document).ok()?;
        let key = pair.public_key().as_ref().try_into().ok()?;
        let verifier = Verifier { name: name.to_owned(), is_for, key };
        is_name(name).then_some(Signer { pair, verifier })
    }

    /// Its public part.
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// Signs a text; a witness also says that it is `now`, in seconds since 1970.
    pub fn sign(&self, text: &str, now: u64) -> Signature {
        let bytes = match self.verifier.is_for {
            Use::Note => self.pair.sign(text.as_bytes()).as_ref().to_vec(),
            Use::Cosignature => {
                let mut bytes = now.to_be_bytes().to_vec();
                bytes.extend_from_slice(self.pair.sign(with_time(now, text).as_bytes()).as_ref());
                bytes
            }
        };
        Signature { name: self.verifier.name.clone(), id: self.verifier.id(), bytes }
    }
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
}

impl Signature {
    /// Reads a line without its end.
    pub fn parse(line: &str) -> Option<Signature> {
        let (name, rest) = line.strip_prefix(DASH)?.split_once(' ')?;
        let bytes = STANDARD.decode(rest).ok()?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        let signature = Signature { name: name.to_owned(), id: *id, bytes: bytes.to_vec() };
        (is_name(name) && !bytes.is_empty()).then_some(signature)
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes: Vec<u8> = self.id.iter().chain(&self.bytes).copied().collect();
        writeln!(formatter, "{DASH}{} {}", self.name, STANDARD.encode(bytes))
    }
}

/// A text with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, which ends with a line.
    pub text: String,
    /// The signatures, not looked at yet.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Reads a note. None if it is none; whoever signed it is not asked here.
    pub fn parse(written: &str) -> Option<Note> {
        if written.chars().any(|letter| letter < ' ' && letter != '\n') {
            return None;
        }
        let place = written.rfind("\n\n")?;
        let (text, lines) = (written.get(..=place)?, written.get(place + 2..)?);
        let lines = lines.strip_suffix('\n')?;
        if lines.lines().count() > MOST_SIGNATURES {
            return None;
        }
        let signatures = lines.split('\n').map(Signature::parse).collect::<Option<Vec<_>>>()?;
        Some(Note { text: text.to_owned(), signatures })
    }

    /// Whether a key signed it. A note with a bad signature of that key is signed by nobody.
    pub fn signed_by(&self, key: &Verifier) -> Option<Signed> {
        let id = key.id();
        let own = self
            .signatures
            .iter()
            .filter(|signature| signature.name == key.name && signature.id == id);
        let signed: Option<Vec<Signed>> =
            own.map(|signature| key.accepts(&self.text, &signature.bytes)).collect();
        signed?.last().copied()
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(formatter, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| write!(formatter, "{signature}"))
    }
}

#[cfg(test)]
#[path = "note_tests.rs"]
pub(super) mod tests;
