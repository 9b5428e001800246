"""The ledger of a report as one JSON object: keys are never renamed or left out; decimals are strings."""

import json
from typing import Any

from jixiao.core.digits import plain_digits
from jixiao.core.recorded import Recorded, RecordedReport
from jixiao.renderers.json import place_dict, version


def render(report: RecordedReport, numbers: tuple[Recorded, ...]) -> str:
    """The object; ``numbers`` are those to list. Without a readable ledger ``ledger`` is null."""
    return json.dumps(_to_dict(report, numbers), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _to_dict(report: RecordedReport, numbers: tuple[Recorded, ...]) -> dict[str, Any]:
    ledger = report.ledger
    head: dict[str, Any] = {"jixiao": version(), "file": report.file}
    if ledger is None or ledger.unreadable:
        why = "unreadable" if ledger is not None else "lost" if report.anchored else "none"
        reason = "" if ledger is None else ledger.unreadable
        return head | {"ledger": None, "why": why, "reason": reason, "anchors": report.anchored}
    about = {
        "kind": ledger.kind,
        "department": ledger.department,
        "year": ledger.year,
        "rulebook": ledger.rulebook,
        "facts_digest": ledger.facts_digest,
    }
    counts = {
        state: sum(number.state == state for number in report.numbers)
        for state in ("matches", "changed", "missing")
    }
    return head | {
        "ledger": about,
        "counts": counts,
        "dossier_of": None if report.dossier_of is None else list(report.dossier_of),
        "same_facts": report.same_facts if report.today is not None else None,
        "numbers": [_number(number, report) for number in numbers],
    }


def _number(number: Recorded, report: RecordedReport) -> dict[str, Any]:
    entry = number.entry
    today = None if report.today is None else report.today[entry.name]
    return {
        "name": entry.name,
        "state": number.state,
        "printed": entry.printed,
        "now": number.text if number.state != "missing" else None,
        "value": None if entry.value is None else plain_digits(entry.value),
        "unit": entry.unit,
        "decimals": entry.decimals,
        "origin": entry.origin,
        "facts": list(entry.facts),
        "formula": entry.formula,
        "place": None if number.place is None else place_dict(number.place),
        "dossier": None if today is None else {"agreement": today.agreement, "printed": today.printed},
    }
