"""What the pages of a department's reports and of one report say to a person."""

from typing import Any

from django.db.models import Prefetch

from jixiao.formats.office import find_office
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.models import User
from jixiao.web.reports.models import Copy, Listing, Paper, State
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.publication import PublicationState
from jixiao.web.reports.self_checking import blockers, waivers_of
from jixiao.web.reports.stamps import stamp
from jixiao.web.reports.telling import own_words, told_words
from jixiao.web.reports.telling import told as told_pairs
from jixiao.web.reports.writing import FORMATS


def listed(user: User, found: DepartmentYear) -> dict[str, Any]:
    """The kinds of reports on offer with their drafts, and what was frozen."""
    row = Listing.objects.filter(year=found).first()
    papers = list(
        found.papers.with_publication()
        .defer("page", "facts")
        .select_related("task__stage")
        .prefetch_related(Prefetch("copies", Copy.objects.defer("data")))
    )
    live = {(one.kind, one.project): one for one in papers if not one.frozen}
    told = row.told if row else {}
    names = dict(
        found.organisation.projects.model.objects.filter(
            organisation__in=found.organisation.descendants(include_self=True), fiscal_year=found.fiscal_year
        ).values_list("code", "name")
    )
    kinds = [
        {
            **offer,
            "papers": [one for key, one in live.items() if key[0] == offer["kind"]],
            "choices": [(code, names.get(code, code)) for code in offer["projects"]],
            "usable": offer["per"] == "department" or bool(offer["projects"]),
        }
        for offer in told.get("offers", ())
    ]
    standing = [one for one in papers if one.frozen]
    standing.sort(key=lambda one: (one.lifted_at is not None, one.kind))
    for one in standing:
        one.differs = _difference(one, told)
        one.published = PublicationState(one.publication)
    return {
        "year": found,
        "may_write": WRITES.test(user, found.organisation),
        "listing": row,
        "stale": row is None or (not row.busy and row.stamp != stamp(found)),
        "kinds": kinds,
        "frozen": standing,
        "faults": own_words(told.get("faults", ())),
    }


def shown(user: User, found: Paper) -> dict[str, Any]:
    """What its page says of a report to the person."""
    copies = {row.format: row for row in Copy.objects.filter(paper=found).defer("data")}
    told = found.told
    now = "" if found.frozen else stamp(found.year)
    formats = []
    for form in FORMATS:
        row = copies.get(form)
        fresh = row is not None and row.state == State.READY and (found.frozen or row.digest == found.digest)
        formats.append({
            "form": form, "copy": row, "fresh": fresh,
            "faults": own_words(row.told.get("faults", ())) if row else [],
            "impossible": form == "pdf" and not fresh and find_office() is None,
        })  # fmt: skip
    listing_row = Listing.objects.filter(year=found.year).first() if found.frozen else None
    return {
        "paper": found,
        "year": found.year,
        "may_write": WRITES.test(user, found.year.organisation),
        "formats": formats,
        "stale": not found.frozen and not found.busy and found.stamp != now,
        "waiting": found.busy or any(row.busy for row in copies.values()),
        "faults": own_words(told.get("faults", ())),
        "blockers": _blockers(found),
        "answered": [
            {**one, "words": told_words(one["told"])} for one in told.get("waivers", ()) if found.frozen
        ],
        "findings": [told_pairs(one) for one in told.get("findings", ())],
        "explained": [told_pairs(one) for one in told.get("explained", ())],
        "notices": own_words(told.get("notices", ())),
        "gaps": told.get("gaps", ()),
        "certificate": told.get("certificate"),
        "differs": _difference(found, listing_row.told) if listing_row else None,
    }


def _blockers(found: Paper) -> list[dict[str, Any]]:
    """What has to be corrected or answered for, with the answers so far; a frozen report has its own."""
    if found.state == State.FAILED:
        return []
    if found.frozen:
        return [{**told_pairs(one), "waiver": None} for one in found.told.get("blockers", ())]
    return [
        {**told_pairs(one.told), "waiver": one.waiver} for one in blockers([found], waivers_of(found.year))
    ]


def _difference(one: Paper, told: dict[str, Any]) -> dict[str, Any] | None:
    """What changed since the report was frozen; None where nothing did, or nobody looked yet."""
    if one.lifted_at or not told.get("digest") or told["digest"] == one.digest:
        return None
    return dict(told.get("changed", {}).get(one.digest, {"count": 0, "rows": []}))
