//! Why a file is not taken in, and what to do then, in the words of both languages.

use super::found::{Active, Foreign, Overlay};

/// How a PDF becomes one that is bound as it is seen, in Chinese and English.
const FLATTEN: (&str, &str) = (
    "请打印后扫描，或者用“打印为 PDF”另存后再上传",
    "print it and scan that, or print it to a new PDF",
);

/// Why a file cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProbeError {
    /// No byte.
    #[error("the file is empty: scan the paper anew")]
    Nothing,
    /// Neither a PDF nor a JPEG nor a PNG.
    #[error("the file is no PDF, JPEG or PNG")]
    UnknownType,
    /// A kind of file that is known and not taken.
    #[error("the file is {}, no PDF, JPEG or PNG: {}", .0.words().1, .0.way_out().1)]
    Foreign(Foreign),
    /// The content breaks off or cannot be decoded.
    #[error("the file is damaged, breaks off or cannot be decoded: scan the paper anew")]
    Damaged,
    /// Several PDFs, one behind the other in one file.
    #[error("several PDFs were joined end to end: file each by itself, or merge them into one")]
    Joined,
    /// A PDF that is encrypted or asks for a password.
    #[error("the PDF is encrypted: save it without a password")]
    Encrypted,
    /// A PDF of a version that cannot be bound into a dossier.
    #[error("the PDF is of version 2.0, newer than 1.7: {}", FLATTEN.1)]
    TooNew,
    /// A PDF with layers that can be shown or hidden; which of them would be bound is not sure.
    #[error("the PDF has layers that can be shown or hidden: {}", FLATTEN.1)]
    Layered,
    /// Something that a reader shows over a page and that does not belong to the page itself.
    #[error("page {page} of the PDF shows {}, which lies over the page and would be missing where it is bound: {}", overlay.words().1, FLATTEN.1)]
    Overlaid {
        /// Which page, from one.
        page: usize,
        /// What it shows.
        overlay: Overlay,
    },
    /// A PDF that does something, or carries something, beside its pages.
    #[error("the PDF has active content: {}", .0.words().1)]
    Active(Active),
    /// A PDF without a page.
    #[error("the PDF has no page")]
    Empty,
    /// More pages than allowed.
    #[error("the PDF has more than {limit} pages")]
    TooManyPages {
        /// Most pages allowed.
        limit: usize,
    },
    /// More objects than any scan has.
    #[error("the PDF has more than {limit} objects")]
    TooManyObjects {
        /// Most objects allowed.
        limit: usize,
    },
    /// Objects within objects within objects.
    #[error("the objects of the PDF are nested too deeply")]
    TooDeep,
    /// What is compressed in it unfolds into more than allowed.
    #[error("what is compressed in the PDF unfolds into too much")]
    UnfoldsTooFar,
    /// More pixels than allowed.
    #[error("the picture has more than {limit} pixels")]
    TooManyPixels {
        /// Most pixels allowed.
        limit: u64,
    },
    /// The colour profile or the texts beside the pixels unfold into more than allowed.
    #[error("the colour profile or the texts in the picture unfold into too much")]
    ExtrasTooLarge,
    /// The file is whole, yet a trial of binding it into a dossier failed.
    #[error("the file cannot be bound into a dossier: {reason}")]
    Unplaceable {
        /// What the typesetter says.
        reason: String,
    },
}

impl ProbeError {
    /// The same in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Nothing => "文件是空的，请重新扫描".to_owned(),
            Self::UnknownType => "文件不是 PDF、JPEG 或 PNG".to_owned(),
            Self::Foreign(foreign) => {
                let (name, way_out) = (foreign.words().0, foreign.way_out().0);
                format!("文件是{name}，不是 PDF、JPEG 或 PNG，{way_out}")
            }
            Self::Damaged => "文件已损坏、不完整或无法解码，请重新扫描".to_owned(),
            Self::Joined => "文件由几个 PDF 首尾相接而成，请分别上传，或者合并成一个".to_owned(),
            Self::Encrypted => "PDF 已加密，请去除密码后再上传".to_owned(),
            Self::TooNew => format!("PDF 版本为2.0，高于1.7，{}", FLATTEN.0),
            Self::Layered => format!("PDF 含有可以显示或者隐藏的图层，{}", FLATTEN.0),
            Self::Overlaid { page, overlay } => format!(
                "PDF 第{page}页显示的{}不在页面本身之中，编入卷宗后会缺失，{}",
                overlay.words().0,
                FLATTEN.0,
            ),
            Self::Active(active) => format!("PDF 含有活动内容：{}", active.words().0),
            Self::Empty => "PDF 没有页面".to_owned(),
            Self::TooManyPages { limit } => format!("PDF 超过{limit}页"),
            Self::TooManyObjects { limit } => format!("PDF 的对象超过{limit}个"),
            Self::TooDeep => "PDF 的对象嵌套过深".to_owned(),
            Self::UnfoldsTooFar => "PDF 中的压缩内容展开后过大".to_owned(),
            Self::TooManyPixels { limit } => format!("图像超过{limit}像素"),
            Self::ExtrasTooLarge => "图像中的颜色配置或文字展开后过大".to_owned(),
            Self::Unplaceable { .. } => "文件无法编入卷宗".to_owned(),
        }
    }
}
