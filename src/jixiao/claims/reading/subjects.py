"""The subject that a name means, freed of how a sentence comes to speak of it, and whose it is.

综上，全县一般公共预算收入, 1至2月某县一般公共预算收入 and 一般公共预算收入由2018年 all speak of
一般公共预算收入: words that refer back, the time, the place and the verb that follows do not make another
thing of it.
"""

import re
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.core.frozen import frozen

_TIME = (
    r"(?:19|20)\d\d年(?:度|末|底)?|(?:截至|截止)?(?:\d{1,2}月?\s?[-—至到]{1,2}\s?)?\d{1,2}月(?:份|末|底)?|前[\d一二三四五六七八九十]+个?月|"
    r"前?[一二三四]个?季度|上半年|全年度?|本年度?|当年|今年|年度|年末|年底|年初"
)
_REFERRING = (
    r"综上(?:所述)?|总的(?:来)?(?:看|说)|总体(?:来)?看|总之|前述|上述|以上|如前所述|此|该|这(?:些|一|次|笔|批)?|"
    r"(?:此|本|该)[次批项笔](?:下达|安排|拨付)?的?|最终|实际|确定|完成|累计|共计?|实现|组织|达成"
)
_LEADING = re.compile(rf"^(?:{_TIME}|{_REFERRING}|的|，|,|、|:|\s)+(?=[\u4e00-\u9fff]{{3}})")
_SCOPE = re.compile(
    r"^(?:(?P<all>[全我][省市县区州盟旗镇乡院校])|(?P<own>(?:省|市|县|区|州|镇|乡|本)本?级)|(?P<local>地方(?=一般公共预算)))+(?=[\u4e00-\u9fff]{3})"
)
_PLACED = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,5}?[省市县区镇乡州旗])(?=(?:地方)?(?:一般公共预算|公共财政预算|政府性基金|国有资本经营|社会保险基金|财政总))"
)
"""A place before the name of an account, which no account's name begins with."""
_ACTING = re.compile(
    r"(?:预算)?(?:由|从|自)(?:上年|去年|年初|(?:19|20)\d\d年|[^，,。；]{0,4})$|年均(?:递增|增长|增速)?$|的(?:取得|实现|完成|增长)$|"
    r"(?:达到?|达成|实现|完成|累计|为|是|共计?|合计|总量|规模|总额)$"
)


_PLACE = re.compile(r"(?:^(?:关于)?|关于|\d(?:年度?|月份?))([\u4e00-\u9fff]{2,6}?[县市区镇乡州])")
_FIRST_LINES = 3


def owner_of(reading: Reading) -> re.Pattern[str]:
    """What matches the places that the first lines name, at the beginning of a name."""
    places = {place for one in reading.paragraphs[:_FIRST_LINES] for place in _PLACE.findall(one.text)}
    return re.compile(rf"^(?:{'|'.join(sorted(places))})" if places else r"(?!)")


@frozen
class Subject:
    """``key`` for comparison; ``scope`` is "own" for one level, "all" for the report's place, or a place."""

    key: str
    scope: str


@lru_cache(maxsize=4096)
def subject_of(name: str, owner: re.Pattern[str]) -> Subject:
    """The subject of a name; ``owner`` matches the names of the places that the document is about."""
    scope = ""
    for _ in range(3):
        before = name
        name = _LEADING.sub("", name)
        found = _SCOPE.match(name)
        if found is not None:
            scope = scope or ("own" if found["own"] else "all" if found["all"] else "")
            name = name[found.end() :]
        else:
            place = owner.match(name)
            if place is not None and place.end():
                name, scope = name[place.end() :], scope or "all"
            elif (placed := _PLACED.match(name)) is not None:
                name, scope = name[placed.end() :], scope or placed["place"]
        if name == before:
            break
    return Subject(key_of(_without_verbs(name)), scope)


def _without_verbs(name: str) -> str:
    while (bare := _ACTING.sub("", name)) != name and len(bare) > 2:
        name = bare
    return name
