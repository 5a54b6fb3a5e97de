//! What is found in a file that is not taken in, by its name in Chinese and English.

/// A kind of file that is known and not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// What telephones make of a photo unless they are told otherwise.
    Heic,
    /// AVIF, in the same container.
    Avif,
    /// TIFF, and what cameras write raw in its form.
    Tiff,
    /// GIF.
    Gif,
    /// BMP.
    Bmp,
    /// WebP.
    WebP,
    /// JPEG 2000 or JPEG XL, which share a name with JPEG alone.
    OtherJpeg,
    /// SVG.
    Svg,
    /// A film.
    Film,
    /// The Chinese format of fixed pages, GB/T 33190.
    Ofd,
    /// A text of an office program, which has no fixed pages.
    Text,
    /// A table of an office program.
    Table,
    /// Slides of an office program.
    Slides,
    /// An older document of an office program.
    Office,
    /// A web page, as is saved when a download did not succeed.
    WebPage,
    /// A ZIP archive.
    Zip,
    /// Another archive.
    Archive,
}

impl Foreign {
    /// What a client says it sends, where that is a kind that is known and not taken.
    pub fn of_media_type(media_type: &str) -> Option<Foreign> {
        Some(match media_type {
            "image/heic" | "image/heif" | "image/heic-sequence" => Foreign::Heic,
            "image/avif" => Foreign::Avif,
            "image/tiff" | "image/tif" => Foreign::Tiff,
            "image/gif" => Foreign::Gif,
            "image/bmp" | "image/x-ms-bmp" => Foreign::Bmp,
            "image/webp" => Foreign::WebP,
            "image/jp2" | "image/jxl" => Foreign::OtherJpeg,
            "image/svg+xml" => Foreign::Svg,
            "application/ofd" | "application/x-ofd" => Foreign::Ofd,
            "application/msword" | "application/rtf" | "text/rtf" | "application/vnd.ms-works" => {
                Foreign::Text
            }
            "application/vnd.ms-excel" => Foreign::Table,
            "application/vnd.ms-powerpoint" => Foreign::Slides,
            "text/html" => Foreign::WebPage,
            "application/zip" | "application/x-zip-compressed" => Foreign::Zip,
            "application/vnd.rar"
            | "application/x-rar-compressed"
            | "application/x-7z-compressed"
            | "application/gzip"
            | "application/x-tar" => Foreign::Archive,
            film if film.starts_with("video/") => Foreign::Film,
            text if text.ends_with(".wordprocessingml.document") || text.ends_with(".text") => {
                Foreign::Text
            }
            table if table.ends_with("sheet") => Foreign::Table,
            slides if slides.ends_with("presentation") => Foreign::Slides,
            _ => return None,
        })
    }

    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Heic => (" HEIC 照片", "a HEIC photo"),
            Self::Avif => (" AVIF 图像", "an AVIF picture"),
            Self::Tiff => (" TIFF 图像", "a TIFF picture"),
            Self::Gif => (" GIF 图像", "a GIF picture"),
            Self::Bmp => (" BMP 图像", "a BMP picture"),
            Self::WebP => (" WebP 图像", "a WebP picture"),
            Self::OtherJpeg => (" JPEG 2000 或者 JPEG XL 图像", "a JPEG 2000 or JPEG XL picture"),
            Self::Svg => (" SVG 图形", "an SVG drawing"),
            Self::Film => ("视频", "a film"),
            Self::Ofd => (" OFD 版式文件", "an OFD document"),
            Self::Text => {
                (" Word 等文字处理文件", "a Word document or another text of an office program")
            }
            Self::Table => {
                (" Excel 等表格文件", "an Excel sheet or another table of an office program")
            }
            Self::Slides => {
                (" PowerPoint 等演示文件", "PowerPoint slides or others of an office program")
            }
            Self::Office => (
                "旧版 Word、Excel 或 WPS 文件",
                "an older document of an office program (Word, Excel, WPS)",
            ),
            Self::WebPage => ("网页", "a web page"),
            Self::Zip => (" ZIP 压缩包", "a ZIP archive"),
            Self::Archive => ("压缩包", "an archive"),
        }
    }

    /// What to do with it.
    pub(super) fn way_out(self) -> (&'static str, &'static str) {
        match self {
            Self::Heic
            | Self::Avif
            | Self::Tiff
            | Self::Gif
            | Self::Bmp
            | Self::WebP
            | Self::OtherJpeg => ("请转存为 JPEG 后再上传", "save it as a JPEG"),
            Self::Svg | Self::Ofd | Self::Text | Self::Table | Self::Slides | Self::Office => {
                ("请打印为 PDF 后再上传", "print it to a PDF")
            }
            Self::Film => ("请拍照或者扫描后再上传", "take a photo or scan the paper"),
            Self::WebPage => ("请下载原文件后再上传", "download the file itself"),
            Self::Zip | Self::Archive => ("请解开后逐件上传", "unpack it and file each paper"),
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
