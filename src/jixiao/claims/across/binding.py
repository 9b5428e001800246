"""Every figure of a document with all that it takes to be the same fact in another one."""

import re
from dataclasses import replace
from typing import Final

from jixiao.claims.across.identity import Identity, projects_of
from jixiao.claims.across.naming import Thing, funds_in, is_nature, nature_in, thing_of
from jixiao.claims.across.standing import AMOUNTS, OF_YEAR, SO_FAR, Standing, standing
from jixiao.claims.final_accounts.titles import kind_of_title
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.quoting import quoted
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.units import bracketed_unit
from jixiao.core.frozen import frozen
from jixiao.core.numbering import parse_mark
from jixiao.core.quantity import Quantity

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_PROJECT: Final = re.compile(r"(?P<name>[^，。：:]{4,40}?)(?:专项)?项目$")
_NO_PROJECT: Final = re.compile(
    r"^(?:重点|其他|部门|单位|常年|一次性|专项|年度|本年|上年|年中|预算|主要|重大|政府|结转|追加|新增|延续|续建)*$|各$|等$|[个类]$"
)
_PUBLICS: Final = re.compile(r"三公")
_PARTLY: Final = re.compile(r"本级|下属|所属|二级单位")
_SELF: Final = re.compile(r"自评")
_JUDGED: Final = re.compile(r"评价(?:得|总|综合)?分|绩效评价")
_WHOLE_SCORE: Final = re.compile(r"总得?分|自评(?:总|综合)?得?分|评价(?:总|综合)?得?分|综合得分|^合\s?计$")
_WHOLE_PROJECT: Final = re.compile(
    r"^(?:\d+[.、])?(?:年度|项目|本年|全年|预算)*(?:资金|投资|经费)?(?:总额|合计|总计|总投资)$"
)
_ONLY_STAGE: Final = re.compile(
    rf"(?:项目)?(?:年初|调整后?|{OF_YEAR})?(?:{SO_FAR})?(?:预算|支出|执行|支付|完成)(?:支出)?(?:数|金额|总额)?(?:为|是)?"
)
_WHOLE: Final = "本年支出"
_GRAND: Final = re.compile(r"总计")
_LONGEST_CAPTION: Final = 60
_SENTENCE: Final = re.compile(r"[。；;](?![^。；;]{0,12}其中)")


@frozen
class Key:
    """What must be equal for two figures to be one fact, besides the body."""

    subject: str
    """The project, "" for the whole department."""
    item: str
    role: str
    within: tuple[str, str, str]
    """The fund, 基本支出 or 项目支出, and a part of the department: each "" for all of it."""
    year: int | None
    unit: str


@frozen
class Bound:
    """A figure with its key; ``doubts`` are the keys that were guessed."""

    key: Key
    quantity: Quantity
    item: str
    words: str
    doubts: tuple[str, ...] = ()


def bind(
    reading: Reading, identity: Identity, file: str, first: int = 0, projects: frozenset[str] = frozenset()
) -> list[Bound]:
    """The figures of a document that another one may tell too; their indexes begin at ``first``.

    ``projects`` are keys of the projects that the documents of the set are about.
    """
    found = []
    for fact in facts_of(reading):
        made = _bound(fact, reading, identity, projects)
        if made is not None:
            place = replace(made.quantity.place, file=file)
            quantity = replace(made.quantity, index=first + made.quantity.index, place=place)
            found.append(replace(made, quantity=quantity))
    return sorted(found, key=lambda one: one.quantity.index)


