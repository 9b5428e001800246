"""Scores a province's year from a Parquet file, in one process and with flat memory.

Needs the extra ``batch`` (pyarrow). The rules are those of `jixiao.scoring`: a project scored here and one
scored from a dossier get the same points.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from jixiao.batch.score_rows import Row, RowFault, projects
from jixiao.core.collecting import uncollected
from jixiao.core.errors import ReadError
from jixiao.core.scorecard import LeafScore
from jixiao.rulebooks.resolving import Rules
from jixiao.scoring.context import Context
from jixiao.scoring.projects import ScoredProject, score_project

_MONEY: Final = pa.decimal128(20, 2)
_POINTS: Final = pa.decimal128(12, 6)
_RATE: Final = pa.decimal128(38, 6)  # what a budget of a cent can come to
_TEXT: Final = pa.string()

SCHEMA: Final = pa.schema(
    [
        ("department", _TEXT),
        ("project", _TEXT),
        ("project_name", _TEXT),
        ("origin", _TEXT),
        ("original_budget", _MONEY),
        ("adjustment", _MONEY),
        ("revised_budget", _MONEY),
        ("outturn", _MONEY),
        ("indicator", _TEXT),
        ("level1", _TEXT),
        ("level2", _TEXT),
        ("name", _TEXT),
        ("operator", _TEXT),
        ("target", _TEXT),
        ("target_upper", _POINTS),
        ("unit", _TEXT),
        ("weight", _POINTS),
        ("actual", _TEXT),
        ("applicable", pa.bool_()),
        ("rule", _TEXT),
        ("band", _TEXT),
        ("done", pa.bool_()),
        ("elements", pa.int32()),
        ("elements_met", pa.int32()),
        ("occurrences", pa.int32()),
        ("points", _POINTS),
        ("reason", _TEXT),
        ("printed_score", _POINTS),
    ]
)
"""The columns: a row for each indicator, amounts in yuan; target and actual as written."""

_REQUIRED: Final = (
    *("department", "project", "revised_budget", "outturn"),
    *("indicator", "level1", "operator", "target", "weight", "actual"),
)

PROJECTS: Final = pa.schema(
    [
        ("department", _TEXT),
        ("project", _TEXT),
        ("budget", _MONEY),
        ("outturn", _MONEY),
        ("rate", _RATE),
        ("score", _POINTS),
        ("full", _POINTS),
        ("grade", _TEXT),
        ("reason", _TEXT),
    ]
)
INDICATORS: Final = pa.schema(
    [
        ("department", _TEXT),
        ("project", _TEXT),
        ("indicator", _TEXT),
        ("rule", _TEXT),
        ("weight", _POINTS),
        ("points", _POINTS),
        ("by_rule", _POINTS),
        ("published", _POINTS),
        ("reason", _TEXT),
    ]
)
_ROWS: Final = 8_192
"""Rows in memory at a time."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a run did: projects scored, those without a score, indicators, and rows that could not be used."""

    projects: int
    unscored: int
    indicators: int
    faults: tuple[RowFault, ...]


def score_parquet(
    source: Path, target: Path, rules: Rules, step: Callable[[int], None] = lambda _: None
) -> BatchResult:
    """Score every project of a file into the folder ``target``: projects.parquet and indicators.parquet.

    ``step`` is told how many rows more were read.

    Raises:
        ReadError: the file is no Parquet file, lacks columns, is not sorted, or has numbers beyond measure.
        OSError: a file cannot be opened or written.
    """
    target.mkdir(parents=True, exist_ok=True)
    context = Context(rules)
    faults: list[RowFault] = []
    scored = unscored = indicators = 0
    with _opened(source) as file, _Written(target) as out, uncollected():  # lines make no cycles
        for department, project in projects(_rows(file, step), faults):
            result = score_project(project, context)
            leaves = [leaf for group in result.score.groups for leaf in group.leaves]
            out.take(_head(department, result), [_line(department, project.code, leaf) for leaf in leaves])
            scored += 1
            unscored += result.score.score is None
            indicators += len(leaves)
    return BatchResult(scored, unscored, indicators, tuple(faults))


def count_rows(source: Path) -> int:
    """How many rows a file has.

    Raises:
        ReadError: the file is no Parquet file, or lacks columns.
        OSError: it cannot be opened.
    """
    with _opened(source) as file:
        return int(file.metadata.num_rows)


def _opened(source: Path) -> pq.ParquetFile:
    try:
        file = pq.ParquetFile(source)
    except pa.ArrowInvalid as error:
        raise ReadError(
            "not_parquet",
            f"“{source}”不是 Parquet 文件，或者已经损坏（{error}）。",
            f"{source} is no Parquet file, or is damaged ({error}).",
        ) from error
    found = file.schema_arrow
    absent = [name for name in _REQUIRED if name not in found.names]
    wrong = [
        f"{name}：{found.field(name).type}，应为 {SCHEMA.field(name).type}"
        for name in found.names
        if name in SCHEMA.names and not _fits(found.field(name).type, SCHEMA.field(name).type)
    ]
    if absent or wrong:
        file.close()
        raise _unfit(source, absent, wrong)
    return file


