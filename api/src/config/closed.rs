//! What an office keeps is open to the service's own user and to nobody else.
//!
//! What the program makes is made closed ([`make_closed_from_now_on`]). What was there before, made
//! by an older version or by hand, is closed at the start, and where that is impossible the program
//! does not begin. Keys are left as they are: one that others could read is not made good by closing
//! it, so whoever loads it refuses it.

use std::fs::{self, Metadata, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::Mode;
use rustix::process::{geteuid, umask};

/// What a mode says of everybody but the owner.
const OTHERS: u32 = 0o077;
const OTHERS_WRITE: u32 = 0o022;
const STICKY: u32 = 0o1000;
/// Folders that may stand in a data directory: ours, and what a file system of its own begins with.
const KNOWN_FOLDERS: [&str; 5] = ["files", "keys", "lost+found", "accesses", "heads"];

/// Why something is not closed.
#[derive(Debug, thiserror::Error)]
pub enum ClosingError {
    /// The operating system does not say how open it is.
    #[error("{path} cannot be looked at: {error}")]
    NotSeen {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        error: io::Error,
    },
    /// The operating system does not close it.
    #[error(
        "{path} is open to others (mode {mode:o}) and cannot be closed: {error}; make the \
         service's user its owner, or close it with chmod"
    )]
    NotClosed {
        /// The file or folder.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// What the operating system says.
        error: io::Error,
    },
    /// A folder that is not the office's alone.
    #[error(
        "{path} is open to others (mode {mode:o}) and holds what is not the office's; give the \
         office a data directory of its own, or close this one with chmod 700"
    )]
    Shared {
        /// The folder.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// A configuration file with a password that others may read.
    #[error(
        "{path} holds the password of the database and others may read it (mode {mode:o}); allow \
         only its owner (chmod 600)"
    )]
    PasswordShown {
        /// The configuration file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
}

/// Has every file and folder that this process makes belong to its user alone.
pub fn make_closed_from_now_on() {
    umask(Mode::RWXG | Mode::RWXO);
}

/// Closes what a data directory holds, and then the directory.
///
/// # Errors
/// When something is open to others and stays so.
pub fn close_data(data: &Path, files: &Path, database: Option<&Path>) -> Result<(), ClosingError> {
    close_tree(files)?;
    close_tree(&data.join("accesses"))?;
    for file in database.map(database_files).into_iter().flatten() {
        close(&file)?;
    }
    let Some(found) = look(data)?.filter(is_open) else { return Ok(()) };
    let is_everybodys = found.mode() & STICKY != 0 && found.mode() & OTHERS_WRITE != 0;
    if is_everybodys || holds_other_folders(data)? {
        return Err(ClosingError::Shared { path: data.to_owned(), mode: shown(&found) });
    }
    close(data)
}

/// Refuses a configuration file that shows a password. One that the administrator of the machine
/// owns may be read by the group of the service.
///
/// # Errors
/// [`ClosingError::PasswordShown`].
pub fn expect_closed_configuration(file: &Path) -> Result<(), ClosingError> {
    let Some(found) = look(file)? else { return Ok(()) };
    let is_of_the_machine = found.uid() == 0 && !geteuid().is_root();
    let allowed = if is_of_the_machine { 0o740 } else { 0o700 };
    if found.mode() & 0o777 & !allowed == 0 {
        return Ok(());
    }
    Err(ClosingError::PasswordShown { path: file.to_owned(), mode: shown(&found) })
}

/// What a data directory holds that is open to others, and the directory itself, each with its mode.
/// Nothing is changed; the keys are told of by whoever loads them.
///
/// # Errors
/// When something cannot be looked at.
pub fn open_to_others(
    data: &Path,
    files: &Path,
    database: Option<&Path>,
) -> Result<Vec<(PathBuf, u32)>, ClosingError> {
    let mut all = vec![data.to_owned(), files.to_owned()];
    all.extend(database.map(database_files).into_iter().flatten());
    let mut open = Vec::new();
    for path in all {
        if let Some(found) = look(&path)?.filter(is_open) {
            open.push((path, shown(&found)));
        }
    }
    Ok(open)
}

/// The number of the user to whom something belongs.
///
/// # Errors
/// When it is not there, or cannot be looked at.
pub fn owner(path: &Path) -> Result<u32, ClosingError> {
    let found = fs::metadata(path);
    found.map(|found| found.uid()).map_err(|error| {
        let path = path.to_owned();
        ClosingError::NotSeen { path, error }
    })
}

/// The file of an embedded database and those that stand beside it while it is open.
fn database_files(database: &Path) -> Vec<PathBuf> {
    let beside = ["", "-wal", "-shm", "-journal"].map(|ending| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    beside.into()
}

/// Closes everything in a folder and then the folder. One that is closed was made closed, and
/// nobody else could open what is in it.
pub(super) fn close_tree(folder: &Path) -> Result<(), ClosingError> {
    if look(folder)?.is_none_or(|found| !is_open(&found)) {
        return Ok(());
    }
    let mut folders = vec![folder.to_owned()];
    let mut seen = 0;
    while let Some(current) = folders.get(seen).cloned() {
        seen += 1;
        for (path, kind) in entries(&current)? {
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                close(&path)?;
            }
        }
    }
    // From the innermost outwards: while the first is open, a start that broke off is made good.
    folders.iter().rev().try_for_each(|folder| close(folder))
}