def _bound(fact: Fact, reading: Reading, identity: Identity, projects: frozenset[str]) -> Bound | None:
    fact = _with_unit(fact)
    before, sentence = _before(fact, reading)
    above = _above(fact, reading)
    stands = standing(fact, before, above[0] if above else "", identity.kind, identity.year)
    name = _name(fact)
    if stands is None or (not name and fact.row is not None):
        return None
    name = name or _last_clause(fact.token.lead)
    words = _of_chart(fact, reading) or fact.token.lead
    thing = thing_of(name, words, fact.token.unit.kind, stands.role)
    if stands.role == "score":
        thing = _score_of(fact, name, sentence, identity)
    subject = _of_form(fact, reading) or _subject(fact, name, before, above, identity, projects)
    if subject and stands.role in AMOUNTS and _is_whole(fact, name, subject):
        thing = Thing(_WHOLE, name, known=True)
    if thing is None:
        return None
    inside = _within(fact, thing, name, sentence, above)
    if subject:
        inside = (inside[0] if funds_in(name) else "", "", "")
    if fact.row is not None and inside[1] and thing.key == _WHOLE:  # the total of a column 基本支出
        thing, inside = Thing(inside[1], inside[1], known=True), (inside[0], "", inside[2])
    doubts = _doubts(thing, stands, identity, named=fact.named or bool(subject and thing.key == _WHOLE))
    quantity = fact.token.build()
    key = Key(subject, thing.key, stands.role, inside, stands.year, quantity.unit.name)
    words = quoted(quantity, reading)
    item = thing.printed if not subject else subject if thing.key == _WHOLE else f"{subject}：{thing.printed}"
    return Bound(key, quantity, item, words, doubts)


def _of_chart(fact: Fact, reading: Reading) -> str:
    """The title of a chart of 总计, whose columns are called 收入 and 支出 alone."""
    block = reading.document.blocks[fact.block]
    title = plain(block.text) if block.kind == "chart" else ""
    return title if _GRAND.search(title) else ""


def _last_clause(lead: str) -> str:
    """The words of a figure without a name of its own: 全年预算, 实际支出."""
    return re.split(r"[，,。；;：:]", lead)[-1].strip()


def _is_whole(fact: Fact, name: str, subject: str) -> bool:
    """Whether a figure of a project is all of its money, not a part of it."""
    if key_of(name).startswith(subject) or _WHOLE_PROJECT.match(name):
        return True
    return fact.row is None and not fact.named and _ONLY_STAGE.fullmatch(name) is not None


def _with_unit(fact: Fact) -> Fact:
    """A figure without a unit whose row of headers tells one for all its amounts."""
    if fact.token.unit.kind != "number" or fact.row is None or fact.role not in ("main", "plan", "base"):
        return fact
    told = {bracketed_unit(part) for column in fact.row.columns.values() for part in column.header.split("/")}
    units = {unit for unit in told if unit is not None and unit.kind == "yuan"}
    if len(units) != 1:
        return fact
    return replace(fact, token=replace(fact.token, unit=units.pop(), declared=True))


def _before(fact: Fact, reading: Reading) -> tuple[str, str]:
    """The text of its paragraph, and of its sentence, before the figure; in a table the header above it."""
    if fact.row is not None:
        head = "" if fact.head is None else fact.head.header
        return head, head
    paragraph = reading.paragraph_of(fact.block)
    text = "" if paragraph is None else paragraph.text[: fact.token.start]
    return text, _SENTENCE.split(text)[-1]


def _above(fact: Fact, reading: Reading) -> list[str]:
    """Headings, the nearest first; over a table its caption, the line above it and its sheet."""
    path = [*reading.sections[fact.section]][::-1] if fact.section < len(reading.sections) else []
    if fact.row is None:
        return path
    block = reading.document.blocks[fact.block]
    near = [plain(block.text)] if block.text else []
    over = reading.document.blocks[fact.block - 1] if fact.block else block
    if not over.cells and len(over.text) < _LONGEST_CAPTION:
        near.append(plain(over.text))
    return [*near, *([plain(block.sheet)] if block.sheet else []), *path]


def _name(fact: Fact) -> str:
    """The thing as printed; of a row whose last words are a stroke, the words before them."""
    if fact.row is None:
        return fact.name
    row = fact.row
    label = row.label if _HAN.search(row.label) else ""
    if not label:
        label = next((row.texts[c] for c in sorted(row.texts, reverse=True) if _HAN.search(row.texts[c])), "")
    own = "" if fact.head is None or fact.head.role or not label else fact.head.header.rsplit("/", 1)[-1]
    name = label if is_nature(own) or funds_in(own) else f"{label}{own}"
    return re.sub(r"\((?:[万亿]?元|%)\)", "", name).strip()


