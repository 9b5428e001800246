"""Speed of scoring a province's year from Parquet, against LibreOffice and against bare Decimal divisions.

``python bench/score_speed.py [--projects N] [--rows N] [--seed S]`` writes made-up projects with fifteen
indicators each, scores them in a process of its own and prints indicators per second, the peak of memory at a
tenth and at the whole, and two ratios measured in the same run: to a plain loop that divides one Decimal by
another (the floor), and to LibreOffice recalculating the same rules on a sheet.

LibreOffice's time is that of converting a sheet of formulas to CSV less that of converting the same sheet of
values, each the least of several runs; the formulas stand in several columns, so that the difference is large
against the noise, and it is divided by their number. They are written without results: what the CSV holds was
computed, and it is compared with the points by the rulebook. LibreOffice computes in binary and the points
here are exact, so that a cent may differ where a value lies at half a cent.
"""

import argparse
import csv
import random
import resource  # POSIX only, as is this benchmark
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from jixiao.batch.score_parquet import SCHEMA, score_parquet
from jixiao.rulebooks.loading import load
from jixiao.scoring.catalogue import load as leaf_rules
from jixiao.scoring.choosing import direction
from jixiao.scoring.line import Line
from jixiao.scoring.rounding import Rounder

INDICATORS = 15
YEAR = 2023
COLUMNS = 4
"""Of formulas on the sheet."""
RUNS = 3
"""Of LibreOffice, the least of which counts."""
ROW = tuple[str, Decimal, Decimal, Decimal]
"""Operator, target, actual, weight."""

LEVELS = (*["产出指标"] * 7, *["成本指标"] * 2, *["效益指标"] * 4, *["满意度指标"] * 2)


def rows(seed: int) -> Iterator[ROW]:
    """Endless made-up lines: two in three reach their target."""
    chance = random.Random(seed)
    while True:
        operator = chance.choices(("≥", "≤", "="), (7, 2, 1))[0]
        target = Decimal(chance.randint(1, 20_000)).scaleb(-chance.randint(0, 2))
        factor = 1 if chance.random() < 2 / 3 else chance.uniform(0.3, 1.7)
        actual = (target * Decimal(str(round(factor, 3)))).quantize(Decimal("0.01"))
        yield operator, target, actual, Decimal(6)


def write_parquet(path: Path, projects: int, seed: int) -> None:
    """A file of so many projects in the schema of `score_parquet`."""
    lines = rows(seed)
    chance = random.Random(seed + 1)
    with pq.ParquetWriter(path, SCHEMA) as writer:
        for start in range(0, projects, 2_000):
            batch = []
            for number in range(start, min(start + 2_000, projects)):
                budget = Decimal(chance.randint(10_000, 90_000_000)).scaleb(-2)
                outturn = (budget * Decimal(chance.randint(60, 100)) / 100).quantize(Decimal("0.01"))
                for at in range(INDICATORS):
                    operator, target, actual, weight = next(lines)
                    batch.append(
                        {
                            "department": f"d{number // 20}",
                            "project": f"p{number}",
                            "revised_budget": budget,
                            "outturn": outturn,
                            "indicator": f"i{at}",
                            "level1": LEVELS[at],
                            "operator": operator,
                            "target": str(target),
                            "actual": str(actual),
                            "weight": weight,
                        }
                    )
            writer.write_table(pa.Table.from_pylist(batch, schema=SCHEMA))


