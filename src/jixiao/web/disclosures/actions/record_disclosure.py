"""Record that a department published its budget or final accounts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused, carry_out
from jixiao.web.disclosures.keeping import locked, step, told_of
from jixiao.web.disclosures.models import Disclosure, Verb
from jixiao.web.disclosures.permissions import PUBLISHES
from jixiao.web.disclosures.publishing import DOCUMENTS, by_report
from jixiao.web.disclosures.secrecy import papers, refuse_unreviewed
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask
from jixiao.web.reports.actions.record_publication import RecordPublication
from jixiao.web.reports.permissions import PUBLISHES as PUBLISHES_REPORTS
from jixiao.web.typed import LONGEST, day_of, is_address, past_day


@dataclass(frozen=True, slots=True)
class RecordDisclosure(Action[Disclosure]):
    """The day and the address; what went through the site passed its secrecy review before.

    ``reports`` were published with it, each with the last step that the page showed: the same day and
    address are recorded of them. Where one is the disclosure itself, they are recorded of it alone.
    """

    shown: Disclosure
    day: str
    address: str
    reports: tuple[tuple[int, int], ...] = ()

    permission = PUBLISHES
    verb = "disclosures.record"

    def place(self) -> Organisation | None:
        """The department."""
        return self.shown.organisation

    def perform(self, actor: User) -> Disclosure:
        """Keep day and address, once."""
        now = locked(self.shown)
        if now.exempt_reason:
            raise Refused(_("%(what)s已登记为不适用，不用登记公开。") % {"what": now})
        if now.published_on is not None or by_report(now):
            raise Refused(_("%(what)s已经登记公开；登记有误的，请先撤销登记。") % {"what": now})
        day = past_day(self.day, "day", _("公开日期"))
        if now.approved_on is not None and day < now.approved_on:
            raise Refused({
                "day": _(
                    "公开日期 %(day)s 早于批复日期 %(approved)s，请核对；"
                    "批复日期有误的先更正，财政部门登记的请财政绩效股室更正。"
                )
                % {"day": day, "approved": now.approved_on}
            })  # fmt: skip
        address = address_of(self.address)
        refuse_unreviewed(now, day)
        if now.kind not in self._with(now, actor, day, address):
            now.published_on, now.address = day, address
        return step(now, actor, Verb.PUBLISH, day=day, words=address)

    def told(self, result: Disclosure) -> dict[str, Any]:
        """When and where, and of which reports the same was recorded."""
        told = {**told_of(result), "reports": [number for number, _after in self.reports]}
        return {**told, "published_on": str(day_of(self.day)), "address": self.address.strip()}

    def _with(self, now: Disclosure, actor: User, day: date, address: str) -> set[str]:
        """Record the same of the reports; the kinds of disclosures that they are themselves."""
        if self.reports:
            ask(PUBLISHES_REPORTS, actor, now.organisation)
        known = {one.pk: one for one in papers(now)}
        for number, after in self.reports:
            if number not in known:
                raise Refused(_("勾选的报告里有一份已经作废，请核对页面上现在的内容后再办。"))
            carry_out(RecordPublication(known[number], day.isoformat(), address, after), actor)
        kinds = (known[number].kind for number, _after in self.reports)
        return {DOCUMENTS[kind] for kind in kinds if kind in DOCUMENTS}


def address_of(text: str) -> str:
    """The web address; nothing is opened, so whether the page is there nobody checks.

    Raises:
        Refused: it is none of http or https, too long, or holds a name and password.
    """
    address = text.strip()
    if not is_address(address):
        raise Refused({
            "address": _("请填写以 http:// 或 https:// 开头的完整网址，不超过 %(most)s 字，不带账号和口令，"
                         "例如 https://www.example.gov.cn/2024/0831.html。") % {"most": LONGEST}
        })  # fmt: skip
    return address
