"""Scores and grade words of running text, paired: 得分95分，评价等级为优; 等级分别为优、良."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.scores.band_texts import without_bands
from jixiao.claims.scores.bands import LETTERS, RANKS, WORDS

_WORD = rf"(?P<word>{WORDS})"
_NAMES = (
    r"等级|等次|等第|级别|档次|档级|评级|档位|层次|评定|判定|核定|总评|总体(?!良好|优秀|较差)|评价|评为|绩效|"
    r"结论|结果|定级|定为|认定|确定|划入|列为|列入|归入|归为|拟定"
)
_CUE = (
    rf"(?:{_NAMES}|档|评|列|属于?|处于|达到?|获得?|为|是|:)"
    r"(?:评定|认定|确定|划分|结果|等级|等次|级别|档次)?(?:为|是|:|属于|在|=)*"
)
_QUOTED = rf"[“\"「'『]\s?(?P<quoted>{WORDS})\s?[”\"」'』]"
_ENDS = (
    r"(?=[”\"]|等级|等次|级|档|类|区间|范围|标准|水平|行列|(?<=[优良秀好])的|"
    r"等(?=[，,。;)\s]|$)|\.(?!\d)|且|并|[，,。;:、()\s|\]]|$)"
)
_ENCLOSED = rf"[(【\[<〈《]\s?(?P<enclosed>{WORDS})(?:等级|等次|级|等|档)?\s?[)】\]>〉》]"
"""In a bracket of its own: 某项目（优），预算……得分91分."""
_INSIDE = "其当之集期偏误落从择不改较最更优年月途空评"
"""Signs after which 优, 良, 中 and 差 are part of another word (其中, 偏差)."""
_GRADE = re.compile(
    rf"{_CUE}\s?{_WORD}{_ENDS}|(?:{_CUE})?\s?{_QUOTED}"
    rf"|(?<=分)[，,、;/(\[|\s—-]{{0,3}}(?:[\u4e00-\u9fff]{{0,4}}?(?<![{_INSIDE}])(?<!总分)(?<!满分)(?<!分值)(?P<after>优|良|中|差)"
    rf"|(?P<direct>优秀|良好|较差)){_ENDS}"
    rf"|{_ENCLOSED}"
    rf"|(?<=[(，,|—:])(?P<alone>优秀|良好|较差|优|良|中|差){_ENDS}"
    r"|(?<![\u4e00-\u9fff])(?P<ahead>优秀|良好|较差|优|良|中|差)(?=[(，,、:\s]{0,2}\d{2,3}(?:\.\d+)?\s?分)"
    rf"|(?:等级|等次|级别|档次|评级|评定|评为|定级|定为|认定)(?:评定|认定|确定|为|是|:|属于|在|“|\")*\s?(?P<letter>{LETTERS})"
    r"|[为是属获]“?(?P<lettered>(?<![A-Za-z\d])[ABCD])(?=”?[等级档])"
)
"""A grade word announced by another, in quotation marks, beside a score, or alone between pauses."""
_WORDS_FOUND = ("word", "quoted", "enclosed", "after", "direct", "alone", "ahead", "letter", "lettered")
_TOLD_ALONE = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]\s?)?(?:(?:自评|评价|综合)?(?:得分|总分)?\s{6,}”?[，,。;]\s?)?"
    r"(?:据此|由此|因此|故|按此)?[，,]?(?:[我本][局院镇乡校县市区所处]|我?中心)?(?:本?(?:项目|部门|单位))?(?:整体支出|支出)?(?:绩效)?"
    r"(?:自评|评价|评定|考核|综合|自我评价|最终|评分)*(?:等级|等次|级别|档次|评级)(?:评定)?(?:结果)?[为是:\s“\"]*"
    rf"(?P<word>{WORDS}|{LETTERS}){_ENDS}"
)
"""A line that tells only the grade, of a score told in a line above; behind bands, which are blanked."""
_MEAN = re.compile(r"平均(?:得?分|值)?[为是:]?\s?$")
"""The mean of scores is none of them."""
_BANDS = re.compile(r"\((?=[^()]*分)(?=[^()]*以[上下])[^()]*\)")
"""The bands of the grades in a bracket between a score and its grade."""
_STRONG = re.compile(r"等级|等次|级别|档次|评级|评定|评为|定级|定为|认定")
_CHOICE = re.compile(rf"(?:{WORDS})[”\"」']?(?:\([^)]*\))?[、/或和与][“\"「']?(?:{WORDS})")
"""Grade words in a row (优、良、中、差四个等级) name the grades there are."""
_PARALLEL = re.compile(
    rf"(?:{_NAMES})(?:依次|分别)(?:被)?(?:评定|认定|确定)?(?:为|是|:)*\s?"
    rf"(?P<list>[“\"「']?(?:{WORDS})[”\"」']?(?:(?:[、，,和及与]|以及)[“\"「']?(?:{WORDS})[”\"」']?)+)"
)
_SCORE = re.compile(
    r"(?:(?<=得分)|(?<=评分)|(?<=总分)|(?<=得分[为是:])|(?<=评分[为是:])|(?<=总分[为是:]))\s?"
    r"(?P<bare>\d{2,3}(?:\.\d+)?)(?![\d.]*\s?[\d.%分个项])"
    r"|(?P<n>\d{1,3}(?:\.\d+)?)\s?(?:分|的评分|的得分|的成绩)(?!以[上下]|[至~]|-\s?\d)"
)
_NO_SCORE = re.compile(
    r"(?:满分|(?<![评价核效得])分值|权重|扣分?|减分?|扣减|失分|(?<![相累叠])加分?|[高低]于|[高低]出|相差|超过|提[高升]|下降|标准分|不?含|不[足满]|未满|不低于)"
    r"(?:了|值|共|共计|合计|为|是|:|\s)*$"
)
"""What is told before points that are no score of the thing: its full mark, a deduction, a distance."""
_LEAST, _HUNDRED = 50, 100
"""Fewer points with a good grade are an indicator's, unless the words name a grade."""
_REACH, _AFTER, _FAR = 26, 12, 70
_WHOLE, _FARTHEST = 60, 240
"""Points from which on a score is that of a whole; characters from it to its grade."""
_OF_FULL = re.compile(
    r"(?<!适用)(?:满分|分值|权重|标准分)\D{0,2}(\d+(?:\.\d+)?)\s?分[，,、;\s]*(?![换折])[^，,。;\d]{0,6}$"
)
_MARK_BEFORE = re.compile(
    r"(?<![得评总核])(?<![得评总核]分)(?<![得评总核]分[为是:])(?<![\d.])(\d+(?:\.\d+)?)\s?分\)?[，,、;\s]*"
    r"(?:自评|自我评价|评价|实际|实|最终|考核)?(?:得分?|评分)(?:为|是|共|计|:|\s)*$"
)
_GOT = re.compile(
    r"\s?分?\)?[，,、;\s]*(?:自评|自我评价|评价|实际|实|最终|考核)?(?:得分?|评分)(?:为|是|共|计|:|\s)*(\d+(?:\.\d+)?)\s?分"
)
"""过程50分，自评得分47.5分: what may be had, then what was."""
_RANGED = re.compile(r"\d\s?分?(?:\(不?含\))?\s?(?:-|至|到|—)+\s?$")
_ITEM = 240
"""A paragraph of an item of a list: its one score and its one grade belong together."""
_STOP = re.compile(r"[。;]")
_COUNTED = re.compile(
    r"[”\"」']?(?:等级|等次|级|档)?的?(?:项目|单位|部门)?(?:共?有|共|为|是|:)?\s?\d+\s?[个项家户]"
)
"""等级为“中”的有5个: how many things have a grade, which is no grade of the score before."""
_OF_OTHERS = re.compile(r"其中|\d\s?[个项家户](?:项目|单位|部门|企业|政策)[^，,。;]{0,8}$")
"""得分97分，等级为优，其中甲中心4个项目等级为良: between a score and the grade of parts of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a score's figure stands, its grade word, and the stretch that tells both."""

    start: int
    end: int
    word: str
    first: int
    last: int
    strong: bool = True
    """A word like 等级 announces the grade, or it is 差."""


