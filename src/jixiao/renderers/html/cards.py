"""The findings in the margin, and the list of them at the top."""

import base64
from html import escape

from jixiao.core.finding import Finding
from jixiao.renderers.wording import SEVERITY_NAMES, place_words, proof_words


def card(number: int, finding: Finding, placed: set[int], picture: bytes | None = None) -> str:
    """One finding: what, why, proof, way out, and links to every place; ``picture`` is a PNG of the first."""
    severity = SEVERITY_NAMES["zh"][finding.severity]
    parts = [
        f'<article class="card {finding.severity}" id="c{number}" data-f="{number}"',
        f' tabindex="-1" aria-labelledby="t{number}">',
        f'<header><b class="sev">{severity}</b> <span class="code">{escape(finding.code)}</span> ',
        f"{_link(number, 0, place_words(finding.place), placed)}</header>",
        f'<h3 id="t{number}">{escape(finding.title)}</h3>',
        f"<p>{escape(finding.message)}</p>",
    ]
    if picture is not None:
        where = escape(place_words(finding.place))
        source = base64.b64encode(picture).decode("ascii")
        parts.append(f'<img class="page" alt="原文件截图：{where}" src="data:image/png;base64,{source}">')
    proof = proof_words(finding)
    if proof:
        parts.append(f'<p class="proof"><span>核算</span>{escape(proof)}</p>')
    if finding.suggestion:
        parts.append(f'<p class="fix"><span>建议</span>{escape(finding.suggestion)}</p>')
    if finding.related:
        sides = "".join(
            f"<li>{_link(number, side, place_words(other.place), placed)} "
            f"<q>{escape(_short(other.quote))}</q></li>"
            for side, other in enumerate(finding.related, start=1)
        )
        parts.append(f'<ul class="sides" aria-label="另见">{sides}</ul>')
    parts.append("</article>")
    return "".join(parts)


def overview(findings: tuple[Finding, ...]) -> str:
    """All findings in a line each, to see at once what there is."""
    lines = "".join(
        f'<li class="{finding.severity}" data-f="{number}"><a href="#c{number}">'
        f'<b class="sev">{SEVERITY_NAMES["zh"][finding.severity]}</b> '
        f'<span class="code">{escape(finding.code)}</span> {escape(finding.title)}</a> '
        f'<span class="where">{escape(place_words(finding.place))}</span> '
        f"<q>{escape(_short(finding.quote))}</q></li>"
        for number, finding in enumerate(findings)
    )
    return f'<ol class="overview">{lines}</ol>'


def _link(number: int, side: int, words: str, placed: set[int]) -> str:
    """A link to the words, or only their place where the page cannot show it."""
    if side not in placed:
        return f'<span class="where">{escape(words)}</span>'
    return f'<a class="where" href="#f{number}-{side}">{escape(words)}</a>'


def _short(text: str, length: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
