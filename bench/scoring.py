"""Comparing what the checker says of a report with what is true of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Data = dict[str, Any]
NUMBER = re.compile(r"[-−]?\d[\d,，]*(?:\.\d+)?")
VERDICTS = {"ok": "holds", "error": "fails"}
ANCHORED = ("growth", "share", "rate", "ratio")  # their stated figure is the percentage, and no other


@dataclass(slots=True)
class Tally:
    """Counts of one run, by kind and by type of error."""

    relations: Counter[str] = field(default_factory=Counter)
    recognised: Counter[str] = field(default_factory=Counter)
    misjudged: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    findings: int = 0  # with severity error, in damaged reports
    right: int = 0
    duplicates: int = 0
    false_damaged: int = 0
    false_clean: int = 0
    warnings_clean: int = 0
    crashes: int = 0
    sums_alone: int = 0  # errors that break a sum and nothing else: provable only where the list is closed
    sums_alone_found: int = 0
    false: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take the counts of another run in."""
        for name in ("relations", "recognised", "misjudged", "errors", "found", "false"):
            getattr(self, name).update(getattr(other, name))
        for name in (
            "reports",
            "findings",
            "right",
            "duplicates",
            "false_damaged",
            "false_clean",
            "warnings_clean",
            "crashes",
            "sums_alone",
            "sums_alone_found",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses.extend(other.misses)


def number(text: str) -> Decimal | None:
    """Read the first number of a printed figure, without its sign."""
    found = NUMBER.search(text)
    return abs(Decimal(re.sub(r"[,，]", "", found.group()).replace("−", "-"))) if found else None


def worth(figure: Data) -> Decimal:
    """Give the value of a figure or operand in base units, without its sign."""
    return abs(Decimal(figure["value"]))


def values(figures: list[Data]) -> frozenset[Decimal]:
    """Give the set of values that are not zero."""
    return frozenset(value for value in map(worth, figures) if value)


def figures_of(relation: Data) -> list[Data]:
    """List every figure of a true relation."""
    return [figure for reading in relation["readings"] for figure in reading]


def recognises(claim: Data, relation: Data, reach: int) -> bool:
    """Tell whether a claim states this relation, in any of its readings."""
    line = (claim.get("place") or {}).get("line")
    lines = {figure["line"] for figure in [*figures_of(relation), relation["stated"]]}
    if line is None or not any(abs(line - other) <= reach for other in lines):
        return False
    stated = number(claim["stated"])
    operands = frozenset(
        abs(Decimal(operand["value"]))
        for operand in claim["operands"]
        if operand.get("value") not in (None, "") and Decimal(operand["value"])
    )
    for reading in relation["readings"]:
        heads = reading[:1] if relation["kind"] in ANCHORED else reading
        for head in heads:
            rest = values([figure for figure in reading if figure is not head])
            if stated == number(head["text"]) and operands - {worth(head)} == rest - {worth(head)}:
                return True
    return False


def score_relations(truth: Data, result: Data, tally: Tally) -> None:
    """Count which true relations are present as claims with the right verdict."""
    reach = 1 if truth.get("wrapped") else 0
    for relation in truth["relations"]:
        wanted = VERDICTS.get(relation["verdict"])
        if wanted is None or (not relation["operands"] and relation["kind"] != "count"):
            continue
        kind = relation["kind"]
        tally.relations[kind] += 1
        verdicts = {claim["verdict"] for claim in result["claims"] if recognises(claim, relation, reach)}
        if wanted in verdicts:
            tally.recognised[kind] += 1
        else:
            label = f"judged {'/'.join(sorted(verdicts))}" if verdicts else "not seen"
            tally.misjudged[kind] += bool(verdicts)
            operands = ", ".join(figure["text"] for figure in relation["operands"])
            tally.misses.append(
                f"{truth['name']}:{relation['line']} {kind} {label} ({relation['verdict']}): "
                f"{relation['stated']['text']} from {operands}"
            )


def overlaps(place: Data | None, token: Data) -> bool:
    """Tell whether a place covers some of a token."""
    if not place or place.get("line") != token["line"]:
        return False
    if place.get("start") is None or place.get("end") is None:
        return True
    return bool(place["start"] < max(token["end"], token["start"] + 1) and token["start"] < place["end"])


def places_of(finding: Data, claims: dict[str, Data]) -> list[Data]:
    """List every place that a finding speaks of: its own, the related ones, those of its claims."""
    places = [
        finding.get("place"),
        *(related.get("place", related) for related in finding.get("related", [])),
    ]
    for name in finding.get("claims", []):
        if claim := claims.get(name):
            places.append(claim.get("place"))
            places.extend(operand.get("place") for operand in claim["operands"])
    return [place for place in places if place]


def describe(finding: Data) -> str:
    """Put a finding on a line."""
    return f"{finding['code']} {finding['kind']}: {finding['message']} 「{finding.get('quote', '')}」"


def score_findings(truth: Data, result: Data, tally: Tally) -> None:
    """Count which seeded errors are reported as errors, and which errors reported are none."""
    claims = {claim["id"]: claim for claim in result["claims"]}
    relations = {relation["id"]: relation for relation in truth["relations"]}
    findings = [finding for finding in result["findings"] if finding["severity"] == "error"]
    hits = [0] * len(truth["errors"])
    for finding in findings:
        places = places_of(finding, claims)
        touched = [
            index
            for index, error in enumerate(truth["errors"])
            for token in [*error["changed"], *(relations[name]["stated"] for name in error["relations"])]
            if any(overlaps(place, token) for place in places)
        ]
        tally.findings += 1
        if touched:
            tally.duplicates += all(hits[index] for index in touched)
            tally.right += 1
            for index in set(touched):
                hits[index] += 1
        else:
            tally.false_damaged += 1
            tally.false[finding["kind"]] += 1
            tally.misses.append(f"{truth['name']}:{finding['place'].get('line')} false: {describe(finding)}")
    for error, hit in zip(truth["errors"], hits, strict=True):
        tally.errors[error["type"]] += 1
        tally.found[error["type"]] += bool(hit)
        if all(relations[name]["kind"] == "sum" for name in error["relations"]):
            tally.sums_alone += 1
            tally.sums_alone_found += bool(hit)
        if not hit:
            line = error["changed"][0]["line"]
            broken = "; ".join(
                f"{relations[name]['kind']} {relations[name]['stated']['text']} from "
                + ", ".join(figure["text"] for figure in relations[name]["operands"])
                for name in error["relations"]
            )
            tally.misses.append(
                f"{truth['name']}:{line} missed {error['type']}: "
                f"{error['before']} -> {error['after']} ({broken})"
            )


def score_clean(truth: Data, result: Data, tally: Tally) -> None:
    """Count errors and warnings reported in a report that has none."""
    for finding in result["findings"]:
        if finding["severity"] == "error":
            tally.false_clean += 1
            tally.false[finding["kind"]] += 1
            tally.misses.append(f"{truth['name']}:{finding['place'].get('line')} false: {describe(finding)}")
        elif finding["severity"] == "warning":
            tally.warnings_clean += 1
