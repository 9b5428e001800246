"""Schemes are of the objects that are scored."""

import difflib
from collections.abc import Iterator
from typing import Final

from jixiao.rulebooks.stated import Problem, Stated

_SCHEMES: Final = ("project", "department")


def problems(stated: Stated) -> Iterator[Problem]:
    """Schemes of something else."""
    for name in stated.file.schemes:
        if name not in _SCHEMES:
            near = difflib.get_close_matches(name, _SCHEMES, n=1, cutoff=0.5)
            zh = f"是否想写 schemes.{near[0]}？" if near else ""
            en = f" Did you mean schemes.{near[0]}?" if near else ""
            yield Problem(
                ("schemes", name),
                f"没有“{name}”这种评分对象。{zh}只有 project（项目）和 department（部门整体）。",
                f"nothing called {name!r} is scored.{en} There are project and department.",
            )
