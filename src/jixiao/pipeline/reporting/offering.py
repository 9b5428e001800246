"""Which kinds of reports a place offers for a dossier: its templates and forms, and those of its parents."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Project
from jixiao.core.scorecard import Scorecard
from jixiao.reports.composing import facts
from jixiao.reports.environment import rendered
from jixiao.reports.printing import Printer
from jixiao.reports.signs import opened
from jixiao.rulebooks.papers import Paper
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
    """

    kind: str
    title: str
    per: Literal["department", "project"]
    rulebook: str
    file: str
    verified: bool
    projects: tuple[str, ...] = ()


def offer(dossier: Dossier, card: Scorecard, rules: Rules, paper: Paper) -> Offer:
    """What a template offers for the dossier.

    Raises:
        TemplateFault: its title cannot be rendered.
    """
    codes = fitting(dossier, paper) if paper.per == "project" else ()
    title = ""
    if codes or paper.per == "department":
        printer = Printer(dossier.money_unit)
        given = facts(dossier, card, rules, printer, project=codes[0] if codes else None)
        title = opened(rendered(paper.title, paper.file, paper.title_line, given, printer))[0].strip()
    return Offer(
        paper.kind, title, paper.per, paper.rulebook, paper.file, paper.head.verified, codes
    )  # fmt: skip


def fitting(dossier: Dossier, paper: Paper) -> tuple[str, ...]:
    """Codes of the projects that state every field that the template needs."""
    return tuple(project.code for project in dossier.projects if _states(project, paper.head.needs))


def chosen(dossier: Dossier, paper: Paper, project: str | None, *, together: bool) -> tuple[str | None, ...]:
    """The projects to report on: the one that was asked for, the only one that fits, or all that fit.

    ``together`` says that one file may hold several; (None,) is the department.

    Raises:
        RequestError: there is no such project, none fits, or several do.
    """
    if paper.per == "department":
        if project is not None:
            raise RequestError(
                f"“{paper.kind}”是部门的报告，不用写项目（--project {project}）。",
                f"{paper.kind} is about the department: leave out the project {project}.",
            )
        return (None,)
    codes = [one.code for one in dossier.projects]
    fit = fitting(dossier, paper)
    if project is not None:
        if project not in codes:
            raise RequestError(
                f"档案里没有代码为“{project}”的项目。可写：{'、'.join(codes) or '（没有项目）'}。",
                f"the dossier has no project {project}. Choose from: {', '.join(codes) or 'none'}.",
            )
        return (project,)
    if not fit:
        needs = "、".join(paper.head.needs)
        raise RequestError(
            f"没有一个项目可以写“{paper.kind}”"
            + (f"：需要填写 {needs}。" if codes and needs else "：档案里没有项目。"),
            f"no project has what {paper.kind} needs"
            + (f": {', '.join(paper.head.needs)}." if needs else "."),
        )
    if len(fit) > 1 and not together:
        names = _named(dossier, fit)
        raise RequestError(
            f"“{paper.kind}”一次写一个项目，请用 --project 写明代码：{names}。",
            f"{paper.kind} is about one project: name it with --project: {', '.join(fit)}.",
        )
    return fit


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
