"""Files and a dossier to a review, and to the dossier as it would be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jixiao.claims.final_accounts.titles import Kind, kind_of_title
from jixiao.core.accounts_review import Notice, Review, TableRead
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.organisation import Department
from jixiao.core.errors import ReadError
from jixiao.core.money import MoneyUnit
from jixiao.dossiers.discovery import file_of
from jixiao.dossiers.discovery import read as read_dossier
from jixiao.dossiers.exports.expressions import LINE, lookup, target
from jixiao.dossiers.exports.statements import Plan, Statement, planned, with_origins
from jixiao.dossiers.exports.storing import written_path
from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook.facts import in_words
from jixiao.formats.guarded import Guard, of_process
from jixiao.pipeline.exports import wording
from jixiao.pipeline.exports.cells import Cells
from jixiao.pipeline.exports.coding import department_code
from jixiao.pipeline.exports.comments import lost_comments
from jixiao.pipeline.exports.problems import problems
from jixiao.pipeline.exports.reading import Contents, Sheet, contents
from jixiao.pipeline.exports.stating import Stating
from jixiao.pipeline.opening import content
from jixiao.pipeline.scoring import faults as faults_of_data
from jixiao.renderers.wording import place_words
from jixiao.rulebooks.accounts import AccountsForms, classification, tables
from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.accounts import AccountsTable

FAULTS = (ReadError, DossierError, RulebookError)
"""What an import may raise, all of it told to users."""


_NEAREST: dict[Kind, Kind] = {"capital_spending": "capital", "capital": "capital_spending"}
"""Places print one of these two tables, with the same columns as far as both have them."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported, and where to.

    Attributes:
        into: the dossier; None for a new one, which needs ``rulebook``.
        department: only tables of this body, where the files hold several.
        year: of tables that tell none; ``unit`` of amounts that tell none.
        code: of the department of a new dossier; None to make one up (see ``department_code``).
    """

    files: tuple[Path, ...]
    into: Path | None = None
    rulebook: str | None = None
    department: str | None = None
    year: int | None = None
    unit: MoneyUnit | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """The review, and the dossier with everything that may be stored, origins told in ``published``."""

    review: Review
    dossier: Dossier


def faults(error: Exception) -> tuple[tuple[str, str], ...]:
    """Every fault as a line for the user, Chinese and English."""
    if isinstance(error, DossierError | RulebookError):
        return faults_of_data(error)
    if isinstance(error, ReadError):
        return ((error.message, error.message_en),)
    raise error


def reviewed(request: Request, guard: Guard | None = None) -> Import:
    """What the files tell and what would change; nothing is written.

    Raises:
        ReadError: a file cannot be opened or read, or no table of the final accounts is in any.
        DossierError: the dossier has faults.
        RulebookError: its rulebook has.
    """
    opener = guard if guard is not None else of_process()
    dossier = read_dossier(request.into) if request.into is not None else None
    read = [contents(opener.read(content(file, opener), str(file)), str(file)) for file in request.files]
    sheets = _of_department(read, request.department)
    if not sheets:
        raise _nothing(read, request.department)
    old = dossier
    dossier = dossier or _new(request, sheets)
    rulebook = load(request.rulebook or dossier.rulebook)
    year = dossier.fiscal_year
    forms = tables(rulebook.folders, year)
    if forms is None:
        raise ReadError(
            "no_tables",
            f"规则库没有{year}年度的决算表样。请换一个规则库或年度。",
            f"the rulebook has no final-accounts tables for {year}. Choose another one.",
        )
    known = classification(rulebook.folders, year)
    by_kind = {kind: form for form in forms.tables if (kind := kind_of_title(form.title)) is not None}
    statements: list[Statement] = []
    tables_read: list[TableRead] = []
    notices = list(_of_file(request, old, dossier))
    unitless: list[Sheet] = []
    for sheet in sheets:
        form = by_kind.get(sheet.table.kind) or by_kind.get(_NEAREST.get(sheet.table.kind, sheet.table.kind))
        if form is None:
            notices.append(wording.not_of_place(sheet.table.name, sheet.file, sheet.place()))
            continue
        cells = Cells(sheet.file, sheet.table, form.title, request.unit)
        stating = Stating(sheet.file, sheet.table, form, known, cells)
        tables_read.append(stating.read())
        statements += cells.statements
        notices += stating.notices
        if cells.unitless:
            unitless.append(sheet)
    plan = planned(dossier, statements)
    review = Review(
        dossier=str(request.into or ""),
        department=dossier.department.name,
        year=year,
        tables=tuple(tables_read),
        passed_by=tuple(notice for one in read for notice in one.passed_by),
        changes=plan.changes,
        unchanged=plan.unchanged,
        conflicts=plan.conflicts,
        problems=tuple(problems(dossier, sheets, plan, unitless, vouched=request.department is not None)),
        notices=tuple(dict.fromkeys(notices)),
        contradictions=tuple((one.file, finding) for one in read for finding in one.findings),
        missing_tables=tuple(form.title for form in forms.tables if form.title not in _titles(tables_read)),
        missing_facts=tuple(_missing(forms, plan.dossier)),
    )
    return Import(review, _with_origins(plan))


def _with_origins(plan: Plan) -> Dossier:
    return with_origins(
        plan,
        [
            (change, f"{Path(change.origin.file).name} {place_words(change.origin.place)}")
            for change in plan.changes
        ],
    )


def _titles(read: Sequence[TableRead]) -> set[str]:
    return {one.title for one in read}


def _of_department(read: Sequence[Contents], department: str | None) -> list[Sheet]:
    every = [sheet for one in read for sheet in one.sheets]
    if department is None:
        return every
    return [sheet for sheet in every if sheet.declared.body in (None, department)]


def _new(request: Request, sheets: Sequence[Sheet]) -> Dossier:
    """An empty dossier for what the files tell of themselves."""
    body = request.department or next((one.declared.body for one in sheets if one.declared.body), "")
    year = request.year or next((one.declared.year for one in sheets if one.declared.year), None)
    if not body:
        raise ReadError(
            "no_department",
            "文件里没有写单位名称，不知道是哪个部门的决算。请用 --department 写明。",
            "the files do not say whose accounts they are. Name it with --department.",
        )
    if year is None:
        raise ReadError(
            "no_year",
            "文件里没有写年度。请用 --year 写明，如 --year 2023。",
            "the files do not tell the year. Give it with --year.",
        )
    return Dossier(
        rulebook=request.rulebook or "",
        fiscal_year=year,
        money_unit=_prevailing(sheets),
        department=Department(code=request.code or department_code(request.rulebook or "", body), name=body),
    )


def _of_file(request: Request, old: Dossier | None, new: Dossier) -> Iterator[Notice]:
    """What storing does to the dossier beside its facts: a code made up, comments that go."""
    if old is None:
        if request.code is None:
            yield wording.made_up_code(new.department.code)
        return
    file = file_of(request.into or Path())
    if file.suffix.lower() == ".toml":
        lost = lost_comments(file.read_text(encoding="utf-8-sig"), old)
        if lost:
            yield wording.comments_go(lost, str(file))


def _prevailing(sheets: Sequence[Sheet]) -> MoneyUnit:
    """The unit of the first figure that has one, else 万元."""
    for sheet in sheets:
        for line in sheet.table.lines:
            for slot in line.figures.values():
                quantity = slot.quantity()
                if quantity is not None and quantity.unit.kind == "yuan":
                    return next(
                        (unit for unit in MoneyUnit if 10**unit.exponent == quantity.unit.scale),
                        MoneyUnit.TEN_THOUSAND,
                    )
    return MoneyUnit.TEN_THOUSAND


def _missing(forms: AccountsForms, dossier: Dossier) -> list[str]:
    """Single facts that the tables print and the dossier still lacks, in words."""
    found: dict[str, None] = {}
    for form in forms.tables:
        for expression in _expressions(form):
            path = target(expression) if expression else None
            if path is None or path[0] == LINE or lookup(dossier, path) is not None:
                continue
            fact = written_path(dossier, path)
            found.setdefault(in_words(dossier, fact) or _member_words(fact))
    return list(found)


def _member_words(fact: str) -> str:
    return fact.split(".")[-2] if fact.startswith("accounts.sources.") else fact


def _expressions(form: AccountsTable) -> list[str]:
    lines = [*form.left, *(side for foot in form.feet for side in (foot.left, foot.right))]
    single = [column.fact for column in form.columns if form.layout == "single"]
    return [*(fact for line in lines for fact in line.facts), *(one.total for one in form.columns), *single]


def _nothing(read: Sequence[Contents], department: str | None) -> ReadError:
    names = "、".join(one.file for one in read)
    bodies = list(dict.fromkeys(s.declared.body for one in read for s in one.sheets if s.declared.body))
    if department is not None and bodies:
        told = "、".join(bodies)
        return ReadError(
            "no_such_department",
            f"{names}里没有“{department}”的决算表，只有：{told}。请照此写 --department。",
            f"{names} has no tables of {department}, only of {told}. Write --department so.",
        )
    return ReadError(
        "no_accounts",
        f"{names}里没有认出决算公开表。请确认是决算系统导出的表，标题（如“收入支出决算总表”）和表头都在。",
        f"no final-accounts table was recognised in {names}. See that titles and headers are there.",
    )