fn holds_other_folders(data: &Path) -> Result<bool, ClosingError> {
    let is_other = |(path, kind): &(PathBuf, fs::FileType)| {
        let name = path.file_name().and_then(|name| name.to_str());
        kind.is_dir() && name.is_none_or(|name| !KNOWN_FOLDERS.contains(&name))
    };
    Ok(entries(data)?.iter().any(is_other))
}

fn entries(folder: &Path) -> Result<Vec<(PathBuf, fs::FileType)>, ClosingError> {
    let read = || {
        fs::read_dir(folder)?
            .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))))
            .collect::<io::Result<Vec<_>>>()
    };
    read().map_err(|error| ClosingError::NotSeen { path: folder.to_owned(), error })
}

/// Takes from everybody but the owner what they may do; nothing is done where there is nothing.
fn close(path: &Path) -> Result<(), ClosingError> {
    let Some(found) = look(path)?.filter(is_open) else { return Ok(()) };
    let closed = Permissions::from_mode(found.mode() & 0o7777 & !OTHERS);
    fs::set_permissions(path, closed).map_err(|error| {
        let path = path.to_owned();
        ClosingError::NotClosed { path, mode: shown(&found), error }
    })
}

fn look(path: &Path) -> Result<Option<Metadata>, ClosingError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ClosingError::NotSeen { path: path.to_owned(), error }),
    }
}

fn is_open(found: &Metadata) -> bool {
    found.mode() & OTHERS != 0
}

fn shown(found: &Metadata) -> u32 {
    found.mode() & 0o7777
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("set");
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o7777
    }

    /// A data directory as it is where everybody may read what is made.
    fn open_data() -> (tempfile::TempDir, PathBuf) {
        let home = tempfile::tempdir().expect("a directory");
        let data = home.path().join("data");
        let scans = data.join("files/ab/cd");
        fs::create_dir_all(&scans).expect("made");
        for file in ["files/ab/cd/scan", "guijia.sqlite", "guijia.sqlite-wal", "note.txt"] {
            fs::write(data.join(file), "").expect("written");
            set(&data.join(file), 0o644);
        }
        for folder in ["files/ab/cd", "files/ab", "files", ""] {
            set(&data.join(folder), 0o755);
        }
        (home, data)
    }

    fn close_all(data: &Path) -> Result<(), ClosingError> {
        close_data(data, &data.join("files"), Some(&data.join("guijia.sqlite")))
    }

    #[test]
    fn what_was_made_open_is_closed() {
        let (_home, data) = open_data();
        close_all(&data).expect("closed");
        for folder in ["", "files", "files/ab", "files/ab/cd"] {
            assert_eq!(mode(&data.join(folder)), 0o700, "{folder}");
        }
        for file in ["files/ab/cd/scan", "guijia.sqlite", "guijia.sqlite-wal"] {
            assert_eq!(mode(&data.join(file)), 0o600, "{file}");
        }
        assert_eq!(mode(&data.join("note.txt")), 0o644, "not ours, and behind a closed door");
        close_all(&data).expect("nothing to do");
        close_all(&data.join("not there yet")).expect("nothing to close");
    }

    #[test]
    fn a_directory_shared_with_others_is_refused_and_left_as_it_is() {
        let (_home, data) = open_data();
        fs::create_dir(data.join("somebody")).expect("made");
        assert!(matches!(close_all(&data), Err(ClosingError::Shared { mode: 0o755, .. })));
        assert_eq!(mode(&data), 0o755);
        fs::remove_dir(data.join("somebody")).expect("removed");
        set(&data, 0o1777);
        assert!(matches!(close_all(&data), Err(ClosingError::Shared { mode: 0o1777, .. })));
        assert_eq!(mode(&data), 0o1777);
    }

    #[test]
    fn what_cannot_be_closed_is_refused_with_words() {
        // The operating system lets nobody change the modes of what it tells of a process.
        let refused = close(Path::new("/proc/self/status")).expect_err("open for ever");
        let said = refused.to_string();
        assert!(said.starts_with("/proc/self/status is open to others (mode 444)"), "{said}");
    }

    #[test]
    fn a_configuration_that_shows_a_password_is_refused() {
        let home = tempfile::tempdir().expect("a directory");
        let file = home.path().join("guijia.toml");
        fs::write(&file, "").expect("written");
        for open in [0o644, 0o640, 0o604] {
            set(&file, open);
            let refused = expect_closed_configuration(&file);
            assert!(matches!(refused, Err(ClosingError::PasswordShown { .. })), "{open:o}");
        }
        set(&file, 0o600);
        expect_closed_configuration(&file).expect("closed");
    }
}
