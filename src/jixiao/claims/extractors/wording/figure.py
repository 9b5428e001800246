"""Damaged figures: two decimal points, a lost or wrong group of digits, blanks or letters inside."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.core.observation import Observation

KIND = "text"

_ODD = re.compile(r"[.,。 oOlI](?:\d*[.,]\d|[. ]\d|\d{1,2}(?!\d)|\d{4}|\d{1,3}[ 万亿元%])")
"""Where something odd may be; what is really odd is told by the patterns below, at that place."""
_SOUND = re.compile(r"\d+(?:\.\d+)?(?![\d.,。 oOlI])")
"""A figure with nothing odd about it, as most are."""
_RUN = "0123456789.,。 oOlI"
_LONGEST = 24
_MONEY = r"\s?(?:万亿元|亿元|万元|元(?!旦|月)|%|个百分点)"
_POINTS = re.compile(
    rf"\d{{1,12}}(?:\.{{2,3}}\d{{1,12}}|(?:\.\d{{1,12}}){{2,4}}|\.\d{{1,6}},\d{{1,6}}){_MONEY}"
)
_LOST = re.compile(rf",\d{{3}}(?:\.\d+)?{_MONEY}")
_BEFORE_LOST = re.compile(r"(?:[总合共]计|收入|支出|完成|余额|金额|[为达数])$")
_GROUPS = re.compile(r"\d{1,3}(?:,\d{1,6}){1,5}(?:\.\d{1,6})?(?=\s?(?:亿元|万元|元))")
_BLANK = re.compile(
    rf"(?!(?:19|20)\d\d )(?:\d{{1,4}} \d{{1,4}}(?:\.\d+)?|\d{{1,6}}(?:\. | \.|。)\d{{1,4}})(?={_MONEY})"
)
_CELLS = re.compile(r"\d{1,2} (?:100|[1-9]\d)")
"""A weight and the rate of the rule behind it: 预算完成率6 100%计满分. No rate is so high as both."""
_LETTER = re.compile(rf"\d{{1,9}}(?:[oOlI]\d{{0,9}}\.?\d{{0,6}}|\.[oOlI]\d?){_MONEY}")
_HEADS = re.compile(
    r"预\s?算\s?数(?:\([A-Z]\))?(?:[全本]年)?(?:预算)?执\s?行\s?数(?:\([A-Z]\))?\S{0,16}?执\s?行\s?率"
)
"""Headers of a form with nothing between them: its figures run together as well (80.576.4895%)."""
_REACH = 300
"""Characters below such a header that its rows take."""
_LIST = re.compile(r"分别|依次|各[为是]?")


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each figure that cannot be a figure; proven where no reading of it is one."""
    stream = stream_of(reading)
    text = stream.text
    done = 0
    for odd in _ODD.finditer(text):
        start = odd.start()
        if start < done:
            continue
        floor = max(done, start - _LONGEST)
        while start > floor and text[start - 1] in _RUN:
            start -= 1
        while text[start : start + 1] in (" ", "。", "."):
            start += 1
        fault = _damage(stream, start)
        if fault is not None:
            yield fault
        done = odd.end()


def _damage(stream: Stream, start: int) -> Observation | None:
    """What is wrong with the figure that begins here, if anything."""
    text = stream.text
    before = text[start - 1 : start]
    if _SOUND.match(text, start):
        return None
    if before.isascii() and (before.isalpha() or before in "-/"):
        return None
    low, high = stream.bounds(start)
    if (found := _POINTS.match(text, start)) is not None:
        section = not text[low:start].strip()  # 3.2.1 at the start of its paragraph
        cells = _HEADS.search(text, max(start - _REACH, 0), start) is not None
        return None if section or cells else stream.observe(found.span(), "damaged_figure", proven=True)
    if (found := _LOST.match(text, start)) is not None:
        return _lost_group(stream, found)
    if (found := _GROUPS.match(text, start)) is not None:
        sizes = [len(group) for group in found[0].partition(".")[0].split(",")[1:]]
        odd = any(size != 3 for size in sizes) and (3 in sizes or max(sizes) > 3)
        if odd and not _LIST.search(text, *stream.sentence(start)):
            return stream.observe(found.span(), "damaged_figure")
        return None
    if not "一" <= before <= "鿿" or "|" in text[low:high] or "  " in text[low:high].strip():
        return None
    found = _BLANK.match(text, start) or _LETTER.match(text, start)
    if found is not None and _CELLS.fullmatch(found[0]) and text.startswith("%", found.end()):
        return None
    return stream.observe(found.span(), "damaged_figure") if found is not None else None


def _lost_group(stream: Stream, found: re.Match[str]) -> Observation | None:
    """A figure that begins with a comma: proven where the whole figure is printed elsewhere."""
    text = stream.text
    if not _BEFORE_LOST.search(text[max(0, found.start() - 2) : found.start()]):
        return None
    whole = re.search(rf"\d{re.escape(found[0])}", text)
    if whole is not None:
        related = (stream.related(*whole.span()),)
        return stream.observe(found.span(), "damaged_figure", proven=True, related=related)
    if "，" in slice_of(text, stream.sentence(found.start())):
        return stream.observe(found.span(), "damaged_figure")
    return None


def slice_of(text: str, span: tuple[int, int]) -> str:
    """The text of a span."""
    return text[span[0] : span[1]]
