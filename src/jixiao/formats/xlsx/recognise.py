"""A workbook is a zip archive with parts in the folder ``xl``."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".xlsx", ".xlsm")
TITLE = ("Excel 工作簿（2007 年起）", "Excel since 2007")
READS = (
    "各工作表按显示的样子（数字格式、合并单元格、单位行，隐藏的也读）；图片和宏不读",
    "the sheets as shown: number formats, merged cells, unit lines, hidden sheets; no macros",
)


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a workbook; one that cannot be opened is nobody's, and discovery says why."""
    del name
    if not data.startswith(b"PK"):
        return False
    from jixiao.formats.archive import open_archive

    try:
        names = open_archive(data).names()
    except ReadError:
        return False
    return any(part.startswith("xl/workbook") for part in names)
