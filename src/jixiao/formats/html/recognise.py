"""A web page begins with a tag, and one of its first tags is one that only HTML has."""

import re

EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
TITLE = ("网页", "web page")
READS = (
    "正文、表格（含合并单元格）、列表；导航、相关链接和页脚略去，脚本和图片不读",
    "text, tables with merged cells, lists; no menus, related links and footers, scripts or pictures",
)

_HEAD = 4096
_TAG = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|table|div|p|h[1-6]|center|script|style|span|font|br|ul|ol)[\s/>])",
    re.IGNORECASE,
)


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes look like HTML; with the right extension, text may stand before the first tag."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[1:2] == b"\x00" or head[:1] == b"\x00":
        head = head.replace(b"\x00", b"")
    text = head.decode("latin-1").lstrip("\xff\xfe\xef\xbb\xbf \t\r\n\f")
    found = _TAG.search(text)
    return found is not None and (text.startswith("<") or name.lower().endswith(EXTENSIONS))
