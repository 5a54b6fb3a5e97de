//! The two counties of the cast: what their bureaus are called, and who raises children there.

use crate::case::Institution;
use crate::facts::Office;
use crate::identity::{CreditCode, Division, ResidentId};

/// A county with its civil affairs bureau and its institution for children.
#[derive(Debug, Clone, Copy)]
pub struct County {
    /// The bureau's name.
    pub bureau: &'static str,
    /// 统一社会信用代码 of the bureau.
    pub bureau_code: &'static str,
    /// Its division code.
    pub division: &'static str,
    /// The province in the bureau's numbers.
    pub province_short: &'static str,
    /// The county in the bureau's numbers.
    pub county_short: &'static str,
    /// The bureau's address.
    pub address: &'static str,
    /// The bureau's telephone.
    pub telephone: &'static str,
    /// 全宗号 of the bureau's archives.
    pub fonds: &'static str,
    /// The county's people's court.
    pub court: &'static str,
    /// The institution that raises children.
    pub institution: Home,
}

/// An institution for children.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    /// Its name.
    pub name: &'static str,
    /// Its 统一社会信用代码.
    pub credit_code: &'static str,
    /// Its address.
    pub address: &'static str,
    /// Its telephone.
    pub telephone: &'static str,
    /// Who is responsible for it.
    pub head: &'static str,
    /// The number of that person.
    pub head_number: &'static str,
}

/// 大足区, a real county with an invented office: the samples of the papers and the stories of the law.
pub const DAZU: County = County {
    bureau: "重庆市大足区民政局",
    bureau_code: "11320000014000802N",
    division: "500111",
    province_short: "渝",
    county_short: "足",
    address: "重庆市大足区棠香街道北山路6号",
    telephone: "023-43700000",
    fonds: "0123",
    court: "重庆市大足区人民法院",
    institution: Home {
        name: "重庆市大足区儿童福利院",
        credit_code: "12500111450382165L",
        address: "重庆市大足区棠香街道五星大道中段199号",
        telephone: "023-43700001",
        head: "唐晓兰",
        head_number: "500225198509172212",
    },
};

/// 练习县, the county of the practice office: its division code has a form no county has.
pub const PRACTICE: County = County {
    bureau: "练习县民政局",
    bureau_code: "115001990099000139",
    division: "500199",
    province_short: "渝",
    county_short: "练",
    address: "练习县城关镇人民路1号",
    telephone: "023-40000001",
    fonds: "0199",
    court: "练习县人民法院",
    institution: Home {
        name: "练习县儿童福利院",
        credit_code: "12500199009901024H",
        address: "练习县城关镇福利路8号",
        telephone: "023-40000008",
        head: "苏慧兰",
        head_number: "500199197206180121",
    },
};

impl County {
    /// The bureau, as its papers name it.
    pub fn office(&self) -> Office {
        Office {
            name: self.bureau.to_owned(),
            division: self.division(),
            province_short: self.province_short.to_owned(),
            county_short: self.county_short.to_owned(),
            address: self.address.to_owned(),
            telephone: self.telephone.to_owned(),
            fonds: self.fonds.to_owned(),
        }
    }

    /// The institution, as it applies.
    pub fn institution(&self) -> Institution {
        let home = self.institution;
        Institution {
            name: home.name.to_owned(),
            credit_code: CreditCode(home.credit_code.to_owned()),
            division: self.division(),
            address: home.address.to_owned(),
            telephone: home.telephone.to_owned(),
            responsible_person: home.head.to_owned(),
            responsible_person_id: ResidentId(home.head_number.to_owned()),
        }
    }

    /// Where it lies.
    pub fn division(&self) -> Division {
        Division(self.division.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_valid() {
        for county in [DAZU, PRACTICE] {
            let institution = county.institution();
            assert!(CreditCode(county.bureau_code.to_owned()).is_valid(), "{county:?}");
            assert!(institution.credit_code.is_valid(), "{county:?}");
            institution.responsible_person_id.parts().expect("a valid number");
        }
    }
}
