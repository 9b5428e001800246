"""Template, dossier and scorecard make one Document with its ledger."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath
from typing import Final, Literal

from jixiao.core.collecting import uncollected
from jixiao.core.document import Block, Cell, Document
from jixiao.core.dossier import Dossier
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import DiagramLook, Look, Mark, Properties
from jixiao.core.numbering import parse_mark
from jixiao.core.scorecard import Scorecard
from jixiao.reports import markdown, signs
from jixiao.reports.accounts.place import RULES
from jixiao.reports.environment import rendered
from jixiao.reports.functions.forms import GIVEN
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import NUMBER, Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import View, names_of, seen
from jixiao.rulebooks.forms import Form
from jixiao.rulebooks.papers import Paper
from jixiao.rulebooks.resolving import Rules

FORMAT: Final = "report"
_STATED: Final = """

{% set shown = namespace(number=0) %}
{% for one in discrepancies %}{% if loop.index in stated_here %}
{% set shown.number = shown.number + 1 %}
{{ line("说明" ~ (shown.number if stated_here | length > 1 else "") ~ "："
    ~ joined([one.statement]) ~ "。说明人：" ~ joined([one.signed_by]) ~ "。", "note") }}
{% endif %}{% endfor %}
"""
_WHY: Final = "草稿，不能签字盖章。以下各项补齐、改正或由单位说明后重新打印："
NO_FORMS: Final[Mapping[str, Form]] = {}
Page = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A report before it is written: ``gaps`` are the facts that it lacks, as printed, in order."""

    document: Document
    gaps: tuple[str, ...]


@uncollected()
def compose(  # noqa: PLR0913  # four nouns make a report; the rest are choices
    dossier: Dossier,
    card: Scorecard,
    rules: Rules,
    paper: Paper,
    *,
    project: str | None = None,
    forms: Mapping[str, Form] = NO_FORMS,
    digest: str = "",
    draft: bool = False,
    date: str = "",
    stated: Collection[int] = (),
    why_draft: Sequence[str] = (),
) -> Composition:
    """The report of a kind.

    ``project`` is the code of the project where the paper is about one; ``forms`` are those in force in the
    place and year, which the template may insert; ``digest`` identifies the facts in the ledger; ``date``
    (ISO) is printed where the template signs; ``stated`` are the numbers, from 1, of the discrepancies to
    print at the end, because the template itself does not; ``why_draft`` is said below the title of a draft.

    Raises:
        TemplateFault: the template cannot be used with these facts.
        KeyError: there is no such project.
    """
    printer = Printer(dossier.money_unit)
    given = {**facts(dossier, card, rules, printer, project=project, date=date), GIVEN: forms}
    title = rendered(paper.title, paper.file, paper.title_line, given, printer)
    text = rendered(paper.body, paper.file, paper.body_line, given, printer)
    if stated:
        text += rendered(_STATED, paper.file, paper.body_line, {**given, "stated_here": stated}, printer)
    if why_draft:
        text = _said_first(printer, why_draft) + text
    composer = _Composer(printer, paper.file, "landscape" if paper.landscape else "portrait")
    blocks = tuple(composer.blocks(title, text, contents=paper.contents))
    properties = Properties(
        title=_words(title),
        author=dossier.department.name,
        subject=f"{dossier.fiscal_year}年度",
        created=date,
        draft=draft,
    )
    ledger = Ledger(
        paper.kind, dossier.department.name, dossier.fiscal_year, rules.key, digest, tuple(composer.entries)
    )
    gaps = tuple(
        block_text[mark.start : mark.end]
        for block in blocks
        for block_text, marks in _texts(block)
        for mark in marks
        if mark.kind == "gap"
    )
    document = Document(_words(title), FORMAT, blocks, ledger=ledger, properties=properties)
    return Composition(document, gaps)


def _said_first(printer: Printer, why: Sequence[str]) -> str:
    """What keeps the paper a draft, each in a line: the watermark alone does not tell."""
    numbered = [f"{number}. {signs.plain(one)}" for number, one in enumerate(why, start=1)]
    lines = [_WHY, *numbered]
    return printer.insert(Insert(tuple(Block(0, "paragraph", one, look=Look("note", "")) for one in lines)))


def facts(
    dossier: Dossier,
    card: Scorecard,
    rules: Rules,
    printer: Printer,
    *,
    project: str | None = None,
    date: str = "",
) -> Mapping[str, object]:
    """The names that a template may use: every field of the dossier, ``score``, ``project``, ``year``."""
    given: dict[str, object] = {
        name: seen(getattr(dossier, name), name, printer) for name in names_of(dossier)
    }
    given["year"] = given["fiscal_year"] = seen(str(dossier.fiscal_year), "fiscal_year", printer)
    given["score"] = View(card, "score", printer)
    given["unit"] = dossier.money_unit.value
    given["place"] = rules.name
    given[RULES] = rules
    given["today"] = seen(date, "date", printer) if date else Gap(printer, "日期")
    if project is not None:
        one = dossier.project(project)
        given["project"] = View(one, f"projects.{project}", printer)
        given["project_score"] = next(
            (
                View(scored, f"score.projects.{project}", printer)
                for scored in card.projects
                if scored.code == project
            ),
            Gap(printer, "项目得分"),
        )
    return given