@dataclass(frozen=True, slots=True)
class _Grade:
    start: int
    end: int
    word: str
    strong: bool
    told: bool
    """A word announces it, or it stands in quotation marks, in brackets or between pauses."""


def grade_alone(text: str) -> re.Match[str] | None:
    """The grade that a line tells without a score: 评价等级：优(≥90分)."""
    text = without_bands(text)
    return None if _SCORE.search(text) else _TOLD_ALONE.match(text)


def pairs(text: str) -> list[Pair]:
    """Every score with its grade, in order."""
    scores = [match.span("bare" if match["bare"] else "n") for match in _SCORE.finditer(text)]
    scores = [span for span in scores if _is_score(text, *span)]
    text = _BANDS.sub(lambda found: " " * len(found.group()), without_bands(text))
    scores = [span for span in scores if not text[slice(*span)].isspace()]
    if not scores:
        return []
    if len(scores) > 1:
        scores = [span for span in scores if not _is_full(text, *span)] or scores
    found = [*_parallel(text, scores), *_single(text, scores)]
    return [pair for pair in found if pair.strong or Decimal(text[pair.start : pair.end]) >= _LEAST]


def _is_score(text: str, start: int, end: int) -> bool:
    return Decimal(text[start:end]) <= 120 and not _NO_SCORE.search(text[max(0, start - 8) : start])


