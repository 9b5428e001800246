"""``jixiao score-parquet``: the province's table from the command line."""

from decimal import Decimal
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from jixiao.batch.score_parquet import SCHEMA  # noqa: E402  # only where pyarrow is
from jixiao.cli.support.application import application  # noqa: E402


def table(path: Path, **changed: object) -> str:
    row = {
        "department": "d",
        "project": "p",
        "revised_budget": Decimal(10),
        "outturn": Decimal(9),
        "indicator": "i",
        "level1": "产出指标",
        "operator": "≥",
        "target": "10",
        "actual": "9",
        "weight": Decimal(90),
    } | changed
    pq.write_table(pa.Table.from_pylist([row], schema=SCHEMA), path)
    return str(path)


def run(path: str, tmp_path: Path, rulebook: str = "cn") -> int:
    out = str(tmp_path / "out")
    return application(["score-parquet", path, "--rulebook", rulebook, "--year", "2023", "-o", out])


def test_scores_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(table(tmp_path / "a.parquet"), tmp_path) == 0
    assert "1个项目" in capsys.readouterr().err
    assert pq.read_table(tmp_path / "out/projects.parquet").to_pylist()[0]["score"] == 90


def test_a_faulty_row_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(table(tmp_path / "a.parquet", operator="大约"), tmp_path) == 1
    assert "第1行 operator“大约”" in capsys.readouterr().err


@pytest.mark.parametrize("rulebook", ["cn", "999999-nowhere"])
def test_what_cannot_be_used(tmp_path: Path, rulebook: str, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "a.parquet"
    broken.write_bytes(b"PAR1")
    assert run(str(broken), tmp_path, rulebook) == 2
    assert "错误：" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "no.parquet"), tmp_path) == 2
    assert "没有文件" in capsys.readouterr().err
