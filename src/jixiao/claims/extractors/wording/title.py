"""Titles of tables that belong to another report: another body, or another year, than the document's own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits
from jixiao.core.document import Block
from jixiao.core.observation import Observation

KIND = "text"

_OFFICE = (
    r"(?:办公室|办公厅|委员会|中心|政府办(?!公)|人民政府|[一-鿿]{1,6}局|大队|学校|医院"
    r"|街道办事处|研究院|协会|联合会)"
)
_TITLE = re.compile(
    rf"^\s*(?:附?[表件]\s?\d*[:、. ]*)?((?:19|20)\d\d)\s?年度?\s?([一-鿿]{{1,18}}?{_OFFICE})"
    r"(?:本级|机关|部门|单位)?([一-鿿“”()]{0,30}?表)\s*(?:\(.{0,16}\))?\s*$"
)
_OWN = re.compile(
    rf"^\s*(?:(?:19|20)\d\d\s?年度?)?\s?([一-鿿]{{2,24}}{_OFFICE})"
    r"(?=\s|$|\(|(?:19|20)\d\d|部门|单位|整体|本级|绩效|关于)"
)
_PLACE = re.compile(r"^.*?(?:自治[区州县旗]|[省市州盟县区旗镇乡])(?=[一-鿿]{2})")
_LABEL = re.compile(r"^(?:部门|单位|预算单位|填报单位|实施单位|主管部门|部门\(单位\))(?:名称)?[:：]?$")
_OWN_ACT = re.compile(r"绩效自评|自评表|整体支出|支出绩效|决算|绩效目标完成|预算执行")
_SEVERAL = re.compile(r"预算草案|预算\(草案\)|年预算|三年|至20|—20|-20")
_EARLIEST = 10
_NEAR = 2
"""Blocks below a title where its table begins."""
_SEVERAL_TOLD, _LONG = 2, 4
"""Amounts, and their digits, that two bodies do not share by chance."""


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each title of a table that names a body or a year that is not the document's own."""
    stream = stream_of(reading)
    titles = [
        (position, found)
        for position, paragraph in enumerate(stream.paragraphs)
        if 8 <= len(paragraph.text) <= 60
        and paragraph.text.rstrip(" )")[-1:] == "表"
        and (found := _TITLE.match(paragraph.text))
    ]
    if not titles:
        return
    own = _own_bodies(reading)
    for position, found in titles:
        span = stream.starts[position] + found.start(2), stream.starts[position] + found.end(2)
        body = found[2]
        if own and not any(_alike(body, name) for name in own) and _is_foreign(stream.text, body, own):
            yield stream.observe(
                span,
                "other_body",
                proven=_is_own_money(reading, stream.paragraphs[position].block.index, own),
                stated=stream.quote(*span),
                computed="、".join(own[:2]),
            )
    yield from _other_year(stream, reading, titles)


def _own_bodies(reading: Reading) -> list[str]:
    """The names in the document's first lines, and beside the labels of its tables."""
    names = [
        found[1]
        for block in reading.document.blocks[:_EARLIEST]
        if not block.cells and len(block.text) <= 60 and (found := _OWN.match(plain(block.text)))
    ]
    for block in reading.document.blocks:
        if block.cells:
            names.extend(_labelled(block))
    return list(dict.fromkeys(names))


def _labelled(block: Block) -> Iterator[str]:
    cells = block.cells
    for label, value in pairwise(cells):
        if (
            label.row == value.row
            and len(label.text) < 12
            and _LABEL.match(plain(label.text).replace(" ", ""))
            and len(value.text) >= 4
        ):
            yield plain(value.text).strip()


def _core(name: str) -> str:
    """The name without the place that it begins with."""
    return _PLACE.sub("", name.replace("人民政府", "政府"))


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other, or written short of it: 区政府办 for 区人民政府办公室."""
    short, long = sorted((_core(one), _core(other)), key=len)
    signs = iter(long)
    return all(sign in signs for sign in short)


def _is_foreign(text: str, body: str, own: list[str]) -> bool:
    """Told nearly nowhere else, while the document's own name is told often."""
    return text.count(_core(body)) <= 2 and max(text.count(_core(name)) for name in own) >= 2


def _is_own_money(reading: Reading, title: int, own: list[str]) -> bool:
    """Whether the table below a title has amounts that the text tells of the document's own body."""
    table = next((one for one in reading.tables if 0 < one.block.index - title <= _NEAR), None)
    if table is None:
        return False
    names = {_core(name) for name in own}
    told = {
        token.number * token.unit.scale
        for paragraph in reading.paragraphs
        if any(name in paragraph.text for name in names)
        for token in paragraph.tokens
        if _is_long_amount(token)
    }
    return len(told & {t.number * t.unit.scale for t in table.tokens if _is_long_amount(t)}) >= _SEVERAL_TOLD


def _is_long_amount(token: Token) -> bool:
    return token.unit.kind == "yuan" and significant_digits(token.number) >= _LONG


def _other_year(
    stream: Stream, reading: Reading, titles: list[tuple[int, re.Match[str]]]
) -> Iterator[Observation]:
    """Only where the document's title names exactly one year, and the table is the report's own."""
    texts = [plain(block.text).rstrip() for block in reading.document.blocks[:_EARLIEST] if not block.cells]
    head = [text for text in texts if len(text) <= 60 and text[-1:] not in "。；，"]
    named = [years for text in head if (years := set(re.findall(r"(20\d\d)\s?年", text)))]
    if not named or len(named[0]) != 1 or any(_SEVERAL.search(text) for text in head):
        return
    year = next(iter(named[0]))
    for position, found in titles:
        if (
            found[1] == year
            or not _OWN_ACT.search(found[0])
            or stream.text.count(found[1]) * 3 > stream.text.count(year)
        ):
            continue
        start = stream.starts[position] + found.start(1)
        yield stream.observe((start, start + 4), "other_year", stated=f"{found[1]}年", computed=f"{year}年")
