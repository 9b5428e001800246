"""What a document says of itself: whose it is, of which year, what kind of paper, which project."""

import re
from collections.abc import Iterator
from typing import Final

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.script import plain
from jixiao.core.document import Block
from jixiao.core.frozen import frozen

_BODY_LABEL: Final = re.compile(
    r"^(?:部门(?:\(单位\))?名称|单位名称|(?:预算|填报|编报|公开|编制|报送)(?:单位|部门)(?:名称|\(.{1,4}\))?|"
    r"主管部门(?:及代码)?|(?:项目)?实施单位|项目单位)(?:\(.{1,4}\))?[::]?$"
)
_BODY_LINE: Final = re.compile(
    r"(?:部门|单位)名称[::]|(?:预算|填报|编报|公开|编制|报送)(?:单位|部门)(?:名称)?(?:\(.{1,4}\))?[::]"
)
_PROJECT_LABEL: Final = re.compile(r"^项目名称[::]?$")
_PROJECT_TITLE: Final = re.compile(
    r"^(?:关于)?(?:[\u4e00-\u9fff]{2,20}?\d{4}年度?)?(?P<name>[^，。]{4,50}?)"
    r"(?:专项预算|专项资金|预算)?(?:项目|专项)(?:支出)?(?:绩效|事前|事后|重点|部门|自)[^，。]{0,12}(?:报告|表|情况)?$"
)
_ACCOUNTS: Final = re.compile(r"(?:部门|单位)决算(?:公开)?(?:报告|说明)?$")
_GENERIC_PROJECT: Final = re.compile(
    r"^(?:部门|单位)?(?:预算|专项)?$|部门$|^(?:\d{4}年度?)?(?:部门|单位)?(?:预算)?$"
)
_LABEL: Final = re.compile(
    r"(?:单位|部门|代码|编码|性质|类别|类型|负责人|名称|年度|电话|期限|时间|日期|属性|级次)(?:\(.{1,6}\))?[::]?$"
)
_HEADER: Final = re.compile(
    r"^(?:绩效目标|(?:自评|评价)?得分|(?:年初|全年|调整后?)?(?:预算|执行|决算)(?:数|金额|情况|率)?|金额|备注|"
    r"项目(?:类别|性质|内容)|主要内容|.{0,4}(?:资金|支出)金额|单位名称|主管部门|实施单位)$"
)
_TELLING: Final = re.compile(
    r"^(?:19|20)\d\d年?$|(?:局|委|办|办公室|中心|政府|院|厅|会|校|学|站|所|处|队|馆|社|公司)$"
)
_YEAR: Final = re.compile(r"((?:19|20)\d\d)\s?年")
_YEAR_LINE: Final = re.compile(r"年度[:：]((?:19|20)\d\d)")
_YEAR_LABEL: Final = re.compile(r"^(?:预算|会计|财政)?年度[:：]?$")
_YEAR_VALUE: Final = re.compile(r"(?:19|20)\d\d年?度?")
_LEVEL: Final = re.compile(r"[(（]?(?:局|委|办|厅)?(?:机关)?本级[)）]?")
_RUNNING: Final = re.compile(r"[，,。；;:：、]")
"""Signs of a sentence, which no title has."""
_BODY_NAME: Final = re.compile(r"^[\d\s\-_.]*(?P<name>[\u4e00-\u9fff()]{4,40})$")
_KINDS: Final = (
    ("target", re.compile(r"绩效目标(?:申报|表)|目标申报")),
    ("monitoring", re.compile(r"监控")),
    ("after", re.compile(r"决算|自评|绩效评价|绩效报告|执行情况|工作总结|支出绩效")),
    ("budget", re.compile(r"预算(?!绩效|管理|执行|年度)")),
)
_TITLE_BLOCKS: Final = 8
_NEAR: Final = 16
"""Blocks within which a form speaks for the whole document; further below it is an annex."""
_LONGEST_TITLE: Final = 60
_AREA: Final = re.compile(r"(?:省|市|县|区|州|旗|盟)$")
_SHORTEST_NAME: Final = 4


@frozen
class Identity:
    """Who, when and what. ``bodies`` are all that the document names as its own, the first its title's.

    ``level`` is 本级 where its title says that it tells of the department's own office only; ``kind`` is
    after (the year is over), budget, target or monitoring, "" where no title tells; ``project`` is the one
    project that the whole document is about.
    """

    bodies: tuple[str, ...]
    year: int | None
    year_told: bool
    level: str
    kind: str
    project: str
    score: str = ""
    """Whose score the paper gives, by its title: 自评得分 or 评价得分."""

    @property
    def body(self) -> str:
        """The body, "" where no title and no form names one."""
        return self.bodies[0] if self.bodies else ""

    def is_of(self, body: str) -> bool:
        """Whether one of its bodies is this one, or it names none."""
        return not self.bodies or any(same_body(own, body) for own in self.bodies)


