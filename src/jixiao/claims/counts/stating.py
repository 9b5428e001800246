"""Stated numbers of things that the text names or lists: 下设10个股室，分别为…; …等8个项目; 三大任务."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.counts.naming import QUOTED, Names, alike, names_in
from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import chinese_number

_CHINESE = "一二三四五六七八九十两"
_PLACE = r"市州|县区|区县|县市|市县|乡镇|市|县|区|州|镇|乡"
_CLASS = (
    r"(?:个|家|户|项|类|种|部分|条|大|名|位|人|所|处|座|栋|幢|款|方面|"
    r"期|起|篇|支|本|辆|台|套|次|级|件|册|"
    rf"{_PLACE}|村|街道)"
)
_COUNTED = rf"\s?(?:余|多)?{_CLASS}"
_FIGURE = rf"(?P<n>\d{{1,3}}|[{_CHINESE}]{{1,3}}){_COUNTED}"
_NOUN = r"(?P<noun>(?:[^，,。;；:：、()\d等]|\([科股处]\)){0,22}?)"
"""Also 股(科)室: the word for offices of either name."""
_BEFORE_LIST = re.compile(
    rf"(?<![第\d.,{_CHINESE}月])(?<!\D年){_FIGURE}{_NOUN}"
    r"(?P<lead>[，,]?\s?(?:分别(?:为|是|有|设)?|依次(?:为|是)|具体(?:为|是|有|包括)?|即|包括(?:了)?|包含|主要(?:有|包括|是|为)|名单(?:为|是|如下)?|名称(?:分别|依次)?(?:为|是)?|有|含(?!税)|(?<!作)为|是)[:：]?\s?|\)?[:：]\s?|\)?—+|\((?=[^()]*、[^()]*\)))"
)
_COMMA_LIST = re.compile(
    rf"(?<![第\d.,{_CHINESE}月])(?<!\D年)(?P<n>\d{{1,3}})\s?(?:个|家|所)(?P<noun>)(?P<lead>[，,])(?=[^，。;；:：]*[、和][^，。;；:：]*[。;；])"
)
_FAR_LIST = re.compile(
    r"(?<![第\d.,月])(?<!\D年)(?P<n>\d{1,2})\s?个(?P<noun>(?:[\u4e00-\u9fff]{0,6}?)(?:项目|单位|专项|乡镇|街道|部门|课题))"
    r"(?P<lead>(?:(?!\d+\s?[个项家名起条件笔类])[^。；;：:、()]){2,30}[:：]\s?)(?=[^，,。；;：:、\d]{2,20}、)"
)
"""对5个项目编制了绩效目标并全部自评，覆盖率100%：甲、乙…: the clause of the number runs on to the colon."""
_FIGURED_LIST = re.compile(
    rf"(?<![第\d.,{_CHINESE}月])(?<!\D年){_FIGURE}(?P<noun>[^，,。;；:：、()\d]{{0,12}})"
    r"(?P<lead>[，,][^，,。;；:：、()\d]{2,12}\d[\d,.]*[^，,。;；:：、()\d]{1,4}[，,](?:分别|依次)[为是])"
    r"(?=[^，。;；、]*\d[^，。;；、]*、)"
)
"""新建校舍3栋，总面积8620平方米，分别为甲楼4150平方米、乙楼…: what all have together comes first."""
_GLUED_LIST = re.compile(
    r"(?<![第\d.,月])(?<!\D年)(?P<n>\d{1,3})\s?个(?P<noun>(?:内设|职能|业务|行政)*(?:科室|股室|处室|部室|机构))(?P<lead>)"
    r"(?=[^，,。;；:：、()\d]{2,12}、)"
)
"""内设3个职能科室办公室、财务科、业务科: nothing joins the names to their number."""
_ANCHOR = re.compile(
    rf"(?P<n>[\d{_CHINESE}](?<![第\d.,{_CHINESE}月].)(?<!\D年.)(?:(?<=\d)\d{{0,2}}|(?<=[{_CHINESE}])[{_CHINESE}]{{0,2}}))"
    rf"{_COUNTED}"
)
"""It begins with the sign itself, so that all others are passed over fast."""
_BEFORE_FIGURE = re.compile(
    r"(?P<open>等)?\s?(?P<all>共|共计|合计|总计|计|合|总共|一共|总数|数量|全部|这|以上|上述)?\s?$"
)
_NEXT_COUNT = re.compile(
    rf"(?<=[;；，,。])[^，,。;；:：、]{{0,20}}?(?:\d{{1,3}}|[{_CHINESE}]{{1,2}})\s?{_CLASS}[^，,。;；:：、\d]{{0,14}}(?:[:：]|分别|包括|[。;；]|$)"
)
_STRONG = re.compile(r"分别|依次|即|具体[为是]|[:：]")
_SAYS_SOME = re.compile(r"主要|包括|包含|有$")
_OFFICES = re.compile(r"^(?:内设|职能|业务|行政)*(?:[科股处部](?:\([科股处]\))?室|内设机构)$")
_OFFICES_OF = re.compile(r"(?:内设|职能|业务|行政)(?:[科股处部]室|机构)(?:共|设|有|为|数)*\s?$")
"""内设6个科室，包括：A、B、…; 内设机构6个，包括：…: with a colon, offices that are counted are all told."""
_ITEMISED = re.compile(r"^\s?[(（]?[一1①][)）.、]|如下|一是|首先|^\s*$")
_ENDS_NAME = re.compile(
    r"[，,](?=\s?(?:主要职责|职责|其中|均|共|负责|涉及|全部|合计|实有|编制|总|已|现|核定|并|以|同时|为))|[。]|;(?=[^;]{0,20}\d)"
)

_SOME_OF = re.compile(r"\s?(?:不?含|其中|如|例如|主要|包括)")
_KINDS_OF_PLACES = re.compile(rf"(?:{_PLACE}|街道|[开园]发?区|、|和|或)+")
"""6个县（市、区）: what is in the bracket is what else the word before it may be, no list."""
_SURELY_ALL = 4
_LONGEST_LEAD = 12
"""Signs of the words that join a number to its list; behind more of them it can hardly be wrong."""
_GLUED = re.compile(r"、[^、，,。;:\d()]{1,14}(?:\([^()]{1,20}\))?$")
"""A list whose last name runs into its number; a bracket may follow it: 优（90分以上）、良（…）两个等次."""
_QUOTED_LIST = re.compile(rf"(?:{QUOTED}(?:、|和|及|与|以及)?)+$")
_COUNTED_KIND = re.compile(
    rf"[{_CHINESE}]{{1,2}}\s?{_CLASS}[^，,。;；:：、\d]{{0,6}}?(?:机构|[科股处部]室|部门|单位|阶段|环节|方面|部分|步骤|类别|项目|专项|工程|任务|工作|"
    r"乡镇|县区|街道|社区|园区|维度|层面|领域|内容|指标|制度|办法|渠道|原则|标准|产业|措施|"
    r"因素|对象|群体|人群|等次|等级|档次|途径|方式|类型|要素|条件|模块|板块|系统|平台|主体|来源|子项|品种|作物|行业|病种|"
    r"工种|专业|学校|医院|企业|公司|地区|区|县|市|站点|基地|中心)"
    rf"|[{_CHINESE}]{{1,2}}\s?(?:个|大)?(?:部分|方面|板块|环节|类)(?=[组构]成)"
)
"""监督整改十类内容: numerals that run on from the last name count what such a word names."""
_JOINED = re.compile(
    r"(?:^|[^部区])分(?:为|成)?(?=[\u4e00-\u9fff]{2,8}$)|为|是|包括|涉及|位于|覆盖|选取|确定|下设|内设|下辖|设有"
)
_OPENED = re.compile(r"(?:安排|实施|开展|组织|负责|下达|涉及|用于|设立|管理)的?|对")
"""What may stand before the first name of a list that runs into its number."""
_COMPOSED = re.compile(
    rf"由[^由，,。;:、]{{2,14}}、[^，,。;:]{{2,60}}?(?<!等)[\d{_CHINESE}]{{1,2}}\s?(?:个|大)?(?:部分|方面|板块|环节|维度|层面)(?:[组构]成|$)"
)
_REACH = 2
"""Characters of the words behind a number that belong to what tells that names make it up."""
_PARTED = re.compile(r":(?P<listed>(?:[^，,。;:、\d]{4,24};)+[^，,。;:、\d]{4,24}?)[，,]?$")
"""主要问题有：资金未足额到位；进度滞后；管护不到位等3个方面."""
_PLACES = re.compile(rf"(?:{_PLACE})$")
_PLACE_NOUN = re.compile(
    r"(?:行政)?村(?![级民庄])|乡镇|镇(?=[，,。;、和]|$)|街道(?!办)|社区(?!居)|县(?=[，,。;、(和]|$)"
)
_LONGEST_NAME, _LONGEST_OFFICE, _LONGEST_PLACE = 14, 20, 6
"""Characters of a name in a list, of an office that ends as the others do, and of a place."""
_BRACKET = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Listed:
    """The list beside a number, and how its words join the two."""

    readings: tuple[Names, ...]
    text: str
    sure: bool
    """The words say that the list is all of it, so that a difference is a contradiction."""
    after: bool = False
    plain: bool = False
    """No word joins list and number (内科、外科2个科室): they can only agree, unless names are sure."""
    composed: bool = False
    """由A、B、C三部分组成: what the whole is made of is told in full."""
    shut: bool = False
    """Nothing says that the list is all of it, and nothing that it is not: N个科室为A、B; A、B两个科室."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated number with the list that it counts; ``token`` is None for Chinese numerals."""

    paragraph: Paragraph
    number: int
    start: int
    end: int
    token: Token | None
    listed: Listed


