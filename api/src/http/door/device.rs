//! A device in a word for its browser and one for its system, so that its owner knows it again. What a
//! program calls itself is longer and tells people apart; it is not kept.

/// Browsers and programs, the more special first: most call themselves by the names of others, too.
const PROGRAMS: [(&str, &str); 7] = [
    ("MicroMessenger", "微信"),
    ("Edg", "Edge"),
    ("QQBrowser", "QQ 浏览器"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
    ("curl", "curl"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// The device in words, by what a program calls itself.
pub(super) fn in_words(program: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(part, _)| program.contains(part));
        found.map_or("—", |(_, word)| word)
    };
    format!("{}, {}", known(&PROGRAMS), known(&SYSTEMS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_two_words_and_nothing_of_what_was_sent() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                    Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0";
        let phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/139.0 Safari/537.36";
        assert_eq!(in_words(edge), "Edge, Windows");
        assert_eq!(in_words(phone), "Chrome, Android");
        assert_eq!(in_words("a name that tells who it is"), "—, —");
        assert_eq!(in_words(""), "—, —");
    }
}
