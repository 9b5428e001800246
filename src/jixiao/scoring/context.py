"""What scoring carries along: the rules in force, and which of their values were used."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from jixiao.core.scorecard import Assumption
from jixiao.rulebooks.resolving import Rules, Settled
from jixiao.rulebooks.schema.topics import Part, Rounding
from jixiao.scoring.rounding import Rounder
from jixiao.scoring.telling import told

Topic = TypeVar("Topic", bound=Part)
Made = TypeVar("Made")

_NO_ROUNDING = Assumption("rounding", told(Rounding(decimals=2, at="total")), "规则库没有规定", "")


@dataclass(slots=True)
class Context:
    """The rules, and a record of every value that was asked for."""

    rules: Rules
    _used: dict[str, Settled[Part]] = field(default_factory=dict)
    _made: dict[tuple[int, Callable[..., Any]], tuple[Part, Any]] = field(default_factory=dict)
    _rounder: Rounder | None = None

    def use(self, topic: str, settled: Settled[Topic] | None) -> Topic | None:
        """The value, noted as used; ``topic`` is its key in the rulebook."""
        if settled is None:
            return None
        self._used[topic] = settled  # type: ignore[assignment]  # only its row is read
        return settled.value

    def once(self, part: Topic, make: Callable[[Topic], Made]) -> Made:
        """What is made of a part of the rulebook, made once for all lines.

        The part is kept beside it, so that no other can come to stand under its identity.
        """
        key = (id(part), make)
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = (part, make(part))
        made: Made = known[1]
        return made

    @property
    def rounder(self) -> Rounder:
        """How scores are rounded here."""
        if self._rounder is None:
            self._rounder = Rounder.of(self.use("rounding", self.rules.rounding))
        return self._rounder

    def assumptions(self) -> tuple[Assumption, ...]:
        """Every value used that no document proves, by topic."""
        unstated = () if self.rules.rounding else (_NO_ROUNDING,)
        return unstated + tuple(
            Assumption(topic, told(settled.value), self._source(settled), _one_line(settled.row.note))
            for topic, settled in sorted(self._used.items())
            if not settled.row.verified
        )

    def _source(self, settled: Settled[Part]) -> str:
        source = self.rules.source(settled)
        return f"{source.title}（{source.number}）" if source.number else source.title


def _one_line(note: str) -> str:
    return "".join(line.strip() for line in note.splitlines())
