"""What passes through the site is published only after its secrecy review: the final reports of the year."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.reports.models import Paper, Papers
from jixiao.web.reports.publication import PublicationState
from jixiao.web.reports.publishing import reviewed_on

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    DisclosureKind.BUDGET.value: ("department_target", "project_target"),
    DisclosureKind.FINAL_ACCOUNTS.value: (
        "final_accounts", "self_evaluation", "department_self_evaluation", "project_self_evaluation",
    ),
}  # fmt: skip
"""The kinds of reports that are published with each."""
_REVIEWED: Final = frozenset({PublicationState.PASSED, PublicationState.PUBLISHED})


def kind_of(paper: Paper) -> str | None:
    """The kind of disclosure with which the report is published; None for none."""
    return next((kind for kind, kinds in KINDS.items() if paper.kind in kinds), None)


def papers(record: Disclosure) -> Papers:
    """The final reports that stand, of the department and year, with ``publication``."""
    return (
        Paper.objects.final()
        .filter(
            year__organisation=record.organisation, year__fiscal_year=record.fiscal_year,
            kind__in=KINDS[record.kind], lifted_at=None,
        )
        .with_publication()
        .select_related("year__organisation")
        .defer("facts", "page", "told")
        .order_by("kind", "pk")
    )  # fmt: skip


def refuse_unreviewed(record: Disclosure, day: date) -> None:
    """Stop what was published on the day without the review of each report that was final by then.

    Raises:
        Refused: the reports that are not reviewed, or were reviewed later than that day.
    """
    final = list(papers(record).filter(frozen_at__date__lte=day))
    names = [str(one) for one in final if one.publication not in _REVIEWED]
    if names:
        raise Refused(
            _("这些定稿报告还没有通过公开前的保密审查：%(names)s。请先在报告页上审查，再登记公开。")
            % {"names": "、".join(names)}
        )
    for one in final:
        reviewed = reviewed_on(one)
        if reviewed is not None and day < reviewed:
            raise Refused({
                "day": _("公开日期 %(day)s 早于“%(name)s”保密审查通过的日期 %(reviewed)s，请核对。")
                % {"day": day, "name": one, "reviewed": reviewed}
            })  # fmt: skip
