"""What every record of a disclosure shares: locking it, taking a day over, keeping the step."""

from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.disclosures.models import Disclosure, DisclosureKind, DisclosureStep, Verb
from jixiao.web.disclosures.publishing import Published
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


def stored(body: Organisation, year: int, kind: str) -> Disclosure:
    """The record, locked until the transaction ends; a new one where there was none.

    Raises:
        Refused: there can be none of this body, year or kind.
    """
    if (
        body.kind != Kind.DEPARTMENT
        or not FIRST_YEAR <= year <= LAST_YEAR
        or kind not in DisclosureKind.values
    ):
        raise Refused(_("预决算公开按部门和预算年度登记，请从“预决算公开”列表进入。"))
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("organisation")
    found, _made = rows.get_or_create(organisation=body, fiscal_year=year, kind=kind)
    return found


def locked(shown: Disclosure) -> Disclosure:
    """As `stored`, if it is as the page showed it.

    Raises:
        Changed: somebody recorded something meanwhile.
    """
    now = stored(shown.organisation, shown.fiscal_year, shown.kind)
    if now.revision != shown.revision:
        raise Changed(_("他人刚登记或改过这条公开记录，请核对页面上现在的内容后再办。"), now)
    return now


def step(
    kept: Disclosure, actor: User, verb: Verb, *, day: date | None = None, words: str = ""
) -> Disclosure:
    """Store it and keep who did what."""
    kept.revision += 1
    kept.full_clean(exclude=("organisation",), validate_constraints=False)
    kept.save()
    DisclosureStep.objects.create(disclosure=kept, by=actor, verb=verb, day=day, words=words)
    return kept


def approved(kept: Disclosure, day: date, report: Published | None) -> None:
    """Take the day over as that of the approval; ``report`` as `publishing.by_reports` says.

    Raises:
        Refused: no approval of that year can be of this day, or it was published before.
    """
    about = {"what": str(kept), "day": day, "year": kept.fiscal_year}
    if kept.kind == DisclosureKind.BUDGET and day.year not in {kept.fiscal_year - 1, kept.fiscal_year}:
        raise Refused({
            "day": _("%(what)s的批复日期 %(day)s 不在 %(year)s 年或上一年内，请核对年份。") % about
        })  # fmt: skip
    if kept.kind == DisclosureKind.FINAL_ACCOUNTS and day.year <= kept.fiscal_year:
        raise Refused({
            "day": _("%(what)s的批复日期 %(day)s 不对：%(year)s 年决算在次年或以后批复。") % about
        })  # fmt: skip
    out = kept.published_on or (report.day if report else None)
    if out is not None and out < day:
        raise Refused({
            "day": _("%(what)s的批复日期 %(day)s 晚于已登记的公开日期 %(out)s，请核对是哪一个不对。")
            % {**about, "out": out}
        })  # fmt: skip
    kept.approved_on = day


def told_of(kept: Disclosure) -> dict[str, Any]:
    """What the log keeps of a record."""
    return {
        "organisation": kept.organisation.code,
        "fiscal_year": kept.fiscal_year,
        "kind": kept.kind,
        "approved_on": kept.approved_on.isoformat() if kept.approved_on else "",
        "approval_number": kept.approval_number,
        "approved_by": kept.approved_by,
        "published_on": kept.published_on.isoformat() if kept.published_on else "",
        "address": kept.address,
        "exempt_reason": kept.exempt_reason,
        "exempt_by": kept.exempt_by,
    }
