"""Form layouts of a rulebook: TOML in ``forms/``, dated in their head; the language is in `schema.form`.

``project_self_evaluation.toml`` is the form of that kind; a further file for other years has a name that goes
on with ``-``: ``project_self_evaluation-2021.toml``. A place's form wins over its parent's.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from jixiao.core import toml_places
from jixiao.core.toml_places import line_of, places
from jixiao.core.toml_slips import slip
from jixiao.rulebooks import form_grid, shape
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.papers import Paper, PaperHead
from jixiao.rulebooks.schema.form import FormFile
from jixiao.rulebooks.stated import Problem

FOLDER: Final = "forms"
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9_-]+)?")
_WITHIN: Final = re.compile(r"\bproject\b")


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its layout, and where in the file each part stands.

    ``name`` is the kind of report that it makes; ``rulebook`` the key of the place that states it.
    """

    name: str
    layout: FormFile
    file: str
    rulebook: str
    lines: dict[toml_places.Path, int]

    def line(self, path: toml_places.Path) -> int:
        """The line of a part, 1-based."""
        return line_of(self.lines, path) or 1

    def covers(self, year: int) -> bool:
        """Whether it is in force in the fiscal year."""
        return self.layout.from_year <= year and (self.layout.until is None or year <= self.layout.until)


def forms(folders: tuple[Path, ...], year: int) -> dict[str, Form]:
    """The forms in force by name; ``folders`` are the place's own first, then its parents'.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    found: dict[str, Form] = {}
    faults: list[Fault] = []
    for folder in folders:
        here, wrong = stated_forms(folder)
        faults += wrong
        found = {**{form.name: form for form in here if form.covers(year)}, **found}
    if faults:
        raise RulebookError(faults)
    return dict(sorted(found.items()))


def stated_forms(folder: Path) -> tuple[list[Form], list[Fault]]:
    """The forms of one rulebook folder, and what is wrong with them: also two of a name for the same year."""
    found: list[Form] = []
    faults: list[Fault] = []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        try:
            form = read_form(path, folder.name)
        except RulebookError as error:
            faults += error.faults
            continue
        for other in found:
            if other.name == form.name and _overlap(form.layout, other.layout):
                beside = Path(other.file).name
                zh = f"“{form.name}”还有一份表样 {beside}，适用年度重叠。请用 from、until 分开。"
                en = f"another form {form.name}, {beside}, covers the same year. Part them by from, until."
                faults.append(Fault(str(path), form.line(("from",)), zh, en))
        found.append(form)
    return found, faults


def read_form(path: Path, rulebook: str) -> Form:
    """Read one form.

    Raises:
        RulebookError: it is no TOML, or no form; every fault.
    """
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        zh = "文件读不出来，或不是 UTF-8 编码。请在记事本里“另存为”，编码选 UTF-8。"
        raise RulebookError([Fault(file, 0, zh, "the file cannot be read as UTF-8. Save it so.")]) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        one = slip(text, str(error))
        zh, en = f"{one.message}：{one.fix}。", f"{one.message_en}: {one.fix_en}."
        raise RulebookError([Fault(file, one.line, zh, en)]) from error
    lines = places(text)
    try:
        layout = FormFile.model_validate(data)
    except ValidationError as error:
        found = list(shape.problems(error, data, FormFile))
    else:
        found = [*_name(path.stem), *_title(layout), *_grids(layout)]
        if not found:
            return Form(path.stem.partition("-")[0], layout, file, rulebook, lines)
    raise RulebookError(
        Fault(file, line_of(lines, one.path) or 1, one.message, one.message_en) for one in found
    )


def paper(form: Form) -> Paper:
    """The paper that is this form alone: about the project named, else about every project it is for."""
    layout = form.layout
    signs, kept = "", ""
    if not layout.signed:
        subject = ", project" if layout.per == "project" else ""
        signs, kept = f'{{{{ signing("{form.name}"{subject}) }}}}', ", followed=true"
    insert = f'{{{{ form("{form.name}"{kept}) }}}}{signs}'
    if layout.per == "project":
        condition = f" if {layout.where}" if layout.where else ""
        insert = (
            f'{{% if project is defined %}}{{{{ form("{form.name}", project{kept}) }}}}{signs}{{% else %}}'
            f"{{% for project in projects{condition} %}}"
            f'{{{{ form("{form.name}", project, titled=not loop.first{kept}) }}}}{signs}'
            "{% else %}\n\n本部门没有需要填写本表的项目。\n\n{% endfor %}{% endif %}"
        )
    head = PaperHead.model_validate(
        {
            "kind": form.name,
            "title": layout.title,
            "per": layout.per,
            "from": layout.from_year,
            "until": layout.until,
            "source": layout.source,
            "verified": layout.verified,
            "note": layout.note,
        }
    )
    return Paper(
        kind=form.name,
        per=layout.per,
        title=layout.title,
        title_line=form.line(("title",)),
        source_line=form.line(("source",)),
        body=insert + "\n",
        body_line=form.line(("where",)),
        file=form.file,
        rulebook=form.rulebook,
        contents=False,
        head=head,
        landscape=layout.landscape,
    )


def _name(stem: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(stem):
        zh = f"文件名“{stem}.toml”不能作表样的名称。请用小写字母和下划线，如 project_target.toml。"
        en = f"the file name {stem!r} is no name of a form. Use small letters: project_target.toml."
        yield Problem((), zh, en)


def _title(layout: FormFile) -> Iterator[Problem]:
    if _WITHIN.search(layout.title):
        zh = "title 是整份报告的标题，不能写项目的内容。请把它移到 subtitle。"
        yield Problem(("title",), zh, "title is that of the whole paper. Put the project into subtitle.")
    if layout.where and layout.per != "project":
        zh = 'where 只用于按项目填写的表（per = "project"）。请删去。'
        yield Problem(("where",), zh, 'where belongs to forms with per = "project". Remove it.')


def _grids(layout: FormFile) -> Iterator[Problem]:
    if bool(layout.rows) == bool(layout.tables):
        zh = "请写一张表的 widths 和 [[rows]]，或写几张表 [[tables]]，两者取一。"
        yield Problem(
            (), zh, "write widths and [[rows]] of one table, or several [[tables]]; one of the two."
        )
    elif layout.rows and not layout.widths:
        zh = "缺少 widths（列宽）。请写各列的相对宽度，如 widths = [10, 20, 10]。"
        yield Problem(("rows",), zh, "widths is missing: write the relative widths, such as [10, 20, 10].")
        return
    for path, table in layout.each_table():
        yield from form_grid.problems(path, table)


def _overlap(one: FormFile, other: FormFile) -> bool:
    endless = 9999
    return one.from_year <= (other.until or endless) and other.from_year <= (one.until or endless)
