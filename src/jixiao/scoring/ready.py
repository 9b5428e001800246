"""A rule of a rulebook made ready: found, its parameters settled and told, once for all its lines."""

from decimal import Decimal

from jixiao.core.digits import plain
from jixiao.core.frozen import frozen
from jixiao.rulebooks.schema.topics import Rule
from jixiao.scoring.catalogue import Scoring, load
from jixiao.scoring.context import Context
from jixiao.scoring.line import Outcome
from jixiao.scoring.parameters import Given


@frozen
class Ready:
    """What scores lines, and how it is named.

    ``parameters`` are as text, with those that hold where nothing is given.
    """

    name: str
    title: str
    parameters: dict[str, str]
    score: Scoring


def ready(rule: Rule, context: Context) -> Ready:
    """The rule made ready; one that does not exist scores no line, and says so."""
    return context.once(rule, _ready) if rule.rule in load() else _unknown(rule)


def text(value: Decimal | str | None) -> str | None:
    """A target or an actual value as text."""
    return plain(value) if isinstance(value, Decimal) else value


def written(value: Given) -> str:
    """A parameter as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return value
    return "; ".join(", ".join(f"{key}={text(one)}" for key, one in row.items()) for row in value)


def _ready(rule: Rule) -> Ready:
    known = load()[rule.rule]
    merged = {one.name: one.default for one in known.parameters} | dict(rule.parameters)
    parameters = {name: written(value) for name, value in merged.items() if value is not None}
    return Ready(known.name, known.title, parameters, known.under(rule.parameters))


def _unknown(rule: Rule) -> Ready:
    name = rule.rule
    nothing = Outcome(None, f"没有评分规则“{name}”", f"there is no scoring rule {name}")
    return Ready(
        name, name, {key: written(value) for key, value in rule.parameters.items()}, lambda _: nothing
    )
