//! What is found in a file that is not taken in, by its name in Chinese and English.

/// A kind of file that is known and not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// What telephones make of a photo unless they are told otherwise.
    Heic,
    /// TIFF.
    Tiff,
    /// GIF, BMP or WebP.
    Picture,
    /// The Chinese format of fixed pages, GB/T 33190.
    Ofd,
    /// A document of an office program, which has no fixed pages.
    Office,
    /// Files packed into one.
    Archive,
}

impl Foreign {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Heic => (" HEIC 照片", "a HEIC photo"),
            Self::Tiff => (" TIFF 图像", "a TIFF picture"),
            Self::Picture => (" GIF、BMP 或 WebP 图像", "a GIF, BMP or WebP picture"),
            Self::Ofd => (" OFD 版式文件", "an OFD document"),
            Self::Office => ("文字处理或者表格文件", "a document of an office program"),
            Self::Archive => ("压缩包", "an archive"),
        }
    }

    /// What to do with it.
    pub(super) fn way_out(self) -> (&'static str, &'static str) {
        match self {
            Self::Heic | Self::Tiff | Self::Picture => {
                ("请转存为 JPEG 后再上传", "save it as a JPEG")
            }
            Self::Ofd | Self::Office => ("请打印为 PDF 后再上传", "print it to a PDF"),
            Self::Archive => ("请解开后逐件上传", "unpack it and file each paper"),
        }
    }
}

/// What a reader shows over a page of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// A rubber stamp.
    Stamp,
    /// A text or a slip with a text.
    Note,
    /// Handwriting, lines and figures.
    Drawing,
    /// What highlights, underlines, strikes out or covers a text.
    Marking,
    /// A field of a form: what was filled in, or its frame.
    Field,
    /// An electronic signature or seal that shows.
    Signature,
    /// A watermark.
    Watermark,
    /// Whatever else.
    Annotation,
}

impl Overlay {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Stamp => ("图章批注", "a stamp annotation"),
            Self::Note => ("文字批注", "a note"),
            Self::Drawing => ("手写或者图形批注", "a drawing"),
            Self::Marking => ("文字标记批注", "a marking of the text"),
            Self::Field => {
                ("表单域（填写的内容或者边框）", "a form field (what was filled in, or its frame)")
            }
            Self::Signature => ("电子签名或者电子印章", "an electronic signature or seal"),
            Self::Watermark => ("水印批注", "a watermark annotation"),
            Self::Annotation => ("批注", "an annotation"),
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
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::JavaScript => ("JavaScript 脚本", "JavaScript"),
            Self::Launch => {
                ("启动程序或打开其他文件的动作", "an action that starts a program or opens a file")
            }
            Self::EmbeddedFile => ("嵌入的文件", "an embedded file"),
            Self::XmlForm => ("XFA 表单", "an XFA form"),
            Self::Media => ("影音等多媒体", "film, sound or other media"),
            Self::Submission => ("向网址提交的表单", "a form that is sent to an address"),
            Self::OnOpening => ("自动执行的动作", "an action that runs by itself"),
        }
    }
}
