"""Labelled collections: loading them, and finding a labelled relation among the checker's claims."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bench.scoring import number

if TYPE_CHECKING:
    from pathlib import Path

Data = dict[str, Any]
LINES = re.compile(r"\r\n|\r|\n")
NUMBERS = re.compile(r"\d[\d,]*(?:\.\d+)?")
REFERENCE = re.compile(r"(?:\bl\.|\blines?\s+)[\d\s,\-–和and]+")
FULL = Decimal(100)
FAMILIES = (
    {"rate", "share", "ratio", "growth"},
    {"sum", "difference", "score_sum", "count", "restated"},
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its labels."""

    name: str
    text: str
    labels: list[Data]


def read_text(path: Path) -> str:
    """Read a text without touching its line ends."""
    return path.read_bytes().decode("utf-8")


def load(texts: Path, labels: Path) -> list[Labelled]:
    """Pair label files with the texts whose names begin like theirs."""
    found = []
    for path in sorted(labels.glob("*.json")):
        matches = sorted(texts.glob(f"{path.stem}.txt")) or sorted(texts.glob(f"{path.stem}_*.txt"))
        if matches:
            entries = json.loads(path.read_text(encoding="utf-8"))
            found.append(Labelled(path.stem, read_text(matches[0]), entries))
    return found


def collections(root: Path, extra: tuple[Path, Path] | None = None) -> dict[str, list[Labelled]]:
    """Find the labelled collections there are: ours, the seeds beside the repository, a folder given."""
    places = {
        "collection": (root / "bench" / "collection", root / "bench" / "collection"),
        "seeds": (root.parent / "shared" / "seeds", root.parent / "shared" / "labels"),
    }
    if extra:
        places["folder"] = extra
    return {name: load(*pair) for name, pair in places.items() if pair[0].is_dir() and pair[1].is_dir()}


def numbers_in(text: str) -> set[Decimal]:
    """Read every number in a text, without signs."""
    return {Decimal(found.replace(",", "")) for found in NUMBERS.findall(REFERENCE.sub(" ", text))}


def same_family(kind: str, other: str) -> bool:
    """Tell whether two kinds state the same sort of thing."""
    return kind == other or any(kind in family and other in family for family in FAMILIES)


def operands_fit(claim: Data, label: Data) -> bool:
    """Tell whether a claim's operands are those of the label."""
    printed = {
        value for operand in claim["operands"] if (value := number(operand["text"])) is not None and value
    }
    stated = number(str(label["stated"]))
    if "operands" in label:
        wanted = [{number(text) for text in reading} for reading in readings_of(label)]
        return any(printed - {stated} == reading - {stated, None, Decimal(0)} for reading in wanted)
    return printed <= numbers_in(
        f"{label['expression']} {label['quote']} {label['stated']} {label['computed']}"
    )


def readings_of(label: Data) -> list[list[str]]:
    """List the sets of printed operands that recognise the label."""
    return [label["operands"], *label.get("alternatives", [])]


def recognised(claims: list[Data], label: Data, verdict: str) -> Data | None:
    """Find the claim that states a labelled relation, with the given verdict.

    The relation may be told for another of its figures (of shares that make 100 %, the last is what the
    others leave); a label without a figure of its own (两处相同) needs such a claim for each that it quotes.
    """
    near = [
        claim
        for claim in claims
        if claim["verdict"] == verdict
        and label["line"] in lines_of(claim)
        and same_family(claim["kind"], label["kind"])
    ]
    near.sort(key=lambda claim: lines_of(claim) != {label["line"]})  # told in this line before told across
    stated = number(str(label["stated"]))
    if stated is None:
        quoted = numbers_in(label["quote"])
        found = [claim for claim in near if number(claim["stated"]) in quoted]
        return found[0] if found and {number(claim["stated"]) for claim in found} == quoted else None
    for claim in near:
        if stated == number(claim["stated"]) and operands_fit(claim, label):
            return claim
    return next((claim for claim in near if figures_of(claim) == figures_wanted(label)), None)


def lines_of(claim: Data) -> set[int | None]:
    """Collect the lines where figures of a claim stand."""
    places = [claim.get("place") or {}, *((operand.get("place") or {}) for operand in claim["operands"])]
    return {place.get("line") for place in places}


def figures_of(claim: Data) -> set[Decimal | None]:
    """Collect the printed figures of a claim, the stated one among them."""
    return {number(claim["stated"]), *(number(operand["text"]) for operand in claim["operands"])}


def figures_wanted(label: Data) -> set[Decimal | None]:
    """Collect the printed figures of a label; a full hundred is seldom printed."""
    if "operands" in label:
        return {number(str(label["stated"])), *(number(text) for text in label["operands"])} - {FULL}
    return (numbers_in(label["expression"]) | {number(str(label["stated"]))}) - {FULL}
