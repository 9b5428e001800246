"""Puts the page together: head with its own style and script, summary, document and margin.

Nothing is fetched, and the content security policy names the hashes of what may run, so that a document
cannot smuggle in a script even if escaping failed.
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath

from jixiao.core.finding import Certificate
from jixiao.core.report import Report
from jixiao.renderers.html.blocks import block_html
from jixiao.renderers.html.cards import card, overview
from jixiao.renderers.html.marks import Marks
from jixiao.renderers.json import version
from jixiao.renderers.obligations import obligation_table, obligation_words
from jixiao.renderers.wording import SEVERITIES, SEVERITY_NAMES, certificate_words, percent, place_words

_UNCHECKED_LISTED = 500


def render(report: Report, pictures: Mapping[int, bytes] | None = None) -> str:
    """The page of one report; ``pictures`` are PNG files by the number of the finding that they show."""
    pictures = pictures or {}
    name = escape(PurePath(report.file).name)
    if report.error is not None:
        message = f"<p>{escape(report.error.message)}</p><p><code>{escape(report.error.code)}</code></p>"
        return shell(
            f"无法读取：{name}", f"<header class='top'><h1>{name}</h1><h2>无法读取</h2>{message}</header>"
        )
    marks = Marks(report)
    body = [_top(report, name), '<main id="document" lang="zh-CN">']
    shown: set[int] = set()
    for block in report.document.blocks if report.document is not None else ():
        here = marks.findings_in(block.index)
        shown.update(here)
        cards = "".join(
            card(number, report.findings[number], marks.placed[number], pictures.get(number))
            for number in here
        )
        aside = f'<aside class="cards">{cards}</aside>' if cards else ""
        body.append(f'<div class="row"><div class="text">{block_html(block, marks)}</div>{aside}</div>')
    body.append("</main>")
    lost = [number for number in range(len(report.findings)) if number not in shown]
    if lost:
        cards = "".join(
            card(number, report.findings[number], marks.placed[number], pictures.get(number))
            for number in lost
        )
        body.insert(1, f'<section class="unplaced"><h2>不在某一处的问题</h2>{cards}</section>')
    if report.obligations:
        body.append(obligation_table(report.obligations))
    if report.certificate is not None:
        body.append(_unchecked(report.certificate))
    return shell(f"{name} 核对结果", "\n".join(body), script=True)


def shell(title: str, body: str, *, script: bool = False, more: str = "") -> str:
    """A whole page around a body; ``more`` is style of its own behind that of all pages."""
    style, program = _data("style.css") + more, _data("script.js") if script else ""
    allowed = f"script-src 'sha256-{_hash(program)}'; " if script else ""
    policy = (
        f"default-src 'none'; {allowed}style-src 'sha256-{_hash(style)}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        + (f"<script>{program}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _top(report: Report, name: str) -> str:
    """Who, how much was checked, how many findings, filter, and the list."""
    about = "，".join(filter(None, (report.body, f"{report.year}年度" if report.year else "")))
    lines = ['<header class="top">', f"<h1>{name}</h1>"]
    if about:
        lines.append(f'<p class="about">{escape(about)}</p>')
    if report.certificate is not None:
        lines.append(bar(report.certificate))
        lines.append(f'<p class="certificate">{certificate_words(report.certificate)}。</p>')
    if report.obligations:
        lines.append(f'<p class="certificate">{escape(obligation_words(report.obligations))}。</p>')
    if report.findings:
        lines.append(_filter(report))
        lines.append(f"<details open><summary>问题一览</summary>{overview(report.findings)}</details>")
    else:
        lines.append('<p class="clean">未发现问题。没有报告不等于全部正确：未核对的数字列在文末。</p>')
    lines.append(
        '<p class="legend">图例：<span class="n ok">已核对且相符</span> <span class="n open">未核对</span> '
        '<mark class="error">有问题</mark> <mark class="side">矛盾的另一处</mark> '
        '<span class="keys">按 <kbd>n</kbd> / <kbd>p</kbd> 到下一个、上一个问题</span></p>'
    )
    notes = report.document.notes if report.document is not None else ()
    lines.extend(f'<p class="note">注意：{escape(note)}</p>' for note in notes)
    digest = f"，文件校验值 {report.sha256[:16]}…" if report.sha256 else ""
    lines.append(f'<p class="origin">由 jixiao {version()} 核对{digest}。</p></header>')
    return "\n".join(lines)


def _filter(report: Report) -> str:
    boxes = "".join(
        f'<label class="{severity}"><input type="checkbox" data-severity="{severity}" checked> '
        f"{SEVERITY_NAMES['zh'][severity]} <b>{report.count(severity)}</b></label>"
        for severity in SEVERITIES
        if report.count(severity)
    )
    return f'<fieldset class="filter"><legend>显示</legend>{boxes}</fieldset>'


def bar(certificate: Certificate) -> str:
    """The certificate's share as a drawing that needs no style of its own."""
    base = certificate.numbers - certificate.alone
    if certificate.share is None or base <= 0:
        return ""
    width = f"{certificate.share * 100:.2f}"
    return (
        f'<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" '
        f'aria-label="核对率 {percent(certificate.share)}"><rect class="rest" width="100" height="4"/>'
        f'<rect class="done" width="{width}" height="4"/></svg>'
    )


def _unchecked(certificate: Certificate) -> str:
    """Every number that was not checked, with its reason."""
    if not certificate.unchecked:
        return ""
    rows = "".join(
        f"<tr><td>{escape(number.text)}</td><td>{escape(place_words(number.place))}</td>"
        f"<td>{escape(number.why)}</td></tr>"
        for number in certificate.unchecked[:_UNCHECKED_LISTED]
    )
    count = len(certificate.unchecked)
    more = count - _UNCHECKED_LISTED
    rest = f"<p>另有 {more} 个未列出。</p>" if more > 0 else ""
    return (
        f'<section class="unchecked"><details><summary>未核对的数字（{count} 个）</summary>'
        f'<table><thead><tr><th scope="col">数字</th><th scope="col">位置</th>'
        f'<th scope="col">原因</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>{rest}</details></section>"
    )


@cache
def _data(name: str) -> str:
    return files("jixiao.renderers.html").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
