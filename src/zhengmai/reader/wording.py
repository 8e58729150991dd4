"""What the reader says of input it cannot read, in English and Chinese.

A key and values come in, a sentence goes out: `why("empty")` is `it holds no text` or `里面没有文字`. The name of
the file is not in it: a `Refusal` puts it in front.
"""

from __future__ import annotations

from typing import Any

from zhengmai.messages import is_chinese

WORDING = {
    # paths
    "missing": (
        "there is no such file or folder; check the path",
        "没有这个文件或文件夹；请检查路径",
    ),
    "no-match": (
        "no file matches the pattern; check it, and quote it if the shell should leave it alone",
        "没有文件与通配符相符；请检查通配符",
    ),
    "no-reports": (
        "no file in it is of a kind that is read ({kinds})",
        "其中没有可读的文件（{kinds}）",
    ),
    "dangling": (
        "it is a link to a file that is not there; mend or remove the link",
        "它是一个链接，所指的文件不存在；请修复或删除链接",
    ),
    "not-a-file": (
        "it is a pipe, a socket or a device, no file; to read from a pipe name `-`",
        "它是管道、套接字或设备，不是文件；要从管道读入请用 `-`",
    ),
    "os": ("the system cannot read it: {why}", "系统无法读取：{why}"),
    "bad-path": ("this is no path that the system can open", "系统打不开这样的路径"),
    "unsupported": (
        "`{suffix}` is no kind that is read; save it as one of {kinds}",
        "不支持 `{suffix}` 类型；请另存为以下之一：{kinds}",
    ),
    "no-suffix": (
        "it has no suffix that tells its kind; name it one of {kinds}",
        "没有表明类型的后缀；请使用以下后缀之一：{kinds}",
    ),
    "too-large": (
        "it is larger than {limit} MB, which no report is; split it",
        "超过 {limit} MB，不会是一篇报道；请拆分",
    ),
    "same-id": (
        "its identifier `{id}` is that of {other}, read before; rename one, or have the later one replace the earlier",
        "标识 `{id}` 已属于先读入的 {other}；请给其中一个改名，或指定以后者替换前者",
    ),
    # text
    "empty": ("it holds no text", "里面没有文字"),
    "binary": (
        "it is binary data, or text in an encoding other than UTF-8, GB18030 and UTF-16; convert it",
        "是二进制数据，或不是 UTF-8、GB18030、UTF-16 编码的文本；请转换",
    ),
    "cut": (
        "it ends in the middle of a character, after byte {byte}: it was cut short; fetch it again",
        "在第 {byte} 字节后断在半个字上，文件不完整；请重新获取",
    ),
    "damaged": (
        "byte {byte} does not fit its encoding, {encoding}: the text is damaged; fetch it again or mend it",
        "第 {byte} 字节与其编码 {encoding} 不符，文字已损坏；请重新获取或修复",
    ),
    # pages
    "page-damaged": (
        "bytes inside the article fit no known encoding, after `{before}`; fetch the page again",
        "正文“{before}”之后有字节不符合任何已知编码；请重新获取网页",
    ),
    "page-bomb": (
        "its tags are nested or piled up as no page's are; it is not parsed",
        "标签嵌套或堆叠超出任何正常网页，不予解析",
    ),
    "page-no-article": (
        "no article is found in the page; save the page of the article itself, as the browser shows it",
        "网页中找不到正文；请保存文章本身的页面",
    ),
    # .docx and .pdf
    "bomb": (
        "unpacked it would be larger than any report; it is not unpacked",
        "解压后的大小超出任何报道，不予解压",
    ),
    # .docx
    "docx-not-zip": (
        "it is no .docx (a .docx is a zip archive); save it as .docx again",
        "不是 .docx（.docx 应是 zip 压缩包）；请重新另存为 .docx",
    ),
    "docx-old": (
        "it is an old .doc or is encrypted, whatever its name says; save it as .docx without a password",
        "实际是旧版 .doc 或已加密；请另存为不带密码的 .docx",
    ),
    "docx-broken": ("it is a damaged .docx ({why}); save it again", "是损坏的 .docx（{why}）；请重新保存"),
    # .pdf
    "pdf-not": ("it is no PDF; save or export it again", "不是 PDF；请重新保存或导出"),
    "pdf-encrypted": (
        "the PDF asks for a password; save a copy without one",
        "PDF 需要密码；请另存为不带密码的副本",
    ),
    "pdf-broken": ("it is a damaged PDF ({why}); save it again", "是损坏的 PDF（{why}）；请重新保存"),
    "pdf-no-text": (
        "the PDF has no text layer, only pictures of pages; put it through OCR first",
        "PDF 没有文字层，只有页面图像；请先做 OCR",
    ),
    "pdf-no-characters": (
        "the PDF's fonts do not say which characters they show; export it again or put it through OCR",
        "PDF 的字体没有标明所示字符；请重新导出或做 OCR",
    ),
    # .jsonl
    "json-broken": ("the line is no JSON ({why})", "这一行不是 JSON（{why}）"),
    "json-deep": ("nested too deep", "嵌套过深"),
    "json-no-object": ("the line is no JSON object `{{…}}`", "这一行不是 JSON 对象 `{{…}}`"),
    "json-no-text": (
        "the object has no `text`, or it is no string; give each article one",
        "对象没有 `text`，或 `text` 不是字符串；请补上",
    ),
    "json-bad-id": ("its `id` is neither a string nor a whole number", "`id` 既不是字符串也不是整数"),
    "json-utf16": (
        "JSON lines are read in UTF-8 or GB18030, this is UTF-16; convert it",
        "JSON 行按 UTF-8 或 GB18030 读取，这是 UTF-16；请转换编码",
    ),
    "json-long-line": (
        "the line is larger than {limit} MB; what follows it is not read either",
        "这一行超过 {limit} MB；其后的内容也未读取",
    ),
    "gzip-stdin": (
        "standard input is gzip data; unpack it on the way: `zcat FILE | zhengmai … -`",
        "标准输入是 gzip 数据；请边解压边传入：`zcat 文件 | zhengmai … -`",
    ),
    "gzip-broken": (
        "the gzip data is damaged or cut short here; what follows is lost, fetch the file again",
        "gzip 数据在此处损坏或中断，其后的内容已丢失；请重新获取文件",
    ),
}


def why(key: str, **values: Any) -> str:
    """The sentence of that key in the user's language, filled in."""
    return WORDING[key][is_chinese()].format(**values)
