"""What a line of a self-evaluation was scored by, for whoever judges it: the target and what was reached."""

from jixiao.core.dossier.projects import Operator
from jixiao.core.interval import decimal
from jixiao.core.scorecard import LeafScore


def basis(leaf: LeafScore) -> str:
    """指标值 ≥95%，完成 90%: in Chinese as all data; what is not told is left out."""
    target = _target(leaf)
    actual = _with_unit(leaf.actual or "", _unit(leaf))
    return "，".join(filter(None, (target and f"指标值 {target}", actual and f"完成 {actual}")))


def _target(leaf: LeafScore) -> str:
    if not leaf.target:
        return ""
    if leaf.operator == Operator.QUALITATIVE:
        return f"{leaf.target}（定性）"
    if leaf.operator == Operator.RANGE:
        return f"{leaf.aim}{leaf.unit}"
    return f"{leaf.operator}{_with_unit(leaf.target, leaf.unit)}"


def _unit(leaf: LeafScore) -> str:
    return "" if leaf.operator == Operator.QUALITATIVE else leaf.unit


def _with_unit(words: str, unit: str) -> str:
    """A figure with its thousands apart and its unit; words, which name no quantity, as they are."""
    try:
        return f"{decimal(words):,f}{unit}"
    except ValueError:
        return words
