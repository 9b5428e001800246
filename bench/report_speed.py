"""Speed of writing reports: one long report against docxtpl, and a thousand departments on all cores.

``python bench/report_speed.py [--rounds N] [--departments N] [--jobs N]`` writes a report of about twenty
pages with seven native charts (`bench/report-place`) and, in the same run, lets docxtpl fill a template of
the same sections, sentences and tables, which this file builds with python-docx. docxtpl cannot make charts:
it gets seven ready pictures, whose drawing is not counted. Both start from facts in memory (ours from the
dossier and its scorecard, of which this report prints nothing) and each time read their template, which
docxtpl can fill once only. The rulebook is read before, once for all departments. Scoring, reading back and
checking, which the peer has not, are told apart.

The second part writes, checks and saves a report for each of so many departments, and prints the memory of
the largest worker when a tenth, the half and all are done. The checker keeps what it found of words and
figures in caches of some 16,000 entries, which fill in the first few hundred reports.
"""

import argparse
import os
import resource  # POSIX only, as is this benchmark
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from random import Random

import docx
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bench.departments import department

from jixiao.batch.processes import Job, map_items
from jixiao.batch.report_files import Order, Outcome, Target, targets, write_one
from jixiao.core.dossier import Dossier
from jixiao.core.money import Money, MoneyUnit
from jixiao.core.scorecard import Scorecard
from jixiao.dossiers.toml import write_toml
from jixiao.formats.docx.write import write
from jixiao.pipeline.reporting import Office
from jixiao.reports.composing import compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.rulebooks.resolving import Rulebook
from jixiao.scoring.card import score

PLACE = Path(__file__).resolve().parent / "report-place"
KIND = "evaluation"
PROJECTS = 32
"""So many make twenty pages."""
CHARTS = 7


def main() -> int:
    """Both parts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=10, help="of which the fastest counts")
    parser.add_argument("--departments", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    one_report(options.rounds)
    if options.departments:
        many(options.departments, options.jobs)
    return 0


def one_report(rounds: int) -> None:
    """The long report against the peer."""
    dossier = department(Random(7), projects=PROJECTS)
    office = Office(str(PLACE))
    card = score(dossier, rulebook().rules(dossier.fiscal_year))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "template.docx"
        build_template(template)
        ours, theirs, whole = best(
            (
                partial(written, dossier, card),
                partial(filled, template, dossier),
                lambda: office.write(dossier, KIND, "docx"),
            ),
            rounds,
        )
        (folder / "ours.docx").write_bytes(written(dossier, card))
        (folder / "theirs.docx").write_bytes(filled(template, dossier))
        for who in ("ours", "theirs"):
            print(f"{who}: {pages(folder / f'{who}.docx')} pages")
    print(f"compose and write with {CHARTS} native charts and ledger: {ours:.3f} s")
    print(f"docxtpl, {CHARTS} ready pictures in place of charts: {theirs:.3f} s")
    print(f"ratio: {ours / theirs:.2f} (below 1 is faster than docxtpl)")
    print(f"with scoring, reading back and checking every number: {whole:.3f} s, ratio {whole / theirs:.2f}")


def best(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The least CPU seconds of each over several rounds, in turn so that a busy machine is busy for all."""
    for work in works:
        work()  # warms up
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            started = time.process_time()
            work()
            taken.append(time.process_time() - started)
    return [min(taken) for taken in times]


@cache
def rulebook() -> Rulebook:
    """The rulebook, which counts for all departments of a place."""
    return load(str(PLACE))


def written(dossier: Dossier, card: Scorecard) -> bytes:
    """Our report; the template is read each time, as the peer reads its own."""
    rules = rulebook().rules(dossier.fiscal_year)
    paper = papers(rulebook().folders, dossier.fiscal_year)[KIND]
    return write(compose(dossier, card, rules, paper).document)


def pages(path: Path) -> str:
    """How many pages LibreOffice makes of it, where it and Poppler are installed."""
    if shutil.which("soffice") is None or shutil.which("pdfinfo") is None:
        return "?"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    done = subprocess.run(
        ["pdfinfo", str(path.with_suffix(".pdf"))], check=True, capture_output=True, encoding="utf-8"
    )
    return next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Pages"))


# --- the peer: the same sections, sentences and tables ---

