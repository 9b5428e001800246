"""The templates and forms of a rulebook, looked over together with the documents that they rest on."""

from collections.abc import Iterator
from pathlib import Path

from jixiao.core.toml_places import line_of, places
from jixiao.reports.faults import TemplateFault
from jixiao.reports.inspection import accounts_faults, form_faults, paper_faults
from jixiao.rulebooks.accounts import stated_faults
from jixiao.rulebooks.faults import Fault
from jixiao.rulebooks.forms import stated_forms
from jixiao.rulebooks.papers import Paper, stated_papers
from jixiao.rulebooks.resolving import Rulebook


def layout_faults(rulebook: Rulebook) -> Iterator[Fault]:
    """Every fault of the templates and forms of a rulebook and of its parents."""
    found = [(stated_papers(folder), stated_forms(folder)) for folder in rulebook.folders]
    folders = {folder.name: folder for folder in rulebook.folders}
    names = {form.name for _, (forms, _) in found for form in forms}
    for file, ((papers, paper_wrong), (forms, form_wrong)) in zip(rulebook.files, found, strict=True):
        yield from (*paper_wrong, *form_wrong)
        sources = {source.id for source in file.sources}
        folder = folders[file.key]
        accounts_wrong = tuple(stated_faults(folder, tuple(sources)))
        yield from accounts_wrong
        if not accounts_wrong:
            yield from map(_fault, accounts_faults(folder, rulebook))
        for paper in papers:
            yield from _sourced(paper.file, paper.head.source, sources, _head_line(paper, "source"))
            yield from map(_fault, paper_faults(paper, rulebook.rules(paper.head.from_year), names))
        for form in forms:
            yield from _sourced(form.file, form.layout.source, sources, form.line(("source",)))
            yield from map(_fault, form_faults(form, rulebook.rules(form.layout.from_year)))


def _sourced(file: str, source: str, known: set[str], line: int) -> Iterator[Fault]:
    if source not in known:
        names = sorted(known)
        ids = "、".join(names) or "（还没有）"
        zh = f"[[sources]] 里没有“{source}”。请写 rulebook.toml 中一份文件的 id：{ids}。"
        en = f"there is no source {source!r} in [[sources]]. Name one of: {', '.join(names) or 'none yet'}."
        yield Fault(file, line, zh, en)


def _head_line(paper: Paper, key: str) -> int:
    """The line of a key in the head of a template, which begins on line 2."""
    text = Path(paper.file).read_text(encoding="utf-8-sig").splitlines()[1 : paper.body_line - 2]
    return (line_of(places("\n".join(text)), (key,)) or 0) + 1


def _fault(fault: TemplateFault) -> Fault:
    zh, en = fault.message, fault.message_en
    return Fault(fault.file, fault.line, zh if zh.endswith(("。", "？")) else f"{zh}。", en)
