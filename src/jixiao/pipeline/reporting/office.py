"""Writes reports and lets none leave that contradicts itself."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from jixiao.core.document import Document
from jixiao.core.dossier import Dossier
from jixiao.core.finding import Finding
from jixiao.core.prescription import Headings
from jixiao.core.report import Report
from jixiao.core.scorecard import Notice, Scorecard
from jixiao.dossiers.discovery import read
from jixiao.dossiers.toml import write_toml
from jixiao.formats import discovery
from jixiao.pipeline import prescribed
from jixiao.pipeline.checking import check_bytes, check_document
from jixiao.pipeline.reporting import publishing, refusing
from jixiao.pipeline.reporting.explaining import facts_behind
from jixiao.pipeline.reporting.offering import (
    Offer,
    RequestError,
    Template,
    chosen,
    fitting,
    offer,
    templates,
    unknown,
)
from jixiao.pipeline.reporting.released import Explained, Refusal, ReleasedReport, absent
from jixiao.pipeline.reporting.stating import Statements
from jixiao.pipeline.scoring import Scorer
from jixiao.renderers.open_data import DATA_FORMAT, archive
from jixiao.renderers.wording import place_words
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.forms import Form
from jixiao.rulebooks.resolving import Rules

CHECKED_AS: Final = {"pdf": "docx", DATA_FORMAT: "docx"}
"""Formats that are not read back, and what is checked in their place: the file that they are made from, or
that prints the same figures."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What applies to one dossier: the rules of its place and year, the templates, the forms."""

    rules: Rules
    templates: dict[str, Template]
    forms: dict[str, Form]


class Office:
    """Writes reports of many dossiers; each rulebook and its templates are read once.

    ``rulebook`` replaces the one that a dossier names: a key, a division code, or a folder.
    """

    def __init__(self, rulebook: str | None = None) -> None:
        self._scorer = Scorer(rulebook)
        self._places: dict[tuple[str, int], _Place] = {}

    def offers(self, dossier: Dossier) -> tuple[Offer, ...]:
        """The kinds that the dossier's place offers, by name.

        Raises:
            RulebookError: the rulebook or a template's head has faults.
            TemplateFault: a title cannot be rendered.
        """
        place = self._place(dossier)
        card = self._scorer.card(dossier)
        return tuple(offer(dossier, card, place.rules, one) for one in place.templates.values())

    def write(  # noqa: PLR0913  # the choices of a report
        self,
        dossier: Dossier,
        kind: str,
        output_format: str,
        *,
        project: str | None = None,
        draft: bool = False,
        date: str = "",
        waived: Collection[str] = (),
        why_draft: Sequence[str] = (),
    ) -> ReleasedReport:
        """The report, written and checked; `write_report` says the rest.

        ``waived`` are identities of refusals that somebody answered for: they do not keep it here.
        ``why_draft`` is printed on the draft that it then is.
        """
        if output_format == DATA_FORMAT:
            publishing.refuse_other_kinds(kind)
        place = self._place(dossier)
        template = place.templates.get(kind)
        if template is None:
            raise unknown(kind, place.templates, place.rules.name)
        card = self._scorer.card(dossier)
        fit = partial(fitting, dossier, card, place.rules, template)
        code = chosen(dossier, template, project, fit)
        composed = partial(
            compose,
            dossier,
            card,
            place.rules,
            template.paper,
            project=code,
            forms=place.forms,
            digest=hashlib.sha256(write_toml(dossier).encode("utf-8")).hexdigest(),
            draft=draft or bool(why_draft),
            date=date,
            why_draft=why_draft,
        )
        composition = composed()
        unprinted = Statements(dossier).unprinted(composition.document)
        if unprinted:
            composition = composed(stated=unprinted)
        about = None if template.paper.per == "department" else (code,) if code else fit()
        return self._released(
            dossier, card, place.rules, composition, (kind, output_format, date), about, waived
        )

    def printed(
        self, dossier: Dossier, kind: str, output_format: str, *, project: str | None = None
    ) -> ReleasedReport:
        """A form to sign: as it is where nothing is missing or wrong, else a draft that says what is."""
        checked = CHECKED_AS.get(output_format, output_format)
        sound = self.write(dossier, kind, checked, project=project)
        if sound.faults:
            return self.write(dossier, kind, output_format, project=project, why_draft=sound.faults)
        return (
            sound if checked == output_format else self.write(dossier, kind, output_format, project=project)
        )

    def lacking(self, dossier: Dossier, kind: str, project: str | None = None) -> tuple[str, ...]:
        """What would be missing on the form, told without writing it; empty where there is no such form.

        Raises:
            RulebookError, TemplateFault: as `write`.
        """
        place = self._place(dossier)
        template = place.templates.get(kind)
        if template is None:
            return ()
        card = self._scorer.card(dossier)
        made = compose(dossier, card, place.rules, template.paper, project=project, forms=place.forms)
        return absent(made.gaps)

    def _released(  # noqa: PLR0913, PLR0917  # what a report is made from
        self,
        dossier: Dossier,
        card: Scorecard,
        rules: Rules,
        composition: Composition,
        asked: tuple[str, str, str],
        about: tuple[str, ...] | None,
        waived: Collection[str],
    ) -> ReleasedReport:
        kind, output_format, date = asked
        document = composition.document
        checked = CHECKED_AS.get(output_format, output_format)
        data = b"" if output_format == DATA_FORMAT else written(document, output_format)
        readable = data if checked == output_format else written(document, checked)
        report = check_bytes(readable, f"{kind}.{checked}", headings=partial(_prescribed, rules, kind))
        statements = Statements(dossier)
        explained, refusals = _judged(report, document, statements)
        within = refusing.scope(document.ledger, about)
        refusals += refusing.of_facts(dossier, card, statements, within)
        answered = tuple(one for one in refusals if one.identity in waived)
        refusals = [one for one in refusals if one.identity not in waived]
        draft = bool(document.properties and document.properties.draft)
        if output_format == DATA_FORMAT and (draft or not refusals):
            data = archive(publishing.open_data(dossier, card, rules, composition, refusals, date=date))
        return ReleasedReport(
            data=b"" if refusals and not draft else data,
            kind=kind,
            title=document.name,
            format=output_format,
            checked=checked,
            report=report,
            ledger=document.ledger,
            gaps=composition.gaps,
            refusals=tuple(refusals),
            waived=answered,
            explained=explained,
            notices=(*_notices(card), *prescribed.late(rules, kind, date)),
            draft=draft,
        )

    def _place(self, dossier: Dossier) -> _Place:
        rulebook = self._scorer.rulebook(dossier)
        year = dossier.fiscal_year
        key = (rulebook.key, year)
        if key not in self._places:
            self._places[key] = _Place(rulebook.rules(year), *templates(rulebook.folders, year))
        return self._places[key]


