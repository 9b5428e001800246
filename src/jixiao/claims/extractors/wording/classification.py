"""Functional classification: a 项 stands under one 款 and one 类 throughout a document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.core.observation import Observation

KIND = "text"

_CHAIN = re.compile(
    r"\(类\)[\s、,，—－-]*([^，。；;:《》\s]{2,40}?)\(款\)[\s、,，—－-]*([^，。；;:《》\s]{2,40}?)\(项\)"
)
_CLASS = re.compile(r"[^，。；;、:()《》\s]{2,24}$")
_LEAD = re.compile(r"^(?:[\d一二三四五六七八九十]{1,3}[.、]|其中|主要用于|包括|用于|\d{3,7})+")
_COMMON = re.compile(
    r"^(?:行政运行|一般行政管理事务|机关服务|事业运行|其他|信息化建设|培训|专项|案件|宣传|归口管理)"
)
_RENAMED = ("卫生", "文化", "海洋气象", "城乡社区", "资源勘探", "灾害防治", "旅游")


@dataclass(frozen=True, slots=True)
class Chain:
    """A 类, its 款 and 项 as printed, with the place of the chain."""

    names: tuple[str, str, str]
    start: int
    end: int


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each 项 told under another 类 (proven); once for two 款 of one 类 that share items."""
    stream = stream_of(reading)
    if "(类)" not in stream.text:
        return
    chains = list(_chains(stream.text))
    groups: dict[tuple[str, str, str], list[tuple[Chain, Chain]]] = {}
    seen: dict[str, Chain] = {}
    told: set[tuple[str, str, str]] = set()
    for chain in chains:
        first = seen.setdefault(_key(chain.names[2]), chain)
        mine, other = [tuple(_key(name) for name in each.names) for each in (chain, first)]
        if mine == other or mine in told or _COMMON.match(chain.names[2]):
            continue
        same_group, same_class = mine[1] == other[1], mine[0] == other[0]
        if same_group == same_class or _renamed(mine[0], other[0]):
            continue
        told.add((mine[0], mine[1], mine[2]))
        if same_group:
            yield _observe(stream, chain, first, chains)
        else:
            groups.setdefault((mine[0], mine[1], other[1]), []).append((chain, first))
    yield from (_group(stream, pairs) for pairs in groups.values())


def _chains(text: str) -> Iterator[Chain]:
    for found in _CHAIN.finditer(text):
        name = _CLASS.search(text[max(0, found.start() - 24) : found.start()])
        if name is not None:
            plain = _LEAD.sub("", name[0])
            yield Chain((plain, found[1], found[2]), found.start() - len(plain), found.end())


def _key(name: str) -> str:
    return name.removesuffix("支出").removesuffix("费用").strip()


def _renamed(one: str, other: str) -> bool:
    """Whether the 类 was renamed between years, or one is the other written short."""
    if one == other:
        return False
    return any(word in one and word in other for word in _RENAMED) or one in other or other in one


def _observe(stream: Stream, chain: Chain, first: Chain, chains: list[Chain]) -> Observation:
    """The slip is the 类 that fewer chains of this 款 name, else the one that is less like the 款."""
    wrong, right = chain, first
    votes = [_key(each.names[0]) for each in chains if _key(each.names[1]) == _key(chain.names[1])]
    mine, other = votes.count(_key(chain.names[0])), votes.count(_key(first.names[0]))
    if mine > other or (mine == other and _shared(chain) > _shared(first)):
        wrong, right = first, chain
    close = sum(sign not in right.names[0] for sign in wrong.names[0]) <= 1
    return stream.observe(
        (wrong.start, wrong.end),
        "classification_class",
        proven=not close,
        stated=f"{wrong.names[0]}（类）",
        computed=f"{right.names[0]}（类）",
        related=(stream.related(right.start, right.end),),
    )


def _shared(chain: Chain) -> int:
    return len(set(chain.names[0]) & set(chain.names[1]))


def _group(stream: Stream, pairs: list[tuple[Chain, Chain]]) -> Observation:
    """Items under one 款 here and another there: one slip, however many items it took along."""
    chain, first = pairs[0]
    others = [stream.related(one.start, one.end) for pair in pairs[1:] for one in pair]
    return stream.observe(
        (chain.start, chain.end),
        "classification_group",
        stated=f"{chain.names[1]}（款）",
        computed=f"{first.names[1]}（款）",
        related=(stream.related(first.start, first.end), *others),
    )