def stated(paragraph: Paragraph) -> Iterator[Stated]:
    """Every stated number with its list in one paragraph."""
    text = paragraph.text
    if not ("、" in text or ";" in text or "和" in text or ":" in text or "”" in text):
        return
    tokens = {token.start: token for token in paragraph.tokens}
    for anchor in _ANCHOR.finditer(text):
        found, listed = anchor, None
        for pattern in (_BEFORE_LIST, _COMMA_LIST, _GLUED_LIST, _FAR_LIST, _FIGURED_LIST):
            before = pattern.match(text, anchor.start())
            if listed is None and before is not None and (listed := _before(text, before)) is not None:
                found = before
        listed = listed or _after(text, anchor)
        number = chinese_number(found["n"])
        if listed is not None and number is not None:
            start, end = found.span("n")
            yield Stated(paragraph, number, start, end, tokens.get(start), listed)


def _before(text: str, found: re.Match[str]) -> Listed | None:
    """The number comes first, its list after."""
    number = chinese_number(found["n"])
    rest = text[found.end() :]
    if not number or _ITEMISED.search(rest[:14]):
        return None
    lead = found["lead"]
    bracketed = lead == "("
    if bracketed:
        rest = rest[: rest.index(")")]
        if _SOME_OF.match(rest) or _KINDS_OF_PLACES.fullmatch(rest):
            return None
    far = len(lead) > _LONGEST_LEAD
    strong = (_STRONG.search(lead) is not None and not far) or (lead != "" and lead in "，,")
    end = _ENDS_NAME.search(rest)
    rest = rest[: end.start()] if end is not None else rest
    following = _NEXT_COUNT.search(rest)
    if following is not None:
        rest = rest[: following.start()]
    rest = rest.strip()
    if not rest or len(rest) > 1200:
        return None
    if not strong and "、" not in rest:
        return None
    readings = names_in(rest)
    clause = re.split(r"[，,;；]", rest)[0]
    if "、" in clause:  # 下设10个股室，分别为A、B，主要职责…: the list ends with its clause
        readings = [*names_in(clause), *readings]
    if found["noun"].endswith(("组成", "构成")):  # 由三部分构成：A10万元，占50%；B…: each with its figures
        readings += names_in(text[found.end() :].split("。", maxsplit=1)[0])
    if not readings or (readings[0].plain < 2 and number > 2):
        return None
    named = found["noun"] or text[max(found.start() - _LONGEST_NAME, 0) : found.start()]
    offices = _OFFICES.search(named) is not None or (
        not found["noun"] and _OFFICES_OF.search(named) is not None
    )
    offices = offices and ":" in lead and "主要" not in lead
    some = (_SAYS_SOME.search(lead) is not None and not offices) or "主要" in found["noun"]
    some = some or "其中" in rest or "等" in rest
    return Listed(
        tuple(readings),
        rest,
        sure=(strong or (bracketed and readings[0].plain >= _SURELY_ALL)) and not some,
        plain=far,
        shut=(bracketed or lead.strip("，, ") in ("为", "是")) and not some,
    )