class _Composer:
    """Numbers blocks and captions, opens marks, and lists the entries that are printed."""

    def __init__(self, printer: Printer, file: str, page: Page) -> None:
        self._printer = printer
        self._file = "/".join(PurePath(file).parts[-3:])  # the same on every machine
        self._page = page  # of the report; inserts may need another
        self._now: Page = "portrait"  # as the last block stands
        self._opened_part = False  # whether the last block heads a part
        self._captions = {"表": 0, "图": 0}
        self._index = 0
        self._tables = 0
        self.entries: list[Entry] = []

    def blocks(self, title: str, text: str, *, contents: bool) -> Iterator[Block]:
        head = [Block(0, "paragraph", title.strip(), look=Look("title"))]
        if contents:
            head.append(Block(0, "paragraph", "目录", look=Look("contents")))
        held: Page | Literal[""] = ""  # what the caption of the next table asks for
        for found in chain(head, markdown.blocks(text)):
            if isinstance(found, Block):
                yield self._finished(self._turned(found, held or self._page))
                held = ""
                continue
            insert = self._printer.inserts.members[found]
            page, fresh = insert.page or self._page, insert.fresh
            for block in self._inserted(insert):
                yield self._finished(self._turned(block, page, fresh=fresh))
                fresh = False
            held = "" if insert.blocks else insert.page

    def _turned(self, block: Block, page: Page, *, fresh: bool = False) -> Block:
        """The block, beginning a page of its orientation where the one before stands on another."""
        opened, self._opened_part = self._opened_part, block.kind == "heading" and _is_part(block)
        if opened and block.look is not None and block.look.style == "attachment":
            fresh = False  # 附件1 stands below the heading of its part
            if block.look.page == self._now:
                return replace(block, look=replace(block.look, page=""))
        if block.look is not None and block.look.page:
            self._now = block.look.page
            return block
        if page == self._now and not fresh:
            return block
        self._now = page
        return replace(block, look=replace(block.look or Look(), page=page))

    def _inserted(self, insert: Insert) -> Iterator[Block]:
        caption: Block | None = None
        if insert.caption:
            self._captions[insert.kind] += 1
            words = f"{insert.kind}{self._captions[insert.kind]} {insert.caption}"
            caption = Block(0, "paragraph", words, look=Look("caption", keep=insert.kind == "表"))
        if caption and insert.kind == "表":
            yield caption
        if insert.unit:
            yield Block(0, "paragraph", f"单位：{insert.unit}", look=Look("unit", keep=True))
        yield from insert.blocks
        if caption and insert.kind == "图":
            yield caption

    def _finished(self, block: Block) -> Block:
        text, marks = self._opened(block.text, len(block.number))
        cells = tuple(self._cell(cell) for cell in block.cells)
        table = None
        if block.kind in ("table", "chart"):
            table, self._tables = self._tables, self._tables + 1
        look = block.look
        if look is not None and look.diagram is not None:
            look = replace(look, diagram=_plain_diagram(look.diagram))
        elif look is not None and look.chart is not None:
            look = replace(look, chart=replace(look.chart, title=_words(look.chart.title)))
        done = replace(block, index=self._index, text=text, marks=marks, cells=cells, table=table, look=look)
        self._index += 1
        return done

    def _cell(self, cell: Cell) -> Cell:
        text, marks = self._opened(cell.text)
        return replace(cell, text=text, marks=marks) if marks or text != cell.text else cell

    def _opened(self, text: str, after: int = 0) -> tuple[str, tuple[Mark, ...]]:
        """The text and its marks; numbers that nothing marks are the template's own."""
        words, found = signs.opened(text)
        if not found and NUMBER.search(words, after) is None:
            return words, ()
        marks: list[Mark] = []
        covered = [(mark.start, mark.end) for mark, number in found if number >= 0 or mark.kind == "gap"]
        own = [
            (Mark(match.start(), match.end(), "figure"), -2)
            for match in NUMBER.finditer(words, after)
            if not any(start < match.end() and match.start() < end for start, end in covered)
        ]
        for mark, number in sorted((*found, *own), key=lambda one: (one[0].start, -one[0].end)):
            if mark.kind != "figure":
                marks.append(mark)
                continue
            entry = (
                self._printer.literal_entry(words[mark.start : mark.end], self._file, "template")
                if number == -2
                else self._printer.entries[number]
            )
            name = f"_jx{len(self.entries) + 1:05d}"
            self.entries.append(_renamed(entry, name))
            marks.append(Mark(mark.start, mark.end, "figure", name))
        return words, tuple(marks)


def _is_part(block: Block) -> bool:
    mark = parse_mark(block.text)
    return mark is not None and mark.style == "part"


def _renamed(entry: Entry, name: str) -> Entry:
    """A copy by hand: there are hundreds in a report, and `replace` looks at every field."""
    return Entry(
        name,
        entry.printed,
        entry.value,
        entry.unit,
        entry.decimals,
        entry.origin,
        entry.facts,
        entry.formula,
        entry.expression,
    )


def _texts(block: Block) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    yield block.text, block.marks
    for cell in block.cells:
        yield cell.text, cell.marks


def _plain_diagram(diagram: DiagramLook) -> DiagramLook:
    nodes = tuple(replace(node, text=_words(node.text)) for node in diagram.nodes)
    return replace(diagram, title=_words(diagram.title), nodes=nodes)


def _words(text: str) -> str:
    return signs.opened(text)[0].strip()