def _is_full(text: str, start: int, end: int) -> bool:
    """总分100分 beside another score is the full mark."""
    before = re.search(
        r"(?:总分|总分值|百分制|标准|分制|共)(?:为|是|:|\s)*$", text[max(0, start - 8) : start]
    )
    return Decimal(text[start:end]) == _HUNDRED and (before is not None or text[end : end + 2] == "分制")


def _parallel(text: str, scores: list[tuple[int, int]]) -> Iterator[Pair]:
    """As many scores before a list of grades as it has grades: 得分分别为91分、84分，等级分别为优、良."""
    for found in _PARALLEL.finditer(text):
        words = re.findall(WORDS, found["list"])
        before = [
            span for span in scores if span[1] <= found.start() and "。" not in text[span[1] : found.start()]
        ]
        if len(before) > len(words):
            before = [span for span in before if not _MEAN.search(text[max(0, span[0] - 8) : span[0]])]
        if len(before) >= len(words):
            for (start, end), word in zip(before[-len(words) :], words, strict=True):
                yield Pair(start, end, word, start, found.end())


def _single(text: str, scores: list[tuple[int, int]]) -> Iterator[Pair]:
    choices = [choice.span() for choice in _CHOICE.finditer(text)]
    grades = [
        _Grade(
            *found.span(),
            word,
            RANKS[word] == 1 or bool(_STRONG.search(found.group())),
            bool(found["word"] or found["quoted"] or found["enclosed"] or found["alone"]),
        )
        for found in _GRADE.finditer(text)
        if (word := next(filter(None, found.group(*_WORDS_FOUND)), ""))
        and not any(start < found.end() and found.start() < end for start, end in choices)
        and not _COUNTED.match(text, found.end())
    ]
    forward = _grade_first(scores, grades)
    alone = len(grades) == len(scores) == 1 and len(text) <= _ITEM
    for grade in grades:
        if alone and (grade.strong or grade.told) and not _defines(text, *scores[0], grade):
            start, end = scores[0]
            yield Pair(start, end, grade.word, min(start, grade.start), max(end, grade.end), grade.strong)
            continue
        near = _nearest(text, scores, grade, after=forward)
        if near is None and grade.strong and len(grades) == 1:
            near = _only_total(text, scores, grade)
            if near is not None:
                yield Pair(*near, grade.word, near[0], grade.end, grade.strong)
                continue
        if near is None or _defines(text, *near, grade) or _OF_OTHERS.search(text[near[1] : grade.start]):
            continue
        start, end = _outer(text, scores, _before_bracket(text, scores, near, grade))
        yield Pair(start, end, grade.word, min(start, grade.start), max(end, grade.end), grade.strong)


