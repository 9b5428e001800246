"""Where rulebooks lie: this package's own folders and those that ``JIXIAO_RULEBOOKS`` adds."""

import os
from pathlib import Path
from typing import Final

FILE: Final = "rulebook.toml"
VARIABLE: Final = "JIXIAO_RULEBOOKS"
SHIPPED: Final = Path(__file__).parent


def added() -> tuple[Path, ...]:
    """The folders that the environment adds, separated as in PATH; each holds rulebook folders, or is one."""
    return tuple(Path(one) for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one.strip())


def lost() -> tuple[Path, ...]:
    """What the environment names although it is no folder."""
    return tuple(place for place in added() if not place.is_dir())


def within(place: Path) -> dict[str, tuple[Path, ...]]:
    """The rulebook folders in a folder, which may be one itself, by key."""
    candidates = (place, *sorted(place.iterdir())) if place.is_dir() else ()
    return {folder.resolve().name: (folder.resolve(),) for folder in candidates if (folder / FILE).is_file()}


def found() -> dict[str, tuple[Path, ...]]:
    """Every key with the folders that bear it: one, unless two places claim the same key."""
    keys: dict[str, dict[Path, None]] = {}
    for place in (SHIPPED, *added()):
        for key, folders in within(place).items():
            keys.setdefault(key, {}).update(dict.fromkeys(folders))
    return {key: tuple(folders) for key, folders in sorted(keys.items())}