def identify(reading: Reading) -> Identity:
    """What the document says of itself in its title, its first lines and the heads of its forms."""
    titles = [title for title in _titles(reading) if title]
    years = [year for title in titles for year in (*_YEAR.findall(title), *_YEAR_LINE.findall(title))]
    years += [value[:4] for value in _named(reading, _YEAR_LABEL, near=True) if _YEAR_VALUE.fullmatch(value)]
    told = int(years[0]) if years else None
    bodies = [reading.body] if reading.body else []
    bodies += [name for name in _named(reading, _BODY_LABEL, near=True) if _BODY_NAME.match(name)]
    bodies += [name for title in titles for name in _after_label(title)]
    level = any(_LEVEL.search(name) for name in [*titles, *bodies] if not _RUNNING.search(name))
    if not bodies:  # a package whose title is lost, with forms of its own annexed
        bodies = [name for name in _named(reading, _BODY_LABEL, near=False) if _BODY_NAME.match(name)]
    joined = "\n".join(title for title in titles if not _RUNNING.search(title))
    kind = next((name for name, pattern in _KINDS if pattern.search(joined)), "")
    return Identity(
        tuple(dict.fromkeys(_without_level(name) for name in bodies)),
        told or reading.year,
        told is not None,
        "本级" if level else "",
        kind,
        _project(reading, titles),
        "自评得分" if "自评" in joined else "评价得分" if "评价" in joined else "",
    )


def same_body(one: str, other: str) -> bool:
    """Equal names, or one is the other with the areas it lies in before it: 巴中市巴州区…, 巴州区…."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_NAME or not long.endswith(short):
        return False
    return _AREA.search(long.removesuffix(short)) is not None


def _titles(reading: Reading) -> Iterator[str]:
    for block in reading.document.blocks[:_TITLE_BLOCKS]:
        text = re.sub(r"\s+", "", plain(block.text))
        if not block.cells and len(text) <= _LONGEST_TITLE:
            yield text
    yield from (
        re.sub(r"\s+", "", plain(block.sheet)) for block in reading.document.blocks[:1] if block.sheet
    )


@once
def projects_of(reading: Reading) -> dict[int, str]:
    """The project that each form of the document names, by the number of its block."""
    return {
        block.index: name
        for block in reading.document.blocks
        if block.kind == "table" and (name := next(_labelled(block, _PROJECT_LABEL), ""))
    }


def _named(reading: Reading, label: re.Pattern[str], *, near: bool) -> Iterator[str]:
    """The words right of a label in the heads of the forms, of all or of those near the start."""
    for block in reading.document.blocks:
        if block.kind == "table" and (not near or block.index <= _NEAR):
            yield from _labelled(block, label)


def _labelled(block: Block, label: re.Pattern[str]) -> Iterator[str]:
    """The words right of a label, in rows of labels and values; a header row of a table is none."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append((cell.column, re.sub(r"[\s*]+", "", plain(cell.text))))
    for number in sorted(rows)[:_TITLE_BLOCKS]:
        words = [word for _, word in sorted(rows[number]) if word]
        if len(words) == 3 and label.match(words[0]) and _TELLING.search(words[1]):  # a remark behind it
            yield words[1]
        if len(words) % 2 or not all(_LABEL.search(word) for word in words[::2]):
            continue
        for name, value in zip(words[::2], words[1::2], strict=True):
            if label.match(name) and not _HEADER.search(value):
                yield value


def _after_label(line: str) -> Iterator[str]:
    found = _BODY_LINE.search(line)
    if found is not None:
        name = re.split(r"[,，;；。::]|金额|单位[::]|\d{4}年", line[found.end() :])[0]
        if _BODY_NAME.match(name):
            yield name


def _without_level(name: str) -> str:
    found = _BODY_NAME.match(name)
    bare = _LEVEL.sub("", found["name"] if found else name)
    return re.sub(r"\(.*?\)", "", bare) or name


def _project(reading: Reading, titles: list[str]) -> str:
    if any(_ACCOUNTS.search(title) for title in titles):
        return ""  # the accounts of a department with the form of its only project annexed
    forms = projects_of(reading)
    if forms and min(forms) <= _NEAR:
        return forms[min(forms)] if len({*forms.values()}) == 1 else ""
    for title in titles:
        found = _PROJECT_TITLE.match(title)
        if found is not None and not _GENERIC_PROJECT.search(found["name"]):
            return found["name"]
    return ""
