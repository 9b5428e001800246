"""A table of projects is scored as its dossiers would be."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from jixiao.batch.score_parquet import SCHEMA, score_parquet  # noqa: E402  # only where pyarrow is
from jixiao.core.dossier.projects import Indicator, Operator, Project  # noqa: E402
from jixiao.core.errors import ReadError  # noqa: E402
from jixiao.core.money import Money  # noqa: E402
from jixiao.rulebooks.loading import load  # noqa: E402
from jixiao.scoring.context import Context  # noqa: E402
from jixiao.scoring.projects import score_project  # noqa: E402

RULES = load("cn").rules(2023)


def rows(count: int) -> list[dict[str, Any]]:
    levels = ("产出指标", "成本指标", "效益指标", "满意度指标")
    return [
        {
            "department": f"d{number // 7}",
            "project": f"p{number}",
            "revised_budget": Decimal(1000 + number),
            "outturn": Decimal(900),
            "indicator": f"i{at}",
            "level1": level,
            "operator": "≥" if at != 1 else "≤",
            "target": str(90 + at),
            "actual": str(80 + number % 20),
            "weight": Decimal(20),
        }
        for number in range(count)
        for at, level in enumerate(levels)
    ]


def write(path: Path, table: list[dict[str, Any]]) -> Path:
    pq.write_table(pa.Table.from_pylist(table, schema=SCHEMA), path, row_group_size=10)
    return path


def test_scores_are_those_of_the_dossier(tmp_path: Path) -> None:
    table = rows(40)
    steps: list[int] = []
    result = score_parquet(write(tmp_path / "in.parquet", table), tmp_path / "out", RULES, steps.append)
    assert (result.projects, result.unscored, result.faults) == (40, 0, ())
    assert result.indicators == pq.read_table(tmp_path / "out/indicators.parquet").num_rows
    assert sum(steps) == len(table)
    heads = pq.read_table(tmp_path / "out/projects.parquet").to_pylist()
    for head in heads:
        mine = [line for line in table if line["project"] == head["project"]]
        project = Project(
            code=head["project"],
            name=head["project"],
            revised_budget=Money(mine[0]["revised_budget"]),
            outturn=Money(mine[0]["outturn"]),
            indicators=tuple(
                Indicator(
                    code=line["indicator"],
                    level1=line["level1"],
                    name=line["indicator"],
                    operator=Operator(line["operator"]),
                    target=Decimal(line["target"]),
                    actual=Decimal(line["actual"]),
                    weight=line["weight"],
                )
                for line in mine
            ),
        )
        scored = score_project(project, Context(RULES)).score
        assert (head["score"], head["grade"]) == (scored.score, scored.grade)


def test_blanks_stay_blank_beside_the_same_amounts(tmp_path: Path) -> None:
    table = [row | {"outturn": None if row["project"] == "p1" else row["outturn"]} for row in rows(3)]
    table[0]["weight"] = None
    score_parquet(write(tmp_path / "in.parquet", table), tmp_path / "out", RULES)
    heads = pq.read_table(tmp_path / "out/projects.parquet").to_pylist()
    assert [head["outturn"] for head in heads] == [Decimal(900), None, Decimal(900)]
    lines = pq.read_table(tmp_path / "out/indicators.parquet").to_pylist()
    blank = [(line["project"], line["indicator"]) for line in lines if line["weight"] is None]
    assert blank == [("p0", "i0")]


def test_no_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_text("部门,项目\n", encoding="utf-8")
    with pytest.raises(ReadError, match="不是 Parquet"):
        score_parquet(path, tmp_path / "out", RULES)


def test_columns_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"department": ["d"], "weight": [1.5]}), path)
    with pytest.raises(ReadError, match=r"project.*weight"):
        score_parquet(path, tmp_path / "out", RULES)


def test_an_empty_file_gives_empty_tables(tmp_path: Path) -> None:
    result = score_parquet(write(tmp_path / "in.parquet", []), tmp_path / "out", RULES)
    assert (result.projects, result.indicators) == (0, 0)
    assert pq.read_table(tmp_path / "out/projects.parquet").num_rows == 0


def test_numbers_beyond_measure_are_told_and_leave_nothing_behind(tmp_path: Path) -> None:
    line = rows(1)[0]
    tiny = line | {"revised_budget": Decimal("0.01"), "outturn": Decimal("99999999.00")}
    result = score_parquet(write(tmp_path / "in.parquet", [tiny]), tmp_path / "out", RULES)
    assert result.projects == 1
    weights = pa.array([Decimal(10) ** 12], type=pa.decimal128(20, 2))
    wide = pa.table({name: weights if name == "weight" else [value] for name, value in line.items()})
    pq.write_table(wide, tmp_path / "wide.parquet")
    with pytest.raises(ReadError, match="位数过多"):
        score_parquet(tmp_path / "wide.parquet", tmp_path / "none", RULES)
    assert not list((tmp_path / "none").iterdir())
