"""What the narrative owes: a reason for each change, every item that was spent on (X45, X50)."""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.facts import name_key
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, Missing, NotApplicable, Rule, absent
from jixiao.claims.final_accounts.structure import Line
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.document import Paragraph
from jixiao.core.observation import Observation

REASON = "accounts_reason"
ITEM = "accounts_item_untold"
_SECTIONS: tuple[Kind, ...] = ("total", "appropriation", "general", "publics")
_WHY = re.compile(r"原因|由于|因为|缘于|主要是|主要系|是因|系因|受.{1,20}影响")
_CHANGED = ("change", "growth")
_ITEMS = re.compile(r"\(项\)")
_FEWEST = 2


def _reasons(package: Package) -> Iterator[Answer]:
    told: list[Observation] = []
    explained = 0
    for kind in _SECTIONS:
        paragraphs = package.sections.get(kind, ())
        for at, paragraph in enumerate(paragraphs):
            changed = _change(paragraph, package.reading.year)
            if changed is None:
                continue
            near = paragraph.text + "".join(other.text for other in paragraphs[at + 1 : at + 2])
            if _WHY.search(near):
                explained += 1
                yield Compared()
            else:
                told.append(_untold(paragraph, changed))
            break  # the section's own change; its items may do without
    if explained > len(told) or package.tables:
        yield from told
    elif told:  # an excerpt, or a summary that leaves reasons to another place
        yield Missing("多数变动没有写原因，可能是节选", "most changes have no reason; this may be an excerpt")
    else:
        yield NotApplicable("文中没有写增减变动", "no change is told")


def _change(paragraph: Paragraph, year: int | None) -> tuple[int, int] | None:
    """Where a change of this year that is not nil is told first; one that is planned has no reason."""
    for statement in paragraph.statements:
        if statement.period is not None and year is not None and statement.period > year:
            continue  # the year that it is compared with is an earlier one
        for role in _CHANGED:
            token = statement.roles.get(role)
            if token is not None and token.number and not token.approximate:
                return token.start, token.end
    return None


def _untold(paragraph: Paragraph, span: tuple[int, int]) -> Observation:
    text = paragraph.block.text[span[0] : span[1]]
    return Observation(
        kind=REASON,
        verdict="fails",
        quote=text,
        place=paragraph.block.place(*span),
        stated=text,
        fault=REASON,
    )


def _items(package: Package) -> Iterator[Answer]:
    paragraphs = [p for p in package.sections.get("general", ()) if _ITEMS.search(p.text)]
    if len(paragraphs) < _FEWEST:
        yield NotApplicable("说明没有逐项列示", "the narrative does not list items")
        return
    table = package.table("general")
    if table is None:
        yield absent(package, "general")
        return
    text = name_key("".join(paragraph.text for paragraph in paragraphs))
    for line in table.coded():
        if line.code is None or line.code.depth < 3 or line.slot("total").is_nil:
            continue
        if name_key(line.name) in text:
            yield Compared()
        else:
            yield _left_out(line)


def _left_out(line: Line) -> Observation:
    name = line.label.text if line.label is not None else line.name
    return Observation(
        kind=ITEM,
        verdict="fails",
        quote=name.strip(),
        place=line.block.place(0, len(name), line.label),
        stated=name.strip(),
        computed=str(line.code),
        fault=ITEM,
    )


RULES = (
    Rule("JX445", REASON, "增减变动说明了原因", "Changes are explained", _reasons),
    Rule("JX450", ITEM, "支出各项在说明中逐项列示", "The narrative lists every item of spending", _items),
)
