"""Every row and case names a source of its own file, and what counts as verified was seen."""

import difflib
from collections import Counter
from collections.abc import Iterator

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.rulebook import Case, Source
from jixiao.rulebooks.stated import Problem, Stated


def problems(stated: Stated) -> Iterator[Problem]:
    """Ids given twice, sources that are not listed, verified values whose source nobody saw."""
    evidence: dict[str, str] = {}
    times = Counter(stated.source_ids)
    for path, source in stated.parts(Source):
        if source.id in evidence and times[source.id] > 1:
            yield Problem(
                (*path, "id"),
                f"依据编号“{source.id}”用了两次。请给其中一个换编号，并改正引用它的行。",
                f"the source id {source.id!r} is given twice. Rename one, and correct the rows that use it.",
            )
        evidence.setdefault(source.id, source.evidence)
    used = [(path, row.source) for path, row in stated.rows()]
    used += [(path, case.source) for path, case in stated.parts(Case)]
    for path, name in used:
        if name not in times:
            yield _unknown(path, name, stated.source_ids)
    for path, row in stated.rows():
        if row.verified and evidence.get(row.source) == "decision":
            yield Problem(
                (*path, "verified"),
                f"依据“{row.source}”标为 decision（本地财政部门自己的决定，没有文件），这一行不能写 "
                f"verified = true。请改为 verified = false；发了文件后，把 evidence 改为 read 再改。",
                f"the source {row.source!r} is marked decision (the bureau's own, no document), so this row "
                f"cannot say verified = true. Write verified = false until there is a document.",
            )
        if row.verified and evidence.get(row.source) == "unseen":
            yield Problem(
                (*path, "verified"),
                f"依据“{row.source}”标为 unseen（没有见到），这一行不能写 verified = true。"
                f"请改为 verified = false，见到文件后再改。",
                f"the source {row.source!r} is marked unseen, so this row cannot say verified = true. "
                f"Write verified = false until the document has been seen.",
            )


def _unknown(path: Path, name: str, known: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    zh = f'是否想写 source = "{near[0]}"？' if near else "请在 [[sources]] 里加上这份文件，或改正编号。"
    en = (
        f'Did you mean source = "{near[0]}"?'
        if near
        else "Add the document to [[sources]] or correct the id."
    )
    listed = f"已有：{'、'.join(known)}。" if known and not near else ""
    listed_en = f" Listed: {', '.join(known)}." if known and not near else ""
    return Problem(
        (*path, "source"),
        f"没有编号为“{name}”的依据。{zh}{listed}",
        f"there is no source with the id {name!r}. {en}{listed_en}",
    )
