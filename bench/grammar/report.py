"""Generating reports: text, truth and seeded errors, all from one seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.grammar import damage, names
from bench.grammar.builder import Builder
from bench.grammar.kinds import KINDS
from bench.grammar.layout import Paragraph, set_text
from bench.grammar.style import Style, draw

if TYPE_CHECKING:
    from bench.grammar.figures import Figure, Word
    from bench.grammar.layout import Block
    from bench.grammar.relations import Relation

MODULES = ("common", "budget", "accounts", "projects", "scoring", "procurement", "funds")
FROZEN = "frozen"
HALVES = tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/common.py")))
"""Each folder of phrasings: all are open to whoever works on the checker, but for the frozen one."""


@dataclass(slots=True)
class Generated:
    """One report with everything that is true of it."""

    name: str
    half: str
    kind: str
    text: str
    style: Style
    blocks: list[Block]
    relations: list[Relation]
    marks: list[damage.Mark] = field(default_factory=list)

    def truth(self) -> dict[str, Any]:
        """Give the truth as plain data."""
        index = {id(relation): f"r{number}" for number, relation in enumerate(self.relations, 1)}
        return {
            "name": self.name,
            "half": self.half,
            "kind": self.kind,
            "wrapped": bool(self.style.wrap),
            "relations": [relation_data(relation, index[id(relation)]) for relation in self.relations],
            "errors": [
                {
                    "type": mark.kind,
                    "before": mark.before,
                    "after": mark.after,
                    "changed": [token_data(token) for token in mark.changed],
                    "relations": [index[id(relation)] for relation in mark.broken],
                }
                for mark in self.marks
            ],
        }


def token_data(token: Figure | Word) -> dict[str, Any]:
    """Describe one figure or word with its place."""
    data: dict[str, Any] = {
        "text": token.text,
        "line": token.place.line,
        "start": token.place.start,
        "end": token.place.end,
    }
    value = getattr(token, "value", None)
    if value is not None:
        data["value"] = str(value.normalize())
    return data


def relation_data(relation: Relation, name: str) -> dict[str, Any]:
    """Describe one relation."""
    if relation.error:
        verdict = "error"
    elif relation.fails():
        verdict = "unclear"  # touched by an error that printed precision would explain
    else:
        verdict = "ok"
    return {
        "id": name,
        "kind": relation.kind,
        "line": relation.stated.place.line,
        "stated": token_data(relation.stated),
        "operands": [token_data(figure) for figure in relation.operands],
        "readings": [[token_data(figure) for figure in reading] for reading in relation.readings()],
        "words": [token_data(word) for word in relation.words],
        "verdict": verdict,
        "error": relation.error or None,
    }


def phrases_of(half: str) -> dict[str, tuple[str, ...]]:
    """Collect the phrasings of one half."""
    phrases: dict[str, tuple[str, ...]] = {}
    for module in MODULES:
        phrases.update(import_module(f"bench.grammar.{half}.{module}").PHRASES)
    return phrases


def pad(builder: Builder) -> None:
    """Put sentences that are no relation at the ends of sections, as many as real reports have."""
    blocks: list[Block] = []
    for block in builder.blocks:
        if isinstance(block, Paragraph) and block.heading and blocks and builder.rng.random() < 0.5:
            blocks.append(
                Paragraph([*builder.noise(), *(builder.noise() if builder.rng.random() < 0.4 else [])])
            )
        blocks.append(block)
    builder.blocks[:] = blocks


def generate(number: int, seed: int, half: str, *, errors: int = 0) -> Generated:
    """Generate one report; the same arguments always give the same report."""
    rng = random.Random(f"{seed}/{half}/{number}")
    kind = list(KINDS)[number % len(KINDS)]
    units, tiers, write = KINDS[kind]
    style = draw(rng, units)
    builder = Builder(rng, style, phrases_of(half))
    tier = rng.choice(tiers)
    place = rng.choice(names.PLACES[tier])
    year = rng.randrange(2015, 2026)
    body = rng.choice(names.BODIES)
    builder.names = {
        "tier": tier, "place": place, "year": str(year), "last": str(year - 1), "next": str(year + 1),
        "body": place + body, "short": rng.choice(("本单位", "我局", "本部门", "我单位")), "m": "12",
        "who": rng.choice((f"全{tier}", place, "", f"{tier}本级" if tier != "镇" else "全镇")),
    }  # fmt: skip
    write(builder)
    pad(builder)
    relations = builder.relations
    marks = damage.seed(rng, relations, errors) if errors else []
    text = set_text(builder.blocks, style)
    name = f"{half}-{seed}-{number:04d}.txt"
    return Generated(name, half, kind, text, style, builder.blocks, relations, marks)
