"""Files of text that begin with a head in TOML between two lines ``+++``: templates and passages."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError

from jixiao.core.toml_places import line_of, places
from jixiao.core.toml_slips import slip
from jixiao.rulebooks import shape
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.schema.topics import Part

_FENCE: Final = "+++"
_FIRST: Final = 2
"""The line of the file on which the head begins."""

Head = TypeVar("Head", bound=Part)


@dataclass(frozen=True, slots=True)
class Headed(Generic[Head]):
    """A file: its head, the line of each key of the head, its text and the line on which that begins."""

    head: Head
    lines: dict[str, int]
    body: str
    body_line: int


def read_headed(path: Path, kind: type[Head]) -> Headed[Head]:
    """Read a file whose head is of a kind.

    Raises:
        RulebookError: it is no text, or its head is missing or wrong.
    """
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RulebookError(
            [Fault(file, 0, "文件读不出来，或不是 UTF-8 编码。", "cannot be read as UTF-8.")]
        ) from error
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        needed = [info.alias or name for name, info in kind.model_fields.items() if info.is_required()]
        zh = f"模板要以两行 +++ 之间的文件头开始，写明 {'、'.join(needed)}。"
        raise RulebookError([Fault(file, 1, zh, "a template begins with a head between two lines +++.")])
    end = next(number for number, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE)
    head, where = _head(file, "\n".join(lines[1:end]), kind)
    known = {
        name: at + _FIRST - 1
        for name in (info.alias or name for name, info in kind.model_fields.items())
        if (at := line_of(where, (name,))) is not None
    }
    return Headed(head, known, "\n".join(lines[end + 1 :]) + "\n", end + 2)


def _head(file: str, text: str, kind: type[Head]) -> tuple[Head, dict[Any, int]]:
    """The head and the lines of its keys, counted within it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        one = slip(text, str(error))
        zh, en = f"{one.message}：{one.fix}。", f"{one.message_en}: {one.fix_en}."
        raise RulebookError([Fault(file, one.line + 1, zh, en)]) from error
    where = places(text)
    try:
        return kind.model_validate(data), where
    except ValidationError as error:
        raise RulebookError(
            Fault(file, (line_of(where, one.path) or 0) + 1, one.message, one.message_en)
            for one in shape.problems(error, data, kind)
        ) from error
