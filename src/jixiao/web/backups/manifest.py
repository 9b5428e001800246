"""What a backup says about itself."""

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

from jixiao.core.errors import UserError

NAME: Final = "manifest.json"
FORMAT: Final = 1
LIMIT: Final = 64 * 1024 * 1024
"""Bytes of the manifest: some 400,000 files."""
_VERSION: Final = re.compile(r"\d+(?:\.\d+)*")
_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the backup: its name there, its size in bytes, the SHA-256 of its content."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in the order of the copy, and its number of rows."""

    name: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """``database`` is sqlite or postgresql; ``head`` number and seal of the audit log's last entry."""

    version: str
    at: str
    database: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    head: tuple[int, str]
    members: tuple[Member, ...]
    sequences: dict[str, int] = field(default_factory=dict)
    demo: bool = False
    format: int = FORMAT

    def text(self) -> bytes:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode("utf-8")

    @classmethod
    def read(cls, text: bytes) -> Self:
        """From JSON.

        Raises:
            UserError: it is none, or of a newer format.
        """
        try:
            data = json.loads(text)
            number = data["format"]
            if isinstance(number, int) and number > FORMAT:
                raise newer()
            made = cls(
                version=_word(data["version"]),
                at=_word(data["at"]),
                database=_word(data["database"]),
                migrations=tuple((_word(app), _word(name)) for app, name in data["migrations"]),
                tables=tuple(
                    Table(_word(one["name"]), tuple(map(_word, one["columns"])), _number(one["rows"]))
                    for one in data["tables"]
                ),
                head=(_number(data["head"][0]), _word(data["head"][1])),
                members=tuple(_member(one) for one in data["members"]),
                sequences={_word(name): _number(one) for name, one in data["sequences"].items()},
                demo=data["demo"] is True,
                format=_number(number),
            )
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            raise damaged(NAME) from error
        if not _VERSION.match(made.version) or made.format != FORMAT:
            raise damaged(NAME)
        return made

    def is_newer_than(self, version: str) -> bool:
        """Whether a later version of the program wrote it."""
        return _steps(self.version) > _steps(version)


def damaged(where: str) -> UserError:
    """The error of a file that is no whole backup."""
    return UserError(
        "backup_damaged",
        f"备份文件不完整或被改动过（{where}），没有恢复任何内容。请换一份备份",
        f"the backup is damaged or was altered ({where}); nothing was restored: use another one",
    )


def newer() -> UserError:
    """The error of a backup that a later program made."""
    return UserError(
        "backup_newer",
        "备份由更新版本的程序作成，没有恢复任何内容。请先升级程序",
        "the backup was made by a newer version of the program; nothing was restored: upgrade first",
    )


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _member(data: dict[str, Any]) -> Member:
    made = Member(_word(data["name"]), _number(data["size"]), _word(data["sha256"]))
    if not _HASH.fullmatch(made.sha256):
        raise ValueError(made.sha256)
    return made


def _steps(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(int(step) for step in found.group().split(".")) if found else ()
