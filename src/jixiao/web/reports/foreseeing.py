"""What the gate would say of many forms, told from what is stored: as many queries for many as for one.

The gate itself gathers the facts of one department, which takes too long for a page of them. That the facts
are as the self-check saw them is told by their stamp; where it has changed, they may be so all the same.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from jixiao.web.cycles.models import Task
from jixiao.web.cycles.signals import Objection
from jixiao.web.filings.subjects import stored_years
from jixiao.web.reports.models import Listing, Paper, Waiver
from jixiao.web.reports.self_checking import (
    SelfCheck,
    contradicted,
    freezes,
    kinds_of,
    live_papers,
    settled,
    stored_check,
    unchecked,
)
from jixiao.web.reports.stamps import stamps


def objections(tasks: Iterable[Task]) -> dict[int, Objection]:
    """By the number of the form; one that the gate lets through is not in it."""
    years = stored_years([task for task in tasks if freezes(task)])
    if not years:
        return {}
    wanted = {year.pk: year for year in years.values()}
    now = stamps(wanted.values())
    listings = {one.year_id: one for one in Listing.objects.filter(year__in=wanted)}
    papers: dict[int, list[Paper]] = defaultdict(list)
    for paper in live_papers().filter(year__in=wanted):
        papers[paper.year_id].append(paper)
    waivers: dict[int, dict[str, Waiver]] = defaultdict(dict)
    for waiver in Waiver.objects.filter(year__in=wanted):
        waivers[waiver.year_id][waiver.identity] = waiver
    said = {
        number: _objection(
            stored_check(year, listings.get(number), papers[number], waivers[number], now[number]),
            now[number],
        )
        for number, year in wanted.items()
    }
    return {task: one for task, year in years.items() if (one := said[year.pk]) is not None}


def _objection(check: SelfCheck, now: str) -> Objection | None:
    listing = check.listing
    if listing is not None and "faults" in listing.told:
        # Of such facts nothing can be written, and nothing will be frozen.
        return None if listing.stamp == now else _to_look_at()
    if listing is None or "offers" not in listing.told:
        return Objection(unchecked())
    if len(check.papers) < len(kinds_of(listing)) or not all(map(settled, check.papers)):
        return Objection(unchecked())
    if check.open:
        return Objection(contradicted(check.open))
    return None if check.fresh else _to_look_at()


def _to_look_at() -> Objection:
    words = _("自查以后办理过别的事，通过时先核对资料有没有改动；改了的须重新自查。")
    return Objection(words, certain=False)
