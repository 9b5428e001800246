"""Finds a rulebook by name, reads it and its parents strictly."""

import difflib
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jixiao.core.toml_places import line_of, places
from jixiao.rulebooks import inherited
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.folders import FILE, VARIABLE, found, lost, within
from jixiao.rulebooks.reading import read
from jixiao.rulebooks.resolving import Rulebook
from jixiao.rulebooks.schema.rulebook import RulebookFile

_LEVELS: Final = ["nation", "province", "city", "county", "zone"]


def names() -> tuple[str, ...]:
    """The keys of all rulebooks that can be found, sorted."""
    return tuple(found())


def load(name: str) -> Rulebook:
    """The rulebook with its parents.

    ``name`` is a key (``511902-bazhou``), a division code that only one rulebook has, or the path of a
    folder that holds ``rulebook.toml``; the parents of such a folder may also lie beside it.

    Raises:
        RulebookError: there is no such rulebook, or it or a parent has faults: all of them.
    """
    folder, beside = _folder(name)
    files, folders, faults = _lineage(folder, beside)
    if faults:
        raise RulebookError(faults)
    return Rulebook(files[0].key, files[0].name, tuple(files), tuple(folders))


def check(folder: Path) -> tuple[Fault, ...]:
    """The faults of a rulebook folder and of its parents, by file and line."""
    folder = folder.resolve()
    files, _, faults = _lineage(folder, folder.parent)
    if not faults:
        lines = places(_text(folder / FILE))
        faults = [
            Fault(str(folder / FILE), line_of(lines, one.path) or 0, one.message, one.message_en)
            for one in inherited.problems(Rulebook(files[0].key, files[0].name, tuple(files)))
        ]
    return tuple(sorted(set(faults)))


def _folder(name: str) -> tuple[Path, Path | None]:
    """The folder of a name, and where else its parents may lie."""
    keys = found()
    if name in keys:
        return _one(name, keys[name]), None
    path = Path(name)
    if path.name == FILE and path.is_file():
        path = path.resolve().parent
    if (path / FILE).is_file():
        return path.resolve(), path.resolve().parent
    coded = [
        folder
        for key, folders in keys.items()
        for folder in folders
        if name.isdecimal() and (key.split("-")[0] == name or _head(folder).get("division_code") == name)
    ]
    return _one(name, tuple(coded)), None


def _one(name: str, folders: tuple[Path, ...], file: str = "", line: int = 0) -> Path:
    """The only folder of a key; ``file`` and ``line`` are where it is named.

    Raises:
        RulebookError: there is none, or more than one.
    """
    if len(folders) == 1:
        return folders[0]
    if folders:
        zh = f"“{name}”对应多个规则库：{'、'.join(map(str, folders))}。请改用文件夹路径，或给其中一个换名。"
        en = (
            f"{name} stands for several rulebooks: {', '.join(map(str, folders))}. "
            f"Give the folder's path, or rename one."
        )
    else:
        near = difflib.get_close_matches(name, names(), n=1, cutoff=0.6)
        zh = f"没有规则库“{name}”。" + (f"是否想写 {near[0]}？" if near else "")
        zh += "自己写的规则库请给出它的文件夹；用 jixiao rulebook list 查看全部规则库。"
        en = f"there is no rulebook {name}. " + (f"Did you mean {near[0]}? " if near else "")
        en += "Give the folder of one of your own; see all others with: jixiao rulebook list"
        if lost():
            folders_ = "、".join(map(str, lost()))
            zh += f"注意：环境变量 {VARIABLE} 中的“{folders_}”不是文件夹。"
            en = f"{VARIABLE} names {folders_}, which is no folder; " + en
    raise RulebookError([Fault(file or name, line, zh, en)])


def _lineage(folder: Path, beside: Path | None) -> tuple[list[RulebookFile], list[Path], list[Fault]]:
    """The files from the folder up to the root, their folders, and all that is wrong with them."""
    files: list[RulebookFile] = []
    faults: list[Fault] = []
    seen: list[Path] = []
    neighbours = within(beside) if beside else {}
    while True:
        seen.append(folder)
        try:
            files.append(read(_text(folder / FILE), folder.name, str(folder / FILE)))
        except RulebookError as error:
            faults += error.faults
        parent = _head(folder).get("parent")
        if not isinstance(parent, str) or not parent:
            return files, seen, faults
        child, file, line = folder, str(folder / FILE), _line(folder, "parent")
        try:
            folder = _one(parent, neighbours.get(parent) or found().get(parent, ()), file, line)
        except RulebookError as error:
            return files, seen, [*faults, *error.faults]
        faults += _levels(child, folder)
        if folder in seen:
            circle = " → ".join(path.name for path in (*seen[seen.index(folder) :], folder))
            zh = f"上级（parent）绕成了圈：{circle}。请改正其中一个 parent。"
            return (
                files,
                seen,
                [*faults, Fault(file, line, zh, f"parents run in a circle: {circle}. Correct one.")],
            )


def _levels(child: Path, parent: Path) -> list[Fault]:
    """A place does not lie above its parent."""
    own, above = _head(child).get("level"), _head(parent).get("level")
    if own not in _LEVELS or above not in _LEVELS or _LEVELS.index(above) <= _LEVELS.index(own):
        return []
    zh = f'级次 level = "{own}" 高于上级 {parent.name} 的 "{above}"。请改正 level 或 parent。'
    en = f"the level {own} is above that of the parent {parent.name}, {above}. Correct level or parent."
    return [Fault(str(child / FILE), _line(child, "level"), zh, en)]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        zh = "文件不是 UTF-8 编码（可能是 GBK）。请在记事本里“另存为”，编码选 UTF-8。"
        en = "the file is not UTF-8 (perhaps GBK). Save it again with the encoding UTF-8."
    except OSError as error:
        line, zh, en = 0, f"文件读不出来：{error.strerror}。", f"cannot be read: {error.strerror}."
    raise RulebookError([Fault(str(path), line, zh, en)])


def _head(folder: Path) -> Mapping[str, object]:
    """The data of a file as far as it can be read; faults are told elsewhere."""
    try:
        return _data(_text(folder / FILE))
    except (RulebookError, tomllib.TOMLDecodeError):
        return {}


@lru_cache(maxsize=64)
def _data(text: str) -> Mapping[str, object]:
    return MappingProxyType(tomllib.loads(text))


def _line(folder: Path, key: str) -> int:
    return line_of(places(_text(folder / FILE)), (key,)) or 0
