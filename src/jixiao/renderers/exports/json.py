"""The review as one JSON object: amounts are strings of decimals with their unit, places as everywhere."""

import json
from typing import Any

from jixiao.core.accounts_review import Change, Conflict, Notice, Origin, Review, TableRead
from jixiao.renderers.json import finding_dict, place_dict, version


def render(review: Review, *, written: str = "") -> str:
    """One line; ``written`` is the file that was written, empty where none was."""
    return json.dumps(to_dict(review) | {"written": written or None}, ensure_ascii=False) + "\n"


def to_dict(review: Review) -> dict[str, Any]:
    """The review as plain values."""
    return {
        "jixiao": version(),
        "dossier": review.dossier or None,
        "department": review.department,
        "year": review.year,
        "refused": review.refused,
        "tables": [_table(one) for one in review.tables],
        "passed_by": [_notice(one) for one in review.passed_by],
        "changes": [_change(one) for one in review.changes],
        "unchanged": review.unchanged,
        "conflicts": [_conflict(one) for one in review.conflicts],
        "problems": [_notice(one) for one in review.problems],
        "notices": [_notice(one) for one in review.notices],
        "contradictions": [
            {"file": file, **finding_dict(finding)} for file, finding in review.contradictions
        ],
        "missing": {"tables": list(review.missing_tables), "facts": list(review.missing_facts)},
    }


def _table(one: TableRead) -> dict[str, Any]:
    return {
        "file": one.file,
        "title": one.title,
        "place": place_dict(one.place),
        "unit": one.unit or None,
        "columns": [{"heading": column.heading, "means": column.means or None} for column in one.columns],
        "rows": one.lines,
        "figures": one.figures,
        "not_read": [_notice(notice) for notice in one.not_read],
    }


def _notice(one: Notice) -> dict[str, Any]:
    return {
        "message": one.zh,
        "message_en": one.en,
        "fix": one.fix or None,
        "fix_en": one.fix_en or None,
        "file": one.file or None,
        "place": place_dict(one.place) if one.place is not None else None,
    }


def _change(one: Change) -> dict[str, Any]:
    return {
        "fact": one.fact,
        "name": one.name,
        "old": str(one.old) if one.old is not None else None,
        "new": str(one.new),
        "origin": _origin(one.origin),
    }


def _conflict(one: Conflict) -> dict[str, Any]:
    told = [{"value": str(amount), "origin": _origin(origin)} for amount, origin in one.told]
    return {"fact": one.fact, "name": one.name, "told": told}


def _origin(one: Origin) -> dict[str, Any]:
    return {
        "file": one.file,
        "table": one.table,
        "printed": one.printed,
        "unit": one.unit,
        "place": place_dict(one.place),
    }
