"""The one place that knows how the checker is called."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def check(text: str, name: str = "text.txt") -> dict[str, Any]:
    """Check a text and return the object that ``jixiao check --format json`` prints for it."""
    from jixiao.pipeline import check_text  # noqa: PLC0415 - the generator is of use before the checker is
    from jixiao.renderers.json import to_dict  # noqa: PLC0415

    return dict(to_dict(check_text(text, name)))


def check_file(path: Path) -> dict[str, Any]:
    """Read and check a file."""
    from jixiao.pipeline import check_path  # noqa: PLC0415
    from jixiao.renderers.json import to_dict  # noqa: PLC0415

    return dict(to_dict(check_path(path)))


def available() -> bool:
    """Tell whether the checker can be imported yet."""
    return find_spec("jixiao") is not None and find_spec("jixiao.pipeline") is not None
