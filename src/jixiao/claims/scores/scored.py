"""Scores told in running text: each thing with its full mark, score and deduction, in the order of the text.

决策类指标满分15分，得13分；过程类指标满分25分，得21分 tells two things, 综合得分34分 the total of both.
"""

import re
from dataclasses import dataclass, field

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.adding import all_added
from jixiao.claims.scores.band_texts import without_bands
from jixiao.claims.scores.list_levels import level_brackets, set_levels

_IS = r"(?:值|数|情况|各?分别|依次|各|均|为|是|达到?|共计|共|合计|总计|累计|总和|之和|[:=“\"\s])*$"
_ROLES = (
    ("bonus", re.compile(rf"(?:加分|附加分|奖励分?|加)(?:项目?)?(?:得分)?{_IS}")),
    ("deducted", re.compile(rf"(?:扣分|扣减分?|扣除|扣掉|扣了?|失分|失去?|减分|丢分|丢失?)(?:项目?)?{_IS}")),
    ("whole", re.compile(rf"总分{_IS}")),
    (
        "full",
        re.compile(
            rf"(?:满分|(?<![评价核效得])分值|权重分?|标准分|配分|基[准本础]得?分|应得分?|赋分|总分值|参考分|占比?){_IS}"
        ),
    ),
    (
        "score",
        re.compile(
            rf"(?:得分|评分|(?:自评|评价|考核|评审|评定)结果|[评价核效]分值|自评分?|实得分?|(?<!每)(?:自?评)?得|获得?|分数|评价|评定|考核|打分|计分|总评|成绩|评|记)(?:结果|合计|总计)?{_IS}"
        ),
    ),
)
_TOTAL = re.compile(
    r"总|综合|合计|小计|[两二三四五六七八九十]+[大个]*项(?=总|$)|共计|最终|整体|全部|以上|综上|上述|累计|得出|最后|^共$"
)
_GENERIC = re.compile(
    r"(?:评[价审]组|专家组|工作组|小组|评定|经|其中|本次|[本该此各](?:项(?!目)|部分)|自我|我|本|该|此|这|各|每|全|的|共计?|项目|部门|单位|整体|支出|绩效|自评|自查|评价|考核|考评|评审|综合|最终|最后|实际|结果|"
    r"指标体系|评价指标|指标|总体|合计|总计|共计|小计|加总|累计|成绩|[两二三四五六七八九十]+[大个]*项|分值|总|以上|综上|上述|年度|本次|本年|财政|得分|评分|情况|所述|计算|汇总|专家组?|评价组|小组|因此|由此|据此|得出|得到|算出|故|即|后|，|,|/|\d{4}年|[局厅委办院校县市区镇])+"
)
_BASIS = re.compile(
    r"(?:根据|按照|依据|对照|通过|参照|结合|经|按(?=[^，,。;:]{0,8}(?:标准|细则|办法|[计评打]分)))[^，,。;:]*[，,:]"
    r"|(?:根据|按照?|依据?|对照)[^，,。;:\d]{0,12}评分标准(?=属于?|评[为定]|等级|(?:自评|计算|实际|评价|应|实)?(?:得分?|计|评分)\D{0,2}\d)"
)
_MARK = re.compile(r"^\s*[(（]?(?:[一二三四五六七八九十]+|\d{1,2})[)）.、．]\s?")
_LISTED = re.compile(r"^.*?(?:(?:权重|分值|标准分)(?:分别|依次|各)*[为是]|体系设)(?=[\u4e00-\u9fff])")
"""一级指标权重为投入指标20分: what the list is of is no part of the first name."""
_COUNTED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![统会审设合共总估])计$")
_BY_RATE = re.compile(
    r"^(?:[故则]|因此|所以)?按照?(?!每)[^，,。;:]{0,16}?(?:计算|折算|换算|比例|率|计|扣减|%)$"
)
"""预算执行率8分，按93.97%计算得7.52分: how points were worked out is no name."""
_SPLIT = re.compile(r"[，,。;:、()]")
_SEPARATORS = re.compile(r"^(?:分)?\s?(?:[、，,/;+]|和|及|与|以及|\s)+\s?$")
_COMPARES = re.compile(
    r"(?:(?<!占)比(?!例)|较|高于|低于|相差|提高|提升|上升|下降|增加|减少|超过|差距|不低于|不足|达标线)[^，,。;扣]{0,14}$"
)
_OF_OTHERS = re.compile(r"[比较](?:上|去|同|往|计划|预期|全)[^，,。;]{0,12}$")
"""比上年多扣2分 compares; 预算调整较大扣1.5分 tells a reason."""
_LEFT_OUT = re.compile(r"^[，,(][^，,。;]{0,6}(?:[不未]涉及|不适用|不参评)[^，,。;]{0,24}$")
"""满分12分，不涉及甲事项4分，得8分: what does not apply to a thing is neither its full mark nor its score."""
_FULL_COMPARED = re.compile(
    rf"(?:与|和|同|跟|较|比|距离?|离|低于)(?:其|该项|本项)?(?=(?:满分|标准分|分值|权重分?|配分|总分值){_IS})"
)
_SCORES = ("得分", "评分", "分数")
_LEADS_NAME = re.compile(r"的(?!得分|评分|总分|分)[\u4e00-\u9fff]")
"""满分30分的产出指标得28分: the full mark stands before the name of what it is of."""
_SHORT = re.compile(r"^(?:[，,还尚仍])*(?:相差|相距|差距?|少得?|低)[了为]?\s?$")
"""得47分，与满分50分相差3分: what a score is short of its full mark is the deduction."""
_SHORT_OF_FULL = re.compile(r"(?<=[离距较与和比])满分[^，,。;]{0,3}(?:差|少|低)[了为]?\s?$")
"""距满分还差5.4分: what the whole is short of is no full mark."""
_RULES = re.compile(
    r"每[^，。;]{0,16}[扣减加得]|扣完|不得分|得满分(?!\s?\d)|按比例(?!(?:折算|计算)?[计得]?得?分?[为是:]?\s?\d)|否则|如果|如未|评分标准|则得|的得\d|的,得|计算公式|酌情|"
    r"得分\s?=(?!\s?[\d.]+[%分]?\s?[×*])|(?:最高|不超过|上限为?|[≤≥<>])\s?\d+\s?分|分以[上下]的"
)
"""What a rule of scoring says, not a score."""
_STOP = re.compile(r"[。;]")
_ALL_LOST = re.compile(r"(?:共计?|合计|总计|累计|一共)\s?(?:扣|失)分?(?:减|除|掉|了)?[为是:\s]*$")
_LOST = re.compile(r"扣(?:分|减|除|掉|了)?[为是:\s]*$")
_BRACKET = re.compile(r"\(\s?共?\s?$")
_WORKED = re.compile(r"=\s?[\d.]+[%分]?\s?[×*]\s?[\d.]+[%分]?\s?=\s?$")
"""执行率得分=10×94.8%=9.48分: how points were worked out."""
_COUNT = re.compile(r"(?:共|有)?\d+\s?[项个条](?:指标)?$")
_REMARK = re.compile(
    r"\((?:权重|占比?|比重|共)?[为:]?\s?[\d.]+\s?%\)(?=[^(，,。;]{0,8}$)|\((?:含|不含|包括|前)[^()\d分]{1,14}\)(?=[^(，,。;]{0,8}$)"
)
"""A remark between a name and its points: 预算执行率指标(权重10%)得9.3分, 效益类(含满意度)得21分."""
_EACH = re.compile(r"每[项个类条款](?:指标|内容|任务)?(?:满分|分值|权重|均|各|为|是|计|占)*$")
"""5项指标，每项5分: points of each of several things, which are the full mark of none that is told."""
_WHOLE_BEHIND = re.compile(r"\s?\((?:本项|该项)?总分[为:]?\s?$")
"""得17分(总分20分): the full mark in a bracket right behind the score."""
_LIST_BEHIND = re.compile(
    r"(?:[，,]\s?[^，,。;\d]{0,14})?[。，,;]\s?(?:其中[:，,]|具体(?:为|是|得分|情况)[^，,。;\d]{0,8}[:，,])"
)
"""甲县资金绩效评价得分89.75分，等级“良”。具体为: whatever the name, the score is that of a whole."""
_PARALLEL = re.compile(r"(?:得分?|评分)(?:分别|依次)[为是:]?\s*$")
_HEADED = re.compile(r"(?P<name>[\u4e00-\u9fff“”]{2,16})\((?:满分|分值|权重|标准分|配分|共)+[为:]?$")
"""What a bracket with a full mark stands behind."""
_COLON = re.compile(r"[:\s]+$")
_HUNDRED = 100
_SYSTEM = re.compile(r"\s?(?:制|为满分|设[计置]|的?(?:总分|满分)(?:值|数)?[中内里])")
"""采用100分制, 在100分的总分中: what is told of a whole appraisal behind its full mark."""
_GIVEN = re.compile(r"(?:自评|自查|最终|综合评价)[^，,。；;]{0,4}$")
"""Before 总分: it is what was given, not what can be had."""
_WITHIN = re.compile(r"[(，,]?含(?:附加|加|奖励)分[^，,。;]{0,4}$")
"""Bonus points that a total includes (总分110分，含附加分10分) are a remark."""
_REASON = re.compile(r"因|由于")
"""因佐证材料不全扣3分，得97分: a reason for a deduction is no thing that has a score."""
_GOT = re.compile(r"[，,]\s?(?:实际|实|最终)?得分?(?:为|:)?\s?\d")
_NOT_APPLIED = re.compile(r"(?:不适用|[不未]涉及)(?:的|指标|内容|事项|项目?|分值|共|合计|共?计|为|:|\s)*$")
"""Points that do not apply are no full mark of what is told next."""
OPENS = re.compile(r"其中|包括|包含|分为|分别|具体|构成|组成|由|:|看[，,]|\(")


