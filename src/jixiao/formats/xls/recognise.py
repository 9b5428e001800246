"""A compound file with the stream of a workbook, or such a stream by itself."""

EXTENSIONS = (".xls", ".xlt", ".et", ".ett")
TITLE = ("Excel 97—2003、WPS 表格工作簿", "Excel before 2007, WPS spreadsheets")
READS = (
    "各工作表按显示的样子（数字格式、合并单元格、单位行，隐藏的也读）；图片、文本框、图表和宏不读",
    "the sheets as shown: number formats, merged cells, unit lines, hidden sheets; no drawings or macros",
)
_BARE = tuple(bytes.fromhex(head) for head in ("09000400", "09020600", "09040600", "09080800", "09081000"))
"""How the stream begins in each version, as programs of the nineties saved it without a container."""


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a workbook; the name decides where the list of streams cannot be read."""
    if data.startswith(_BARE):
        return True
    from jixiao.formats.ole import is_ole, streams

    if not is_ole(data):
        return False
    found = {stream.casefold() for stream in streams(data)}
    if not found:
        return name.lower().endswith(EXTENSIONS)
    return not found.isdisjoint(("workbook", "book")) and "worddocument" not in found