def subjects(reading: Reading, identity: Identity) -> set[str]:
    """The keys of the projects that a document names: its own, and those that its headings name."""
    found = {project_key(name) for name in (identity.project, *projects_of(reading).values()) if name}
    headings = {heading for path in reading.sections for heading in path}
    return (found | {_of_heading(heading) for heading in headings}) - {""}


def _subject(
    fact: Fact, name: str, before: str, above: list[str], identity: Identity, projects: frozenset[str]
) -> str:
    """The project that a figure is about; "" for the department."""
    if identity.project:
        return project_key(identity.project)
    known = sorted(projects, key=len, reverse=True)
    openings = [name] if fact.row is not None else [name, before, re.split(r"[。；;]", before)[-1]]
    for opening in openings:
        key = key_of(_unmarked(opening))
        own = next((project for project in known if key.startswith(project)), "")
        if own:
            return own
    return next((own for heading in above if (own := _of_heading(heading))), "")


def _of_form(fact: Fact, reading: Reading) -> str:
    """The project of the form that a row stands in, or goes on from the table before.

    A heading, another sheet or the title of a table of the final accounts ends the form.
    """
    if fact.row is None:
        return ""
    forms = projects_of(reading)
    last = max((block for block in forms if block <= fact.block), default=None)
    if last is None:
        return ""
    blocks = reading.document.blocks
    since = blocks[last + 1 : fact.block + 1]
    ended = any(
        block.kind == "heading" or block.sheet != blocks[last].sheet or kind_of_title(block.text)
        for block in since
    )
    return "" if ended else project_key(forms[last])


def _of_heading(heading: str) -> str:
    found = _PROJECT.match(_unmarked(heading))
    return project_key(found["name"]) if found is not None and not _NO_PROJECT.search(found["name"]) else ""


def _unmarked(text: str) -> str:
    mark = parse_mark(text)
    return (text[len(mark.text) :] if mark is not None else text).strip()


def project_key(name: str) -> str:
    """The name of a project reduced for comparison."""
    return key_of(re.sub(r"(?:专项)?(?:项目)+$", "", plain(name)))


def _score_of(fact: Fact, name: str, sentence: str, identity: Identity) -> Thing | None:
    """The whole score, of a self-evaluation or of an evaluation by others; None for one line of it."""
    words = f"{sentence[-16:]}{name}"
    if not _WHOLE_SCORE.search(words):
        return None
    told = "自评得分" if _SELF.search(words) else "评价得分" if _JUDGED.search(words) else ""
    title = told or identity.score
    return Thing(title, title, known=bool(told) or fact.row is not None) if title else None


def _within(fact: Fact, thing: Thing, name: str, sentence: str, above: list[str]) -> tuple[str, str, str]:
    """The fund, the nature and the part of the department that the figure is confined to."""
    if thing.key.startswith("三公") and (
        _PUBLICS.search(name + sentence) or any(_PUBLICS.search(words) for words in above)
    ):
        return "", "", ""
    head = "" if fact.head is None else fact.head.header
    fund = funds_in(name) or funds_in(head) or next((f for words in above if (f := funds_in(words))), "")
    part = next((found[0] for words in (name, head, *above) if (found := _PARTLY.search(words))), "")
    if is_nature(name):
        return fund, "", part
    own = sentence[: len(sentence) - len(fact.token.lead)] if fact.row is None else head
    nature = nature_in(own) or next((n for words in above if (n := nature_in(words))), "")
    if thing.key in ("本年收入", "本年支出", "总计") and fact.row is None:
        nature = next((n for words in above if (n := nature_in(words))), "")
    return fund, nature, part


def _doubts(thing: Thing, stands: Standing, identity: Identity, *, named: bool) -> tuple[str, ...]:
    """The keys that were guessed."""
    told = {
        "单位": bool(identity.bodies),
        "年度": identity.year_told and stands.year is not None,
        "事项": thing.known and named,
        "口径": stands.known,
    }
    return tuple(name for name, known in told.items() if not known)
