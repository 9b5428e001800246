"""The body that a document is about, as its title names it."""

import re

from jixiao.core.document import Document

_OFFICE = (
    r"(?:委员会|办公室|办公厅|人民政府|人民法院|人民检察院|管理局|服务中心|中心|局|厅|院|馆|站|所|处|队|校|社|公司|"
    r"学校|大学|医院|街道办事处|街道办|街道|开发区|示范区|管委会|联合会|协会|工会|[市县区省旗州厅]委|政协|"
    r"人大常委会|人大|政府|会|办|镇|乡)"
)
_YEAR = r"[\d〇零一二三四五六七八九○]{4}\s?年"
_BODY = re.compile(
    rf"(?:关于)?(?:{_YEAR}度?)?(?P<body>[\u4e00-\u9fff]{{2,30}}{_OFFICE})"
    rf"(?=\s*(?:$|{_YEAR}|[（(“《]|部门|单位|本级|机关|整体|预算|决算|绩效|项目|财政(?!局)|支出|关于|工作|\d|政府(?!办)))"
)
_RUNNING = re.compile(r"[。；;，,：:、]")
_LONGEST_TITLE = 60


def body_of(document: Document) -> str:
    """The name of an office that a line of the title begins with; empty when no title names one."""
    for block in document.blocks[:8]:
        line = re.sub(r"\s+", "", block.text)
        if block.cells or not line or len(line) > _LONGEST_TITLE or _RUNNING.search(line):
            continue
        found = _BODY.match(line)
        if found is not None:
            return found["body"]
    return ""
