"""The layout of the workbook: the TOML files of `layout/`, in the order of their numbers.

Each file is a sheet. Files that begin with an underscore hold what several sheets share. What a field takes
is read off the models, so that a file states only words: heading, width, help, choices.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.dossiers.workbook.kinds import Field, Kind, Sort, field_of, item_field, walk
from jixiao.dossiers.workbook.shapes import Block, Column, Line, Role, Sheet, Style

_FOLDER: Final = Path(__file__).parent / "layout"
_SPARE: Final = 10
FORM_VALUE: Final = "填写内容"
FORM_HELP: Final = "填写说明"


@cache
def layout() -> tuple[Sheet, ...]:
    """All sheets of facts, in order."""
    files = sorted(_FOLDER.glob("[0-9]*.toml"), key=lambda file: int(file.name.partition("_")[0]))
    return tuple(_sheet(_parsed(file)) for file in files)


@cache
def shared(name: str) -> dict[str, Any]:
    """The tables of a file that several sheets share."""
    return _parsed(_FOLDER / f"_{name}.toml")


def places_of(block: Block) -> Iterator[str]:
    """Every place of the dossier that the block holds, named as `kinds.places` does."""
    if block.style is Style.MATRIX:
        for line in block.lines:
            yield from (f"{line.path}.{column.field}" for column in _fields(block))
        return
    above = ""
    if block.style is Style.TABLE:
        above = "".join(f".{step.name}" + _brackets(step.sort) for step in block.steps)[1:]
    for start in [f"{above}.{name}[]".lstrip(".") for name in block.lists] or [above]:
        for column in _fields(block):
            several = "[]" if column.kind in {Kind.TEXTS, Kind.POINTS_LIST} else ""
            yield f"{start}.{column.field}".lstrip(".").removesuffix(".$item") + several


def _fields(block: Block) -> Iterator[Column]:
    return (column for column in block.columns if column.role is Role.FIELD and column.field != "$key")


def _brackets(sort: Sort) -> str:
    return "[]" if sort in {Sort.MANY, Sort.MAP} else ""


def _parsed(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _sheet(data: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=data["sheet"],
        intro=data.get("intro", ""),
        blocks=tuple(_block(one) for one in data["blocks"]),
        aliases=tuple(data.get("aliases", ())),
    )


def _block(data: Mapping[str, Any]) -> Block:
    style = Style(data.get("style", "table"))
    make = {Style.FORM: _form, Style.MATRIX: _matrix, Style.TABLE: _table}[style]
    return make(data)


def _form(data: Mapping[str, Any]) -> Block:
    columns = [_column({**one, "field": one["path"]}, Dossier) for one in data["fields"]]
    return Block(
        title=data["title"],
        style=Style.FORM,
        columns=(Column(data["stub"], Role.STUB), *columns),
        widths=tuple(data.get("widths", ())),
    )


def _matrix(data: Mapping[str, Any]) -> Block:
    lines = tuple(Line(**one) for one in data["lines"])
    model = walk(lines[0].path)[-1].model
    if model is None:
        raise KeyError(lines[0].path)
    return Block(
        title=data["title"],
        style=Style.MATRIX,
        columns=(Column(data["stub"], Role.STUB), *_columns(data, model)),
        lines=lines,
        widths=tuple(data.get("widths", ())),
    )


def _table(data: Mapping[str, Any]) -> Block:
    path, lists = data["rows"], data.get("lists", {})
    steps = walk(path.removesuffix(".*"))
    last = steps[-1]
    if lists:
        last = walk(f"{path.removesuffix('.*')}.{next(iter(lists))}")[-1]
    columns = tuple(
        replace(column, content=item_field(last.item)) if column.field == "$item" else column
        for column in _columns(data, last.model)
    )
    return Block(
        title=data["title"],
        style=Style.TABLE,
        columns=columns,
        rows=path,
        steps=steps,
        satellite=data.get("satellite", False),
        lists=lists,
        totals=tuple(data.get("totals", ())),
        spare=data.get("spare", _SPARE),
    )


def _columns(data: Mapping[str, Any], model: type[BaseModel] | None) -> tuple[Column, ...]:
    stated: list[Mapping[str, Any]] = []
    for name in data.get("use", ()):
        stated += shared("columns")[name]
    stated += data.get("columns", ())
    for name in data.get("then", ()):
        stated += shared("columns")[name]
    stated += data.get("more", ())
    return tuple(_column(one, model) for one in stated)


def _column(data: Mapping[str, Any], model: type[BaseModel] | None) -> Column:
    words: dict[str, Any] = {
        name: tuple(data[name]) if isinstance(data[name], list) else data[name]
        for name in ("width", "unit", "help", "choices", "suggest", "aliases", "down", "separators")
        if name in data
    }
    heading = data["heading"]
    if "rate" in data:
        first, second = data["rate"]
        return Column(heading, Role.RATE, content=Field(Kind.COMPUTED), of=(first, second), **words)
    if "project_name" in data:
        return Column(heading, Role.LABEL, data["project_name"], Field(Kind.COMPUTED), **words)
    if "in_words" in data:
        return Column(heading, Role.WORDS, data["in_words"], Field(Kind.COMPUTED), **words)
    if "key" in data:
        return Column(heading, Role.KEY, data["key"], Field(Kind.TEXT, required=True), **words)
    if data.get("list"):
        return Column(heading, Role.LIST, content=Field(Kind.TEXT, required=True), **words)
    name = data["field"]
    if name.startswith("$") or model is None:
        return Column(heading, Role.FIELD, name, Field(Kind.TEXT, required=True), **words)
    return Column(heading, Role.FIELD, name, field_of(model, name), **words)