def _only_total(text: str, scores: list[tuple[int, int]], grade: _Grade) -> tuple[int, int] | None:
    """The one score of a whole that a paragraph tells, its parts and the bands between it and the grade."""
    whole = [span for span in scores if Decimal(text[slice(*span)]) >= _WHOLE]
    alone = len(whole) == 1 and whole[0][1] <= grade.start <= whole[0][1] + _FARTHEST
    return whole[0] if alone and _may_be_total(text, whole[0]) else None


def _before_bracket(
    text: str, scores: list[tuple[int, int]], near: tuple[int, int], grade: _Grade
) -> tuple[int, int]:
    """The score before a bracket that is closed before the grade: 得97分（产出50分…），等级为优."""
    between = text[near[1] : grade.start]
    if between.count(")") <= between.count("("):
        return near
    opened = text.rfind("(", 0, near[0])
    before = [span for span in scores if span[1] <= opened and "。" not in text[span[1] : opened]]
    return before[-1] if before and Decimal(text[slice(*before[-1])]) >= _LEAST else near


def _outer(text: str, scores: list[tuple[int, int]], near: tuple[int, int]) -> tuple[int, int]:
    """The total before its parts, where the score next to the grade is but one of these."""
    if Decimal(text[slice(*near)]) >= _LEAST and not _is_of_full(text, near):
        return near
    before = [span for span in scores if span[1] <= near[0] and "。" not in text[span[1] : near[1]]]
    return next((span for span in before[::-1] if _may_be_total(text, span)), near)


def _may_be_total(text: str, span: tuple[int, int]) -> bool:
    return Decimal(text[slice(*span)]) >= _LEAST and not _is_of_full(text, span) and not _is_mark(text, span)


def _is_mark(text: str, span: tuple[int, int]) -> bool:
    """Whether what was had of these points stands right behind: they are a full mark themselves."""
    got = _GOT.match(text, span[1])
    named = text[max(0, span[0] - 4) : span[0]].rstrip("为是:共 ").endswith(("得分", "评分", "得", "总分"))
    return got is not None and not named and Decimal(got[1]) <= Decimal(text[slice(*span)])


def _is_of_full(text: str, span: tuple[int, int]) -> bool:
    """Whether a full mark of less than a hundred stands right before: 产出(满分)60分，得54分."""
    before = text[max(0, span[0] - _AFTER * 2) : span[0]]
    found = _OF_FULL.search(before) or _MARK_BEFORE.search(before)
    return found is not None and Decimal(found[1]) != _HUNDRED


def _grade_first(scores: list[tuple[int, int]], grades: list[_Grade]) -> bool:
    """Whether each thing's grade stands before its score, by their turns."""
    turns = sorted([(grade.start, "g") for grade in grades] + [(start, "s") for start, _ in scores])
    return len(turns) > 2 and "".join(turn for _, turn in turns) == "gs" * len(grades)


def _nearest(
    text: str, scores: list[tuple[int, int]], grade: _Grade, *, after: bool
) -> tuple[int, int] | None:
    """The last score before a grade word in its sentence, else the first after it."""
    before = max((span for span in scores if span[1] <= grade.start), default=None)
    if before is not None and not after:
        between = text[before[1] : grade.start]
        if len(between) <= _REACH and ("。" not in between or grade.strong):
            return before
        if grade.strong and len(between) <= _FAR and not _STOP.search(between):
            return before
    following = min((span for span in scores if span[0] >= grade.end), default=None)
    if following is not None:
        between = text[grade.end : following[0]]
        if len(between) <= (_REACH if grade.strong else _AFTER) and not _STOP.search(between):
            return following
    return None


def _defines(text: str, start: int, end: int, grade: _Grade) -> bool:
    """A definition of bands (90分以上为优) is no grading, nor is a grade beyond other scores."""
    between = text[min(end, grade.end) : max(start, grade.start)]
    return (
        bool(_RANGED.search(text[max(0, start - 8) : start]))
        or bool(re.match(r"\s?分?\s?\(?(?:含|不含|及)?\)?以[上下内]|\s?分?\(含", between))
        or any(
            not _NO_SCORE.search(between[: other.start()])
            and not _is_full(between, other.start(), other.end(1))
            for other in re.finditer(r"(\d+(?:\.\d+)?)\s?分", between)
        )
    )
