"""Sentences with figures of their own: a rule counts only where the phrasing printed all its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.grammar.figures import Figure, Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.grammar.builder import Builder
    from bench.grammar.figures import Token
    from bench.grammar.phrase import Slot


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation among named figures."""

    kind: str
    form: str
    stated: str
    operands: str  # names parted by blanks; a minus before a name subtracts it
    param: int = 0


def tell(
    builder: Builder,
    slot: str,
    figures: Mapping[str, Figure],
    rules: Sequence[Rule],
    *,
    sign: int = 1,
    more: Mapping[str, Slot] | None = None,
) -> list[Token]:
    """Word a slot and note the rules whose figures it printed."""
    tokens = builder.say(slot, {**figures, **(more or {})}, sign)
    note_rules(builder, tokens, figures, rules)
    return tokens


def note_rules(
    builder: Builder, tokens: Sequence[Token], figures: Mapping[str, Figure], rules: Sequence[Rule]
) -> None:
    """Note the rules whose figures all stand among the tokens."""
    printed = {id(token) for token in tokens}
    words = tuple(token for token in tokens if isinstance(token, Word) and token.sign)
    done: set[tuple[str, str]] = set()
    for rule in rules:
        names = [name.lstrip("-") for name in rule.operands.split()]
        if not all(id(figures[name]) in printed for name in [rule.stated, *names]):
            continue
        if (rule.kind, rule.stated) in done:  # the first rule that fits says how the figure is derived
            continue
        done.add((rule.kind, rule.stated))
        signs = tuple(-1 if name.startswith("-") else 1 for name in rule.operands.split())
        builder.relate(
            rule.kind,
            rule.form,
            figures[rule.stated],
            [figures[name] for name in names],
            signs=signs,
            words=words if rule.form in ("now_change", "base_change", "now_base") else (),
            param=rule.param,
        )
