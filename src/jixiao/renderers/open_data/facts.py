"""The whole package as one JSON: facts, tables with the origin of every figure, statements."""

from typing import Any, Final

from jixiao.core.digits import plain
from jixiao.core.open_data import DataColumn, DataTable, Datum, OpenData, OpenFact

SCHEMA: Final = "urn:jixiao:open-data:1"
"""Names the form of this file; ``schemas/facts.schema.json`` says what it is."""
_VALUES: Final = {"money": "yuan", "number": "number", "text": "text", "truth": "truth"}


def facts_json(package: OpenData) -> dict[str, Any]:
    """What the file says; numbers are strings of decimals, amounts of facts in yuan."""
    return {
        "schema": SCHEMA,
        "department": {"code": package.code, "name": package.department},
        "invented": package.invented,
        "fiscal_year": package.year,
        "title": package.title,
        "date": package.date or None,
        "rulebook": {"key": package.rulebook, "name": package.place},
        "facts_digest": package.facts_digest,
        "status": "released" if package.draft is None else "draft",
        "to_mend": list(package.draft or ()),
        "gaps": list(package.gaps),
        "statements": [
            {"fact": one.fact, "statement": one.statement, "signed_by": one.signed_by}
            for one in package.statements
        ],
        "facts": [_fact(one) for one in package.facts],
        "tables": [_table(one) for one in package.tables],
    }


def _fact(one: OpenFact) -> dict[str, Any]:
    """A fact; one that is stated not to apply or to be none has no value."""
    told: dict[str, Any] = {"fact": one.path, "label": one.label, "state": one.state}
    if one.value is not None:
        told[_VALUES[one.kind]] = one.value == "true" if one.kind == "truth" else one.value
    return {**told, "unresolved": one.unresolved} if one.unresolved else told


def _table(table: DataTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "number": table.number,
        "title": table.title,
        "unit": table.unit,
        "source": table.source,
        "verified": table.verified,
        "remark": table.remark,
        "note": table.note,
        "empty": table.empty,
        "rows": [
            {
                "id": row.key,
                "side": row.side,
                "code": row.code,
                "name": row.name,
                "level": row.level,
                "cells": [
                    _cell(cell, column)
                    for cell, column in zip(row.cells, table.columns, strict=True)
                    if cell is not None
                ],
            }
            for row in table.rows
        ],
    }


def _cell(cell: Datum, column: DataColumn) -> dict[str, Any]:
    stated = cell.state == "stated"
    return {
        "column": column.role,
        "state": cell.state,
        "printed": cell.printed if stated else None,
        "exact": plain(cell.exact) if cell.exact is not None else None,
        "facts": list(cell.facts),
        "formula": cell.formula,
    }
