"""The strict reader: text of one ``rulebook.toml`` to its model, or all faults with their lines."""

import tomllib
from decimal import Decimal

from pydantic import ValidationError

from jixiao.core.toml_places import line_of, places
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.schema.rulebook import RulebookFile


def read(text: str, key: str, file: str) -> RulebookFile:
    """The rulebook of the folder ``key``; ``file`` is the path that faults name.

    Raises:
        RulebookError: the text is not TOML, or no rulebook.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RulebookError([Fault(file, 0, f"不是 TOML：{error}", f"not TOML: {error}")]) from error
    lines = places(text)
    try:
        return RulebookFile.model_validate({**data, "key": key})
    except ValidationError as error:
        raise RulebookError(
            Fault(
                file,
                line_of(lines, tuple(one["loc"])) or 0,
                f"{'.'.join(map(str, one['loc']))}：{one['msg']}",
                f"{'.'.join(map(str, one['loc']))}: {one['msg']}",
            )
            for one in error.errors()
        ) from error
