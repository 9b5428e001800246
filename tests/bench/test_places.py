"""The made-up places of benchmarks obey the rules of every rulebook."""

from pathlib import Path

from jixiao.cli.support.application import application

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_the_place_of_the_long_report_passes_its_check() -> None:
    assert application(["rulebook", "check", str(BENCH / "report-place")]) == 0
