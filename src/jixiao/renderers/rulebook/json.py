"""What applies in a place and year, for programs: decimals are strings without exponent."""

import json
from typing import Any

from jixiao.renderers.rulebook.values import said
from jixiao.rulebooks.resolving import Rules, Settled


def in_force(rules: Rules) -> str:
    """One JSON object; its keys are never renamed."""
    return json.dumps(
        {
            "key": rules.key,
            "name": rules.name,
            "year": rules.year,
            "lineage": list(rules.lineage),
            "values": [_value(rules, *one) for one in rules.each()],
        },
        ensure_ascii=False,
        indent=2,
    )


def _value(rules: Rules, topic: str, member: str, settled: Settled[Any]) -> dict[str, Any]:
    row = settled.row
    return {
        "topic": topic,
        "member": member or None,
        "value": settled.value.model_dump(mode="json"),
        "text": said(settled.value, "zh"),
        "text_en": said(settled.value, "en"),
        "rulebook": settled.rulebook,
        "from": row.from_year,
        "until": row.until,
        "source": rules.source(settled).model_dump(mode="json"),
        "verified": row.verified,
        "note": row.note,
    }
