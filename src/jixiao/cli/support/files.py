"""Names of results: never over the user's input, all different."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError


def refuse_overwriting(target: Path, inputs: Sequence[str]) -> None:
    """Stop before an output would replace a file that is checked.

    Raises:
        WrongUsageError: the target is one of the inputs.
    """
    for name in inputs:
        if os.path.realpath(target) == os.path.realpath(name):
            raise WrongUsageError(
                f"输出“{target}”就是被检查的文件，为防止原件丢失不予覆盖。请换一个文件名。",
                f"the output {target} is the file being checked and is not overwritten. Choose another name.",
            )


def output_names(
    inputs: Sequence[str],
    suffix: str | None = None,
    prefix: str = "",
    endings: Mapping[str, str] | None = None,
) -> list[str]:
    """A file name for each input, all different: two reports of one name in two folders get a number.

    ``suffix`` replaces the extension; None keeps it, but for those that ``endings`` (lower case, with the
    dot) turns into others.
    """
    taken: set[str] = set()
    names: list[str] = []
    for name in inputs:
        path = Path(name if name != "-" else "stdin.txt")
        kept = (endings or {}).get(path.suffix.lower(), path.suffix)
        ending = kept if suffix is None else suffix
        candidate, number = f"{prefix}{path.stem}{ending}", 1
        while candidate.lower() in taken:
            number += 1
            candidate = f"{prefix}{path.stem}-{number}{ending}"
        taken.add(candidate.lower())
        names.append(candidate)
    return names
