"""Whether an uploaded file is what its name says, and harmless: asked of its content, never of its name.

For files that are kept as they are and given out again; files that are read are opened behind the guard.
"""

import re
from collections.abc import Callable
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jixiao.core.errors import ReadError
from jixiao.formats.archive import Archive, open_archive
from jixiao.formats.safe_xml import refuse_doctype
from jixiao.web.actions import Refused

_INSIDE: Final = frozenset({
    "pdf", "ofd", "jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "doc", "docx", "wps", "rtf", "txt",
    "xls", "xlsx", "et", "csv", "ppt", "pptx", "dps",
})  # fmt: skip
"""What an archive of evidence may hold: documents and pictures, nothing that runs or opens in a browser."""
_MACROS: Final = re.compile(
    r"(^|/)vbaproject\.bin$|(^|/)(macrosheets|activex)/|\.(exe|dll|js|vbs)$", re.IGNORECASE
)
_MACRO_KIND: Final = b"macroEnabled"
_KINDS: Final = "[Content_Types].xml"
_OFFICE: Final = frozenset({"docx", "xlsx"})
_XML: Final = (".xml", ".rels")


def admit(ending: str, data: bytes) -> None:
    """Let a file of this ending in; one without content is the caller's to refuse.

    Raises:
        Refused: the content is of another kind, holds macros or programs, unpacks beyond measure, or is an
            office file that declares a DOCTYPE, which no office program writes and our reader would refuse.
    """
    if not data:
        return
    if ending in _BEGINNINGS:
        if not data.startswith(_BEGINNINGS[ending]):
            raise _other(ending)
        return
    try:
        archive = open_archive(data)
        _ARCHIVES[ending](archive, ending)
        for name in archive.names():
            part = archive.read(name, nested=True)  # counts what it inflates
            if ending in _OFFICE and name.lower().endswith(_XML):
                refuse_doctype(part)
    except ReadError as error:
        raise Refused(error.message_en if get_language() == "en" else error.message) from error


def _office(archive: Archive, ending: str) -> None:
    main = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[ending]
    if main not in archive or _KINDS not in archive:
        raise _other(ending)
    wrong = [name for name in archive.names() if _MACROS.search(name)]
    if wrong or _MACRO_KIND in archive.read(_KINDS):
        raise Refused(_("文件带有宏或程序，不能上传。请另存为不带宏的 %(ending)s。") % {"ending": ending})


def _ofd(archive: Archive, ending: str) -> None:
    if "OFD.xml" not in archive:
        raise _other(ending)


def _plain(archive: Archive, ending: str) -> None:
    del ending
    for name in archive.names():
        if name.rpartition(".")[2].lower() not in _INSIDE:
            shown = name[-80:]
            raise Refused(_("压缩包里的“%(name)s”不是文档或图片，不能上传。") % {"name": shown})
        if name.lower().endswith((".docx", ".xlsx")):
            admit(name.lower()[-4:], archive.read(name, nested=True))


def _other(ending: str) -> Refused:
    return Refused(
        _("文件内容不是 %(ending)s：可能改过扩展名，或没有下载完整。请用原来的程序打开，另存后再上传。")
        % {"ending": ending}
    )


_BEGINNINGS: Final[dict[str, tuple[bytes, ...]]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
_ARCHIVES: Final[dict[str, Callable[[Archive, str], None]]] = {
    "docx": _office,
    "xlsx": _office,
    "ofd": _ofd,
    "zip": _plain,
}
KNOWN: Final = frozenset({*_BEGINNINGS, *_ARCHIVES})
"""The endings that can be asked about."""
