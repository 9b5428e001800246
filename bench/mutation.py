"""Rejection measured: one figure of a true relation is changed, and the checker should notice.

``python bench/mutation.py [--folder TEXTS LABELS] [--per-relation N] [--seed S] [--jobs N] [--show K]``

Every relation labelled ok that the checker recognised is broken by one digit, of the stated figure and of
operands in turn, so that printed precision cannot explain it. Counted are: noticed (a new error finding that
touches the relation), held (a claim of the same kind with that stated figure says it holds, which it did not
before) and silent.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench import checker  # noqa: E402 - a script finds its own package first
from bench.accuracy import percent  # noqa: E402
from bench.breaking import broken, relation_of, replaced  # noqa: E402
from bench.labels import LINES, UNSEEN, Labelled, collections, recognised  # noqa: E402
from bench.scoring import overlaps, places_of  # noqa: E402

Data = dict[str, Any]


@dataclass(slots=True)
class Counts:
    """Counts by kind of relation."""

    ok: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    errors: int = 0
    found: int = 0
    false: int = 0
    reported: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Take other counts in."""
        for name in ("ok", "seen", "changed", "noticed", "held"):
            getattr(self, name).update(getattr(other, name))
        for name in ("errors", "found", "false", "reported"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.notes.extend(other.notes)


def judge(text: str, name: str, claim: Data, known: set[str]) -> str:
    """Check a changed text and say what the checker made of the change."""
    result = checker.check(text, name)
    claims = {one["id"]: one for one in result["claims"]}
    figures = [claim["place"], *(operand["place"] for operand in claim["operands"])]
    for finding in result["findings"]:
        if finding["severity"] != "error" or finding["fingerprint"] in known:
            continue
        if any(overlaps(one, other) for one in places_of(finding, claims) for other in figures if other):
            return "noticed"
    held = any(
        one["kind"] == claim["kind"]
        and one["verdict"] == "holds"
        and overlaps(one["place"], claim["place"])
        and reading(one) not in known
        for one in result["claims"]
    )
    return "held" if held else "silent"


def reading(claim: Data) -> str:
    """Write a claim as one text: the same relation in a changed report gives the same."""
    return " ".join([claim["kind"], claim["stated"], *(operand["text"] for operand in claim["operands"])])


def run(document: Labelled, *, seed: int, per_relation: int) -> Counts:
    """Measure one document."""
    counts = Counts()
    result = checker.check(document.text, document.name)
    known = {finding["fingerprint"] for finding in result["findings"]}
    known |= {reading(claim) for claim in result["claims"] if claim["verdict"] == "holds"}
    score_errors(document, result, counts)
    for label in document.labels:
        if label["verdict"] != "ok" or label["kind"] in ("numbering", "text", "bound"):
            continue
        if label.get("asserted") is False:
            continue
        kind = label["kind"]
        counts.ok[kind] += 1
        claim = recognised(result["claims"], label, "holds")
        if claim is None:
            counts.notes.append(
                f"{document.name}:{label['line']} not recognised: {kind} {label['expression']}"
            )
            continue
        counts.seen[kind] += 1
        rng = random.Random(f"{seed}/{label.get('id', label['quote'])}")
        counts.add(change(document, label, claim, known, rng, per_relation))
    return counts


def change(
    document: Labelled, label: Data, claim: Data, known: set[str], rng: random.Random, per_relation: int
) -> Counts:
    """Break one recognised relation in some of its figures and count what comes of it."""
    counts = Counts()
    found = relation_of(claim)
    if found is None:
        return counts
    relation, places = found
    others = rng.sample(relation.operands, len(relation.operands))
    for figure in [relation.stated, *others][:per_relation]:
        place = places[id(figure)]
        after = broken(rng, relation, figure)
        if after is None or not place or place.get("start") is None:
            continue
        text = replaced(document.text, place, figure.digits, after)
        if text is None:
            continue
        kind = label["kind"]
        counts.changed[kind] += 1
        outcome = judge(text, document.name, claim, known)
        counts.noticed[kind] += outcome == "noticed"
        counts.held[kind] += outcome == "held"
        if outcome != "noticed":
            counts.notes.append(
                f"{document.name}:{label['line']} {outcome}: {kind} {figure.digits} -> {after} in "
                f"{claim['stated']} = {claim['expression']}"
            )
    return counts


def score_errors(document: Labelled, result: Data, counts: Counts) -> None:
    """Count the labelled errors that are found, and the errors reported where nothing is labelled wrong."""
    lines = LINES.split(document.text)
    errors = [label for label in document.labels if label["verdict"] == "error"]
    marked = [label for label in document.labels if label["verdict"] != "ok"]
    claims = {claim["id"]: claim for claim in result["claims"]}
    reported = [finding for finding in result["findings"] if finding["severity"] == "error"]

    spots = [(label, spot) for label in marked for spot in spots_of(lines, label)]
    hit: set[str] = set()
    for finding in reported:
        counts.reported += 1
        places = places_of(finding, claims)
        touched = {label["id"] for label, spot in spots if any(overlaps(place, spot) for place in places)}
        hit |= touched
        if not touched:
            counts.false += 1
            line = (finding.get("place") or {}).get("line")
            counts.notes.append(f"{document.name}:{line} false: {finding['code']} {finding['message']}")
    counts.errors += len(errors)
    for label in errors:
        counts.found += label["id"] in hit
        if label["id"] not in hit:
            counts.notes.append(
                f"{document.name}:{label['line']} missed error: {label['quote']} ({label['why']})"
            )


def spots_of(lines: list[str], label: Data) -> list[Data]:
    """List where a labelled relation stands: its quote; of a grade, whose quote is a word, its score too."""
    line = lines[label["line"] - 1]
    start = max(line.find(label["quote"]), 0)
    spots = [(start, len(label["quote"]))]
    if label["kind"] == "grade":
        for text in label.get("operands", [])[:1]:
            spots += [(found.start(), len(text)) for found in re.finditer(re.escape(text), line)]
    return [{"line": label["line"], "start": start, "end": start + size} for start, size in spots]


def table(name: str, counts: Counts) -> None:
    """Print the counts of one collection."""
    print(f"\n{name}")
    print(
        f"  {'kind':<12}{'ok':>6}{'recognised':>12}{'':>10}{'changed':>9}"
        f"{'noticed':>9}{'':>10}{'held':>6}{'silent':>8}"
    )
    for kind in [*sorted(counts.ok), ""]:
        ok, seen, changed, noticed, held = (
            getattr(counts, column)[kind] if kind else getattr(counts, column).total()
            for column in ("ok", "seen", "changed", "noticed", "held")
        )
        print(
            f"  {kind or 'all':<12}{ok:>6}{seen:>12}{percent(seen, ok):>10}{changed:>9}{noticed:>9}"
            f"{percent(noticed, changed):>10}{held:>6}{changed - noticed - held:>8}"
        )
    print(
        f"  labelled errors found {counts.found} of {counts.errors}; "
        f"errors reported {counts.reported}, of them {counts.false} where nothing is labelled"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", nargs=2, type=Path, metavar=("TEXTS", "LABELS"))
    parser.add_argument("--per-relation", type=int, default=2, help="figures changed in each relation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--show",
        type=int,
        default=0,
        metavar="K",
        help="print K failures of each collection, never of what is unseen",
    )
    options = parser.parse_args(arguments)
    if not checker.available():
        print("The checker cannot be imported yet: nothing measured.", file=sys.stderr)
        return 2
    found = collections(ROOT, tuple(options.folder) if options.folder else None)
    for missing in {"collection", "seeds"} - set(found):
        print(f"{missing}: not present, skipped")
    with ProcessPoolExecutor(options.jobs) as pool:
        for name, documents in found.items():
            jobs = [
                pool.submit(run, document, seed=options.seed, per_relation=options.per_relation)
                for document in documents
            ]
            counts = Counts()
            for job in jobs:
                counts.add(job.result())
            table(f"{name}: {len(documents)} texts", counts)
            for note in counts.notes[: options.show if name != UNSEEN else 0]:
                print("  " + note)
    return 0


if __name__ == "__main__":
    sys.exit(main())
