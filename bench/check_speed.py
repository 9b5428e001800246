"""Speed of the checker against python-docx merely reading the same file, in the same process.

``python bench/check_speed.py [--rounds N] [--files N] [--seed S]`` prints three ratios: reading and
checking a Word report of 13,000 characters against python-docx reading it; a text ten times as long
against once; a folder with one process against all cores.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import checker
from bench.grammar.layout import Table
from bench.grammar.report import Generated, generate

from jixiao.formats.docx.write import write
from jixiao.formats.txt.read import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.grammar.figures import Token

    from jixiao.core.document import Document as CoreDocument

CHARACTERS = 13_000


def reports_of(seed: int, characters: int) -> list[Generated]:
    """Generate reports of the open half until they have so many characters, tables among them."""
    found: list[Generated] = []
    number = size = 0
    while size < characters:
        report = generate(number, seed, "open")
        number += 1
        if report.style.half_width or report.style.wrap:
            continue
        found.append(report)
        size += len(report.text)
    return found


def plain(tokens: list[Token]) -> str:
    """Write tokens out."""
    return "".join(token if isinstance(token, str) else token.text for token in tokens)


def write_docx(reports: list[Generated], path: Path) -> tuple[int, int]:
    """Write reports as one Word file; give its characters and tables."""
    document = Document()
    characters = tables = 0
    for report in reports:
        for block in report.blocks:
            if isinstance(block, Table):
                width = max(len(row) for row in block.rows)
                table = document.add_table(len(block.rows), width)
                tables += 1
                for row, cells in zip(table.rows, block.rows, strict=True):
                    for cell, tokens in zip(row.cells, cells, strict=False):
                        cell.text = plain(tokens)
                        characters += len(cell.text)
            else:
                characters += len(document.add_paragraph(plain(block.tokens)).text)
            if characters >= CHARACTERS:
                break
    document.save(str(path))
    return characters, tables


def read_only(path: Path) -> int:
    """Read every paragraph and every cell with python-docx."""
    document = Document(str(path))
    size = sum(len(paragraph.text) for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            size += sum(len(cell.text) for cell in row.cells)
    return size


def best(work: Callable[[], object], rounds: int) -> int:
    """Time something several times; give the shortest in nanoseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter_ns()
        work()
        times.append(time.perf_counter_ns() - started)
    return min(times)


def ratio(part: int, whole: int) -> str:
    """Print a ratio of two times."""
    return f"{part / whole:.2f}"


def milliseconds(nanoseconds: int) -> str:
    """Print a time."""
    return f"{nanoseconds / 1_000_000:.1f} ms"


def examples_document() -> CoreDocument:
    """The shipped example reports one after the other: figures, and their density, as published."""
    root = Path(__file__).resolve().parents[1] / "examples"
    texts = [path.read_text(encoding="utf-8") for path in sorted(root.glob("*/report-*.txt"))]
    text = "\n".join(texts)
    return read_text(text[: text.index("\n", CHARACTERS)], "examples.txt")


def against_python_docx(folder: Path, seed: int, rounds: int) -> None:
    """Compare with python-docx on a report as published ones are, and on one crowded with figures."""
    path = folder / "examples.docx"
    document = examples_document()
    path.write_bytes(write(document))
    tables = sum(block.kind == "table" for block in document.blocks)
    _compare(path, f"Word report of the examples, {len(document.plain_text())} characters", tables, rounds)
    path = folder / "report.docx"
    characters, tables = write_docx(reports_of(seed, CHARACTERS * 2), path)
    _compare(path, f"Word report crowded with figures, {characters} characters", tables, rounds)


def _compare(path: Path, title: str, tables: int, rounds: int) -> None:
    numbers = checker.check_file(path)["certificate"]["numbers"]
    read_only(path)
    reading, checking = (
        best(partial(read_only, path), rounds),
        best(partial(checker.check_file, path), rounds),
    )
    print(f"{title} with {tables} tables and {numbers} numbers")
    print(f"  python-docx reading alone   {milliseconds(reading)}")
    print(f"  jixiao reading and checking {milliseconds(checking)}")
    print(f"  ratio {ratio(checking, reading)} (wanted: at most 4, later 2)")


def ten_times(seed: int, rounds: int) -> None:
    """Compare ten texts on their own with the same ten as one (so that both hold the same words)."""
    reports = reports_of(seed, CHARACTERS * 11)
    text = "".join(report.text for report in reports)[: CHARACTERS * 10]
    slices = [text[start : start + CHARACTERS] for start in range(0, len(text), CHARACTERS)]
    few = max(2, rounds // 3)
    once = sum(best(partial(checker.check, part), few) for part in slices) // len(slices)
    ten = best(partial(checker.check, text), few)
    print(
        f"Text of {CHARACTERS} characters {milliseconds(once)} on average, of {len(text)} {milliseconds(ten)}"
    )
    print(f"  ratio {ratio(ten, once)} (wanted: at most 11)")


def all_cores(folder: Path, seed: int, files: int) -> None:
    """Compare a folder checked by one process with all cores."""
    texts = folder / "texts"
    texts.mkdir()
    for number in range(files):
        report = generate(number, seed, "open")
        (texts / report.name).write_text(report.text * 5, encoding="utf-8", newline="\n")
    cores = os.cpu_count() or 1
    times = {}
    for jobs in (1, cores):
        command = [sys.executable, "-m", "jixiao.cli", "check", str(texts), "--format", "json"]
        command += ["--jobs", str(jobs), "--output", str(folder / f"out{jobs}.jsonl")]
        started = time.perf_counter_ns()
        subprocess.run(command, check=False, capture_output=True)
        times[jobs] = time.perf_counter_ns() - started
    print(
        f"Folder of {files} texts: one process {milliseconds(times[1])}, {cores} {milliseconds(times[cores])}"
    )
    print(f"  ratio {ratio(times[1], times[cores])} (wanted: near {cores})")


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if not checker.available():
        print("The checker cannot be imported yet: nothing measured.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        against_python_docx(folder, options.seed, options.rounds)
        ten_times(options.seed, options.rounds)
        all_cores(folder, options.seed, options.files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
