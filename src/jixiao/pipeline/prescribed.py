"""What the rulebook prescribes for a kind of report: its sections, and by when it is due."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from jixiao.core.prescription import Headings
from jixiao.core.scorecard import Notice
from jixiao.renderers.rulebook.terms import cited
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.topics import Deadline

_WHERE: Final = "期限"


def headings(rules: Rules, kind: str) -> Headings | None:
    """The sections of the kind, with their source."""
    settled = rules.sections.get(kind)
    if settled is None:
        return None
    return Headings(settled.value.headings, cited(rules.source(settled), "zh"), settled.row.verified)


def late(rules: Rules, kind: str, day: str) -> Iterator[Notice]:
    """A notice where the day of signing (ISO) lies after the last deadline of the kind.

    A deadline that counts from an event is told: nothing says when the event was.
    """
    settled = rules.deadlines
    if settled is None or not day:
        return
    signed = date.fromisoformat(day)
    due = [one for one in settled.value.rows if kind in one.kinds]
    source = rules.source(settled)
    days = {_day(one, rules.year): one for one in due if one.month is not None}
    if days and signed > max(days):
        last = max(days)
        what = days[last].what
        yield Notice(
            _WHERE,
            f"日期 {signed} 晚于规定的期限 {last}（{what}；依据：{cited(source, 'zh')}）",
            f"{signed} is after the deadline {last} ({what}; by {cited(source, 'en')})",
        )
    for one in due:
        if one.month is None and one.days_after is not None:
            yield Notice(
                _WHERE,
                f"{one.what}：{one.event}后{one.days_after}日内（依据：{cited(source, 'zh')}）；"
                f"没有{one.event}的日期，请自行核对",
                f"{one.what}: within {one.days_after} days of {one.event} (by {cited(source, 'en')}); "
                "the date of that event is unknown here",
            )


def _day(deadline: Deadline, year: int) -> date:
    """The date; without a day, or with one that the month lacks, the last of the month."""
    month = deadline.month or 12
    last = monthrange(year + deadline.year, month)[1]
    return date(year + deadline.year, month, min(deadline.day or last, last))
