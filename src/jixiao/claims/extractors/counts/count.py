"""Counts: how many things are said against how many are named, listed or graded, or said elsewhere.

A number is only called wrong where no sensible splitting of the names gives it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.claims.counts.counting import added_counts
from jixiao.claims.counts.listing import Listing, listings
from jixiao.claims.counts.mixed import mixed_counts
from jixiao.claims.counts.spelled import spelled
from jixiao.claims.counts.spelled_totals import spelled_totals
from jixiao.claims.counts.stating import Stated, stated
from jixiao.claims.counts.supported import supported_people
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against, compared, equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.gradings import Graded, family, grade_counts, gradings, misplaced, national_word
from jixiao.core.observation import Observation

KIND = "count"
_SLIP = 2
_FIGURE = re.compile(r"\d")
_NEXT = re.compile(r"[;；。]")
_REST = re.compile(r"[^，,。;、]{0,6}[，,;、](?:其余|另有?|剩余|还有|尚有)")
_ARE_GRADED = re.compile(
    r"(?:项目|单位|部门|政策)(?:支出|的)?(?:绩效|自评|评价|评定|考核)*(?:等级|等次|结果|级别)"
)
"""12个项目评价等级为“优”的9个: all of them are graded, so that the numbers of the grades add up to them."""

_EVALUATED = re.compile(
    r"(?:自评|参评|评价|复评)[^，,。;:、\d]{0,8}项目(?:总?数量?|个数)?(?:共计|合计|共有|为|是|有|共|计|:)*\s*$"
)
"""列入自评的项目8个, 自评项目数为8个: the number of all that have a grade."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """Every stated number of things that the document itself lists."""
    settled: set[int] = set()
    for paragraph in reading.paragraphs:
        for told in stated(paragraph):
            proposal = _named(told)
            if proposal is not None:
                if told.token is not None:
                    settled.add(told.token.index)
                yield proposal
    for listing in listings(reading):
        yield from _itemised(listing)
    grades = gradings(reading)
    before: list[Token] = []
    for paragraph in reading.paragraphs:
        yield from _by_grade(paragraph, grades, before)
        before = _of_things(paragraph.tokens)
        for total, parts, sure in added_counts(paragraph):
            yield Proposal((equation(KIND, total, parts),), asserted=sure)
        for number, parts, sure in spelled_totals(paragraph):
            yield Proposal((equation(KIND, number, parts),), asserted=sure)
        for total, parts in (*mixed_counts(paragraph), *supported_people(paragraph)):
            yield Proposal((equation(KIND, total, parts),), asserted=False)
    yield from _told_twice(reading)
    yield from _levels(reading)


def _named(told: Stated) -> Proposal | Observation | None:
    fits = next(
        (names for names in told.listed.readings if names.plain == told.number and not names.open), None
    )
    fits = fits or next((names for names in told.listed.readings if names.allows(told.number)), None)
    if told.token is None and fits is not None and not _FIGURE.search(told.listed.text):
        return _observed(told)
    stated_ = told.token or spelled(told.paragraph, told.start, told.end)
    if stated_ is None:
        return None
    if fits is not None:
        sign = "≥" if fits.open and told.number > fits.most else "="
        counted = min(fits.plain, told.number) if fits.open else told.number
        if sign == "=" and fits.open and fits.plain < told.number:
            sign = "≥"
        return Proposal((against(KIND, stated_, sign, counted, role="count"),))
    best = min(told.listed.readings, key=lambda names: abs(names.plain - told.number))
    gap, longer = abs(best.plain - told.number), max(best.plain, told.number)
    shut = best.alike and told.listed.shut and gap == 1 and not best.open
    if told.listed.plain and not (shut or (best.alike and gap <= _SLIP and best.plain > told.number)):
        return None
    close = best.plain >= 2 and gap * (2 if told.listed.sure else 3) <= longer
    close = close or (told.listed.sure and best.alike and _one_digit_apart(best.plain, told.number))
    if not close or not best.clean or stated_.approximate:
        return None
    titles = told.listed.sure and told.listed.text.startswith("《")
    if told.token is None and not (best.alike or titles or told.listed.composed):
        return None  # 三大攻坚、四个意识: what is spelled out may be a phrase of its own
    fewer = best.most < told.number
    if not (told.listed.sure or shut) and fewer:
        return None
    # Names more than counted contradict even a list that is open.
    sure = told.listed.sure or shut or (best.alike and gap <= _SLIP)
    sign, number = ("≥", best.least) if best.open and not fewer else ("=", best.plain)
    return Proposal((against(KIND, stated_, sign, number, binding="bound" if sure else "inferred"),))


def _one_digit_apart(named: int, stated: int) -> bool:
    """Whether numbers of several digits differ in one: 41个股室 for eleven that are named."""
    one, other = str(named), str(stated)
    differing = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) > 1 and differing == 1


def _observed(told: Stated) -> Observation:
    block = told.paragraph.block
    return Observation(
        kind=KIND,
        verdict="holds",
        quote=block.text[told.start : told.end],
        place=block.place(told.start, told.end),
        stated=str(told.number),
        computed=str(told.number),
        expression=told.listed.text,
    )


def _itemised(listing: Listing) -> Iterator[Proposal]:
    """A number before a numbered list; agreement with the number of items or with the last number counts."""
    for token in listing.tokens:
        if token.number in (listing.count, listing.last):
            yield Proposal((against(KIND, token, "=", int(token.number), role="count"),))
            return
    if listing.named is not None and listing.count == listing.last and listing.count > 1:
        close = abs(listing.count - listing.named.number) * 3 <= max(listing.count, 3)
        if close:
            yield Proposal(
                (
                    against(
                        KIND,
                        listing.named,
                        "=",
                        listing.count,
                        binding="bound" if listing.sure else "inferred",
                    ),
                )
            )


def _of_things(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.unit.word in ("个", "项") and token.number > 0]


def _by_grade(paragraph: Paragraph, grades: list[Graded], before: list[Token]) -> Iterator[Proposal]:
    """优24个、良9个 against the grades of the items, and against a total here or in the paragraph before."""
    text = paragraph.text
    if "优" not in text and "良" not in text:
        return
    counts = grade_counts(paragraph)
    if len(counts) < 2:
        return
    members = _by_member(text, counts)
    if len(members) > 1:
        yield from _within_members(paragraph, members)
        return
    own = _tally(paragraph, grades, {name: int(token.number) for name, token in counts})
    for name, token in counts:
        if own.total() == sum(int(t.number) for _, t in counts):
            yield Proposal((against(KIND, token, "=", own[name], role="count"),))
        elif own.total() > 1:
            yield Proposal((against(KIND, token, "=", own[name], role="count"),), asserted=False)
    first = counts[0][1]
    numbers = [token for _, token in counts]
    earlier = [token for token in _of_things(paragraph.tokens) if token.end < first.start]
    together = sum((n.number for n in numbers), Decimal(0))
    if _REST.match(text, max(token.end for token in numbers)):
        return  # 优8个，良5个，其余未评
    whole = [t for t in (*before, *earlier) if t.number == together]
    for total in whole[-1:] or [t for t in earlier if _counts_all(text, t, together)][-1:]:
        yield Proposal((equation(KIND, total, numbers),))


def _by_member(text: str, counts: list[tuple[str, Token]]) -> list[list[tuple[str, Token]]]:
    """The numbers of each grade of every member: 甲中心9个项目，优7个、良2个；乙中心5个项目，优4个、差1个."""
    members: list[list[tuple[str, Token]]] = [[]]
    for name, token in counts:
        own = members[-1]
        if own and (name in dict(own) or _NEXT.search(text, own[-1][1].end, token.start)):
            members.append(own := [])
        own.append((name, token))
    return members


def _within_members(paragraph: Paragraph, members: list[list[tuple[str, Token]]]) -> Iterator[Proposal]:
    """The items of a member, told just before how many of them have each grade."""
    end = 0
    for own in members:
        first, start = own[0][1], end
        end = own[-1][1].end
        told = [t for t in _of_things(paragraph.tokens) if start <= t.start and t.end < first.start]
        if len(own) > 1 and told and not _NEXT.search(paragraph.text, told[-1].end, first.start):
            graded = _ARE_GRADED.match(paragraph.text, told[-1].end) is not None
            yield Proposal((equation(KIND, told[-1], [token for _, token in own]),), asserted=graded)


def _tally(paragraph: Paragraph, grades: list[Graded], told: dict[str, int]) -> Counter[str]:
    """How many items have each grade; a grade against the scores is read as its score says if that agrees."""
    items = [grade for grade in grades if grade.paragraph is not paragraph and grade.is_item]
    plain = Counter(family(grade.word) for grade in items)
    wrong = {id(one): family(other.word) for one, other in misplaced(items)}
    mended = Counter(wrong.get(id(grade), family(grade.word)) for grade in items)
    for tally in (mended, Counter(national_word(grade.number) for grade in items)):
        if all(tally[name] == number for name, number in told.items()):
            return tally
    return plain


def _counts_all(text: str, token: Token, together: Decimal) -> bool:
    """Whether a number is said to be of all items, or of items of which the grades make nearly as many."""
    before, behind = text[max(0, token.start - 4) : token.start], text[token.end : token.end + 6]
    if re.search(r"共|总|计$|合计", before) is not None:
        return True
    if _EVALUATED.search(text[max(0, token.start - 16) : token.start]):
        return True
    of_items = re.match(r"(?:自评|参评)?项目[^，。;]", behind) is not None
    return of_items and abs(token.number - together) <= _SLIP


_THING = r"[\u4e00-\u9fff]{2,12}?(?:项目|单位|股室|科室|处室|机构|事业单位|乡镇|指标)"
_FRONT = re.compile(rf"(?P<n>\d{{1,3}})\s?(?:个|家|项)(?P<thing>{_THING})(?=[，,。;、的:()]|$)")
_BACK = re.compile(
    rf"(?P<thing>{_THING})(?:共计|共有|合计|共|有|总数|数)?\s?(?P<n>\d{{1,3}})\s?(?:个|家|项)(?=[，,。;、:()]|$)"
)
_MODIFIERS = re.compile(
    r"^(?:[^\u4e00-\u9fff]|本部门|本单位|本次|涉及|我[局委办厅市县区]|全[市县区年]|办公室|的|共|有|其中|包含|年度?|本|其|下设|下属|所属|纳入)+"
)


def _told_twice(reading: Reading) -> Iterator[Proposal]:
    """The number of one named kind of thing in two sections: 上年结转项目共4个 … 6个上年结转项目."""
    first: dict[str, Token] = {}
    for paragraph in reading.paragraphs:
        if not any(token.unit.word in ("个", "家", "项") for token in paragraph.tokens):
            continue
        tokens = {token.start: token for token in paragraph.tokens}
        for pattern in (_FRONT, _BACK):
            for found in pattern.finditer(paragraph.text):
                token = tokens.get(found.start("n"))
                key = _key(found["thing"])
                if token is None or token.approximate or key is None:
                    continue
                before = first.get(key)
                if before is None:
                    first[key] = token
                elif before.block is not token.block and not (before.depth and token.depth):
                    # Behind the names of two bodies, (…4个三级预算单位) is each one's own.
                    yield Proposal((compared(KIND, token, "=", before, role="count"),))


_SPECIFIC = re.compile(r"结转|内设|直属|追加|下属|预算单位|二级|三级|一级|独立核算|本级")


def _key(thing: str) -> str | None:
    """The thing without its owner; None where it is too general to be the same twice."""
    key = _MODIFIERS.sub("", thing)
    for sign in ("共", "有", "及", "和"):
        key = key.rsplit(sign, 1)[-1]
    found = _SPECIFIC.search(key)
    return key[found.start() :] if found is not None and len(key) >= 5 else None


_INDICATORS = re.compile(r"([一二三]级)指标")
_LEVEL = re.compile(r"(?P<n>\d\d{0,2})\s?个(?P<level>[一二三]级)[指批]标")


def _levels(reading: Reading) -> Iterator[Proposal]:
    """The number of indicators of a level against the form's column of that name."""
    cells: dict[str, set[str]] = {}
    for table in reading.tables:
        for row in table.rows:
            for c, text in row.texts.items():
                header = row.columns[c].header if c in row.columns else ""
                found = _INDICATORS.search(header)
                if found is not None and text and not row.is_total:
                    cells.setdefault(found[1], set()).add(text)
    if not cells:
        return
    for paragraph in reading.paragraphs:
        if "级" not in paragraph.text:
            continue
        tokens = {token.start: token for token in paragraph.tokens}
        for told in _LEVEL.finditer(paragraph.text):
            token, names = tokens.get(told.start("n")), cells.get(told["level"])
            if token is not None and names:
                yield Proposal((against(KIND, token, "=", len(names), role="count"),), asserted=False)
