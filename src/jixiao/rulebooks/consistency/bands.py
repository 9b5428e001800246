"""Grade bands run from the best down to 0 without a gap."""

from collections.abc import Iterator
from itertools import pairwise

from jixiao.rulebooks.schema.topics import Grades
from jixiao.rulebooks.stated import Problem, Stated, plain


def problems(stated: Stated) -> Iterator[Problem]:
    """No bands, bands out of order, scores without a band, a name given twice."""
    for path, grades in stated.parts(Grades):
        if not grades.bands:
            yield Problem(
                (*path, "bands"), "bands 里没有等次。请至少写一个。", "bands is empty. Write at least one."
            )
            continue
        for number, (upper, lower) in enumerate(pairwise(grades.bands), start=1):
            if lower.at_least >= upper.at_least:
                yield Problem(
                    (*path, "bands", number),
                    f"“{lower.name}”的下限 {plain(lower.at_least)} 不低于前一等“{upper.name}”的 "
                    f"{plain(upper.at_least)}。请从高到低排列，下限逐个减小。",
                    f"the lower limit of {lower.name}, {plain(lower.at_least)}, is not below that of "
                    f"{upper.name}, {plain(upper.at_least)}. Order the bands from the best down.",
                )
        last = grades.bands[-1]
        if last.at_least != 0:
            yield Problem(
                (*path, "bands", len(grades.bands) - 1),
                f"低于 {plain(last.at_least)} 分没有等次。请把最后一等“{last.name}”写成 at_least = 0，"
                f"或再加一等。",
                f"scores below {plain(last.at_least)} have no grade. Write at_least = 0 for the last band, "
                f"{last.name}, or add one.",
            )
        seen: set[str] = set()
        for number, band in enumerate(grades.bands):
            for name in (band.name, *band.aliases):
                if name in seen:
                    yield Problem(
                        (*path, "bands", number),
                        f"等次名称“{name}”用了两次。请改正其中一个。",
                        f"the grade {name} is named twice. Correct one of them.",
                    )
                seen.add(name)
