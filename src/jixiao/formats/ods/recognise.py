"""A zip archive that calls itself an OpenDocument spreadsheet."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".ods", ".ots")
TITLE = ("OpenDocument 电子表格", "OpenDocument spreadsheet")
READS = (
    "各工作表按保存时显示的文字（合并单元格、单位行，隐藏的也读）；图片、文本框、图表和宏不读",
    "the sheets as shown when saved: merged cells, unit lines, hidden sheets; no drawings or macros",
)
_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a spreadsheet; the name decides where the archive does not tell."""
    if not data.startswith(b"PK"):
        return False
    from jixiao.formats.archive import open_archive

    try:
        archive = open_archive(data)
        if "mimetype" in archive:
            return archive.read("mimetype").startswith(_KIND)
    except ReadError:
        return False
    return "content.xml" in archive and name.lower().endswith(EXTENSIONS)
