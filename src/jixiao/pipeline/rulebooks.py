"""A rulebook as a whole: its text, what must fit together in it, and its worked cases computed."""

from collections.abc import Iterator
from pathlib import Path

from jixiao.core.toml_places import line_of, places
from jixiao.rulebooks.faults import Fault
from jixiao.rulebooks.folders import FILE
from jixiao.rulebooks.loading import check, load, names
from jixiao.scoring.cases import computed
from jixiao.scoring.line import UnscoredError


def rulebook_titles() -> list[tuple[str, str]]:
    """Every shipped or added rulebook as key and name, the country first."""
    return [(name, load(name).name) for name in sorted(names(), key=lambda name: (name != "cn", name))]


def check_rulebook(folder: Path) -> tuple[Fault, ...]:
    """Every fault of a rulebook folder and of its parents.

    Templates, forms and worked cases are looked at where the rulebook itself has none.
    """
    faults = check(folder)
    if faults:
        return faults
    from jixiao.pipeline.layouts import layout_faults

    return tuple(sorted({*layout_faults(load(str(folder))), *_cases(folder.resolve())}))


def _cases(folder: Path) -> Iterator[Fault]:
    rulebook = load(str(folder))
    lines = places((folder / FILE).read_text(encoding="utf-8-sig"))
    for number, case in enumerate(rulebook.files[0].cases):
        line = line_of(lines, ("cases", number, "expected")) or 0
        expected = case.expected if isinstance(case.expected, str) else f"{case.expected:f}"
        try:
            found = computed(rulebook.rules(case.year), case)
        except UnscoredError as error:
            yield Fault(
                str(folder / FILE),
                line,
                f"算例“{case.name}”算不出来：{error.zh}。请改正 given，或改正规定。",
                f"the case {case.name} cannot be computed: {error.en}. Correct given or the rules.",
            )
            continue
        if found != case.expected:
            shown = found if isinstance(found, str) else f"{found:f}"
            yield Fault(
                str(folder / FILE),
                line,
                f"算例“{case.name}”按规定算得 {shown}，写的是 {expected}。请改正规定，或改正 expected。",
                f"the case {case.name} comes to {shown}, not {expected}. Correct the rules or expected.",
            )
