"""Precision and recall of the checker on generated reports, clean and with seeded errors.

``python bench/accuracy.py [--reports N] [--seed S] [--half NAME|both|all] [--jobs N] [--show-misses K]``
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import checker
from bench.grammar.report import FROZEN, HALVES, generate
from bench.scoring import Tally, score_clean, score_findings, score_relations

ERRORS_PER_REPORT = 3


def run(number: int, *, seed: int, half: str) -> Tally:
    """Check one generated report twice: as it should be, and with errors seeded."""
    tally = Tally(reports=1)
    for errors in (0, ERRORS_PER_REPORT):
        report = generate(number, seed, half, errors=errors)
        truth = report.truth()
        try:
            result = checker.check(report.text, report.name)
        except Exception as error:  # noqa: BLE001 - whatever it is, it counts as a crash
            tally.crashes += 1
            tally.misses.append(f"{report.name} crashed: {error!r}")
            continue
        if errors:
            truth["name"] = truth["name"].replace(".txt", "-damaged.txt")
            score_findings(truth, result, tally)
        else:
            score_relations(truth, result, tally)
            score_clean(truth, result, tally)
    return tally


def percent(part: int, whole: int) -> str:
    """Print a share, or a dash where there is nothing to share."""
    return f"{Decimal(100 * part) / whole:6.2f} %" if whole else "     –"


def table(tally: Tally, half: str) -> None:
    """Print the counts of one half."""
    print(
        f"\n{half} half: {tally.reports} reports, each clean and with up to {ERRORS_PER_REPORT} seeded errors"
    )
    print(f"  {'relations':<20}{'number':>8}{'recognised':>12}{'recall':>10}{'misjudged':>11}")
    for kind in [*sorted(tally.relations), ""]:
        whole = tally.relations[kind] if kind else tally.relations.total()
        part = tally.recognised[kind] if kind else tally.recognised.total()
        wrong = tally.misjudged[kind] if kind else tally.misjudged.total()
        print(f"  {kind or 'all':<20}{whole:>8}{part:>12}{percent(part, whole):>10}{wrong:>11}")
    print(f"  {'seeded errors':<20}{'number':>8}{'found':>12}{'recall':>10}")
    for kind in [*sorted(tally.errors), ""]:
        whole = tally.errors[kind] if kind else tally.errors.total()
        part = tally.found[kind] if kind else tally.found.total()
        print(f"  {kind or 'all':<20}{whole:>8}{part:>12}{percent(part, whole):>10}")
    print(f"  of these, errors that break only a sum: {tally.sums_alone_found} of {tally.sums_alone} found")
    false = tally.false_damaged + tally.false_clean
    print(
        f"  errors reported: {tally.right} right ({tally.duplicates} of them repeat a root), "
        f"{tally.false_damaged} false in damaged reports, {tally.false_clean} false in clean ones"
    )
    if tally.false:
        print("  false by kind: " + ", ".join(f"{kind} {n}" for kind, n in tally.false.most_common()))
    print(
        f"  precision {percent(tally.right, tally.right + false).strip()}, "
        f"recall of errors {percent(tally.found.total(), tally.errors.total()).strip()}, "
        f"recall of relations {percent(tally.recognised.total(), tally.relations.total()).strip()}, "
        f"warnings in clean reports {tally.warnings_clean}, crashes {tally.crashes}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=200, help="reports of each half")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--half", choices=(*HALVES, "both", "all"), default="both", help="both: open and frozen"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--show-misses", type=int, default=0, metavar="K", help="print K failures (never of the frozen half)"
    )
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the reports of one half there")
    options = parser.parse_args(arguments)
    halves = {"both": ("open", FROZEN), "all": HALVES}.get(options.half, (options.half,))
    if options.show_misses and FROZEN in halves:
        parser.error("--show-misses needs another --half: the frozen half is for the printed figure only")
    if options.write:
        if FROZEN in halves or len(halves) > 1:
            parser.error("--write needs --half open, or another that is not frozen")
        write(options.write, options.reports, options.seed, options.half)
        return 0
    if not checker.available():
        print("The checker cannot be imported yet: nothing measured.", file=sys.stderr)
        return 2
    for half in halves:
        tally = Tally()
        work = partial(run, seed=options.seed, half=half)
        with ProcessPoolExecutor(options.jobs) as pool:
            for one in pool.map(work, range(options.reports), chunksize=4):
                tally.add(one)
        table(tally, half)
        for miss in tally.misses[: options.show_misses]:
            print("  " + miss)
    return 0


def write(folder: Path, reports: int, seed: int, half: str) -> None:
    """Write generated reports of one half, clean and damaged, with their truth."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(reports):
        for errors in (0, ERRORS_PER_REPORT):
            report = generate(number, seed, half, errors=errors)
            stem = report.name.removesuffix(".txt") + ("-damaged" if errors else "")
            (folder / f"{stem}.txt").write_text(report.text, encoding="utf-8", newline="\n")
            truth = json.dumps(report.truth(), ensure_ascii=False, indent=1)
            (folder / f"{stem}.json").write_text(truth, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