@dataclass(slots=True)
class Scored:
    """One thing and its points; ``lead`` is the text between the figure before and its own first figure."""

    name: str
    lead: str
    depth: int
    figures: dict[str, Token] = field(default_factory=dict)
    is_total: bool = False
    level: int = 0
    """How deep it stands in lists opened by 其中."""
    new_sentence: bool = False
    lost_by_all: bool = False
    """Its deduction may be that of the whole list that it ends: A10分，得9分；B20分，得18分，共扣3分."""
    rate: Token | None = None
    """得分率, where it is told."""

    @property
    def first(self) -> Token:
        """Its first figure."""
        return min(self.figures.values(), key=lambda token: token.start)

    @property
    def end(self) -> int:
        """Where its last figure ends."""
        return max(token.end for token in self.figures.values())

    @property
    def has_both(self) -> bool:
        """Whether full mark and score are told (20分得18分): a full mark behind (满分100分) is of all."""
        return {"bare", "score"} <= self.figures.keys() and self.figures["bare"].start < self.figures[
            "score"
        ].start

    def get(self, role: str) -> Token | None:
        """Its figure in a role; ``bare`` points are those told without a word."""
        return self.figures.get(role)


def scored(paragraph: Paragraph) -> list[Scored]:
    """Everything in a paragraph that has points, in order; rules of scoring are left out."""
    if paragraph.scores is None:
        reader = _Reader(paragraph)
        if paragraph.points:
            for token in paragraph.tokens:
                reader.take(token)
            for one in reader.found:
                _settle(one, alone=len(reader.found) == 1)
            level_brackets(paragraph.text, reader.found)
            set_levels(paragraph.text, reader.found)
        paragraph.scores = reader.found
    return paragraph.scores


