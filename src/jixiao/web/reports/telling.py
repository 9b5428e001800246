"""Pairs of Chinese and English words in the language of the page."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import get_language

from jixiao.reports.labels import named


def told_words(pair: Sequence[str]) -> str:
    """The Chinese or the English; Chinese where there is no English."""
    english = (get_language() or "").startswith("en")
    return (pair[1] or pair[0]) if english else pair[0]


def fact_words(path: str) -> str:
    """The path of a fact in words, step by step; a step without words, such as a code, stands as it is."""
    steps = path.split(".")
    return " · ".join(named(".".join(steps[: number + 1])) or step for number, step in enumerate(steps))


def own_words(pairs: Iterable[Sequence[str]]) -> list[str]:
    """The same of several."""
    return [told_words(one) for one in pairs]


def told(one: dict[str, Any]) -> dict[str, Any]:
    """With each pair as the one in the language of the page."""
    return {name: told_words(value) if isinstance(value, list) else value for name, value in one.items()}