HEADS = (
    ("部门基本情况", 1),
    ("支出总体情况", 2),
    ("支出功能分类情况", 2),
    ("支出经济分类情况", 2),
    ("三公经费情况", 2),
    ("政府采购情况", 2),
)
TOTALS = (
    "{{ name }}{{ year }}年度支出预算{{ budget }}万元，实际支出{{ spent }}万元，预算执行率{{ rate }}%。"
    "支出合计{{ spent }}万元，其中：基本支出{{ basic }}万元，占{{ basic_share }}%；"
    "项目支出{{ project }}万元，占{{ project_share }}%。"
)
LINE = "{{ one.name }}预算{{ one.budget }}万元，实际支出{{ one.spent }}万元，完成预算的{{ one.rate }}%。"
ABOUT = (
    "{{ one.goal }}该项目预算{{ one.budget }}万元，实际支出{{ one.spent }}万元，执行率{{ one.rate }}%。"
    "{{ one.result }}"
)
COLUMNS = ("一级指标", "二级指标", "三级指标", "分值", "目标值", "实际值")
CELLS = ("level1", "level2", "name", "weight", "target", "actual")


def build_template(path: Path) -> None:
    """A docxtpl template with the sentences and tables of our report."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(15)  # as many pages as ours
    document.add_heading("{{ name }}{{ year }}年度部门整体支出绩效评价报告", 0)
    texts: dict[str, list[str]] = {
        "部门基本情况": ["{%p for duty in duties %}", "{{ duty }}", "{%p endfor %}", "{{ staff }}"],
        "支出总体情况": [TOTALS, "{{ pictures[0] }}", "{{ pictures[1] }}"],
        "支出功能分类情况": ["{%p for one in functions %}", LINE, "{%p endfor %}", "{{ pictures[2] }}"],
        "支出经济分类情况": ["{{ pictures[3] }}"],
        "三公经费情况": ["{{ publics }}", "{{ pictures[4] }}"],
        "政府采购情况": ["{{ procurement }}", "{{ pictures[5] }}"],
    }
    for head, level in HEADS:
        document.add_heading(head, level)
        if head == "支出经济分类情况":
            _table(
                document,
                ("科目", "预算数（万元）", "执行数（万元）"),
                ("name", "budget", "spent"),
                "economic",
            )
        for text in texts[head]:
            document.add_paragraph(text)
    document.add_heading("项目绩效情况", 1)
    for text in ("{{ pictures[6] }}", "{%p for one in projects %}"):
        document.add_paragraph(text)
    document.add_heading("{{ one.name }}", 2)
    document.add_paragraph(ABOUT)
    _table(document, COLUMNS, CELLS, "one.indicators")
    document.add_paragraph("{%p endfor %}")
    document.add_heading("存在的问题和改进措施", 1)
    document.add_paragraph("{{ problems }}")
    document.add_paragraph("{{ measures }}")
    document.save(str(path))


def _table(
    document: "docx.document.Document", heads: tuple[str, ...], cells: tuple[str, ...], rows: str
) -> None:
    """A table of which docxtpl repeats one row."""
    table = document.add_table(4, len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    table.rows[1].cells[0].text = f"{{%tr for row in {rows} %}}"
    for cell, name in zip(table.rows[2].cells, cells, strict=True):
        cell.text = f"{{{{ row.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"


def filled(template: Path, dossier: Dossier) -> bytes:
    """The template filled by docxtpl."""
    document = DocxTemplate(str(template))
    picture = _picture()
    context = _context(dossier)
    context["pictures"] = [InlineImage(document, BytesIO(picture), width=Mm(150)) for _ in range(CHARTS)]
    document.render(context)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _context(dossier: Dossier) -> dict[str, object]:
    accounts, people = dossier.accounts, dossier.department.staff
    lines = {name: [_line(one) for one in getattr(accounts, name)] for name in ("functions", "economic")}
    publics, bought = dossier.three_publics, dossier.procurement
    return {
        "name": dossier.department.name,
        "year": dossier.fiscal_year,
        "duties": dossier.department.duties,
        "staff": f"核定编制{people.established_posts}名，其中："
        + "，".join(f"{one.name}{one.established_posts}名" for one in people.groups),
        **_line(accounts.expenditure),
        "basic": _text(accounts.basic.outturn),
        "project": _text(accounts.project.outturn),
        "basic_share": _percent(accounts.basic.outturn, accounts.expenditure.outturn),
        "project_share": _percent(accounts.project.outturn, accounts.expenditure.outturn),
        **lines,
        "publics": f"三公经费支出合计{_text(publics.total.outturn)}万元，其中：公务用车购置及运行费"
        f"{_text(publics.vehicles.outturn)}万元，公务接待费{_text(publics.reception.outturn)}万元。",
        "procurement": f"政府采购支出合计{_text(bought.total.outturn)}万元，其中：货物"
        f"{_text(bought.goods.outturn)}万元，工程{_text(bought.works.outturn)}万元，服务"
        f"{_text(bought.services.outturn)}万元。",
        "projects": [
            {
                **_line(one),
                "goal": one.goal,
                "result": one.annual_result,
                "indicators": [
                    {
                        "level1": row.level1,
                        "level2": row.level2,
                        "name": f"{row.name}（{row.unit}）",
                        "weight": row.weight,
                        "target": f"{row.operator or ''}{row.target}",
                        "actual": row.actual,
                    }
                    for row in one.indicators
                ],
            }
            for one in dossier.projects
        ],
        **{note.section: note.text for note in dossier.notes},
    } | {"name": dossier.department.name}


def _line(one: object) -> dict[str, object]:
    budget, spent = getattr(one, "revised_budget", None), getattr(one, "outturn", None)
    return {
        "name": getattr(one, "name", ""),
        "budget": _text(budget),
        "spent": _text(spent),
        "rate": _percent(spent, budget),
    }


def _text(amount: object) -> str:
    return f"{amount.into(MoneyUnit.TEN_THOUSAND):.2f}" if isinstance(amount, Money) else ""


def _percent(part: object, whole: object) -> str:
    if isinstance(part, Money) and isinstance(whole, Money) and whole.yuan:
        return f"{part.yuan / whole.yuan * 100:.2f}"
    return ""


def _picture() -> bytes:
    """A PNG of 900 × 540, as a drawing library would leave it."""
    width, height = 900, 540
    rows = b"".join(b"\0" + bytes((at * 3 + row) % 251 for at in range(width)) for row in range(height))

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    )


# --- a thousand departments ---


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a department, and the peak of memory of the worker that wrote it, in MiB."""

    outcome: Outcome
    peak: float


