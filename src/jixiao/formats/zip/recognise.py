"""A zip archive that is no office file."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".zip",)
TITLE = ("压缩包", "zip archive")
READS = (
    "其中的每份文件；压缩包里的压缩包不读",
    "every file in it; no archives within the archive",
)
_OFFICE = ("[Content_Types].xml", "OFD.xml", "mimetype", "word/document.xml", "xl/workbook.xml")


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip without the parts of an office file, or a broken one that is named so."""
    if not data.startswith(b"PK"):
        return False
    from jixiao.formats.archive import open_archive

    try:
        archive = open_archive(data)
    except ReadError:
        return name.lower().endswith(EXTENSIONS)
    return not any(part in archive for part in _OFFICE)
