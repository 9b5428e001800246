"""The narrative tells what the tables tell: totals, items, shares of the three publics (X26, X40)."""

import re
from collections.abc import Iterator

from jixiao.claims.final_accounts.facts import Facts, facts_of, name_key
from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Equation, Missing, NotApplicable, Rule, absent
from jixiao.claims.final_accounts.rules.economic import lines_of
from jixiao.claims.final_accounts.structure import Slot
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement

_CHAIN = re.compile(
    r"\(类\)[\s、,，]*([^，。；;:《》\s]{2,40}?)\(款\)[\s、,，]*([^，。；;:《》\s]{2,40}?)\(项\)"
)
_WHOLE: dict[Kind, re.Pattern[str]] = {
    "total": re.compile(r"^(?!.*财政拨款).*(?:收、?支|收入支出)总计"),
    "appropriation": re.compile(r"财政拨款(?:收、?支|收入支出)总计"),
    "receipts": re.compile(r"本年收入合计"),
    "spending": re.compile(r"本年支出合计"),
    "general": re.compile(r"一般公共预算财政拨款支出"),
    "basic": re.compile(r"一般公共预算财政拨款基本支出"),
    "publics": re.compile(r"三公[”\"]?经费(?:财政拨款)?支出决算"),
    "funds": re.compile(r"政府性基金预算(?:财政拨款)?支出"),
    "capital": re.compile(r"国有资本经营预算(?:财政拨款)?支出"),
}
_OF_IT = re.compile(r"其中|占|比|中[，,、：:]")
"""What follows is a part of the whole that was named, or its share."""
_RUNNING = re.compile(r"机关运行经费")


def _amounts(package: Package) -> Iterator[Answer]:
    if not package.sections:
        yield NotApplicable("文中没有决算情况说明", "there is no narrative")
        return
    facts = facts_of(package)
    for kind, paragraphs in package.sections.items():
        if kind not in facts:
            yield absent(package, kind)
            continue
        for paragraph in paragraphs:
            for statement in paragraph.statements:
                slot = _meant(facts[kind], kind, paragraph, statement, package.reading.year)
                if slot is not None and slot.token is not None and statement.main is not None:
                    yield Equation(Slot("figure", statement.main), ((slot, "table"),), "equal", role="main")


def _meant(
    facts: Facts, kind: Kind, paragraph: Paragraph, statement: Statement, year: int | None
) -> Slot | None:
    """The cell that a statement tells again; None where it tells something else."""
    token = statement.main
    if token is None or token.unit.kind != "yuan" or statement.depth or token.approximate:
        return None
    if statement.period not in (None, year):
        return None
    lead = statement.lead
    chain = None
    for found in _CHAIN.finditer(paragraph.text, 0, token.start):
        chain = found
    if chain is not None:
        if name_key(statement.label) != name_key(chain[2]):
            return None
        return facts.items.get((name_key(chain[1]), name_key(chain[2])))
    if tells_whole(kind, lead):
        return facts.whole
    if kind == "publics":
        cost = cost_of(statement.label)
        return facts.named.get(cost) if cost not in ("", "all") and "其中" not in lead else None
    return facts.named.get(name_key(statement.label)) if statement.label else None


def tells_whole(kind: Kind, lead: str) -> bool:
    """Whether the words before a figure name what the section of a kind is about."""
    whole = _WHOLE[kind].search(lead) if kind in _WHOLE else None
    return whole is not None and _OF_IT.search(lead, whole.start()) is None


def _running(package: Package) -> Iterator[Answer]:
    """The running cost of an administration is its operating cost in basic spending."""
    told = [
        statement
        for statement in package.reading.statements
        if statement.table is None
        and statement.main is not None
        and statement.main.unit.kind == "yuan"
        and _RUNNING.search(statement.lead) is not None
        and not statement.depth
        and statement.period in (None, package.reading.year)
    ]
    if not told:
        yield NotApplicable("文中没有写机关运行经费", "running cost is not told")
        return
    table = package.table("basic")
    operating = lines_of(table)[1] if table is not None else None
    if table is None:
        yield absent(package, "basic")
    elif operating is None:
        yield Missing(f"《{table.name}》没有公用经费合计", f"the table “{table.name}” has no operating cost")
    elif told[0].main is not None:
        yield Equation(
            Slot("figure", told[0].main), ((operating.slot("amount"), "operating"),), "equal", role="main"
        )


RULES = (
    Rule(
        "JX426",
        "accounts_running",
        "机关运行经费等于基本支出表的公用经费",
        "Running cost is the operating cost of basic spending",
        _running,
    ),
    Rule(
        "JX440",
        "accounts_narrative",
        "情况说明的金额与决算表一致",
        "Amounts of the narrative agree with the tables",
        _amounts,
    ),
)
