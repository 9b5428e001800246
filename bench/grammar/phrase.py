"""The little language of phrasings: ``[a|b]`` chooses, ``<up|down>`` follows the sign, ``{name}`` inserts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bench.grammar.figures import Figure, Token, Word

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    Slot = str | Figure | Word | list[Token] | Callable[[], str | Figure | Word | list[Token]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives in brackets, or the two directions in angle brackets."""

    options: tuple[tuple[Node, ...], ...]
    directed: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A slot in braces."""

    name: str


Node = str | Choice | Name


@cache
def parse(template: str) -> tuple[Node, ...]:
    """Read a template once."""
    nodes, end = _sequence(template, 0, "")
    if end != len(template):
        raise ValueError(f"unbalanced at {end}: {template}")
    return nodes


def _sequence(text: str, start: int, stops: str) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    at = start
    while at < len(text) and text[at] not in stops:
        char = text[at]
        if char in "[<":
            closing = "]" if char == "[" else ">"
            options = []
            at += 1
            while True:
                option, at = _sequence(text, at, "|" + closing)
                options.append(option)
                if at >= len(text):
                    raise ValueError(f"missing {closing}: {text}")
                at += 1
                if text[at - 1] == closing:
                    break
            nodes.append(Choice(tuple(options), char == "<"))
        elif char == "{":
            stop = text.index("}", at)
            nodes.append(Name(text[at + 1 : stop]))
            at = stop + 1
        else:
            stop = at
            while stop < len(text) and text[stop] not in "[<{" + stops:
                stop += 1
            nodes.append(text[at:stop])
            at = stop
    return tuple(nodes), at


def plain(nodes: tuple[Node, ...], rng: random.Random) -> str:
    """Expand nodes that hold no slots to a word."""
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Choice):
            parts.append(plain(rng.choice(node.options), rng))
        else:
            raise TypeError(f"a direction cannot hold a slot: {node}")
    return "".join(parts)


def expand(template: str, slots: Mapping[str, Slot], rng: random.Random, sign: int = 1) -> list[Token]:
    """Write a template out as tokens; slots that are functions are called only where they are used."""
    tokens: list[Token] = []
    _expand(parse(template), slots, rng, sign, tokens)
    return tokens


def _expand(
    nodes: tuple[Node, ...], slots: Mapping[str, Slot], rng: random.Random, sign: int, tokens: list[Token]
) -> None:
    for node in nodes:
        if isinstance(node, str):
            tokens.append(node)
        elif isinstance(node, Name):
            value = slots[node.name]
            if callable(value):
                value = value()
            tokens.extend(value if isinstance(value, list) else [value])
        elif node.directed:
            up, down = (plain(option, rng) for option in node.options)
            tokens.append(Word(up, down, 1) if sign > 0 else Word(down, up, -1))
        else:
            _expand(rng.choice(node.options), slots, rng, sign, tokens)
