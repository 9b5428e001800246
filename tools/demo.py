"""Shows the program at work on the shipped examples: ``make demo``.

Checks each example in its published and its corrected version, prints the findings, scores the five
departments from their dossiers, writes the report of each from its dossier and checks it again (two are
refused, with the reasons), and leaves in ``demo-output`` these reports, an annotated page, a Word file with
comments, a return notice, a scorecard and a workbook to fill in. Then ``jixiao demo`` prepares the site of a
small county in ``demo-output/site`` and serves it; with ``--no-serve`` it prepares and exits.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from jixiao.core.report import Report
from jixiao.dossiers.discovery import read
from jixiao.formats.discovery import annotator, writer
from jixiao.pipeline import check_bytes, check_path
from jixiao.pipeline.reporting import Office
from jixiao.pipeline.scoring import Scorer, dossiers_in, score_path, score_table
from jixiao.pipeline.workbooks import written_workbook
from jixiao.renderers.html import render as page
from jixiao.renderers.letters import deserves_letter, letter
from jixiao.renderers.scorecards.table_text import render as as_table
from jixiao.renderers.scorecards.xlsx import workbook as scorecard
from jixiao.renderers.text import Tally, console, render
from jixiao.renderers.wording import count_words

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = Path("demo-output")
SHOWN = "430406-yanfeng-2023"


def main() -> int:
    """Check, print, write; the status is 0 unless an example could not be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder for what is written")
    parser.add_argument("--no-serve", action="store_true", help="prepare and exit")
    parser.add_argument("--port", type=int, default=8000, help="port of the site")
    options = parser.parse_args()
    os.chdir(ROOT)
    screen = console(sys.stdout)
    total = Tally()
    for path in sorted(Path("examples").glob("*/report-*.txt")):
        report = check_path(path)
        total.add(report)
        screen.print(render(report, width=screen.width), end="")
    screen.print(total.words())
    screen.print(f"\n{scored()}\n")
    for line in reported(options.output):
        screen.print(line)
    screen.print()
    for words, path in written(options.output):
        screen.print(f"{words}：{path}")
    command = Path(sys.executable).with_name("jixiao")
    shown = command.relative_to(ROOT) if command.is_relative_to(ROOT) else command
    screen.print(f"\n看一个部门的每一分从哪里来：\n  {shown} score examples/{SHOWN}")
    screen.print(f"从档案写出报告：\n  {shown} report examples/{SHOWN} --kind self_evaluation -o 报告.docx")
    screen.print(f"检查自己的报告（txt、docx、xlsx、html 均可）：\n  {shown} check 报告.docx")
    screen.print()
    sys.stdout.flush()
    return 2 if total.unreadable else site(options.output, options.port, serve=not options.no_serve)


def site(folder: Path, port: int, *, serve: bool) -> int:
    """The county's site, in a process of its own; its data stays beside the files for the next call."""
    data = os.environ.get("JIXIAO_DATA") or str((folder / "site").absolute())
    asked = ["--port", str(port)] if serve else ["--no-serve"]
    command = [sys.executable, "-m", "jixiao.cli", "demo", *asked]
    try:
        return subprocess.run(command, env={**os.environ, "JIXIAO_DATA": data}, check=False).returncode
    except KeyboardInterrupt:  # how one stops the site
        return 0


def scored() -> str:
    """The score table of the five departments, each by the rulebook of its place."""
    scorer = Scorer()
    results = [scorer.row(path) for path in dossiers_in(Path("examples"))]
    return as_table(score_table(results)).rstrip()


def reported(folder: Path) -> Iterator[str]:
    """The report of each department, written and checked again, or everything that keeps it here."""
    folder.mkdir(parents=True, exist_ok=True)
    office = Office()
    for path in dossiers_in(Path("examples")):
        dossier = read(path)
        own = {one.kind for one in office.offers(dossier) if one.rulebook == dossier.rulebook}
        kind = next((one for one in ("self_evaluation", "evaluation") if one in own), None)
        if kind is None:
            continue
        report = office.write(dossier, kind, "docx")
        if report.refused:
            yield f"{report.title}：不予写出，{len(report.refusals)}处要先改正或由单位说明："
            yield from (f"  {refusal.told('zh')[0]}" for refusal in report.refusals)
            continue
        target = folder / f"报告-{path.parent.name}.docx"
        target.write_bytes(report.data)
        yield f"{report.title}：{target}"
        yield f"  再检查一次：{count_words(check_path(target))}"


def written(folder: Path) -> list[tuple[str, Path]]:
    """Write the page, the Word file with comments and the return notice of one wrong report."""
    folder.mkdir(parents=True, exist_ok=True)
    source = Path("examples") / SHOWN / "report-as-published-figures.txt"
    report = check_path(source)
    files: list[tuple[str, Path, bytes]] = [
        ("带标注的网页（用浏览器打开）", folder / f"{SHOWN}.html", page(report).encode("utf-8", "replace")),
    ]
    word = as_word(report)
    if word is not None:
        files.append(("带批注的 Word 文件", folder / f"{SHOWN}.docx", word))
    if deserves_letter(report):
        files.append(("退回修改通知", folder / f"退回修改通知-{SHOWN}.docx", letter(report)))
    example = Path("examples") / SHOWN
    files += [
        ("评分表（Excel）", folder / f"评分表-{SHOWN}.xlsx", scorecard(score_path(example))),
        ("填报工作簿（Excel）", folder / f"填报-{SHOWN}.xlsx", written_workbook(example)),
    ]
    for _, path, data in files:
        path.write_bytes(data)
    return [(words, path) for words, path, _ in files]


def as_word(report: Report) -> bytes | None:
    """The report as a Word file, checked again in that form, with the findings as comments."""
    write, annotate = writer("docx"), annotator("docx")
    if report.document is None or write is None or annotate is None:
        return None
    data: bytes = write.write(report.document)
    again = check_bytes(data, f"{SHOWN}.docx")
    if again.document is None:
        return None
    commented: bytes = annotate.annotate(data, again.document, again.findings)
    return commented


if __name__ == "__main__":
    raise SystemExit(main())
