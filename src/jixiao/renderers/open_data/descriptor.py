"""``datapackage.json``: what every file and column is, as a Fiscal Data Package.

The specification: Fiscal Data Package 1.0 of Frictionless Data, an extension of the Tabular Data Package.
Every column of figures names its phase and kind under ``normalize``; ``extraFields`` are what holds for the
whole table: fiscal year, currency, department.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from jixiao.core.open_data import DataColumn, DataTable, OpenData
from jixiao.renderers.open_data import tables
from jixiao.renderers.open_data.names import FACTS, FACTS_TABLE, table_file

CURRENCY: Final = "CNY"
_PHASES: Final = {"adjusted": "预算数", "executed": "决算数"}
_CLASSES: Final = {"functional": "支出功能分类", "economic": "部门预算支出经济分类"}


def descriptor(package: OpenData, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor; ``files`` are those that it describes."""
    told: dict[str, Any] = {
        "profile": "fiscal-data-package",
        "name": package.name,
        "title": package.title if package.draft is None else f"{package.title}（草稿）",
        "description": _description(package),
    }
    if package.date:
        told["created"] = f"{package.date}T00:00:00+08:00"
    return {
        **told,
        "countryCode": "CN",
        "fiscalPeriod": {"start": f"{package.year}-01-01", "end": f"{package.year}-12-31"},
        "keywords": ["部门决算", "final accounts", str(package.year)],
        "contributors": [{"title": package.department, "role": "publisher"}],
        "sources": [{"title": f"表样依据：{source}"} for source in package.sources],
        "jixiao": {
            "status": "released" if package.draft is None else "draft",
            "toMend": list(package.draft or ()),
            "invented": package.invented,
            "rulebook": package.rulebook,
            "factsDigest": package.facts_digest,
            "facts": FACTS,
            "factsHash": f"sha256:{hashlib.sha256(files[FACTS]).hexdigest()}",
        },
        "resources": [
            *(_table(table, package, files[table_file(table)]) for table in package.tables),
            _facts(package, files[FACTS_TABLE]),
        ],
    }


def _description(package: OpenData) -> str:
    said = f"{package.department}{package.year}年度部门决算的开放数据：每张表一个CSV文件，全部事实见{FACTS}。"
    if package.invented:
        said += "这个部门是虚构的。"
    if package.draft is not None:
        said += f"草稿：还有{len(package.draft)}处要改正或由单位说明，不能作为公开数据。"
    return said


def _table(table: DataTable, package: OpenData, data: bytes) -> dict[str, Any]:
    return {
        **_file(f"{table.number:02}-{table.id.replace('_', '-')}", table_file(table), data),
        "title": table.title,
        "description": "".join(part for part in (table.note, table.empty, table.remark) if part),
        "sources": [{"title": f"表样依据：{table.source}"}],
        "schema": {
            "fields": [
                *(_stub(name, table) for name in tables.stub(table)),
                *(
                    _figure(name, column, table)
                    for name, column in zip(tables.headings(table), table.columns, strict=True)
                ),
            ],
            "missingValues": list(tables.MISSING.values()),
            "extraFields": _extra(package),
        },
    }


def _stub(name: str, table: DataTable) -> dict[str, Any]:
    classes = f"{table.classification}-classification:generic"
    known: dict[str, dict[str, Any]] = {
        tables.SIDE: {"columnType": "direction", "description": "表的哪一边：收入或支出。"},
        tables.CODE: {
            "columnType": f"{classes}:code",
            "description": f"{_CLASSES[table.classification]}的编码；合计、表尾和没有编码的行为空。",
        },
        tables.DEPARTMENT: {},
        tables.NAME: {"columnType": f"{classes}:label"},
        tables.LEVEL: {
            "description": "类、款、项是编码的层级，上级等于下级之和，求和时只取一级；"
            "合计是全表的，表尾是表下面的各行。"
        },
    }
    # Words are never missing: a department or an account may well be named as an absent figure is written.
    return {"name": name, "type": "string", "missingValues": [""], **known[name]}


def _figure(name: str, column: DataColumn, table: DataTable) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": name,
        "type": "number",
        "columnType": "value",
        "unit": table.unit,
        "role": column.role,
        "normalize": {
            "phase": column.phase,
            "phase_label": _PHASES[column.phase],
            "kind": column.role,
            "kind_label": name,
        },
    }
    return {**told, "derived": True} if column.derived else told


def _extra(package: OpenData) -> list[dict[str, Any]]:
    text = {"type": "string"}
    return [
        {"name": "amount", "type": "number", "columnType": "value", "normalizationTarget": True},
        {"name": "phase", **text, "columnType": "phase:id"},
        {"name": "phase_label", **text, "columnType": "phase:label"},
        {"name": "kind", **text, "columnType": "value-kind:code"},
        {"name": "kind_label", **text, "columnType": "value-kind:label"},
        *_constants(package, package.money_unit),
    ]


def _constants(package: OpenData, unit: str) -> list[dict[str, Any]]:
    """What holds for every row of a table."""
    text = {"type": "string"}
    return [
        {"name": "currency", **text, "columnType": "value-currency:code", "constant": CURRENCY},
        {"name": "unit", **text, "constant": unit},
        {
            "name": "fiscal_year",
            "type": "integer",
            "columnType": "date:fiscal-year",
            "constant": package.year,
        },
        {
            "name": "department_code",
            **text,
            "columnType": "administrator:generic:id",
            "constant": package.code,
        },
        {
            "name": "department",
            **text,
            "columnType": "administrator:generic:name",
            "constant": package.department,
        },
    ]


def _facts(package: OpenData, data: bytes) -> dict[str, Any]:
    text = {"type": "string"}
    return {
        **_file("facts", FACTS_TABLE, data),
        "title": "全部事实",
        "description": "没有列出的，是没有填的；零是0。",
        "schema": {
            "fields": [
                {"name": tables.FACT, **text, "description": "事实在档案中的路径。"},
                {"name": tables.LABEL, **text},
                {"name": tables.STATE, **text, "constraints": {"enum": list(tables.STATES.values())}},
                {"name": tables.YUAN, "type": "number", "columnType": "value", "unit": "元"},
                {"name": tables.NUMBER, "type": "number"},
                {"name": tables.TEXT, **text},
            ],
            "missingValues": [""],
            "extraFields": _constants(package, "元"),
        },
    }


def _file(name: str, path: str, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
    }
