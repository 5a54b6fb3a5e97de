//! The data directory: who may open it, how much room there is, the keys, the last backup.

use std::path::Path;

use rustix::fs::{StatVfs, statfs, statvfs};
use rustix::process::geteuid;

use super::findings::Findings;
use crate::backup::note;
use crate::clock::{self, HOUR, Instant};
use crate::config::{Config, closed};
use crate::secret::masters::Masters;
use crate::secret::{OfficeSecret, keys};

/// Less room than this is a fault, in MiB: an archived volume may take as much at once.
const LEAST_ROOM: u64 = 512;
/// Less room than this is worth knowing, in MiB.
const LITTLE_ROOM: u64 = 5 * 1024;
/// Fewer files than this can be made is worth knowing.
const FEW_FILES: u64 = 10_000;
/// A backup that is older was not made on the last day.
const YESTERDAY: Instant = 36 * HOUR;
/// A backup that is older is of little use.
const LONG_AGO: Instant = 8 * 24 * HOUR;
/// What the operating system calls file systems that lie on another machine: NFS, SMB, SMB 2, CIFS.
const OF_OTHER_MACHINES: [u32; 4] = [0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42];

/// Looks at the data directory. Says whether it belongs to whoever asks.
pub(super) fn look(config: &Config, findings: &mut Findings) -> bool {
    let data = &config.data;
    let owner = match closed::owner(data) {
        Ok(owner) => owner,
        Err(error) => {
            let advice = "name the data directory of the office, or found one with `guijia init`";
            findings.fault("data directory", error, advice);
            return true;
        }
    };
    let caller = geteuid().as_raw();
    if owner == caller {
        findings.ok("data directory", data.display());
    } else {
        let found =
            format!("{} belongs to user {owner}, who asks is user {caller}", data.display());
        let advice =
            "ask as the user the office is served by, for example by `runuser -u guijia --`";
        findings.warning("data directory", found, advice);
    }
    modes(config, findings);
    room(data, findings);
    file_system(config, findings);
    look_for_keys(config, findings);
    last_backup(data, findings);
    owner == caller
}

fn modes(config: &Config, findings: &mut Findings) {
    match config.open_to_others() {
        Err(error) => findings.fault("modes", error, "make the service's user its owner"),
        Ok(open) if open.is_empty() => findings.ok("modes", "closed to everybody else"),
        Ok(open) => {
            // Behind a closed door nobody comes to what stands open.
            let is_reached = open.iter().any(|(path, _)| *path == config.data);
            for (path, mode) in open {
                let found = format!("{} is open to others (mode {mode:o})", path.display());
                let advice = "close it with `chmod go=`, or start the service, which closes it";
                match is_reached {
                    true => findings.fault("modes", found, advice),
                    false => findings.warning("modes", found, advice),
                }
            }
        }
    }
}

fn room(data: &Path, findings: &mut Findings) {
    let StatVfs { f_bavail, f_frsize, f_favail, f_files, .. } = match statvfs(data) {
        Ok(found) => found,
        Err(error) => return findings.fault("room", error, "look at the file system"),
    };
    let room = f_bavail.saturating_mul(f_frsize) / (1024 * 1024);
    let found = format!("{room} MiB free");
    let advice = "make room: without it every act is refused (docs/operations.md)";
    match room {
        0..LEAST_ROOM => findings.fault("room", found, advice),
        LEAST_ROOM..LITTLE_ROOM => findings.warning("room", found, advice),
        _ => findings.ok("room", found),
    }
    // Some file systems do not count their files.
    if f_files > 0 && f_favail < FEW_FILES {
        findings.warning("room", format!("{f_favail} files can still be made"), advice);
    }
}

/// An embedded database needs the locks and the order of writes of a disk of this machine.
fn file_system(config: &Config, findings: &mut Findings) {
    if config.database.is_some() {
        return;
    }
    let is_elsewhere = statfs(&config.data)
        .is_ok_and(|found| OF_OTHER_MACHINES.iter().any(|kind| i64::from(*kind) == found.f_type));
    if is_elsewhere {
        let found = "the embedded database lies on another machine's file system";
        let advice = "move it to a disk of this machine, or use PostgreSQL";
        findings.fault("file system", found, advice);
    }
}

fn look_for_keys(config: &Config, findings: &mut Findings) {
    let directory = config.key_directory();
    let advice = "bring the keys of this office back from their copy; never make new ones for it";
    match OfficeSecret::load(&directory) {
        Ok(_) => findings.ok("office's secret", "there, and for its owner only"),
        Err(error) => findings.fault("office's secret", error, advice),
    }
    match keys::load(&directory) {
        Ok(keys) => findings.ok("signing keys", format!("{} there", keys.older.len() + 1)),
        Err(error) => findings.fault("signing keys", error, advice),
    }
    match Masters::load(&directory) {
        Ok(masters) => findings.ok("master key", format!("there, for {}", masters.suite().word())),
        Err(error) => findings.fault("master key", error, advice),
    }
}

fn last_backup(data: &Path, findings: &mut Findings) {
    let advice = "make one every day: `guijia backup --to FILE --recipient age1…`";
    let note = match note::find(data) {
        Ok(Some(note)) => note,
        Ok(None) => return findings.warning("backup", "none was made here yet", advice),
        Err(error) => return findings.warning("backup", error, advice),
    };
    let found = format!("the newest was begun {}", clock::written(note.begun_at));
    match clock::now().saturating_sub(note.begun_at) {
        age if age > LONG_AGO => findings.fault("backup", found, advice),
        age if age > YESTERDAY => findings.warning("backup", found, advice),
        _ => findings.ok("backup", found),
    }
    if note.losses > 0 {
        let found = format!("{} scans or documents are not in the newest", note.losses);
        let advice = "`guijia verify --files` names them; file them again";
        findings.warning("backup", found, advice);
    }
}