def many(count: int, jobs: int) -> None:
    """Write, check and save a report for each of so many departments."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossiers = []
        for number in range(count):
            place = folder / "in" / f"d{number:05d}"
            place.mkdir(parents=True)
            facts = department(Random(number), projects=3 + number % 6, number=number)
            (place / "dossier.toml").write_text(write_toml(facts), encoding="utf-8")
            dossiers.append(place / "dossier.toml")
        order = Order(KIND, "docx", str(PLACE))
        members = targets(dossiers, folder / "out", order)
        job = Job(partial(measured, order=order), lost, ("jixiao.batch.report_files",))
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        started = time.perf_counter()
        peak, told = 0.0, {"written": 0, "refused": 0, "fault": 0}
        marks: dict[str, float] = {}
        with Progress(*columns, console=Console(stderr=True)) as progress:
            for number, done in enumerate(
                progress.track(map_items(members, job, jobs), total=count, description="departments"), start=1
            ):
                peak = max(peak, done.peak)
                told[done.outcome.status] += 1
                for mark, share in (("a tenth", 10), ("the half", 2), ("the whole", 1)):
                    if number == max(count // share, 1):
                        marks[mark] = peak
        seconds = time.perf_counter() - started
        files = len(list((folder / "out").iterdir()))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} departments with {jobs} processes: {seconds:.1f} s, {count / seconds:.1f} per second")
    print(f"written {told['written']} ({files} files), refused {told['refused']}, failed {told['fault']}")
    at = ", ".join(f"{mib:.0f} MiB at {mark}" for mark, mib in marks.items())
    print(f"largest worker: {at}; this process {own:.0f} MiB")


def measured(member: Target, order: Order) -> Done:
    """Runs in a worker."""
    outcome = write_one(member, order)
    return Done(outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def lost(member: Target) -> Done:
    """A worker died."""
    return Done(Outcome(*member, "fault"), 0.0)


if __name__ == "__main__":
    raise SystemExit(main())
