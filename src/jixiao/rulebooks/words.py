"""The keys of rulebooks in the words of officials."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

Language = Literal["zh", "en"]

_FILE: Final = Path(__file__).parent / "schema" / "words.toml"


@cache
def words() -> dict[str, tuple[str, str]]:
    """Every key with its Chinese and English name."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {key: (zh, en) for key, (zh, en) in data.items()}


def word(key: str, language: Language) -> str:
    """The name of a key; the key itself where none is listed."""
    return words().get(key, (key, key.replace("_", " ")))[language != "zh"]


def explained(key: str) -> str:
    """The key with its Chinese name, for messages: ``points（分值）``."""
    name = words().get(key)
    return f"{key}（{name[0]}）" if name else key
