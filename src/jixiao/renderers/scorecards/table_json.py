"""The score table as JSON."""

import json
from typing import Any

from jixiao.core.scoretable import ScoreTable, TableRow
from jixiao.renderers.json import version
from jixiao.renderers.scorecards.json import number
from jixiao.renderers.scorecards.words import contradictions


def render(ranking: ScoreTable) -> str:
    """One object."""
    return json.dumps(to_dict(ranking), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_dict(ranking: ScoreTable) -> dict[str, Any]:
    """Rows by rank; the sample by file, null where none was drawn."""
    sample = ranking.sample
    return {
        "jixiao": version(),
        "departments": [_row(row) for row in ranking.rows],
        "unreadable": [
            {"file": one.file, "faults": [{"message": zh, "message_en": en} for zh, en in one.faults]}
            for one in ranking.unread
        ],
        "sample": None
        if sample is None
        else {
            "seed": sample.seed,
            "departments": [
                {"department": row.card.department, "code": row.code, "file": row.file} for row in sample.rows
            ],
        },
    }


def _row(row: TableRow) -> dict[str, Any]:
    card = row.card
    return {
        "rank": row.rank,
        "department": card.department,
        "code": row.code,
        "year": card.year,
        "rulebook": card.rulebook,
        "score": number(row.score),
        "origin": row.origin,
        "raw": number(card.raw),
        "full": number(card.full),
        "converted": number(card.converted),
        "grade": card.grade,
        "published": {
            "total": number(card.published.total),
            "converted": number(card.published.converted),
            "grade": card.published.grade or None,
        },
        "contradictions": contradictions(card),
        "differences": len(card.differences),
        "file": row.file,
    }
