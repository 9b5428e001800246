"""Small reports as Word files."""

from jixiao.formats.docx.write import write
from jixiao.formats.txt.read import read_text

WRONG = (
    "2023年度部门整体支出绩效自评报告\n一、预算执行情况\n"
    "2023年部门预算安排100.00万元，实际支出80.00万元，预算执行率90.00%。\n"
    "其中：基本支出50.00万元，项目支出40.00万元，合计80.00万元。\n"
)
NEXT = WRONG.replace("90.00%", "80.00%")
_BETWEEN = "".join(
    f"本单位按照要求开展第{sign}项工作，各项工作有序推进。\n" for sign in "一二三四五六七八九十" * 4
)
LONG = (
    "2023年度部门整体支出绩效自评报告\n一、基本情况\n2023年部门整体支出预算120.00万元。\n"
    + _BETWEEN
    + "二、预算执行情况\n2023年部门整体支出预算100.00万元，实际支出80.00万元，预算执行率80.00%。\n"
)
EVIL = WRONG.replace(
    "预算执行率",
    "<script>alert(1)</script><img src=x onerror=alert(1)><b hx-get='/' hx-trigger='load'>预算执行率",
)


def docx(text: str) -> bytes:
    """The text as a Word file."""
    return write(read_text(text, "report.txt"))
