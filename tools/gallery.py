"""Writes every kind of report of every shipped department in every format, to be looked at.

``python tools/gallery.py FOLDER [--formats docx,html,xlsx,pdf]`` leaves a folder per department and an
``index.html`` that says of each file how it was checked. What would be refused is written as a draft with a
watermark, and the index says why. Kinds that are about one project are written for each project that fits.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from jixiao.core.errors import UserError
from jixiao.dossiers.discovery import read
from jixiao.formats.discovery import writer
from jixiao.pipeline.reporting import Office, ReleasedReport, RequestError
from jixiao.pipeline.scoring import dossiers_in
from jixiao.renderers.wording import certificate_words

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("docx", "html", "xlsx", "pdf")
STYLE = (
    "body{font:16px/1.7 sans-serif;margin:2em auto;max-width:60em}td,th{padding:.2em .8em;text-align:left}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A report of the gallery: its department, kind and title, the files, and what the check said."""

    department: str
    kind: str
    title: str
    files: tuple[Path, ...]
    words: tuple[str, ...]


def main() -> int:
    """Write all; the status is 1 where something could not be written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, help="where the gallery goes")
    parser.add_argument("--formats", default=",".join(FORMATS), help="which formats, separated by commas")
    parser.add_argument("--dossiers", type=Path, default=ROOT / "examples", help="a folder of dossiers")
    options = parser.parse_args()
    formats = tuple(one for one in options.formats.split(",") if writer(one) is not None)
    entries: list[Entry] = []
    failed = False
    for path in dossiers_in(options.dossiers):
        for entry in department(path, options.folder, formats):
            entries.append(entry)
            failed = failed or not entry.files
            print(f"{entry.department}  {entry.kind}  {entry.title}", *entry.words, sep="\n    ")
    (options.folder / "index.html").write_text(index(entries, options.folder), encoding="utf-8")
    print(f"{len(entries)} reports: {options.folder / 'index.html'}")
    return int(failed)


def department(path: Path, folder: Path, formats: tuple[str, ...]) -> Iterator[Entry]:
    """Every kind that the place offers, written for the department of a dossier."""
    office = Office()
    dossier = read(path)
    target = folder / path.parent.name
    target.mkdir(parents=True, exist_ok=True)
    for offer in office.offers(dossier):
        for project in (None,) if offer.together or not offer.projects else offer.projects:
            name = f"{offer.kind}-{project}" if project else offer.kind
            files: list[Path] = []
            words: list[str] = []
            title = offer.title
            for output_format in formats:
                try:
                    report = office.write(dossier, offer.kind, output_format, project=project)
                    if report.refused:
                        report = office.write(dossier, offer.kind, output_format, project=project, draft=True)
                except (UserError, RequestError) as error:
                    words.append(f"{output_format}：{error}")
                    continue
                title = report.title
                files.append(target / f"{name}.{output_format}")
                files[-1].write_bytes(report.data)
                words += told(report)
            yield Entry(dossier.department.name, name, title, tuple(files), tuple(dict.fromkeys(words)))


def told(report: ReleasedReport) -> Iterator[str]:
    """What the check said of a file."""
    certificate = report.report.certificate
    if certificate is not None:
        yield f"{report.format}：自查{certificate_words(certificate, 'zh')}"
    for refusal in report.refusals:
        yield f"不予写出：{refusal.told('zh')[0]}"
    for one in report.explained:
        yield f"已说明：{one.finding.code} {one.finding.quote}：{one.statement}"
    for finding in report.report.findings:
        if finding.severity != "error":
            yield f"提醒：{finding.code} {finding.message}"
    if report.gaps:
        yield f"待补{len(report.gaps)}处：{''.join(dict.fromkeys(report.gaps))}"


def index(entries: list[Entry], folder: Path) -> str:
    """The page that leads to all files."""
    rows = []
    for entry in entries:
        links = "　".join(
            f'<a href="{escape(path.relative_to(folder).as_posix())}">{path.suffix.removeprefix(".")}</a>'
            for path in entry.files
        )
        words = "<br>".join(map(escape, entry.words))
        rows.append(
            f"<tr><td>{escape(entry.department)}</td><td>{escape(entry.title)}<br><small>{entry.kind}</small>"
            f"</td><td>{links}</td><td><small>{words}</small></td></tr>"
        )
    head = "<tr><th>部门</th><th>报告</th><th>文件</th><th>自查</th></tr>"
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>报告样例</title>'
        f"<style>{STYLE}</style></head><body><h1>报告样例</h1>"
        f"<p>五个部门的全部报告和表格，由档案写成；自查不通过的写成带水印的草稿，并列出原因。</p>"
        f"<table>{head}{''.join(rows)}</table></body></html>\n"
    )


if __name__ == "__main__":
    sys.exit(main())
