"""The names of things that have points, by which they are known again: 由产出类指标设 is 产出."""

import re
from functools import lru_cache

_KIND = re.compile(
    r"(?:(?:[一二三]级)?(?:指标|部分|方面|情况|维度)|[一二三]级|(?<=[\u4e00-\u9fff]{2})[类型]|得分|分值|满分|权重|赋分|[为设占计共得:—])+$"
)
"""What only says what sort of thing is named, and the verb before its points."""
_MARK = re.compile(r"^[\s(（]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*")
_OPENING = re.compile(
    r"^.*(?:其中|包括|包含|分为|分别|具体|由|[是为即将看]|综合|总分|[:,，。;；（(])(?=[\u4e00-\u9fff]{2})"
)
_QUOTES = re.compile(r"[“”\"‘’]")
_SHORTEST = 2


@lru_cache(maxsize=4096)
def thing_name(words: str) -> str:
    """The name without the words that lead to it or say what sort of thing it is."""
    bare = _OPENING.sub("", _MARK.sub("", _QUOTES.sub("", words))).strip("，,。;:：、（(） )“”—-")
    shortened = _KIND.sub("", bare)
    return shortened if len(shortened) >= _SHORTEST else bare
