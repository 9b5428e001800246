"""A zip archive with the binary list of sheets in the folder ``xl``."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".xlsb",)
TITLE = ("Excel 二进制工作簿（xlsb）", "Excel binary workbook")
READS = (
    "各工作表按显示的样子（数字格式、合并单元格、单位行，隐藏的也读）；图片、文本框、图表和宏不读",
    "the sheets as shown: number formats, merged cells, unit lines, hidden sheets; no drawings or macros",
)


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a binary workbook; discovery says why one cannot be opened."""
    del name
    if not data.startswith(b"PK"):
        return False
    from jixiao.formats.archive import open_archive

    try:
        return "xl/workbook.bin" in open_archive(data)
    except ReadError:
        return False