def write_sheet(path: Path, count: int, seed: int, *, formulas: bool) -> None:
    """The same rules in a spreadsheet: as formulas, or as the values alone."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for at, (operator, target, actual, weight) in enumerate(islice(rows(seed), count)):
        sheet.write_string(at, 0, operator)  # not write: “=” is no formula here
        sheet.write_row(at, 1, [float(target), float(actual), float(weight)])
        n = at + 1
        formula = (
            f'=IF($A{n}="≤",IF($C{n}<=$B{n},$D{n},IF($C{n}>=2*$B{n},0,'
            f"ROUND((1-($C{n}-$B{n})/$B{n})*$D{n},2))),IF($C{n}>=$B{n},$D{n},ROUND($C{n}/$B{n}*$D{n},2)))"
        )
        for column in range(4, 4 + COLUMNS):
            if formulas:
                sheet.write_formula(at, column, formula, value="")
            else:
                sheet.write(at, column, 3.21)
    book.close()


def libreoffice(folder: Path, count: int, seed: int) -> tuple[float, list[Decimal]] | None:
    """Seconds for a column of formulas alone, and what they gave; None where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    taken: dict[bool, list[float]] = {False: [], True: []}
    for formulas in taken:
        write_sheet(folder / f"sheet{int(formulas)}.xlsx", count, seed, formulas=formulas)
    for run in range(RUNS + 1):
        for formulas, times in taken.items():
            path = folder / f"sheet{int(formulas)}.xlsx"
            started = time.perf_counter()
            subprocess.run(
                [office, profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(path)],
                check=True,
                capture_output=True,
            )
            if run:  # the first makes the profile
                times.append(time.perf_counter() - started)
    with (folder / "sheet1.csv").open(encoding="utf-8", newline="") as file:
        given = [Decimal(row[4]) for row in csv.reader(file)]
    return (min(taken[True]) - min(taken[False])) / COLUMNS, given


def points(count: int, seed: int, rulebook: str) -> list[Decimal | None]:
    """The points of the same lines by the rules of the rulebook."""
    rules = load(rulebook).rules(YEAR)
    rounder = Rounder.of(rules.rounding.value if rules.rounding else None)
    result = []
    for operator, target, actual, weight in islice(rows(seed), count):
        rule = rules.leaf_rules[direction(operator)].value
        line = Line(weight=weight, operator=operator, target=target, actual=actual)
        exact = leaf_rules()[rule.rule].score(line, rule.parameters).points
        result.append(None if exact is None else rounder.shown(exact))
    return result


def floor_seconds(count: int, seed: int) -> float:
    """Seconds for one exact division and rounding per line, nothing else."""
    made = list(islice(rows(seed), count))
    context = Context(prec=28, rounding=ROUND_HALF_UP)
    cent = Decimal("0.01")
    started = time.perf_counter()
    for _, target, actual, weight in made:
        context.divide(actual * weight, target).quantize(cent)
    return time.perf_counter() - started


def scored(folder: Path, projects: int, seed: int, rulebook: str) -> tuple[float, int]:
    """Seconds for scoring so many projects in a fresh process, and its peak of memory, in KiB."""
    source = folder / f"projects{projects}.parquet"
    write_parquet(source, projects, seed)  # here, for it takes more memory than scoring
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_scored, source, folder / "scores", rulebook).result()


def _scored(source: Path, target: Path, rulebook: str) -> tuple[float, int]:
    rules = load(rulebook).rules(YEAR)
    started = time.perf_counter()
    score_parquet(source, target, rules)
    return time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rulebook", default="cn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, small = scored(folder, max(1, options.projects // 10), options.seed, options.rulebook)
        seconds, large = scored(folder, options.projects, options.seed, options.rulebook)
        lines = options.projects * INDICATORS
        print(f"{options.projects:,} projects, {lines:,} indicators: {seconds:.1f} s")
        print(f"  {lines / seconds:,.0f} indicators per second")
        print(f"  peak of memory {small / 1024:.0f} MiB at a tenth, {large / 1024:.0f} MiB at the whole")
        ours = seconds / lines * options.rows
        floor = floor_seconds(options.rows, options.seed)
        print(f"  {options.rows:,} indicators: {ours / floor:.1f} times a loop of Decimal divisions")
        office = libreoffice(folder, options.rows, options.seed)
        if office is None:
            print("  LibreOffice is not installed: no ratio")
            return
        seconds, given = office
        print(f"  {options.rows:,} indicators: {ours / seconds:.2f} times LibreOffice ({seconds:.2f} s)")
        expected = points(options.rows, options.seed, options.rulebook)
        gaps = [abs(one - other) for one, other in zip(given, expected, strict=True) if other is not None]
        differing = sum(gap > 0 for gap in gaps)
        print(f"  points that differ from LibreOffice's: {differing}, by at most {max(gaps)}")


if __name__ == "__main__":
    main()
