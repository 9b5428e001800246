"""From the arguments to the files that shall be checked."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError
from jixiao.formats.discovery import archives
from jixiao.formats.guarded import Limits, of_process

STDIN = "-"
_UNREAD = {
    ".doc", ".wps", ".xls", ".et", ".xlsb", ".ods", ".odt", ".pdf", ".ofd", ".rtf", ".mht", ".mhtml", ".caj",
    ".ceb", ".ppt", ".pptx", ".rar", ".7z", ".gz", ".tar", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp",
}  # fmt: skip
"""Endings of files that may hold reports: the user must hear of those that no format reads."""


@dataclass(slots=True)
class Inputs:
    """The files in order, and how many of each unreadable kind lay in the folders."""

    files: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def gather(arguments: Sequence[str], extensions: Sequence[str], limits: Limits) -> Inputs:
    """Files as given, folders walked and archives opened in the order of names; a file met twice counts once.

    Raises:
        WrongUsageError: a path does not exist, or a folder holds nothing to check.
    """
    inputs = Inputs()
    seen: set[str] = set()
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            found = [STDIN]
        elif path.is_dir():
            found = _walk(path, extensions, limits, inputs.left_out)
        elif any(outer.is_file() for outer in path.parents):
            found = [argument]  # within an archive, as results name it
        elif path.exists():
            found = _within(path, extensions, limits, inputs.left_out) or [argument]
        else:
            raise WrongUsageError(
                f"找不到“{argument}”。请核对路径；路径中有空格时要加引号。",
                f"no such file or folder: {argument}. Check the path; quote it if it contains spaces.",
            )
        for name in found:
            key = name if name == STDIN else os.path.realpath(name)
            if key not in seen:
                seen.add(key)
                inputs.files.append(name)
    if not inputs.files:
        known = "、".join(extensions)
        raise WrongUsageError(
            f"没有可以检查的文件（{known}）。",
            f"no files to check ({', '.join(extensions)}).",
        )
    return inputs


def _walk(folder: Path, extensions: Sequence[str], limits: Limits, left_out: Counter[str]) -> list[str]:
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _passed_over(name))
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            if _passed_over(name):
                continue
            path = Path(root) / name
            if ending in extensions:
                found += _within(path, extensions, limits, left_out) or [str(path)]
            elif ending in _UNREAD:
                left_out[ending] += 1
    return found


def _within(path: Path, extensions: Sequence[str], limits: Limits, left_out: Counter[str]) -> list[str]:
    """The reports in an archive; none where it is none, cannot be opened or holds none."""
    if path.suffix.lower() not in archives():
        return []
    from jixiao.pipeline.opening import members  # brings along what checks: the worker starts before

    found = members(path, of_process(limits))
    unread = _UNREAD.difference(extensions)
    left_out.update(ending for name in found if (ending := Path(name).suffix.lower()) in unread)
    return [name for name in found if name.lower().endswith(tuple(extensions))]


def _passed_over(name: str) -> bool:
    """Hidden files, and the lock files that office programs leave beside an open document."""
    return name.startswith((".", "~$", "__MACOSX"))
