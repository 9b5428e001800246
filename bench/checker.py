"""The one place that knows how the checker is called."""

from __future__ import annotations

from typing import Any


def check(text: str, name: str = "text.txt") -> dict[str, Any]:
    """Check a text and return the object that ``jixiao check --format json`` prints for it."""
    from jixiao.pipeline import check_text
    from jixiao.renderers.json import to_dict

    return dict(to_dict(check_text(text, name)))


def available() -> bool:
    """Tell whether the checker can be imported yet."""
    try:
        import jixiao.pipeline
        import jixiao.renderers.json
    except ImportError:
        return False
    return bool(jixiao.pipeline and jixiao.renderers.json)