class _Reader:
    """Takes figure after figure: into the thing at hand, or as the first of a new one."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.text = paragraph.text
        self.plain = without_bands(paragraph.text)
        self.found: list[Scored] = []
        self.end = 0
        self.role = ""

    def take(self, token: Token) -> None:
        """Sort in the next figure of the paragraph."""
        lead = self.text[self.end : token.start]
        if self.found and token.unit.kind == "percent" and re.search(r"得分率(?:为|是|达|:)*\s*$", lead):
            if not _STOP.search(lead):
                self.found[-1].rate = token
            self.end = token.end
            return
        if token.unit.kind != "score":
            return
        self.end = token.end
        current = self.found[-1] if self.found else None
        if current is not None and _SHORT.match(lead) and self.role == "full" and "score" in current.figures:
            current.figures.setdefault("deducted", token)
            return
        if current is not None and current.name and "score" not in current.figures and _LEFT_OUT.match(lead):
            current.figures.setdefault("left_out", token)
            return
        lead = _FULL_COMPARED.sub("", lead)
        if (
            token.approximate
            or self.plain[token.start].isspace()  # a bound of a grade
            or _WITHIN.search(lead)
            or _SHORT_OF_FULL.search(lead)
            or _NOT_APPLIED.search(lead)
            or (_COMPARES.search(lead) and (not _LOST.search(lead) or _OF_OTHERS.search(lead)))
            or _RULES.search(_BASIS.sub("", self._clause(token)))  # 依据评分标准，… tells no rule
        ):
            self.role = ""
            return
        if _EACH.search(lead):
            self._open(token, lead, "each", _name_before(lead, "", first=current is None), is_total=False)
            return
        self._sort(token, lead)

    def _clause(self, token: Token) -> str:
        """The stretch between full stops or semicolons that holds a figure."""
        start = max(self.text.rfind("。", 0, token.start), self.text.rfind(";", 0, token.start)) + 1
        found = _STOP.search(self.text, token.end)
        return self.plain[start : found.start() if found else len(self.text)]

    def _sort(self, token: Token, lead: str) -> None:
        current = self.found[-1] if self.found else None
        words = _words(lead)
        if current is not None and self._completed(current, token, lead, words):
            return
        last = _SPLIT.split(words)[-1]
        role, name = _role(last)
        head = _HEADED.search(words) if role == "full" and not name else None
        if head is not None:
            last, name = head["name"], head["name"]  # 投入(满分15分)
        if role == "full" and _LEADS_NAME.match(self.text, token.end):
            self._open(token, lead, role, "", is_total=False)
            return
        led = lead[:1] == "的" and current is not None and not current.is_total and not current.name
        if led and current is not None and set(current.figures) == {"full"}:
            current.name, self.role = _GENERIC.sub("", name.removeprefix("的")), role or "score"
            current.figures[self.role] = token
            return
        if not role and _SEPARATORS.match(lead) and current is not None and self.role:
            self._open(token, lead, self.role, "", is_total=False)  # one of a parallel list
            return
        if token.number >= _HUNDRED and _SYSTEM.match(self.text, token.end):
            self._open(token, lead, "full", "", is_total=True)
            return
        summed = all_added(words)
        if summed is not None:
            lost = role == "deducted" and _LOST.search(words) is not None  # 三项共扣2.5分
            told = "" if role in ("bonus", "deducted") and not lost else role  # 四项相加为: none given on top
            score = told or ("score" if summed in _SCORES else "bare")
            self._open(token, lead, score, "", is_total=True)
            return
        if role == "score" and current is not None and _BY_RATE.match(name):
            name = ""
        if not role:
            name = _COUNTED.sub("", _LISTED.sub("", name))
        core = _GENERIC.sub("", name)
        total = bool(_TOTAL.search(last.replace("总分", ""))) and bool(role or not core)
        own = current is not None and role and not core and role not in current.figures
        stopped = _STOP.search(lead) is not None
        if (
            current is not None
            and own
            and not (total and current.name)
            and (not stopped or "score" not in current.figures or _beside(self.text, current, token))
            and (role != "whole" or token.number >= _HUNDRED or _WHOLE_BEHIND.match(lead))
            and not (role == "score" and _REASON.match(current.name))
            and not (role == "full" and ("其中" in lead or "whole" in current.figures or current.has_both))
        ):
            self._join(current, token, role, lead)
            return
        total = total or (role == "score" and _LIST_BEHIND.match(self.text, token.end) is not None)
        own = bool(role) and not core
        if own and (current is None or (stopped and role == "full" and token.number < _HUNDRED)):
            core = _name_before(words, last, first=current is None)
            own = not core or (current is None and not (role == "full" and token.number < _HUNDRED))
        self._open(token, lead, role or "bare", core, is_total=total or own)

    def _loses(self, current: Scored, lead: str, words: str) -> bool:
        """Whether a deduction with its reason is of the thing whose full mark stands right before it.

        资金管理10分，因3个县结算不及时扣0.5分，得9.5分.
        """
        role, name = _role(_SPLIT.split(words)[-1])
        mark = set(current.figures) in ({"bare"}, {"full"}) and bool(current.name) and not current.is_total
        reason = _REASON.match(name) is not None and lead[:1] in "，," and _STOP.search(lead) is None
        behind = _GOT.match(self.text, self.end)
        return mark and role == "deducted" and reason and behind is not None

    def _completed(self, current: Scored, token: Token, lead: str, words: str) -> bool:
        """Take the other figure of points that have one without a word; open a list of scores alone."""
        if self._loses(current, lead, words):
            self._join(current, token, "deducted", lead)
            return True
        bare = set(current.figures) == {"bare"}
        if bare and lead.strip() == "/":  # 48/50分, 预算编制/50分/48分
            first = current.figures["bare"]
            score, full = (first, token) if first.number <= token.number else (token, first)
            current.figures = {"score": score, "full": full}
        elif bare and lead.strip() == ")":  # 预算编制(15分)14分
            current.figures = {"full": current.figures["bare"], "score": token}
            current.depth, self.role = token.depth, "score"
        elif _PARALLEL.search(words) and current.figures.keys() <= {"full", "bare"} and len(self.found) > 1:
            self._open(token, lead, "score", "", is_total=False)  # 分值分别为…，得分分别为…
        else:
            return False
        return True

    def _join(self, current: Scored, token: Token, role: str, lead: str) -> None:
        """One more figure of the thing at hand."""
        if role == "whole" and _WHOLE_BEHIND.match(lead) and "full" not in current.figures:
            role = "full"
        current.figures[role] = token
        several = len(self.found) > 1 and len(self.found[-2].figures.keys() & {"full", "bare", "score"}) > 1
        current.lost_by_all = role == "deducted" and several and _ALL_LOST.search(lead) is not None
        current.depth = min(current.depth, token.depth)
        self.role = role

    def _open(self, token: Token, lead: str, role: str, name: str, *, is_total: bool) -> None:
        self.role = role
        self.found.append(
            Scored(
                name,
                lead,
                token.depth - self._is_remark(token),
                {role: token},
                is_total=is_total,
                new_sentence="。" in lead,
            )
        )

    def _is_remark(self, token: Token) -> bool:
        """Whether brackets hold only the points, where others have none: 产出35分、效果(20分)."""
        before = self.found[-1] if self.found else None
        alone = self.text[: token.start].rstrip().endswith("(") and self.text.startswith(")", token.end)
        return alone and before is not None and not before.is_total and before.depth == token.depth - 1


def _name_before(words: str, last: str, *, first: bool) -> str:
    """The name a clause before the words of points: （一）预算管理，得分12.5分; 过程类6项，满分22分."""
    earlier = words if first else _STOP.split(words)[-1]
    earlier = earlier[: len(earlier) - len(last)]
    if first:
        earlier = _BASIS.sub("", _MARK.sub("", earlier))
    return _GENERIC.sub("", _COUNT.sub("", earlier.rstrip("，, :;(")))


def _words(lead: str) -> str:
    """What stands before a figure without its bracket, colon, product and remark on its weight."""
    bracket = _BRACKET.search(lead)
    words = lead if bracket is None else lead[: bracket.start()]
    return _REMARK.sub("", _COLON.sub("", _WORKED.sub("", words)))


def _beside(text: str, one: Scored, token: Token) -> bool:
    """Whether a figure stands in the bracket of the others: （标准分：30分；得分：26分；扣分：4分）."""
    between = text[one.first.start : token.start]
    return token.depth == one.depth > 0 and ")" not in between and "。" not in between


def _role(words: str) -> tuple[str, str]:
    """The role that the last words before a figure give it, and what remains of them as a name."""
    for role, pattern in _ROLES:
        found = pattern.search(words)
        if found is not None:
            return role, words[: found.start()]
    return "", words


def _settle(one: Scored, *, alone: bool) -> None:
    """总分 is the full mark beside a score and from a hundred on, unless 自评总分 is all that is told.

    Bare points are the full mark, too, beside a score.
    """
    whole = one.figures.pop("whole", None)
    if whole is not None:
        given = alone and not one.figures and _GIVEN.search(one.lead) is not None
        full = "score" in one.figures or (whole.number >= _HUNDRED and not given)
        one.figures.setdefault("full" if full else "score", whole)
    if "bare" in one.figures and "full" in one.figures:
        one.figures.setdefault("score", one.figures.pop("bare"))
    if "bare" in one.figures and ("score" in one.figures or "deducted" in one.figures):
        one.figures.setdefault("full", one.figures.pop("bare"))
