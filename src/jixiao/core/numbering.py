"""Number marks at the head of headings and items, in all styles that Chinese documents use.

A mark is read into a style, a value and its printed form: 第三部分, 三、, （三）, 3., 3、, （3）, 3）, ③,
三是, 3.2.1.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_NUMERALS = "〇一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_CHINESE = "一二三四五六七八九十百零〇"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESISED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_TABULAR = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_FULL_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"

LEVELS = {
    "part": 1,
    "chinese": 2,
    "chinese_bracket": 3,
    "arabic": 4,
    "arabic_bracket": 5,
    "half_bracket": 6,
    "circled": 7,
}
"""The usual depth of each style (GB/T 9704-2012, 7.3.3: 一、（一）1.（1）); documents may nest otherwise."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number mark: ``value`` its number, ``text`` as printed, ``separator`` the sign after the number."""

    style: str
    value: int
    text: str
    separator: str

    @property
    def level(self) -> int:
        """The usual depth of its style."""
        return LEVELS.get(self.style, 6)


_COUNTED = r"[个家户辆台件名](?!百分点|点|月)"
"""Things have no fractions: 2.3个项目 is item 2 about three."""
_PATTERN = re.compile(
    rf"""\s*(?:
      第(?P<part>[{_CHINESE}]+|\d{{1,2}})(?P<part_word>部分|章|节|编|篇)
    | [（(]\s*(?P<chinese_bracket>[{_CHINESE}]{{1,3}})\s*[)）]\s?(?P<s1>[、.．]?)
    | (?P<chinese>[{_CHINESE}]{{1,3}})(?P<s2>[、.．,，])
    | (?P<ordinal>[{_CHINESE}]{{1,3}})(?P<s3>是|要)(?!否)
    | [（(]\s*(?P<arabic_bracket>\d{{1,3}})\s*[)）](?P<s4>[、.．]?)
    | (?P<half_bracket>\d{{1,3}})(?P<s5>[)）])
    | (?P<multi>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?P<s6>[.．、]?)
      (?!个|\s?[\d%％万萬亿億元])(?=[\s\u4e00-\u9fff“《])
    | (?P<arabic>\d{{1,3}})(?P<s7>、|[.．](?!\d)|[.．](?=\d{{4}}年|\d{{1,3}}\s?{_COUNTED})
      |[，,](?=[\u4e00-\u9fff]))
    | (?P<circled>[{_CIRCLED}{_TABULAR}{_FULL_STOP}{_PARENTHESISED}])(?P<s8>[、.．]?)
    )""",
    re.VERBOSE,
)


def in_chinese(number: int) -> str:
    """A number as it is spoken: 二十三; from 100 on, and below 0, its digits."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones or not tens else "")


def chinese_number(text: str) -> int | None:
    """The value of a Chinese or Arabic integer up to 9999: 二十三, 一〇五, 两百, 23; None if it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    total, current, placed = 0, 0, False
    for sign in text:
        if sign in DIGITS:
            current = current * 10 + DIGITS[sign] if not placed and current else DIGITS[sign]
        elif sign in _PLACES:
            total += (current or 1) * _PLACES[sign]
            current, placed = 0, True
        else:
            return None
    return total + current if text else None


@lru_cache(maxsize=8192)
def parse_mark(text: str) -> Mark | None:
    """The number mark that the text begins with, or None."""
    found = _PATTERN.match(text)
    if found is None:
        return None
    style = found.lastgroup or ""
    groups = found.groupdict()
    for name in (
        "part",
        "chinese_bracket",
        "chinese",
        "ordinal",
        "arabic_bracket",
        "half_bracket",
        "multi",
        "arabic",
        "circled",
    ):
        if groups[name]:
            style = name
            break
    written = groups[style]
    printed = found.group().strip()
    separator = next(
        (groups[key] for key in ("part_word", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8") if groups[key]),
        "",
    )
    if style == "circled":
        for signs in (_CIRCLED, _TABULAR, _FULL_STOP, _PARENTHESISED):
            if written in signs:
                return Mark("circled", signs.index(written) + 1, printed, separator)
    if style == "multi":
        return Mark("multi", int(re.split(r"[.．]", written)[-1]), printed, separator)
    value = chinese_number(written)
    return None if value is None else Mark(style, value, printed, separator)