def _unfit(source: Path, absent: list[str], wrong: list[str]) -> ReadError:
    zh = "；".join([f"缺少 {'、'.join(absent)}"] * bool(absent) + [f"类型不对 {one}" for one in wrong])
    en = "; ".join([f"missing: {', '.join(absent)}"] * bool(absent) + [f"wrong type: {one}" for one in wrong])
    return ReadError(
        "columns",
        f"“{source}”的列不合要求：{zh}。请改好后重新导出。",
        f"the columns of {source} do not fit: {en.replace('，应为 ', ', wanted ')}. Export them again.",
    )


def _fits(found: pa.DataType, wanted: pa.DataType) -> bool:
    """Decimals of any width and text in any storage are as good; a float is not."""
    if pa.types.is_decimal(wanted):
        return bool(pa.types.is_decimal(found) or pa.types.is_null(found))
    if pa.types.is_string(wanted):
        plain = found.value_type if pa.types.is_dictionary(found) else found
        return bool(pa.types.is_string(plain) or pa.types.is_large_string(plain) or pa.types.is_null(plain))
    if pa.types.is_integer(wanted):
        return bool(pa.types.is_integer(found) or pa.types.is_null(found))
    return bool(found == wanted or pa.types.is_null(found))


def _rows(file: pq.ParquetFile, step: Callable[[int], None]) -> Iterator[Row]:
    columns = [name for name in file.schema_arrow.names if name in SCHEMA.names]
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
        found = {name: batch.column(name) for name in columns}
        filled = [name for name in columns if name in _REQUIRED or found[name].null_count < batch.num_rows]
        for values in zip(*(_values(found[name]) for name in filled), strict=True):
            yield dict(zip(filled, values, strict=True))
        step(batch.num_rows)


def _values(column: pa.Array) -> list[object]:
    """A column as Python has it; each decimal is made once, as it is slow to make and comes again."""
    if not pa.types.is_decimal(column.type):
        values: list[object] = column.to_pylist()
        return values
    coded = column.dictionary_encode()
    known = coded.dictionary.to_pylist()
    return [None if at is None else known[at] for at in coded.indices.to_pylist()]


def _head(department: str, result: ScoredProject) -> Row:
    score = result.score
    return {
        "department": department,
        "project": score.code,
        "budget": score.budget,
        "outturn": score.outturn,
        "rate": score.rate,
        "score": score.score,
        "full": score.full,
        "grade": score.grade,
        "reason": score.reason,
    }


def _line(department: str, project: str, leaf: LeafScore) -> Row:
    return {
        "department": department,
        "project": project,
        "indicator": leaf.code,
        "rule": leaf.rule,
        "weight": leaf.weight,
        "points": leaf.points,
        "by_rule": leaf.by_rule,
        "published": leaf.published,
        "reason": leaf.reason,
    }


def _table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    """The rows as a table.

    Raises:
        ReadError: a number is too large for its column, or has too many decimals.
    """
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except pa.ArrowInvalid as error:
        first, last = (f"{row['department']}／{row['project']}" for row in (rows[0], rows[-1]))
        raise ReadError(
            "number",
            f"“{first}”至“{last}”之间有金额、分值或执行率的位数过多，写不进得分表（{error}）。请检查是否多了零或小数。",
            f"between {first} and {last} an amount, a weight or a rate has too many digits ({error}).",
        ) from error


class _Written:
    """The two tables of a run; they appear under their names only when all of it is done."""

    def __init__(self, folder: Path) -> None:
        self._parts = [
            (folder / ".projects.part", folder / "projects.parquet", PROJECTS),
            (folder / ".indicators.part", folder / "indicators.parquet", INDICATORS),
        ]
        self._writers: list[pq.ParquetWriter] = []
        self._rows: tuple[list[Row], list[Row]] = ([], [])

    def __enter__(self) -> Self:
        self._writers = [pq.ParquetWriter(part, schema) for part, _, schema in self._parts]
        return self

    def take(self, head: Row, lines: list[Row]) -> None:
        """A project and its lines."""
        self._rows[0].append(head)
        self._rows[1].extend(lines)
        if len(self._rows[1]) >= _ROWS:
            self._flush()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        done = False
        try:
            if kind is None:
                self._flush()
                done = True
        finally:
            for writer, (part, whole, _) in zip(self._writers, self._parts, strict=True):
                writer.close()
                if done:
                    part.replace(whole)
                else:
                    part.unlink(missing_ok=True)

    def _flush(self) -> None:
        for writer, rows, (_, _, schema) in zip(self._writers, self._rows, self._parts, strict=True):
            if rows:
                writer.write_table(_table(rows, schema))
                rows.clear()
