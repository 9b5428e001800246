"""Whether a file is an OFD, by its content."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".ofd",)
TITLE = ("OFD 版式文件（GB/T 33190）", "OFD, the fixed-layout format of GB/T 33190")
READS = (
    "文字及其位置、表格（含合并单元格、跨页）；图片、附件、批注不读，签章不验证",
    "text with its place, tables with merged cells and over pages; no pictures, attachments or annotations",
)
_ZIP = b"PK"


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip with ``OFD.xml`` at its top.

    A damaged zip that is named like an OFD counts as one, so that its reader says what is wrong with it.
    """
    if not data.startswith(_ZIP):
        return False
    from jixiao.formats.archive import open_archive

    try:
        return any(part.casefold() == "ofd.xml" for part in open_archive(data).names())
    except ReadError:
        return name.lower().endswith(EXTENSIONS)
