"""Until when something has to be published: the rulebook's days after the approval, with their source."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import get_language

from jixiao.renderers.rulebook.terms import cited, proof
from jixiao.rulebooks.resolving import Rules
from jixiao.web.disclosures.models import DisclosureKind

EVENTS: Final = {
    DisclosureKind.BUDGET.value: "部门预算批复",
    DisclosureKind.FINAL_ACCOUNTS.value: "部门决算批复",
}
"""The event of the rulebook's deadline from which each is counted."""


@dataclass(frozen=True, slots=True)
class Term:
    """The deadline as the rulebook states it: ``what`` within so many days after ``event``."""

    what: str
    event: str
    days: int
    source: str

    def due(self, approved: date) -> date:
        """The last day, by the calendar: rulebooks know no other days. The approval's own is not counted."""
        return approved + timedelta(days=self.days)


def term_of(rules: Rules | None, kind: str) -> Term | None:
    """What the rules of a place and year say; None where they say nothing, and nothing is made up."""
    if rules is None or rules.deadlines is None:
        return None
    row = next(
        (
            one
            for one in rules.deadlines.value.rows
            if one.event == EVENTS[kind] and one.days_after is not None
        ),
        None,
    )
    if row is None or row.days_after is None:
        return None
    source, language = rules.source(rules.deadlines), "en" if get_language() == "en" else "zh"
    words = f"{cited(source, language)} · {proof(rules.deadlines.row, language)}"
    return Term(row.what, row.event, row.days_after, words)
