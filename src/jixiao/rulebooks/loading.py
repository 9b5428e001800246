"""Finds a rulebook by name, reads it and its parents strictly."""

from pathlib import Path

from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.folders import FILE, found
from jixiao.rulebooks.reading import read
from jixiao.rulebooks.resolving import Rulebook
from jixiao.rulebooks.schema.rulebook import RulebookFile


def names() -> tuple[str, ...]:
    """The keys of all rulebooks that can be found, sorted."""
    return tuple(found())


def load(name: str) -> Rulebook:
    """The rulebook with its parents.

    ``name`` is a key (``511902-bazhou``), a division code that only one rulebook has, or the path of a
    folder that holds ``rulebook.toml``; the parents of such a folder may also lie beside it.

    Raises:
        RulebookError: there is no such rulebook, or it or a parent has faults.
    """
    folder, beside = _folder(name)
    files: list[RulebookFile] = []
    seen = [folder]
    while True:
        files.append(_read(folder))
        parent = files[-1].parent
        if not parent:
            return Rulebook(files[0].key, files[0].name, tuple(files))
        folder = _one(parent, found(*beside).get(parent, ()), folder / FILE)
        if folder in seen:
            circle = " → ".join(path.name for path in (*seen[seen.index(folder) :], folder))
            raise RulebookError(
                [
                    Fault(
                        str(seen[-1] / FILE),
                        0,
                        f"上级（parent）绕成了圈：{circle}。请改正其中一个 parent。",
                        f"the parents run in a circle: {circle}. Correct one of them.",
                    )
                ]
            )
        seen.append(folder)


def _folder(name: str) -> tuple[Path, tuple[Path, ...]]:
    """The folder of a name, and where else its parents may lie."""
    keys = found()
    if name in keys:
        return _one(name, keys[name], None), ()
    path = Path(name)
    if (path / FILE).is_file():
        return path.resolve(), (path.resolve().parent,)
    if path.name == FILE and path.is_file():
        return path.resolve().parent, (path.resolve().parent.parent,)
    coded = [
        folder
        for key, folders in keys.items()
        for folder in folders
        if name.isdecimal() and (key.split("-")[0] == name or _read(folder).division_code == name)
    ]
    return _one(name, tuple(coded), None), ()


def _one(name: str, folders: tuple[Path, ...], asked_by: Path | None) -> Path:
    """The only folder of a key.

    Raises:
        RulebookError: there is none, or more than one.
    """
    if len(folders) == 1:
        return folders[0]
    where = str(asked_by) if asked_by else name
    if folders:
        paths = "、".join(map(str, folders))
        raise RulebookError(
            [
                Fault(
                    where,
                    0,
                    f"“{name}”对应多个规则库：{paths}。请改用文件夹路径，或给其中一个换名。",
                    f"{name} stands for several rulebooks: {paths}. Give the folder's path, or rename one.",
                )
            ]
        )
    raise RulebookError(
        [
            Fault(
                where,
                0,
                f"没有规则库“{name}”。用 jixiao rulebook list 查看全部规则库。",
                f"there is no rulebook {name}. See them all with: jixiao rulebook list",
            )
        ]
    )


def _read(folder: Path) -> RulebookFile:
    path = folder / FILE
    return read(path.read_text(encoding="utf-8"), folder.name, str(path))
