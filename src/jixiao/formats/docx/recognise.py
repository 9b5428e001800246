"""Whether a file is a Word document, by its content."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
TITLE = ("Word 文件（2007 年起）", "Word since 2007")
READS = (
    "正文、表格（含合并单元格）、自动编号、文本框、脚注、修订（按接受计）、图表数据；图片不读",
    "text, tables with merged cells, automatic numbers, text boxes, notes, accepted changes, charts",
)
_ZIP = b"PK"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip whose list of content types names a Word main part.

    A damaged or encrypted file that is named like a Word document counts as one, so that its reader says what
    is wrong with it.
    """
    named = name.lower().endswith(EXTENSIONS)
    if not data.startswith(_ZIP):
        return named and data.startswith(_COMPOUND)
    from jixiao.formats.archive import open_archive, parse_xml
    from jixiao.formats.docx.package import TYPES_PART, main_parts

    try:
        archive = open_archive(data)
        if TYPES_PART in archive and main_parts(parse_xml(archive.read(TYPES_PART))):
            return True
    except ReadError:
        return named
    return "word/document.xml" in archive