def _after(text: str, found: re.Match[str]) -> Listed | None:
    """The list comes first, its number after: A、B、C等8个项目; “甲”“乙”两个品牌; A、B共2个股室."""
    number = chinese_number(found["n"])
    words = _BEFORE_FIGURE.search(text, max(0, found.start() - 6), found.start())
    if not number or number < 2 or words is None:
        return None
    head = text[: words.start()].rstrip()
    is_open, is_all = words["open"] is not None, words["all"] is not None
    paused = is_all and head.endswith(("，", ",", "。", ";"))
    head = head.rstrip("，,。; ") if paused else head
    quoted = head.endswith(("”", "》", "」"))
    plain = not (is_open or is_all or quoted)
    glued = plain and _GLUED.search(head) is not None
    if not head or (plain and not glued):
        return None
    if glued and not found["n"].isdigit() and _COUNTED_KIND.match(text, found.start()) is None:
        return None
    parted = _parted_before(head) if is_open or is_all else None
    listed = parted or _list_before(head)
    if listed is None:
        return None
    composed = _COMPOSED.search(text[: found.end() + _REACH]) is not None
    first, *others = listed.split("、")
    first = _JOINED.split(first)[-1]  # 整治范围为东山、西河、北岭3个街道: a verb stands before the first name
    if len(first) > _LONGEST_NAME and all(len(name) <= _LONGEST_NAME for name in others):
        first = _OPENED.split(first)[-1]  # 对州级预算安排的养护补助、客运补贴、运行维护三项专项资金
    bare = [_BRACKET.sub("", name) for name in (first, *others)]
    if plain and max(map(len, bare)) > (_LONGEST_OFFICE if alike(bare) else _LONGEST_NAME):
        return None
    readings = [reading for reading in names_in(listed + ("等" if is_open else "")) if reading.plain > 1]
    if not readings:
        return None
    sure = (quoted or is_all or composed) and not is_open and "其中" not in listed
    if (
        paused and not alike([name for name in re.split(r"[、和及与]", listed) if name]) and parted is None
    ):  # 对道路、桥梁维修，共3处: a verb may stand between
        sure, plain = False, True
    places = plain and (_PLACES.search(found.group()) or _PLACE_NOUN.match(text, found.end())) is not None
    sure = sure or (places and max(map(len, (first, *others))) <= _LONGEST_PLACE)
    return Listed(
        tuple(readings),
        listed,
        sure=sure,
        after=True,
        plain=plain and not sure,
        composed=composed,
        shut=plain and "其中" not in listed,
    )


def _parted_before(head: str) -> str | None:
    """The list behind a colon whose names semicolons part, if it ends a text."""
    found = _PARTED.search(head)
    return found["listed"].replace(";", "、") if found is not None else None


def _list_before(head: str) -> str | None:
    """The list that ends a text: back to the sign that opens it, brackets and quotes taken whole."""
    depth = 0
    at = len(head) - 1
    while at >= 0:
        sign = head[at]
        if sign in "”》」)’":
            depth += 1
        elif sign in "“《「(‘" and depth:
            depth -= 1
        elif depth == 0 and sign in "，,。;；:：！":
            break
        at -= 1
    listed = head[at + 1 :]
    if depth or not listed or len(listed) > 600:
        return None
    quoted = _QUOTED_LIST.search(listed)
    if quoted is not None and ("、" not in listed[: quoted.start()] or listed.endswith(("”", "》", "」"))):
        return quoted.group()
    return listed if "、" in listed else None
