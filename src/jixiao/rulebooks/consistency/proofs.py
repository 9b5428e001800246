"""Files asked of forms: each is named once, and only those of lines choose lines."""

from collections.abc import Iterator

from jixiao.rulebooks.schema.topics import Proofs
from jixiao.rulebooks.stated import Problem, Stated


def problems(stated: Stated) -> Iterator[Problem]:
    """A name given twice; levels or directions for what is asked of the form as a whole."""
    for path, proofs in stated.parts(Proofs):
        seen: set[str] = set()
        for number, one in enumerate(proofs.rows):
            if one.what in seen:
                yield Problem(
                    (*path, "rows", number),
                    f"材料“{one.what}”写了两次。请合并为一行，或改名。",
                    f"the file {one.what!r} is named twice. Make it one row, or rename it.",
                )
            seen.add(one.what)
            if one.of != "line" and (one.level1 or one.level2 or one.directions):
                yield Problem(
                    (*path, "rows", number),
                    f'材料“{one.what}”对整份表提出（of = "{one.of}"），不能再选指标。'
                    '请删去 level1、level2、directions，或改为 of = "line"。',
                    f"the file {one.what!r} is asked of the whole form (of = {one.of!r}) and cannot choose "
                    'lines. Remove level1, level2, directions, or write of = "line".',
                )
