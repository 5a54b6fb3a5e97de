//! A sample of 寻找弃婴（儿童）生父母公告.

use crate::parts::people::Sex;
use crate::parts::sample::day;
use crate::parts::sample::people::office;
use workflow::cast::county::DAZU;
use workflow::cast::figures::{FOUNDLING, REGISTRAR};

use super::PublicNotice;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, PublicNotice)> {
    vec![("public_notice", public_notice())]
}

/// 寻找弃婴（儿童）生父母公告.
pub fn public_notice() -> PublicNotice {
    PublicNotice {
        office: office(),
        number: "足民收公〔2026〕3号".into(),
        drawn_up_on: day(2026, 3, 4),
        child: FOUNDLING.name.into(),
        sex: Sex::Female,
        born_on: day(2023, 11, 5),
        born_on_estimated: true,
        found_on: day(2023, 11, 12),
        found_at: "重庆市大足区棠香街道五星社区卫生服务站门口".into(),
        features: "发现时约出生七日，体重3.1千克，右耳后有一颗绿豆大小的褐色胎记，无明显外伤；随身有白底碎花薄棉被一条、黄色连体衣一件、奶瓶一个，未留字条。"
            .into(),
        cared_for_by: DAZU.institution.name.into(),
        days: 60,
        contact: REGISTRAR.into(),
        photo: None,
    }
}
