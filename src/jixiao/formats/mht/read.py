"""A web page in one file to a Document: the page is taken out and read as one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.html.read import read as read_page

if TYPE_CHECKING:
    from email.message import Message

    from jixiao.core.document import Document

MAX_BYTES: Final = 64 * 2**20
"""Pictures stand in it, too; taking it apart costs a second for 20 MB."""
MAX_NESTING: Final = 50
"""Lists of parts in the file; each line is compared with the bounds of all that are open."""

_BOUNDARY: Final = re.compile(rb"boundary\s*=", re.IGNORECASE)
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "unicode": "utf-16"}
"""Declared character sets of Word, and what they are in truth."""
_MARK: Final = "utf-8-sig"


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a file.

    Raises:
        ReadError: ``too_large``, ``too_deep``, ``no_page`` (there is no web page in it), and those of a page.
    """
    from email import message_from_bytes

    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 2**20
        raise ReadError(
            "too_large",
            f"单个文件网页过大：超过 {limit} MB。请用浏览器或 Word 打开，去掉图片后另存。",
            f"The web page is too large: more than {limit} MB. Remove its pictures and save it again.",
        )
    if len(_BOUNDARY.findall(data)) > MAX_NESTING:
        raise _too_deep()
    try:
        page = _page(message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip()))
    except RecursionError as error:
        raise _too_deep() from error
    if page is None:
        raise ReadError(
            "no_page",
            "单个文件网页（MHT）里没有网页正文，可能没有保存完整。"
            "请用 Word 或浏览器打开原件，另存为 docx 或网页。",
            "There is no web page in the file (MHT), perhaps it was not fully saved. Open the original in "
            "Word or a browser and save it as docx or html.",
        )
    return replace(read_page(page, name), format="mht")


def _page(message: Message) -> bytes | None:
    """The first web page among the parts, as UTF-8 where its character set is declared and true."""
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        declared = (part.get_content_charset() or "").lower()
        try:
            return content.decode(_WIDER.get(declared, declared)).encode(_MARK)
        except (LookupError, UnicodeError):
            return content  # the page itself may say it better
    return None


def _too_deep() -> ReadError:
    return ReadError(
        "too_deep",
        "文件可疑：单个文件网页（MHT）里的部分嵌套过多，无法读取。请用浏览器打开后另存。",
        "The file is suspicious: the parts of the web page (MHT) are nested too deeply. Save it again from a "
        "browser.",
    )
