"""Which kinds of reports a place offers for a dossier: its templates and forms, and those of its parents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Project
from jixiao.core.scorecard import Scorecard
from jixiao.reports.composing import facts
from jixiao.reports.environment import evaluated, rendered
from jixiao.reports.printing import Printer
from jixiao.reports.signs import opened
from jixiao.rulebooks.forms import Form, forms
from jixiao.rulebooks.forms import paper as form_as_paper
from jixiao.rulebooks.papers import Paper, papers
from jixiao.rulebooks.resolving import Rules


class RequestError(Exception):
    """What was asked for cannot be written: the place offers no such kind, or no project fits."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type["RequestError"], tuple[str, str]]:
        """As made, so that it can come back from another process."""
        return type(self), (self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of report that can be written.

    Attributes:
        rulebook: the key of the place whose template or form it is.
        projects: codes of the projects that have what it needs; empty where it is about the department.
        verified: whether a document proves that the place wants it so.
        together: whether one file holds it for all these projects.
    """

    kind: str
    title: str
    per: Literal["department", "project"]
    rulebook: str
    file: str
    verified: bool
    projects: tuple[str, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """What makes a kind of report: a paper, or a ``form`` that is a report by itself."""

    paper: Paper
    form: Form | None = None

    @property
    def together(self) -> bool:
        """Whether one file holds it for all projects."""
        return self.form is not None


def templates(folders: tuple[Path, ...], year: int) -> tuple[dict[str, Template], dict[str, Form]]:
    """The templates in force by kind, and all forms by name; a place's own win over its parents'.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    known = forms(folders, year)
    found = {kind: Template(paper) for kind, paper in papers(folders, year).items()}
    nearness = {folder.name: number for number, folder in enumerate(folders)}
    for name, form in known.items():
        other = found.get(name)
        if other is None or nearness[form.rulebook] < nearness[other.paper.rulebook]:
            found[name] = Template(form_as_paper(form), form)
    return dict(sorted(found.items())), known


def offer(dossier: Dossier, card: Scorecard, rules: Rules, template: Template) -> Offer:
    """What a template offers for the dossier.

    Raises:
        TemplateFault: its title cannot be rendered.
    """
    paper = template.paper
    codes = fitting(dossier, card, rules, template) if paper.per == "project" else ()
    title = ""
    if codes or paper.per == "department" or template.form is not None:  # a form's title names no project
        printer = Printer(dossier.money_unit)
        given = facts(dossier, card, rules, printer, project=codes[0] if codes else None)
        title = opened(rendered(paper.title, paper.file, paper.title_line, given, printer))[0].strip()
    return Offer(
        paper.kind,
        title,
        paper.per,
        paper.rulebook,
        paper.file,
        paper.head.verified,
        codes,
        template.together,
    )  # fmt: skip


def fitting(dossier: Dossier, card: Scorecard, rules: Rules, template: Template) -> tuple[str, ...]:
    """Codes of the projects that state every field that the template needs, and that its form is for.

    Raises:
        TemplateFault: the condition of the form cannot be computed.
    """
    form = template.form
    codes = [one.code for one in dossier.projects if _states(one, template.paper.head.needs)]
    if form is None or not form.layout.where:
        return tuple(codes)
    printer = Printer(dossier.money_unit)
    line = form.line(("where",))
    return tuple(
        code
        for code in codes
        if evaluated(
            form.layout.where,
            form.file,
            line,
            facts(dossier, card, rules, printer, project=code),
            printer,
        )
    )


def chosen(
    dossier: Dossier, template: Template, project: str | None, fit: Callable[[], tuple[str, ...]]
) -> str | None:
    """The project to report on: that asked for, or the only one that fits; None for all or the department.

    ``fit`` gives the projects that fit.

    Raises:
        RequestError: there is no such project, none fits, or several do.
    """
    kind = template.paper.kind
    if template.paper.per == "department":
        if project is not None:
            raise RequestError(
                f"“{kind}”是部门的报告，不用写项目（--project {project}）。",
                f"{kind} is about the department: leave out the project {project}.",
            )
        return None
    if project is not None:
        codes = [one.code for one in dossier.projects]
        if project not in codes:
            raise RequestError(
                f"档案里没有代码为“{project}”的项目。可写：{'、'.join(codes) or '（没有项目）'}。",
                f"the dossier has no project {project}. Choose from: {', '.join(codes) or 'none'}.",
            )
        return project
    return None if template.together else _only(dossier, template, fit())


def _only(dossier: Dossier, template: Template, fit: tuple[str, ...]) -> str:
    kind, needs = template.paper.kind, template.paper.head.needs
    if not fit:
        wanted = f"：需要填写 {'、'.join(needs)}。" if needs and dossier.projects else "：档案里没有项目。"
        raise RequestError(
            f"没有一个项目可以写“{kind}”{wanted}",
            f"no project has what {kind} needs" + (f": {', '.join(needs)}." if needs else "."),
        )
    if len(fit) > 1:
        raise RequestError(
            f"“{kind}”一次写一个项目，请用 --project 写明代码：{_named(dossier, fit)}。",
            f"{kind} is about one project: name it with --project: {', '.join(fit)}.",
        )
    return fit[0]


def unknown(kind: str, kinds: Iterable[str], place: str) -> RequestError:
    """The error of a kind that the place does not offer."""
    known = "、".join(kinds)
    return RequestError(
        f"{place}没有“{kind}”这种报告。" + (f"可写：{known}。" if known else "规则库里还没有报告模板。"),
        f"{place} offers no {kind}. " + (f"Choose from: {known.replace('、', ', ')}." if known else ""),
    )


def _states(project: Project, needs: Iterable[str]) -> bool:
    return all(getattr(project, name) not in (None, "", ()) for name in needs)


def _named(dossier: Dossier, codes: Iterable[str]) -> str:
    return "、".join(f"{code}（{dossier.project(code).name}）" for code in codes)
