"""One self-contained page for a set: each finding with both places in both files, side by side."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.core.report import Report
from jixiao.core.set_report import SetReport
from jixiao.renderers.html.page import shell
from jixiao.renderers.json import version
from jixiao.renderers.sets.context import context
from jixiao.renderers.wording import SEVERITY_NAMES, percent, place_words, proof_words

_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
_SIDES = 12
"""Places that are shown; more units than that are counted."""
_OPEN = 10
"""Findings of one file up to which they are shown without being asked for, and printed."""
_OWN = 200
"""Findings of one file that are listed."""


def page(report: SetReport) -> str:
    """The page, in Chinese: what differs between the files, the files, what each of them has for itself."""
    documents = {one.file: one.document for one in report.reports}
    name = PurePath(report.name).name or report.name
    findings = "".join(
        _finding(number, finding, documents, report.previous)
        for number, finding in enumerate(report.findings, start=1)
    )
    title = f"成套核对：{report.body or name}{f'{report.year}年度' if report.year else ''}"
    body = [
        _top(report, title),
        "<main>",
        f'<section aria-label="文件之间的问题">{findings}</section>' if findings else "",
        _files(report),
        _own(report),
        "</main>",
        f'<footer class="origin">由 jixiao {version()} 核对。</footer>',
    ]
    return shell(escape(title), "\n".join(part for part in body if part), more=_style())


def _top(report: SetReport, title: str) -> str:
    errors, warnings = report.count("error"), report.count("warning")
    lines = ['<header class="top">', f"<h1>{escape(title)}</h1>"]
    compared = f"{len(report.reports)} 份文件，比较了 {report.compared} 个事项"
    if report.findings:
        lines.append(f"<p>{compared}：<b>{errors} 个错误，{warnings} 个提醒</b>。</p>")
        rows = "".join(
            f'<li class="{one.severity}"><a href="#s{number}">'
            f'<b class="sev">{SEVERITY_NAMES["zh"][one.severity]}</b> '
            f'<span class="code">{escape(one.code)}</span> {escape(one.message)}</a></li>'
            for number, one in enumerate(report.findings, start=1)
        )
        lines.append(f'<nav aria-label="问题一览"><ol class="overview">{rows}</ol></nav>')
        lines.append('<p class="legend">每个问题列出各文件的原文，同色的是相同的数；程序不判断谁对谁错。</p>')
    else:
        lines.append(f'<p>{compared}。</p><p class="clean">文件之间没有发现不一致。</p>')
    not_run = "".join(
        f'<li><span class="code">{escape(one.code)}</span> 没有核对：{escape(one.reason)}</li>'
        for one in report.not_run
    )
    if not_run:
        lines.append(f'<ul class="notrun">{not_run}</ul>')
    return "\n".join((*lines, "</header>"))


def _finding(number: int, finding: Finding, documents: dict[str, Document | None], previous: str) -> str:
    severity = SEVERITY_NAMES["zh"][finding.severity]
    sides = [(finding.quote, finding.place), *((one.quote, one.place) for one in finding.related)]
    shown = "".join(
        _side(quote, place, documents.get(place.file), previous, kind)
        for (quote, place), kind in zip(sides[:_SIDES], _kinds(finding), strict=False)
    )
    more = f"<p>另有 {len(sides) - _SIDES} 处没有列出。</p>" if len(sides) > _SIDES else ""
    code = f'<b class="sev">{severity}</b> <span class="code">{escape(finding.code)}</span>'
    title = f'<span class="number">{number}</span> {code} {escape(finding.title)}'
    parts = [
        f'<article class="pair {finding.severity}" id="s{number}" aria-labelledby="h{number}">',
        f'<h2 id="h{number}">{title}</h2>',
        f"<p>{escape(finding.message)}</p>",
        f'<div class="sides">{shown}</div>{more}',
    ]
    proof = proof_words(finding) if finding.expression else ""
    if proof:
        parts.append(f'<p class="proof"><span>核算</span>{escape(proof)}</p>')
    if finding.suggestion:
        parts.append(f'<p class="fix"><span>建议</span>{escape(finding.suggestion)}</p>')
    return "".join((*parts, "</article>"))


def _kinds(finding: Finding) -> Iterator[str]:
    """The class of the mark of each side: those of one figure look alike, whoever tells it."""
    own = _figure(finding.quote)
    yield finding.severity
    for one in finding.related:
        yield finding.severity if _figure(one.quote) == own else "side"


def _figure(quote: str) -> str:
    """The figure that a quote ends with, without its unit, which tables print elsewhere."""
    found: list[str] = _NUMBER.findall(quote)
    return (found or [quote])[-1].replace(",", "")


def _side(quote: str, place: Place, document: Document | None, previous: str, kind: str) -> str:
    path = PurePath(place.file)
    last = ' <span class="tag">上年</span>' if previous and place.file == previous else ""
    return (
        f'<section class="one"><h3>{escape(path.name)}{last}</h3>'
        f'<p class="where">{escape(place_words(place))}</p>'
        f"{context(document, place, quote, kind)}</section>"
    )


def _files(report: SetReport) -> str:
    left_out = {one.file: one.reason for one in report.left_out}
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("文件", "单位", "年度", "错误", "提醒", "核对率", "参加比较")
    )
    rows = "".join(_row(one, left_out.get(one.file, ""), report) for one in report.reports)
    return (
        '<section class="files"><h2>文件</h2>'
        '<div class="scroll" tabindex="0" role="region" aria-label="文件">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _row(one: Report, reason: str, report: SetReport) -> str:
    last = ' <span class="tag">上年</span>' if report.previous and one.file == report.previous else ""
    name = f'<th scope="row">{escape(PurePath(one.file).name)}{last}</th>'
    taken = f"没有：{escape(reason)}" if reason else "是"
    if one.error is not None:
        return f'<tr>{name}<td colspan="5">读不出</td><td>{taken}</td></tr>'
    share = percent(one.certificate.share) if one.certificate is not None else ""
    return (
        f"<tr>{name}<td>{escape(one.body)}</td><td>{escape(str(one.year or ''))}</td>"
        f'<td class="num">{one.count("error")}</td><td class="num">{one.count("warning")}</td>'
        f'<td class="num">{share}</td><td>{taken}</td></tr>'
    )


def _own(report: SetReport) -> str:
    """The findings of each file by itself."""
    lists = "".join(_own_of(one) for one in report.reports if one.findings)
    return f'<section class="own"><h2>各文件自己的问题</h2>{lists}</section>' if lists else ""


def _own_of(one: Report) -> str:
    rows = "".join(_lines(one.findings[:_OWN]))
    more = len(one.findings) - _OWN
    rest = f"<p>另有 {more} 个没有列出，请单独检查这份文件。</p>" if more > 0 else ""
    name = escape(PurePath(one.file).name)
    counts = f"{one.count('error')} 个错误，{one.count('warning')} 个提醒"
    shown = " open" if len(one.findings) <= _OPEN else ""
    return (
        f'<details{shown}><summary>{name}（{counts}）</summary><ul class="list">{rows}</ul>{rest}</details>'
    )


def _lines(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        yield (
            f'<li class="{finding.severity}"><b class="sev">{SEVERITY_NAMES["zh"][finding.severity]}</b> '
            f'<span class="code">{escape(finding.code)}</span> {escape(finding.message)} '
            f'<span class="where">{escape(place_words(finding.place))}</span></li>'
        )


@cache
def _style() -> str:
    return (
        files("jixiao.renderers.sets").joinpath("page.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    )
