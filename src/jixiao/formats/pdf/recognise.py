"""Whether a file is a PDF, by its first bytes."""

from jixiao.formats.scanned import installed

EXTENSIONS = (".pdf",)
TITLE = ("PDF 文件", "PDF")
READS = (
    "文字及其页码和位置，有框线或按列对齐的表格（含合并单元格、跨页续表）；页眉页脚页码略去；扫描页装有识别程序时识别后读",
    "text with pages and positions, tables with rules or aligned columns; scans with the extra ocr",
)
_HEAD = 1024
"""The mark may stand behind some bytes of a mail or a web server; readers look so far."""


def missing() -> tuple[str, str] | None:
    """What this machine lacks to read scanned pages."""
    return installed.missing()


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes begin as PDF does; behind other bytes only where the name says so too."""
    if data.startswith(b"%PDF"):
        return True
    return name.lower().endswith(EXTENSIONS) and b"%PDF-" in data[:_HEAD]
