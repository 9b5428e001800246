"""From the arguments to the files that shall be checked."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError

STDIN = "-"
_OLD_FORMATS = {".doc", ".wps", ".xls", ".et", ".pdf", ".ofd", ".rtf"}
"""Files that may well be reports and cannot be read: the user must hear that they were left out."""


@dataclass(slots=True)
class Inputs:
    """The files in order, and how many of each unreadable kind lay in the folders."""

    files: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def gather(arguments: Sequence[str], extensions: Sequence[str]) -> Inputs:
    """Files as given, folders walked in the order of names; a file met twice counts once.

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
            found = _walk(path, extensions, inputs.left_out)
        elif path.exists():
            found = [argument]
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
            f"文件夹中没有可以检查的文件（{known}）。旧格式请先用 WPS 或 Word 另存为 docx、xlsx。",
            f"no files to check in the folder ({', '.join(extensions)}). Save old ones as docx or xlsx.",
        )
    return inputs


def _walk(folder: Path, extensions: Sequence[str], left_out: Counter[str]) -> list[str]:
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _passed_over(name))
        for name in sorted(files):
            ending = Path(name).suffix.lower()
            if _passed_over(name):
                continue
            if ending in extensions:
                found.append(str(Path(root) / name))
            elif ending in _OLD_FORMATS:
                left_out[ending] += 1
    return found


def _passed_over(name: str) -> bool:
    """Hidden files, and the lock files that office programs leave beside an open document."""
    return name.startswith((".", "~$", "__MACOSX"))
