"""Many files: order kept, and a dead worker costs one file."""

import os

import pytest

from jixiao.batch import map_reports
from jixiao.core.report import Report

FILES = [f"{number}.txt" for number in range(9)]


def check(path: str) -> Report:
    """Stands in for the pipeline; one file kills its process, one makes the program fail."""
    if path == "4.txt":
        os._exit(3)
    if path == "6.txt":
        raise RuntimeError("broken")
    return Report(path)


def outcome(report: Report) -> tuple[str, str]:
    return report.file, "" if report.error is None else report.error.code


@pytest.mark.parametrize("jobs", [2, 4])
def test_order_is_kept_and_only_the_fatal_file_fails(jobs: int) -> None:
    results = list(map_reports(FILES, outcome, jobs=jobs, check=check))
    codes = {"4.txt": "worker_died", "6.txt": "program_fault"}
    assert results == [(file, codes.get(file, "")) for file in FILES]


def test_one_process_needs_no_pickling() -> None:
    files = [file for file in FILES if file != "4.txt"]
    seen: list[str] = []
    assert list(map_reports(files, lambda r: seen.append(r.file), jobs=1, check=check)) == [None] * 8
    assert seen == files


def test_nothing_to_do() -> None:
    assert list(map_reports([], outcome)) == []
