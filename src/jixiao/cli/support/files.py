"""Writing results: whole or not at all, and never over the user's input."""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target and rename, so that a reader finds the old file or the whole new one.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary = Path(name)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mask() -> int:
    """The process's file mask; asking for it means setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


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


def output_names(inputs: Sequence[str], suffix: str | None = None, prefix: str = "") -> list[str]:
    """A file name for each input, all different: two reports of one name in two folders get a number.

    ``suffix`` replaces the extension; None keeps it.
    """
    taken: set[str] = set()
    names: list[str] = []
    for name in inputs:
        path = Path(name if name != "-" else "stdin.txt")
        ending = path.suffix if suffix is None else suffix
        candidate, number = f"{prefix}{path.stem}{ending}", 1
        while candidate.lower() in taken:
            number += 1
            candidate = f"{prefix}{path.stem}-{number}{ending}"
        taken.add(candidate.lower())
        names.append(candidate)
    return names
