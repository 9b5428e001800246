"""What is wrong or doubtful in a form, with the cell: shown while one types, asked again at the hand-in.

Errors keep a form from being handed in; warnings may be confirmed. What the rulebook says comes from the
scorecard's notices; what the guide of the forms demands of every place (a reason for each point lost, no
empty or copied target) is in `demanding`.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils.translation import get_language

from jixiao.dossiers.faults import DossierError
from jixiao.pipeline.scoring import FAULTS, Scorer, faults
from jixiao.web.filings.assessments.defining import STAGES
from jixiao.web.filings.subjects import dossier_of_form

if TYPE_CHECKING:
    from jixiao.core.scorecard import GroupScore, LeafScore, Notice, ProjectScore, Scorecard
    from jixiao.web.filings.rows import Form


@dataclass(frozen=True, slots=True)
class Told:
    """One notice: ``row`` is the number of the grid's row, 0 where it is about the whole part."""

    severity: Literal["error", "warning"]
    words: str
    table: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A form with its scorecard; ``faults`` where the facts do not fit together and there is none."""

    card: "Scorecard | None"
    faults: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def errors(self) -> list[Told]:
        """What has to be mended first."""
        return [one for one in self.told if one.severity == "error"]

    @property
    def warnings(self) -> list[Told]:
        """What has to be looked at."""
        return [one for one in self.told if one.severity == "warning"]

    @property
    def project(self) -> "ProjectScore | None":
        """The project's score, of a form about one."""
        return self.card.projects[0] if self.card and self.card.projects else None

    def notices(self) -> list[dict[str, Any]]:
        """As the page wants them, errors first."""
        return [asdict(one) for one in [*self.errors, *self.warnings]]


def review(form: "Form") -> Review:
    """Score the form and look at every cell."""
    from jixiao.web.filings.assessments.reviewing import reviewed
    from jixiao.web.filings.demanding import demands
    from jixiao.web.filings.proving import lacking

    if form.sheet.stage in STAGES:
        return reviewed(form)
    try:
        dossier = dossier_of_form(form)
        card = Scorer().card(dossier)
    except FAULTS as error:
        words = _told(error)
        return Review(None, words, tuple(Told("error", one) for one in words))
    about = form.task.project_id is not None
    project = card.projects[0] if about and card.projects else None
    groups = (project.groups if project else ()) if about else card.groups
    found = [*demands(form, _leaves(groups)), *lacking(form, dossier), *_of_card(form, card)]
    return Review(card, (), tuple(dict.fromkeys(found)))


def _told(error: Exception) -> tuple[str, ...]:
    zh = get_language() != "en"
    if isinstance(error, DossierError):
        return tuple(fault.told("zh" if zh else "en") for fault in error.faults)
    return tuple(chinese if zh else english for chinese, english in faults(error))


def _leaves(groups: "tuple[GroupScore, ...]") -> "dict[str, LeafScore]":
    return {leaf.code: leaf for group in groups for leaf in group.leaves}


def _of_card(form: "Form", card: "Scorecard") -> Iterator[Told]:
    """The rulebook's notices, and weights that do not add up."""
    if form.sheet.table("indicators") is None:
        return
    zh = get_language() != "en"
    weights = (
        "error" if form.sheet.stage == "targets" else "warning"
    )  # afterwards targets are not the clerk's to change
    about = form.task.project_id is not None
    for one in card.differences:
        if one.fact.endswith(".indicators") and one.fact.startswith("projects." if about else "appraisal"):
            yield Told(weights, f"{one.where}：{one.why}" if zh else one.why_en, "indicators", 0, "weight")
    if form.sheet.stage != "self_evaluation":
        return
    rows = {f"{row.level1}／{row.name}": row.pk for row in form.rows_of("indicators")}
    for notice in card.notices:
        if notice.about == "proofs":  # which of the files is lacking is told more exactly
            continue
        if about and notice.about == "department":  # whose other projects are in no form of a project
            continue
        yield _placed(notice, rows, zh=zh)


def _placed(notice: "Notice", rows: dict[str, int], *, zh: bool) -> Told:
    row = next((pk for where, pk in rows.items() if notice.where.endswith(where)), 0)
    words = f"{notice.where}：{notice.zh}" if zh else f"{notice.where}: {notice.en}"
    if notice.where == "档案":  # about the form as a whole
        words = notice.zh if zh else notice.en
    if notice.about == "evidence":
        return Told("error", words, "indicators" if row else "", row, "evidence" if row else "")
    return Told("warning", words, "indicators" if row else "", row, "reason" if row else "")