def write_report(  # noqa: PLR0913  # the choices of a report
    path: str | Path,
    kind: str,
    output_format: str,
    *,
    rulebook: str | None = None,
    project: str | None = None,
    draft: bool = False,
    date: str = "",
) -> ReleasedReport:
    """The report of a kind, written from a dossier, read back and checked.

    ``path`` is a folder with ``dossier.toml``, a .toml file, or a workbook; ``output_format`` is docx, html,
    ofd, pdf or xlsx, or zip for the open data of the final accounts; ``date`` (ISO) is the day of signing. A
    report that is refused has no bytes, unless ``draft`` asks for them with a watermark.

    Raises:
        DossierError, RulebookError: every fault of the dossier or of the rulebook.
        TemplateFault: the template cannot be used with these facts.
        RequestError: the place offers no such kind or format, or the project has to be named.
        WriteError: this machine cannot write the format.
    """
    return Office(rulebook).write(
        read(Path(path)), kind, output_format, project=project, draft=draft, date=date
    )


def report_kinds(path: str | Path, rulebook: str | None = None) -> tuple[Offer, ...]:
    """The kinds of reports that can be written from a dossier.

    Raises:
        DossierError, RulebookError, TemplateFault: as `write_report`.
    """
    return Office(rulebook).offers(read(Path(path)))


def _prescribed(rules: Rules, kind: str, _document: Document, _year: str) -> Headings | None:
    return prescribed.headings(rules, kind)


def written(document: Document, output_format: str) -> bytes:
    """The document in a format.

    Raises:
        RequestError: no writer of that format.
    """
    writer = discovery.writer(output_format)
    if writer is None:
        known = discovery.writable()
        raise RequestError(
            f"不能写 {output_format} 格式。可写：{'、'.join(known)}。",
            f"{output_format} cannot be written. Choose one of {', '.join(known)}.",
        )
    data: bytes = writer.write(document)
    return data


def _judged(
    report: Report, document: Document, statements: Statements
) -> tuple[tuple[Explained, ...], list[Refusal]]:
    """The errors in the figures: those that a statement of the unit explains, and the others."""
    if report.error is not None or report.document is None:
        return (), [refusing.of_unreadable(report.error)] if report.error else []
    explained: list[Explained] = []
    refusals: list[Refusal] = []
    wrong = refusing.figures_wrong(report.findings)
    behind = _facts(wrong, report.document, document) if wrong else {}
    for finding in wrong:
        facts = [statements.fact(path) for path in behind.get(finding.fingerprint, ())]
        statement = statements.about_any(behind.get(finding.fingerprint, ()))
        if statement is not None:
            explained.append(Explained(finding, statement.fact, statement.statement, statement.signed_by))
        else:
            where = (place_words(finding.place, "zh"), place_words(finding.place, "en"))
            refusals.append(refusing.of_finding(finding, where, facts))
    return tuple(explained), refusals


def _facts(wrong: Sequence[Finding], found: Document, composed: Document) -> dict[str, tuple[str, ...]]:
    """The facts behind each finding by fingerprint; from the composed document where marks are lost."""
    behind = {one.fingerprint: facts_behind(one, found) for one in wrong}
    if not all(behind.values()):
        for one in check_document(composed).findings:
            if not behind.get(one.fingerprint, ("",)):
                behind[one.fingerprint] = facts_behind(one, composed)
    return behind


def _notices(card: Scorecard) -> tuple[Notice, ...]:
    """What scoring noticed of the dossier as a whole."""
    return tuple(one for one in card.notices if one.where == "档案")
