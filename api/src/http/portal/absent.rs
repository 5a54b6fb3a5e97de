//! The page of a program that was built without the pages: what is missing, and how to get it.

use poem::Response;
use poem::http::header;

use crate::http::answer::Kind;

const PAGE: &str = r#"<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>归家 Guijia</title>
</head>
<body>
<h1>这个程序里没有网页</h1>
<p>服务正在运行，接口可以使用。网页要先编译，再编译程序：安装 Node.js 20 以上版本，在源代码目录里运行 <code>scripts/portal</code>，然后重新编译并启动。</p>
<h1 lang="en">This program was built without its pages</h1>
<p lang="en">The service runs and its interface answers. The pages are built before the program: install Node.js 20 or later, run <code>scripts/portal</code> in the source directory, then build and start the program again.</p>
<p><a href="/openapi.json">/openapi.json</a></p>
</body>
</html>
"#;

/// The page; its status says that what was asked for is not there.
pub fn page() -> Response {
    let (status, ..) = Kind::NotFound.row();
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header(header::CONTENT_LENGTH, PAGE.len())
        .body(PAGE)
}
