"""The number marks of a document: those that open paragraphs, and those of lists inside a paragraph."""

import re

from jixiao.claims.extractors.numbering.sequences import Item
from jixiao.claims.reading.observing import Stream
from jixiao.core.numbering import chinese_number

_DIGITS = "一二三四五六七八九十"
_PARTS_OF_WORDS = re.compile(rf"\s?[{_DIGITS}]*(?:[级线产次类季]|[{_DIGITS}]、)")
_BRACKET = re.compile(rf"\((?:([{_DIGITS}]{{1,3}})|(\d{{1,2}}))\)(?![项款条类级期班种档+\-=×*/])")
_ORDINAL = re.compile(rf"([{_DIGITS}]{{1,2}})(是|要)(?!否)")
_ARABIC = re.compile(r"[。;；:]\s?(\d{1,2})([.、])(?![\d.])")
_CIRCLED = re.compile(r"[①-⑳]")
_BOUNDARY = "。；;:：，,！!？?、 \n”)"
_REFERENCE = "第条款项至和与及见述按照即+-=×*/％%"
_STYLES = (("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "chinese_bracket"), ("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "arabic"))
_TABULAR = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"


def marks(stream: Stream) -> list[Item]:
    """All marks in reading order."""
    heads = _heads(stream)
    taken = {item.start for item in heads}
    inline = [item for item in _inline(stream) if item.start not in taken]
    return sorted(heads + inline, key=lambda item: item.start)


def _heads(stream: Stream) -> list[Item]:
    found: list[Item] = []
    for position, paragraph in enumerate(stream.paragraphs):
        if not paragraph.block.number and paragraph.block.kind == "paragraph":
            continue
        mark = paragraph.mark
        if mark is None:
            continue
        skip = len(paragraph.text) - len(paragraph.text.lstrip())
        end = skip + len(mark.text)
        if mark.style in ("chinese", "arabic") and mark.separator in "、,，":
            rest = paragraph.text[end : end + 4]
            if _PARTS_OF_WORDS.match(rest) or (mark.style == "arabic" and rest[:1].isdigit()):
                continue
        start = stream.starts[position] + skip
        style, separator = _style(mark.style, mark.text, mark.separator)
        found.append(
            Item(style, mark.value, mark.text, separator, start, start + len(mark.text), position, head=True)
        )
    return found


def _style(style: str, text: str, separator: str) -> tuple[str, str]:
    """How marks are compared: parts by their word, 3.2.1 by what stands before its last number."""
    if style == "part":
        return f"part {separator}", separator
    if style == "ordinal":
        return f"ordinal {separator}", separator
    if style == "multi":
        return f"multi {re.split(r'[.．]', text.rstrip('.．、'))[:-1]}", separator
    if style == "circled":
        for signs, name in _STYLES:
            if text[:1] in signs:
                return name, ""
        return ("arabic_bracket", "") if text[:1] in _TABULAR else (style, "")
    return style, separator


def _inline(stream: Stream) -> list[Item]:
    text = stream.text
    found: list[Item] = []

    def add(style: str, value: int | None, span: tuple[int, int], separator: str = "") -> None:
        if value is not None:
            where = stream.position(span[0])
            found.append(Item(style, value, text[slice(*span)], separator, *span, where, head=False))

    for mark in _BRACKET.finditer(text):
        if mark.start() and text[mark.start() - 1] in _REFERENCE:
            continue
        style = "chinese_bracket" if mark[1] else "arabic_bracket"
        add(style, chinese_number(mark[1] or mark[2]), mark.span())
    for mark in _ORDINAL.finditer(text) if "一是" in text or "一要" in text else ():
        if mark.start() == 0 or text[mark.start() - 1] in _BOUNDARY:
            add(f"ordinal {mark[2]}", chinese_number(mark[1]), mark.span(), mark[2])
    for mark in _ARABIC.finditer(text):
        add("arabic", int(mark[1]), (mark.start(1), mark.end(2)), mark[2])
    if "②" in text:
        for mark in _CIRCLED.finditer(text):
            add("circled", ord(mark[0]) - ord("①") + 1, mark.span())
    return found
