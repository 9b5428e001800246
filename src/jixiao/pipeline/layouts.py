"""The templates and forms of a rulebook, looked over together with the documents that they rest on."""

from collections.abc import Iterator, Sequence

from jixiao.reports.faults import TemplateFault
from jixiao.reports.inspection import accounts_faults, form_faults, paper_faults, passage_faults
from jixiao.rulebooks.accounts import stated_faults
from jixiao.rulebooks.faults import Fault
from jixiao.rulebooks.forms import stated_forms
from jixiao.rulebooks.papers import stated_papers
from jixiao.rulebooks.passages import Passage, stated_passages
from jixiao.rulebooks.resolving import Rulebook


def layout_faults(rulebook: Rulebook) -> Iterator[Fault]:
    """Every fault of the templates and forms of a rulebook and of its parents."""
    found = [
        (stated_papers(folder), stated_forms(folder), stated_passages(folder)) for folder in rulebook.folders
    ]
    folders = {folder.name: folder for folder in rulebook.folders}
    names = {form.name for _, (forms, _), _ in found for form in forms}
    shared = [one for *_, (here, _) in found for one in here]
    for file, (papers, forms, own) in zip(rulebook.files, found, strict=True):
        yield from (*papers[1], *forms[1], *own[1])
        sources = {source.id for source in file.sources}
        folder = folders[file.key]
        accounts_wrong = tuple(stated_faults(folder, tuple(sources)))
        yield from accounts_wrong
        if not accounts_wrong:
            yield from map(_fault, accounts_faults(folder, rulebook))
        for paper in papers[0]:
            year = paper.head.from_year
            yield from _sourced(paper.file, paper.head.source, sources, paper.source_line)
            yield from map(_fault, paper_faults(paper, rulebook.rules(year), names, _of(shared, year)))
        for passage in own[0]:
            year = passage.head.from_year
            yield from _sourced(passage.file, passage.head.source, sources, passage.source_line)
            yield from map(_fault, passage_faults(passage, rulebook.rules(year), names, _of(shared, year)))
        for form in forms[0]:
            yield from _sourced(form.file, form.layout.source, sources, form.line(("source",)))
            yield from map(_fault, form_faults(form, rulebook.rules(form.layout.from_year)))


def _sourced(file: str, source: str, known: set[str], line: int) -> Iterator[Fault]:
    if source not in known:
        names = sorted(known)
        ids = "、".join(names) or "（还没有）"
        zh = f"[[sources]] 里没有“{source}”。请写 rulebook.toml 中一份文件的 id：{ids}。"
        en = f"there is no source {source!r} in [[sources]]. Name one of: {', '.join(names) or 'none yet'}."
        yield Fault(file, line, zh, en)


def _of(shared: Sequence[Passage], year: int) -> dict[str, Passage]:
    """The passages of a year by name; those of the place come first and win."""
    return {one.name: one for one in reversed(shared) if one.covers(year)}


def _fault(fault: TemplateFault) -> Fault:
    zh, en = fault.message, fault.message_en
    return Fault(fault.file, fault.line, zh if zh.endswith(("。", "？")) else f"{zh}。", en)
