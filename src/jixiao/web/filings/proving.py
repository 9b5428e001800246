"""The files that go with a form: what its rulebook asks for, what is there, what is lacking."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from jixiao.scoring.choosing import direction
from jixiao.scoring.proving import of_line
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.evidence import Evidence, EvidenceKind, SecrecyState
from jixiao.web.filings.kinds import kind_of
from jixiao.web.filings.reviewing import Told
from jixiao.web.filings.rows import Form
from jixiao.web.rulebooks import usable_rules_of

if TYPE_CHECKING:
    from jixiao.core.dossier import Dossier
    from jixiao.rulebooks.schema.topics import Proof, Proofs
    from jixiao.web.cycles.models import Task

FILES = "files"
"""The place of a notice that is about the files of the form as a whole."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that the rulebook asks for, of a line where ``row`` is one, and those handed in as it."""

    proof: "Proof"
    row: Any | None
    files: tuple[Evidence, ...]

    @property
    def met(self) -> bool:
        """Whether there is one that was not refused."""
        return any(one.secrecy != SecrecyState.REFUSED for one in self.files)

    @property
    def place(self) -> str:
        """As the page's choice of what a file is names it."""
        if self.proof.of == "sealed":
            return str(EvidenceKind.SEALED)
        return f"{EvidenceKind.PROOF}:{self.row.pk if self.row else ''}:{self.proof.what}"


def asked(form: Form) -> "Proofs | None":
    """What the rulebook asks for; None where it asks for nothing, or cannot be used."""
    kind = kind_of(form.task)
    rules = usable_rules_of(form.year.rulebook, form.year.fiscal_year)
    if rules is None:
        return None  # the score says why
    settled = rules.proofs.get(kind or "")
    return settled.value if settled else None


def handed_in(task: "Task") -> list[Evidence]:
    """The files of a form, refused ones among them."""
    return list(Evidence.objects.filter(task=task, deleted=False).select_related("indicator", "by"))


def wanted(form: Form, files: Iterable[Evidence]) -> list[Wanted]:
    """Every file that the rulebook asks for, in its order, lines in theirs."""
    proofs = asked(form)
    found: list[Wanted] = []
    if proofs is None:
        return found
    given = list(files)
    lines = [one for one in _lines(form) if one.more.get("applicable") is not False]
    for proof in proofs.rows:
        if proof.of == "sealed":
            same = tuple(one for one in given if one.kind == EvidenceKind.SEALED)
            found.append(Wanted(proof, None, same))
        elif proof.of == "form":
            found.append(Wanted(proof, None, _named(given, proof, None)))
        else:
            found += [
                Wanted(proof, row, _named(given, proof, row.pk))
                for row in lines
                if proof in of_line(proofs, row.level1, row.level2, direction(row.operator))
            ]
    return found


def lacking(form: Form, dossier: "Dossier") -> Iterator[Told]:
    """Mandatory files that are not there; a sealed scan of a form that was changed afterwards."""
    files = handed_in(form.task)
    table, column = _column(form)
    for one in wanted(form, files):
        if one.met or not one.proof.mandatory:
            continue
        refused = _("（已传的未通过保密审查，请换）") if one.files else ""
        if one.row is None:
            words = _("没有上传必需的材料：%(what)s") % {"what": one.proof.what}
            yield Told("error", words + refused, FILES)
        else:
            words = _("没有上传必需的佐证材料：%(what)s") % {"what": one.proof.what}
            yield Told("error", f"{one.row.name}：{words}{refused}", table, one.row.pk, column)
    scans = [one for one in files if one.kind == EvidenceKind.SEALED and one.secrecy != SecrecyState.REFUSED]
    if scans and scans[-1].digest != digest(form.task, dossier):
        words = _("盖章扫描件上传之后，表又改过：请重新打印、签字、盖章后上传")
        yield Told("warning", words, FILES)


def count_lacking(task: "Task") -> int:
    """How many mandatory files are not there."""
    form = Form.of(task)
    asked_for = wanted(form, handed_in(task)) if form else []
    return sum(one.proof.mandatory and not one.met for one in asked_for)


def texts(form: Form) -> dict[int, str]:
    """What the cell of each line says about its files."""
    files = handed_in(form.task)
    found: dict[int, str] = {}
    for one in _lines(form):
        number = sum(file.indicator_id == one.pk for file in files)
        found[one.pk] = _("%(count)s 个文件") % {"count": number} if number else ""
    for one in wanted(form, files):
        if one.row is not None and one.proof.mandatory and not one.met:
            missing = _("缺：%(what)s") % {"what": one.proof.what}
            found[one.row.pk] = "\n".join(filter(None, (missing, found[one.row.pk])))
    return found


def digest(task: "Task", dossier: "Dossier") -> str:
    """A fingerprint of what the form says, without its files: these come after it was printed."""
    part: Any = dossier.projects[0] if task.project_id else dossier
    said = _without_files({} if part is None else encoded(part))
    if not task.project_id:
        said.pop("projects", None)
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _without_files(said: Any) -> Any:
    if isinstance(said, dict):
        return {name: _without_files(one) for name, one in said.items() if name != "evidence"}
    return [_without_files(one) for one in said] if isinstance(said, list) else said


def _named(files: list[Evidence], proof: "Proof", row: int | None) -> tuple[Evidence, ...]:
    return tuple(
        one
        for one in files
        if one.kind == EvidenceKind.PROOF and one.what == proof.what and one.indicator_id == row
    )


def _lines(form: Form) -> list[Any]:
    return form.rows_of("indicators") or [row.indicator for row in form.rows_of("progress")]


def _column(form: Form) -> tuple[str, str]:
    """The table and column that show the files of a line."""
    name = "indicators" if form.sheet.table("indicators") else "progress"
    table = form.sheet.table(name)
    return name, "evidence" if table and table.column("evidence") else ""
