"""The scribe: prints facts as figures, words them by the phrasings of one half and notes every relation."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from bench.grammar.figures import SCALE, Figure, Token, Word, group, round_to
from bench.grammar.layout import Block, Paragraph, Table
from bench.grammar.phrase import expand
from bench.grammar.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bench.grammar.facts import Item
    from bench.grammar.phrase import Slot
    from bench.grammar.style import Style

NUMERALS = "一二三四五六七八九十"


def chinese(number: int) -> str:
    """Write 1 to 39 in Chinese."""
    if number <= 10:
        return NUMERALS[number - 1]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else NUMERALS[tens - 1]) + "十" + (NUMERALS[ones - 1] if ones else "")


@dataclass(slots=True)
class Said:
    """A clause as tokens, with the figures that it printed by slot name."""

    tokens: list[Token]
    figures: dict[str, Figure] = field(default_factory=dict)


class Builder:
    """Collects blocks and relations of one report."""

    def __init__(self, rng: random.Random, style: Style, phrases: Mapping[str, Sequence[str]]) -> None:
        self.rng = rng
        self.style = style
        self.phrases = phrases
        self.blocks: list[Block] = []
        self.relations: list[Relation] = []
        self.names: dict[str, str] = {}
        self.counters = [0, 0, 0]
        self.factor = Decimal(1)  # of the period of the plan to that of the outturn
        self.marks = rng.choice(
            (("{}、", "（{}）", "{}."), ("{}、", "（{}）", "{}、"), ("{}．", "({})", "{}."))
        )

    # --- figures -----------------------------------------------------------------------------------

    def money(self, value: Decimal, *, unit: str = "", stale: Decimal | None = None) -> Figure:
        """Print an amount of yuan in the report's unit, or in a smaller one where that would be silly."""
        fixed = bool(unit)
        unit = unit or self.style.unit
        places = self.style.places if unit == self.style.unit else 2 if unit == "亿元" else 0
        if not fixed and unit == "亿元" and abs(value) < 50_000_000 and self.style.unit == unit:
            unit, places = "万元", 2 if self.style.places == 4 else 0
        while value and places < 6 and not round_to(value / SCALE[unit], places):
            places += 1  # an amount that is not zero is not printed as zero
        digits = str(round_to(value / SCALE[unit], places))
        if self.style.drop_zeros and "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        if value == 0:
            digits = "0"
        if self.style.commas:
            digits = group(digits)
        return Figure(value, unit, places, digits, stale=stale)

    def percent(
        self, value: Decimal, places: int | None = None, *, unit: str = "", whole: bool = False
    ) -> Figure:
        """Print a fraction as a percentage (or points), now and then cut, not rounded, unless ``whole``."""
        places = self.style.rate_places if places is None else places
        truncated = not unit and not whole and self.rng.random() < 0.02
        while value and places < 6 and not round_to(value * 100, places, truncate=truncated):
            places += 1  # a rate that is not zero is not printed as zero
        digits = str(round_to(value * 100, places, truncate=truncated))
        if "." in digits and (self.style.drop_zeros or Decimal(digits) in (0, 100)):
            digits = digits.rstrip("0").rstrip(".")
        return Figure(value, unit or self.style.percent, places, digits, truncated=truncated)

    def count(self, number: Decimal | int, unit: str, *, places: int = 0) -> Figure:
        """Print a count, score or weight: exact by nature."""
        exact = Decimal(number)
        digits = str(round_to(exact, places))
        if "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        return Figure(Decimal(digits), unit, places, digits)

    # --- wording -----------------------------------------------------------------------------------

    def pick(self, slot: str) -> str:
        """Choose one phrasing of a slot."""
        return self.rng.choice(self.phrases[slot])

    def say(self, slot: str, slots: Mapping[str, Slot] | None = None, sign: int = 1) -> list[Token]:
        """Word a slot with the given contents; general names (place, year) are always at hand."""
        return expand(self.pick(slot), {**self.names, **(slots or {})}, self.rng, sign)

    def clause(
        self,
        slot: str,
        item: Item,
        whole: Figure | None = None,
        *,
        template: str = "",
        seed: int | None = None,
        more: Mapping[str, Slot] | None = None,
    ) -> Said:
        """Word what is told of one account; which relations it asserts follows from what it prints."""
        figures: dict[str, Figure] = {}

        def once(name: str, make: Callable[[], Figure]) -> Callable[[], Figure]:
            def call() -> Figure:
                if name in figures:
                    raise ValueError(f"{name} twice in {slot}")
                figures[name] = make()
                return figures[name]

            return call

        change = item.change
        sign = 1 if change >= 0 else -1
        slots: dict[str, Slot] = {
            **self.names,
            "n": item.name,
            "now": once("now", lambda: self.money(item.now, stale=item.prior)),
            "base": once("base", lambda: self.money(item.prior)),
            "d": once("d", lambda: self.money(abs(change))),
            "g": once("g", lambda: self.percent(abs(change) / item.prior if item.prior else Decimal(1))),
            "plan": once("plan", lambda: self.money(item.plan)),
            "r": once("r", lambda: self.percent(item.now / item.plan if item.plan else Decimal(0))),
            "revised": once("revised", lambda: self.money(item.revised)),
            "rr": once("rr", lambda: self.percent(item.now / item.revised if item.revised else Decimal(0))),
            "p": once("p", lambda: self.percent(item.now / whole.exact if whole else Decimal(0))),
            **(more or {}),
        }
        rng = random.Random(seed) if seed is not None else self.rng
        tokens = expand(template or self.pick(slot), slots, rng, sign)
        words = tuple(token for token in tokens if isinstance(token, Word) and token.sign)
        self.note(figures, whole, words, sign)
        return Said(tokens, figures)

    def note(self, got: dict[str, Figure], whole: Figure | None, words: tuple[Word, ...], sign: int) -> None:
        """Register the relations that follow from the figures of one clause."""
        now, base, change = got.get("now"), got.get("base"), got.get("d")
        if now and base and change:
            signs = (1, -1) if sign > 0 else (-1, 1)
            self.relate("difference", "linear", change, (now, base), signs=signs)
        if rate := got.get("g"):
            readings: list[tuple[Figure, ...]] = [
                (rate, a, b) for a, b in ((now, change), (now, base), (base, change)) if a and b
            ]
            form = ""
            pair: tuple[Figure, ...] = ()
            if now and base:
                form, pair = "now_base", (now, base)
            elif now and change:
                form, pair = "now_change", (now, change)
            elif base and change:
                form, pair = "base_change", (base, change)
            if form:
                extra = (change,) if change and change not in pair else ()
                self.relate("growth", form, rate, pair, words=words, extra=extra, accepts=readings)
        if now:
            for kind, stated, against in (
                ("rate", got.get("r"), got.get("plan")),
                ("rate", got.get("rr"), got.get("revised")),
                ("share", got.get("p"), whole),
            ):
                if stated and against:
                    self.relate(kind, "quotient", stated, (now, against))

    def relate(  # noqa: PLR0913 - a relation has that many parts
        self,
        kind: str,
        form: str,
        stated: Figure,
        operands: Sequence[Figure],
        *,
        signs: Sequence[int] = (),
        words: tuple[Word, ...] = (),
        extra: tuple[Figure, ...] = (),
        param: int = 0,
        accepts: list[tuple[Figure, ...]] | None = None,
    ) -> Relation:
        """Note one relation."""
        if form == "linear" and not signs:
            signs = (1,) * len(operands)
        relation = Relation(
            kind, form, stated, tuple(operands), words, tuple(signs), extra, param, accepts=accepts or []
        )
        self.relations.append(relation)
        return relation

    def total(self, whole: Figure, parts: Sequence[Figure], kind: str = "sum") -> None:
        """Note that the parts make the whole."""
        if len(parts) > 1:
            self.relate(kind, "linear", whole, parts)

    def again(self, figure: Figure, unit: str = "") -> Figure:
        """Print a fact once more; both mentions must agree."""
        if unit or (figure.unit in SCALE and figure.unit not in "%％个百分点"):
            other = self.money(figure.exact, unit=unit or figure.unit)
        else:
            other = Figure(figure.exact, figure.unit, figure.places, figure.digits)
        self.relate("restated", "linear", other, (figure,))
        return other

    def converted(self, figure: Figure) -> Figure:
        """Print an amount once more in another unit that a reader would choose for it."""
        small = figure.unit == "万元" and figure.exact < SCALE["亿元"]
        return self.again(figure, "元" if small else {"万元": "亿元"}.get(figure.unit, "万元"))

    # --- blocks ------------------------------------------------------------------------------------

    def para(self, *pieces: str | list[Token] | Said | Figure) -> None:
        """Add a paragraph."""
        tokens: list[Token] = []
        for piece in pieces:
            if isinstance(piece, Said):
                tokens.extend(piece.tokens)
            elif isinstance(piece, list):
                tokens.extend(piece)
            else:
                tokens.append(piece)
        self.blocks.append(Paragraph(tokens))

    def attach(self, *pieces: list[Token]) -> None:
        """Go on in the paragraph written last, its full stop taken away."""
        last = self.blocks[-1]
        if isinstance(last, Table):
            last = Paragraph([])
            self.blocks.append(last)
            pieces = pieces[1:]  # the mark that would have joined it to what came before
        if not last.tokens:
            last.tokens.extend(token for piece in pieces for token in piece)
            return
        end = last.tokens[-1]
        if isinstance(end, str) and end.endswith("。"):
            last.tokens[-1] = end[:-1]
        for piece in pieces:
            last.tokens.extend(piece)

    def title(self, text: str) -> None:
        """Add a heading without number."""
        self.blocks.append(Paragraph([text], heading=True))

    def heading(self, level: int, text: str, *tail: Token) -> None:
        """Add a numbered heading, counting within its level."""
        self.counters[level] += 1
        self.counters[level + 1 :] = [0] * (2 - level)
        number = self.counters[level]
        label = self.marks[level].format(chinese(number) if level < 2 else number)
        self.blocks.append(Paragraph([label + text, *tail], heading=True))

    def table(self, rows: list[list[list[Token]]]) -> None:
        """Add a table."""
        self.blocks.append(Table(rows))

    def noise(self) -> list[Token]:
        """Word something that is no relation."""
        rng = self.rng
        numbers: dict[str, Slot] = {
            "a": f"{rng.randrange(11, 99) / 10:.1f}",
            "k": str(rng.randrange(2, 90)),
            "x": f"{rng.randrange(10, 300) / 10:.1f}",
            "y": f"{rng.randrange(10, 300) / 10:.1f}",
            "rank": str(rng.randrange(1, 9)),
            "doc": str(rng.randrange(1, 400)),
            "next": str(int(str(self.names["year"])) + 1),
            "day": str(rng.randrange(1, 28)),
            "month": str(rng.randrange(1, 12)),
        }
        return self.say("noise", numbers)
