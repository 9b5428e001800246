"""The ledger as a block of JSON within the page, for programs; whoever reads the page does not see it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jixiao.core.ledger import Entry, Ledger

NAME: Final = "jixiao-ledger"
"""The id of the block."""


def ledger_script(ledger: Ledger | None) -> list[str]:
    """The lines of the block; none without a ledger."""
    if ledger is None:
        return []
    content = {
        "jixiao": "urn:jixiao:ledger:1",
        "kind": ledger.kind,
        "department": ledger.department,
        "year": ledger.year,
        "rulebook": ledger.rulebook,
        "facts_digest": ledger.facts_digest,
    }
    head = _json(content)[1:-1]
    entries = ",\n".join(_json(_entry(entry)) for entry in ledger.entries)
    begin = f'<script type="application/json" id="{NAME}">'
    return [begin, f'{{{head},"entries":[\n{entries}\n]}}', "</script>"]


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name,
        "printed": entry.printed,
        "value": None if entry.value is None else f"{entry.value:f}",
        "unit": entry.unit,
        "decimals": entry.decimals,
        "origin": entry.origin,
        "facts": list(entry.facts),
        "formula": entry.formula,
    }


def _json(value: object) -> str:
    """Compact, and such that nothing in it ends the script or begins a tag."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
