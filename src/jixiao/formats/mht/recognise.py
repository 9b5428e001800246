"""A web page in one file is a mail without sender: heads, then the page and its pictures as parts."""

import re
from typing import Final

EXTENSIONS = (".mht", ".mhtml")
TITLE = ("单个文件网页（MHT）", "web page in one file (MHT)")
READS = ("其中的网页：正文、表格、列表；图片不读", "the page in it: text, tables, lists; no pictures")
_HEAD: Final = 4096
_HEADER: Final = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]*\S")
_VERSION: Final = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_TYPE: Final = re.compile(
    rb"^Content-Type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)", re.IGNORECASE | re.MULTILINE
)


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes begin with the heads of such a file, whatever it is called."""
    del name
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return _HEADER.match(head) is not None and bool(_VERSION.search(head) and _TYPE.search(head))
