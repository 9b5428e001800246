"""What a page says of a version: its findings with their verdicts, what is new and what is solved."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jixiao.web.documents.models import Decision, Found, State, Verdict, Version

OPEN: Final = "open"
STATES: Final = (OPEN, Decision.ACCEPTED.value, Decision.WAIVED.value)
STATE_WORDS: Final = {OPEN: _("待处理"), Decision.ACCEPTED.value: _("要改"), Decision.WAIVED.value: _("不改")}
SEVERITY_WORDS: Final = {"error": _("错误"), "warning": _("提醒"), "info": _("说明")}


@dataclass(slots=True)
class Shown:
    """A finding as the page shows it."""

    found: Found
    verdict: Verdict | None = None
    news: bool = False
    earlier: Verdict | None = None
    """The word on a finding of an earlier version in the same words with other figures."""
    typed: str = ""
    errors: list[str] = field(default_factory=list)
    may_judge: bool = False

    @property
    def state(self) -> str:
        """Open, accepted or waived."""
        return OPEN if self.verdict is None else str(self.verdict.decision)

    @property
    def waits(self) -> bool:
        """Whether somebody has to look at it: what is only told needs no word."""
        return self.state == OPEN and self.found.severity != "info"

    @property
    def state_words(self) -> Any:
        """The same for people."""
        return STATE_WORDS[self.state]

    @property
    def severity_words(self) -> Any:
        """How bad it is, for people."""
        return SEVERITY_WORDS[self.found.severity]

    @property
    def title(self) -> str:
        """In the language of the page."""
        return self._told("title")

    @property
    def message(self) -> str:
        """In the language of the page."""
        return self._told("message")

    @property
    def suggestion(self) -> str:
        """In the language of the page."""
        return self._told("suggestion")

    @property
    def proof(self) -> str:
        """The figures recomputed, in the language of the page."""
        found: str = self.found.told["proof"][language()]
        return found

    @property
    def sides(self) -> list[dict[str, Any]]:
        """Every place of the finding, its own first: number, words, quote, whether the page can show it."""
        told = self.found.told
        all_sides = [{"quote": told["quote"], "where": told["where"]}, *told["sides"]]
        return [
            {
                "number": number,
                "where": side["where"][language()],
                "quote": side["quote"],
                "placed": number in told["placed"],
            }
            for number, side in enumerate(all_sides)
        ]

    def _told(self, key: str) -> str:
        told = self.found.told
        return str((told.get(f"{key}_en") if language() == "en" else "") or told[key])


def _is(one: Shown, key: str) -> bool:
    if key == OPEN:
        return one.waits
    return one.news if key == "new" else key in {one.state, one.found.severity}


def language() -> str:
    """``zh`` or ``en``."""
    return "en" if (get_language() or "").startswith("en") else "zh"


@dataclass(slots=True)
class Overview:
    """Everything that is said of a version's findings."""

    shown: list[Shown]
    solved: list[Shown]
    previous: Version | None

    def count(self, key: str) -> int:
        """How many of a state or of a severity, or ``new``."""
        return sum(_is(one, key) for one in self.shown)

    def chosen(self, severities: list[str], states: list[str]) -> list[Shown]:
        """Those of these severities and states; all where none is named."""
        return [
            one
            for one in self.shown
            if (not severities or one.found.severity in severities)
            and (not states or any(_is(one, key) for key in states))
        ]


def overview(version: Version, *, may_judge: bool) -> Overview:
    """The findings of a version against those of the checked version before it: a fixed number of queries."""
    verdicts = list(Verdict.objects.filter(document=version.document_id).select_related("by", "version"))
    by_identity = {verdict.identity: verdict for verdict in verdicts}
    by_likeness = {verdict.likeness: verdict for verdict in verdicts}
    previous = (
        Version.objects.filter(document=version.document_id, number__lt=version.number, state=State.CHECKED)
        .order_by("-number")
        .first()
    )
    found = list(version.findings.all())
    before = list(previous.findings.all()) if previous else []
    old = {one.identity for one in before}
    now = {one.identity for one in found}
    shown = []
    for one in found:
        verdict = by_identity.get(one.identity)
        news = previous is not None and one.identity not in old
        earlier = by_likeness.get(one.likeness) if verdict is None and news else None
        shown.append(Shown(one, verdict, news, earlier, may_judge=may_judge))
    solved = [Shown(one, by_identity.get(one.identity)) for one in before if one.identity not in now]
    return Overview(shown, solved, previous)


def waiting() -> QuerySet[Found]:
    """Findings of the outer row's latest version that nobody has spoken on; for annotations of documents."""
    spoken = Verdict.objects.filter(document=OuterRef("version__document"), identity=OuterRef("identity"))
    return Found.objects.filter(version=OuterRef("latest")).exclude(severity="info").filter(~Exists(spoken))
