//! What is shipped beside the program fits to it: the configuration is read, the units name options and
//! paths that are there.

use std::path::{Path, PathBuf};
use std::process::Command;

use guijia::config::Config;

use crate::support::program;

fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace").to_owned()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The value of a line of a unit; one that goes on in the next lines is put together.
fn value(unit: &str, name: &str) -> String {
    let unit = unit.replace("\\\n", " ");
    let line = unit.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    line.unwrap_or_else(|| panic!("no {name}")).to_owned()
}

#[test]
fn the_configuration_is_read_and_every_setting_in_it_is_known() {
    let path = root().join("packaging/guijia.toml");
    let config = Config::read(Some(&path)).expect("a configuration");
    assert_eq!(config.data, Path::new("/var/lib/guijia"));
    assert!(config.listen.ip().is_loopback() && !config.hides_its_callers());
    // What is commented out is a setting, too, once it is taken in.
    let text = read("packaging/guijia.toml");
    let settings = text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
    let settings: Vec<&str> = settings.filter(|line| line.contains(" = ")).collect();
    assert!(settings.len() > 5, "{settings:?}");
    let folder = tempfile::tempdir().expect("a folder");
    let all = folder.path().join("guijia.toml");
    std::fs::write(&all, settings.join("\n")).expect("written");
    let config = Config::read(Some(&all)).expect("every setting is known");
    config.database_address().expect("an address");
}

#[tokio::test]
async fn the_units_call_the_program_with_options_it_has() {
    for (unit, command) in [("guijia.service", "serve"), ("guijia-backup.service", "backup")] {
        let text = read(&format!("packaging/{unit}"));
        let called = value(&text, "ExecStart");
        assert!(called.contains(&format!("/usr/bin/guijia {command} ")), "{called}");
        let help = program::run(&[command, "--help"]).await;
        assert_eq!(help.code, Some(0), "{}", help.complained);
        let options = called.split_whitespace().filter(|word| word.starts_with("--"));
        let options: Vec<&str> = options.collect();
        assert!(!options.is_empty(), "{called}");
        for option in options {
            assert!(help.said.contains(option), "{command} has no {option}");
        }
        // Where the unit lets it write is where the configuration has it write.
        assert_eq!(format!("/var/lib/{}", value(&text, "StateDirectory")), "/var/lib/guijia");
        assert_eq!(value(&text, "StateDirectoryMode"), "0700");
        assert_eq!(value(&text, "UMask"), "0077");
        assert_eq!(value(&text, "User"), "guijia");
    }
    let backup = read("packaging/guijia-backup.service");
    let places = value(&backup, "ReadWritePaths");
    assert!(value(&backup, "ExecStart").contains(&format!("{places}/guijia-")), "{places}");
    assert!(read("packaging/debian/postinst").contains(&places), "{places} is not made");
}

#[test]
fn the_package_has_what_the_units_name_and_lists_what_is_there() {
    let manifest = read("api/Cargo.toml");
    let (_, metadata) = manifest.split_once("[package.metadata.deb]").expect("its metadata");
    for path in metadata.split('"').filter(|word| word.starts_with("../")) {
        let path = root().join("api").join(path.trim_end_matches('*'));
        assert!(path.exists(), "{} is not there", path.display());
    }
    assert!(metadata.contains("[\"target/release/guijia\", \"usr/bin/\", \"755\"]"));
    let installed = "/etc/guijia/guijia.toml";
    for text in [&read("packaging/guijia.service"), &read("packaging/debian/postinst"), metadata] {
        assert!(text.contains(installed), "{installed} is missing in {text}");
    }
    let documented = value(&read("packaging/guijia.service"), "Documentation");
    let documented = documented.trim_start_matches("file:///usr/share/doc/guijia/").to_owned();
    assert!(metadata.contains(&format!("../docs/{documented}")), "{documented}");
}

#[test]
fn the_proxies_lead_to_the_service_and_take_what_it_takes() {
    let config = Config::read(Some(&root().join("packaging/guijia.toml"))).expect("read");
    for (proxy, size) in [("nginx.conf", "21m"), ("Caddyfile", "21MB")] {
        let text = read(&format!("packaging/proxy/{proxy}"));
        assert!(text.contains(&config.listen.to_string()), "{proxy}");
        assert!(text.contains(size), "{proxy}: a scan has up to 20 MB");
        assert!(text.contains("X-Forwarded-For") && text.contains("X-Forwarded-Proto"), "{proxy}");
    }
}

/// Where systemd is, it finds nothing to complain of in the units.
#[test]
fn systemd_takes_the_units() {
    let units = ["guijia.service", "guijia-backup.service", "guijia-backup.timer"];
    let folder = tempfile::tempdir().expect("a folder");
    for unit in units {
        let text = read(&format!("packaging/{unit}"));
        assert!(text.starts_with("# ") && text.contains("\n[Unit]\n"), "{unit}");
        // The program is not where it will be installed.
        let text = text.replace("/usr/bin/guijia", &program::path().display().to_string());
        std::fs::write(folder.path().join(unit), text).expect("written");
    }
    let paths = units.map(|unit| folder.path().join(unit));
    match Command::new("systemd-analyze").arg("verify").args(paths).output() {
        Ok(output) => {
            let words = String::from_utf8_lossy(&output.stderr).into_owned();
            let ours = words.lines().filter(|line| line.contains("guijia"));
            assert_eq!(ours.collect::<Vec<_>>(), Vec::<&str>::new(), "{words}");
        }
        Err(error) => println!("systemd-analyze is not here ({error}): the units were only read"),
    }
}
