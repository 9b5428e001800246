"""Word 97 to 2003 and WPS Writer: a compound file with a stream of the name WordDocument."""

from jixiao.formats.ole import is_ole, streams

EXTENSIONS = (".doc", ".dot", ".wps", ".wpt")
TITLE = ("Word 97—2003 文件、WPS 文字文件", "Word 97 to 2003, WPS Writer")
READS = (
    "正文、表格（含合并单元格）、自动编号、文本框、脚注、修订（按接受计）；图片和图表不读",
    "text, tables with merged cells, automatic numbers, text boxes, notes, accepted changes; no charts",
)
_MAIN = "WordDocument"
_OTHERS = frozenset(("Workbook", "Book", "PowerPoint Document"))


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are such a file.

    One that is only named so counts too, unless it is plainly another program's, so that its reader says what
    is wrong with it.
    """
    if not is_ole(data):
        return False
    found = streams(data)
    return _MAIN in found or (name.lower().endswith(EXTENSIONS) and not found & _OTHERS)
