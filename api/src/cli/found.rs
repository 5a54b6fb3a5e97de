//! `init` and `migrate`.

use std::path::PathBuf;

use clap::Args;
use documents::{Press, glyphs};
use serde::Deserialize;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::identity::{CreditCode, Division};

use super::lock::FolderLock;
use super::place::Place;
use super::stop::Stop;
use super::upkeep;
use crate::app;
use crate::clock;
use crate::office::founding::{FirstAdministrator, FoundingError, found_office};
use crate::secret::suite::Suite;
use crate::store::Store;
use crate::store::office::{Mode, Profile};

/// Founds an office.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The office: name, division, short names, address, first administrator (TOML)
    #[arg(long)]
    office: PathBuf,
    /// With which algorithms everything is sealed: `sm4gcm` for an office graded under GB/T 39786
    #[arg(long, value_enum, default_value_t)]
    suite: Suite,
    #[command(flatten)]
    place: Place,
}

/// The file that describes an office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeFile {
    name: String,
    division: Division,
    credit_code: CreditCode,
    province_short: String,
    county_short: String,
    address: String,
    telephone: String,
    fonds: String,
    base_address: String,
    administrator_login: String,
    administrator_name: String,
    #[serde(default)]
    rules: OfficeRules,
}

impl Init {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let file = self.read()?;
        let administrator = FirstAdministrator {
            login: file.administrator_login.clone(),
            name: file.administrator_name.clone(),
        };
        let config = self.place.config()?;
        config.make_data_directory().map_err(Stop::failed)?;
        let _lock = FolderLock::take(&config)?;
        let press = app::press(&config).map_err(Stop::failed)?;
        let invitation =
            found_office(&config, &file.profile(&press)?, self.suite, &administrator).await;
        let invitation = invitation.map_err(|error| match error {
            FoundingError::KeysExist(_) | FoundingError::OfficeExists => Stop::found(error),
            other => Stop::failed(other),
        })?;
        println!("The office is founded. Its keys are in {}.", config.key_directory().display());
        println!("First administrator: {}", administrator.login);
        upkeep::print(&invitation);
        Ok(())
    }

    fn read(&self) -> Result<OfficeFile, Stop> {
        config::Config::builder()
            .add_source(config::File::from(self.office.as_path()).format(config::FileFormat::Toml))
            .build()
            .and_then(config::Config::try_deserialize)
            .map_err(|error| Stop::usage(format!("{}: {error}", self.office.display())))
    }
}

impl OfficeFile {
    /// Every fault of the file at once.
    fn profile(self, press: &Press) -> Result<Profile, Stop> {
        let mut faults = Vec::new();
        if !self.division.has_county_office_on(clock::real_today()) {
            faults.push("division: no county has this code today (GB/T 2260)".to_owned());
        }
        if !self.credit_code.is_valid() {
            faults.push("credit_code: not a unified social credit code (GB 32100)".to_owned());
        }
        for (name, value) in [
            ("name", &self.name),
            ("province_short", &self.province_short),
            ("county_short", &self.county_short),
            ("address", &self.address),
            ("telephone", &self.telephone),
            ("fonds", &self.fonds),
            ("base_address", &self.base_address),
            ("administrator_login", &self.administrator_login),
            ("administrator_name", &self.administrator_name),
        ] {
            if value.trim().is_empty() {
                faults.push(format!("{name}: must not be empty"));
            }
            // These stand on what is printed, and a document with a gap cannot be made.
            for character in glyphs::missing(press, value) {
                faults.push(format!("{name}: {} is in no font", shown(character)));
            }
        }
        faults.extend(
            self.rules.out_of_bounds().iter().map(|name| format!("rules.{name}: out of bounds")),
        );
        if !faults.is_empty() {
            return Err(Stop::usage(faults.join("; ")));
        }
        Ok(Profile {
            office: Office {
                name: self.name,
                division: self.division,
                province_short: self.province_short,
                county_short: self.county_short,
                address: self.address,
                telephone: self.telephone,
                fonds: self.fonds,
            },
            credit_code: self.credit_code.0,
            base_address: self.base_address,
            mode: Mode::Real,
            practice_today: None,
            rules: self.rules,
        })
    }
}

/// A character by its number and, unless it shows nothing or does something, by itself.
fn shown(character: char) -> String {
    let code = u32::from(character);
    if character.is_control() {
        format!("U+{code:04X}")
    } else {
        format!("{character} (U+{code:04X})")
    }
}

/// Brings the schema up to date.
pub(super) async fn migrate(place: &Place) -> Result<(), Stop> {
    let config = place.config()?;
    let _lock = FolderLock::take(&config)?;
    let address = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&address).await.map_err(Stop::failed)?;
    store.migrate().await.map_err(Stop::failed)?;
    println!("The schema is up to date.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, administrator: &str) -> OfficeFile {
        OfficeFile {
            name: name.to_owned(),
            division: Division("500111".to_owned()),
            credit_code: CreditCode("11500111009900013R".to_owned()),
            province_short: "渝".to_owned(),
            county_short: "足".to_owned(),
            address: "练习县练习路1号".to_owned(),
            telephone: "023-00000000".to_owned(),
            fonds: "001".to_owned(),
            base_address: "http://guijia.test".to_owned(),
            administrator_login: "first.administrator".to_owned(),
            administrator_name: administrator.to_owned(),
            rules: OfficeRules::default(),
        }
    }

    #[test]
    fn an_office_is_founded_where_a_county_is() {
        let press = Press::new(Vec::new());
        // The county of the practice office, a county that became a district, a province.
        for division in ["500199", "500225", "500000"] {
            let division = Division(division.to_owned());
            let file = OfficeFile { division, ..file("县民政局", "秦望舒") };
            let stop = file.profile(&press).expect_err("no county");
            assert_eq!(stop.reason, "division: no county has this code today (GB/T 2260)");
        }
    }

    #[test]
    fn an_office_that_cannot_be_printed_is_not_founded() {
        let press = Press::new(Vec::new());
        file("练习县民政局", "秦望舒").profile(&press).expect("an office");
        let stop =
            file("练习县\u{e000}民政局", "秦\u{7}").profile(&press).expect_err("unprintable");
        let expected =
            "name: \u{e000} (U+E000) is in no font; administrator_name: U+0007 is in no font";
        assert_eq!(stop.reason, expected);
    }
}
