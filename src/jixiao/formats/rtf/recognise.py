"""Rich Text Format begins with a brace and its name; many files called .doc are of this kind."""

from typing import Final

EXTENSIONS = (".rtf",)
TITLE = ("RTF 文件（写字板、旧版 Word）", "Rich Text Format")
READS = (
    "正文、表格（含合并单元格）、自动编号、文本框、脚注、修订（按接受计）；图片不读",
    "text, tables with merged cells, automatic numbers, text boxes, notes, accepted changes; no pictures",
)
_START: Final = b"{\\rtf"
_BEFORE: Final = b" \t\r\n\xef\xbb\xbf"


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes begin so, whatever the file is called."""
    del name
    return data[:64].lstrip(_BEFORE).startswith(_START)
