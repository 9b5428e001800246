"""A package as its files."""

import json
from importlib.resources import files as resources
from typing import Any, Final

from jixiao.core.open_data import OpenData
from jixiao.renderers.open_data.descriptor import descriptor
from jixiao.renderers.open_data.facts import facts_json
from jixiao.renderers.open_data.guide import guide
from jixiao.renderers.open_data.names import DESCRIPTOR, FACTS, FACTS_TABLE, GUIDE, SCHEMA, table_file
from jixiao.renderers.open_data.tables import facts_csv, table_csv

SCHEMAS: Final = "schemas"
"""The folder of our own JSON Schemas, beside this file."""


def files(package: OpenData) -> dict[str, bytes]:
    """Every file by its name in the package; the same package gives the same bytes on every machine."""
    found = {
        GUIDE: guide(package).encode("utf-8-sig"),
        **{table_file(table): table_csv(table) for table in package.tables},
        FACTS_TABLE: facts_csv(package),
        FACTS: _json(facts_json(package)),
        SCHEMA: schema(SCHEMA),
    }
    return {DESCRIPTOR: _json(descriptor(package, found)), **found}


def schema(name: str) -> bytes:
    """One of our own JSON Schemas: ``facts.schema.json`` or ``datapackage.schema.json``."""
    return (resources("jixiao.renderers.open_data") / SCHEMAS / name).read_bytes()


def _json(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
