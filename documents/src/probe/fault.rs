//! Why a file is not taken in, in the words of both languages.

/// Why a file cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProbeError {
    /// Neither a PDF nor a JPEG nor a PNG.
    #[error("the file is no PDF, JPEG or PNG")]
    UnknownType,
    /// The content breaks off or cannot be decoded.
    #[error("the file is damaged or cannot be decoded")]
    Damaged,
    /// A PDF that is encrypted or asks for a password.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// A PDF of a version that cannot be bound into a dossier.
    #[error("the PDF is of a version newer than 1.7")]
    TooNew,
    /// A PDF with layers that can be shown or hidden; which of them would be bound is not sure.
    #[error("the PDF has layers")]
    Layered,
    /// A PDF that does something, or carries something, beside its pages.
    #[error("the PDF has active content: {}", .0.english())]
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
            Self::UnknownType => "文件不是 PDF、JPEG 或 PNG".to_owned(),
            Self::Damaged => "文件已损坏或无法解码".to_owned(),
            Self::Encrypted => "PDF 已加密".to_owned(),
            Self::TooNew => "PDF 版本高于1.7".to_owned(),
            Self::Layered => "PDF 含有图层".to_owned(),
            Self::Active(active) => format!("PDF 含有活动内容：{}", active.chinese()),
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

/// What a PDF does or carries beside its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Active {
    /// A script.
    JavaScript,
    /// Starting a program or opening another file.
    Launch,
    /// A file inside the file.
    EmbeddedFile,
    /// A form in Adobe's XML.
    XmlForm,
    /// Film, sound or a scene.
    Media,
    /// Sending what was filled in to an address, or taking it from a file.
    Submission,
    /// Something that happens when the file or a page is opened.
    OnOpening,
}

impl Active {
    pub(super) fn english(self) -> &'static str {
        match self {
            Self::JavaScript => "JavaScript",
            Self::Launch => "an action that starts a program or opens a file",
            Self::EmbeddedFile => "an embedded file",
            Self::XmlForm => "an XFA form",
            Self::Media => "film, sound or other media",
            Self::Submission => "a form that is sent to an address",
            Self::OnOpening => "an action that runs by itself",
        }
    }

    pub(super) fn chinese(self) -> &'static str {
        match self {
            Self::JavaScript => "JavaScript 脚本",
            Self::Launch => "启动程序或打开其他文件的动作",
            Self::EmbeddedFile => "嵌入的文件",
            Self::XmlForm => "XFA 表单",
            Self::Media => "影音等多媒体",
            Self::Submission => "向网址提交的表单",
            Self::OnOpening => "自动执行的动作",
        }
    }
}
