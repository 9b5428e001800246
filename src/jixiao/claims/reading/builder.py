"""Building statements: which figures of a text tell of one thing, and in which roles."""

import re
from dataclasses import replace
from itertools import islice, takewhile
from operator import attrgetter

from jixiao.claims.reading.belonging import (
    completes,
    is_done,
    is_fresh,
    is_last_years,
    is_like,
    is_of_later_year,
    put_each,
    starts_later_year,
    without_their_total,
)
from jixiao.claims.reading.counterparts import (
    CALLED_PLAN,
    has_plan,
    is_adjusted_from,
    is_called_plan,
    is_compared,
    is_denominator,
    is_divisor,
    is_milestone,
    is_of_plan,
    is_outturn_of,
    is_parted_outturn,
    is_prior,
    is_readjusted,
    is_told_behind,
    is_told_last,
    is_unlabelled_rate,
    is_whole_plan,
    tells_plan_and_outturn,
)
from jixiao.claims.reading.enclosed import enclosed
from jixiao.claims.reading.given import is_done_of_due, is_given_behind, is_of_bracketed, is_spent_of
from jixiao.claims.reading.items import label_of
from jixiao.claims.reading.joined import (
    is_next_share,
    is_part_told_last,
    is_start_of_change,
    is_told_after_stages,
)
from jixiao.claims.reading.leads import about_plan, names_of, period_of, without_cues
from jixiao.claims.reading.role_words import Role
from jixiao.claims.reading.roles import role_of
from jixiao.claims.reading.statements import Context, Statement
from jixiao.claims.reading.tokens import Token

_PAIR = 2
_START, _END = attrgetter("start"), attrgetter("end")
_PARALLEL = re.compile(r"^\s?(?:[、,，;；和及与]|以及)\s?$")
_SENTENCE_END = re.compile(r"[。！？!?；;](?:(?<![；;])|(?=[^；;]{0,40}其中))")
_DEPENDENT = {
    "change",
    "base",
    "growth",
    "annual",
    "share",
    "rate",
    "points",
    "whole",
    "saved",
    "gained",
    "excess",
}


_PER_UNIT = re.compile(r"^\s?/\s?(?:平方米|公里|[人户亩吨个年月天日次米辆套台件]|人次|人年|人月)")
"""23.5万元/公里: what an amount is told for one of names no other thing."""
_COUNTED = re.compile(r"^[\u4e00-\u9fff]{1,6}(?=[，,]\s?占|的\s*$)")
"""6个乡镇，占全县15个乡镇的40%: the noun behind a number of things is theirs, and no new thing."""
_OF_EACH = re.compile(r"(?:[两三四五六]者|[两三四五六]项|对应|相应)的?(?:金额|数额|规模)?(?:分别|依次|各)")
"""甲占a%，乙占b%；两者金额分别为A、B: of the things whose shares were told."""
_QUOTIENTS = {"share", "growth", "rate"}
_COMPARISON = re.compile(r"^[^，,]*[，,]")


class Builder:
    """Builds the statements of one block's text from its tokens."""

    def __init__(self, text: str, tokens: list[Token], context: Context, start_index: int) -> None:
        self.text = text
        self.tokens = tokens
        self.context = context
        self.next_index = start_index
        self.statements: list[Statement] = []
        self.sentence = context.first_sentence
        self.depth = 0
        self.groups = start_index
        self.lists: dict[int, list[Statement]] = {}  # the statements of each parallel list
        self.enclosed = enclosed(text, tokens)

    def build(self) -> list[Statement]:
        """All statements of the text, in order."""
        runs = self._runs()
        end, before = 0, runs[0][0] if runs else None
        current: Statement | None = None
        outer: list[Statement | None] = []
        for run in runs:
            first = run[0]
            lead = self.text[end : first.start]
            if _SENTENCE_END.search(lead):
                self.sentence += 1
            for sign in self.enclosed.brackets(lead, end):
                if sign == "(":
                    outer.append(current)
                    self.depth += 1
                elif self.depth:
                    self.depth -= 1
                    current = outer.pop() or current
            lead = self.enclosed.opened(lead, end)
            if "/" in lead:
                lead = _PER_UNIT.sub(lambda per: " " * len(per.group()), lead)
            first.lead = lead
            for token in run:
                token.sentence, token.depth = self.sentence, self.depth
            if before is not None and end and is_called_plan(self.text, before):
                lead = CALLED_PLAN.sub(lambda noun: "，".rjust(len(noun.group())), lead, count=1)
            if before is not None and end and before.unit.kind == "count":
                lead = _COUNTED.sub(lambda noun: " " * len(noun.group()), lead)
            current = self._place(run, lead, current)
            end, before = run[-1].end, run[-1]
        for statement, following in zip(self.statements, self.statements[1:], strict=False):
            last = max(map(_END, statement.roles.values()))
            statement.opener = self.text[last : min(map(_START, following.roles.values()))]
        return self.statements

    def _runs(self) -> list[list[Token]]:
        """Tokens joined by nothing but list signs: 12.3、4.5和6.7亿元."""
        runs: list[list[Token]] = []
        for token in self.tokens:
            if runs:
                before = runs[-1][-1]
                if before.unit.kind == token.unit.kind and _PARALLEL.match(
                    self.text[before.end : token.start]
                ):
                    runs[-1].append(token)
                    continue
            runs.append([token])
        return runs

    def _place(self, run: list[Token], lead: str, current: Statement | None) -> Statement:
        role = self._role(run, lead)
        if current is not None:
            if self._same_sentence(current):
                role = self._counterpart(run[0], lead, role, current)
                divisor = is_divisor(self.text, run[0], lead, current) or is_denominator(
                    self.text, run[0], lead, current
                )
                if role.name == "main" and len(run) == 1 and is_milestone(run[0], lead, current):
                    current.put(run[0], Role("milestone"))
                    return current
                given = divisor or is_given_behind(self.text, run[0], lead, current)
                if role.name == "main" and len(run) == 1 and given:
                    current.put(run[0], Role("plan"))
                    return current
            if role.name == "level" and is_next_share(self.text, run[0], lead, self.statements):
                return self._open(run[0], lead, replace(current.how["share"], again=True))
            bare = lead.strip() == "(" or run[0].index in self.enclosed.shares
            if role.name == "rate" and lead.strip() in ("的", "") and self._is_of_whole(current):
                role = Role("share")
            elif role.name == "level" and is_unlabelled_rate(self.text, run[0], lead, current):
                role = Role("rate", whole=lead)
            elif role.name == "level" and bare and has_plan(current):
                role = Role("rate", bare=True)
            elif role.name == "level" and bare and "share" not in current.roles:
                role = Role("share", bare=True)
        if len(run) > 1:
            return self._place_list(run, lead, role, current)
        return (
            self._joined(run[0], lead, role, current)
            or self._of_years(run[0], lead, role, current)
            or self._place_one(run[0], lead, role, current)
        )

    def _role(self, run: list[Token], lead: str) -> Role:
        """The role by the words before a figure, and by those behind it that call it a plan or a basis."""
        role = role_of(run[0].unit.kind, lead)
        if role.name == "main" and is_called_plan(self.text, run[-1]):
            return Role("plan")
        if role.name == "base" and len(run) == 1 and is_adjusted_from(self.text, run[0], lead):
            return Role("initial")
        if role.name == "main" and len(run) == 1 and is_start_of_change(self.text, run[0], lead):
            return Role("base")
        return role

    def _joined(self, token: Token, lead: str, role: Role, current: Statement | None) -> Statement | None:
        """The statement that an amount is joined to by words that name nothing of its own."""
        if current is None or role.name != "main" or not self._same_sentence(current):
            return None
        if is_told_after_stages(lead, self.statements) or is_parted_outturn(token, lead, self.statements):
            current = self.statements[-2]
        elif is_part_told_last(lead, current):
            current.label = label_of(lead).removeprefix("即")
        else:
            return None
        current.put(token, role)
        return current

    def _of_years(self, token: Token, lead: str, role: Role, current: Statement | None) -> Statement | None:
        """The statement of a change that names its own year, with what it starts from; None elsewhere."""
        if current is not None and is_last_years(current, role, lead):
            current.make_base()
        before = starts_later_year(current, role, lead)
        if before is None or before.main is None:
            return None
        opened = self._open(token, lead, role)
        if before.main.unit.name == token.unit.name:
            opened.roles["base"] = before.main
        return opened

    def _counterpart(self, token: Token, lead: str, role: Role, current: Statement) -> Role:
        """The role of a figure, where the statement that its sentence is about gives it another."""
        if role.name == "main" and is_prior(token, lead, current, self.context.year):
            return Role("base")
        if role.name == "main" and is_readjusted(token, lead, current):
            if "initial" not in current.roles:
                current.put(current.roles.pop("plan"), Role("initial"))
            return Role("plan")
        if role.name == "main" and is_whole_plan(token, lead, self.statements):
            return Role("plan")
        if role.name == "share" and (is_of_plan(role.whole, current) or is_of_bracketed(lead, current)):
            return Role("rate", whole=role.whole)
        return role

    @staticmethod
    def _is_of_whole(current: Statement) -> bool:
        return "whole" in current.roles and "share" not in current.roles

    def _same_sentence(self, current: Statement | None) -> bool:
        return current is not None and current.sentence == self.sentence

    def _is_first_base(self, token: Token, lead: str, current: Statement) -> bool:
        return self._same_sentence(current) and is_compared(token, lead, current)

    def _is_outturn(self, current: Statement, token: Token, lead: str) -> bool:
        """Whether it makes the amount before its plan, where no other plan is told."""
        return (
            self._same_sentence(current)
            and (
                is_outturn_of(current, token, lead)
                or is_spent_of(current, token, lead)
                or is_done_of_due(current, token, lead)
            )
            and not any(
                s.sentence == self.sentence and s.roles.keys() & {"plan", "initial"} and "main" not in s.roles
                for s in self.statements[-3:-1]
            )
        )

    def _is_alone(self, current: Statement) -> bool:
        """Whether a statement is the only one of its sentence, so that the next sentence can only mean it."""
        if current.sentence != self.sentence - 1:
            return False
        since = takewhile(lambda s: s.sentence >= current.sentence, reversed(self.statements))
        return sum(s.sentence == current.sentence for s in since) == 1

    def _place_one(self, token: Token, lead: str, role: Role, current: Statement | None) -> Statement:
        if is_of_later_year(current, role, lead):
            current = None
        if current is not None and role.name == "main" and self._is_first_base(token, lead, current):
            current.label = label_of(_COMPARISON.sub("", lead))
            current.put(token, role)
            return current
        fresh = is_fresh(lead, role, current)
        if current is not None and not fresh and role.name not in current.roles:
            if (
                role.name in ("change", "base", "whole", "saved", "gained", "excess")
                and current.amount is not None
                and current.amount.unit.kind != token.unit.kind
                and token.unit.kind in ("yuan", "count")
            ):
                return self._open(token, lead, role)
            if role.name in _DEPENDENT and (self._same_sentence(current) or self._is_alone(current)):
                current.put(token, role)
                return current
            if (
                role.name in ("main", "plan", "initial")
                and self._same_sentence(current)
                and is_like(current, token)
                and (
                    completes(current, role.name, lead)
                    or (role.name != "main" and is_told_behind(self.text, token, lead, current))
                    or (role.name != "main" and is_told_last(token, lead, current))
                )
            ):
                current.put(token, role)
                return current
            if (
                self._same_sentence(current)
                and role.name in ("full", "score", "deducted", "level")
                and token.unit.kind != "yuan"
            ):
                current.put(token, role)
                return current
        if (
            current is not None
            and role.name == "main"
            and current.roles.keys() <= {"plan", "initial", "rate"}
            and self._same_sentence(current)
            and (plan := current.get("plan")) is not None
            and plan.unit.kind == token.unit.kind
            and is_done(lead)
        ):
            current.put(token, role)
            return current
        if current is not None and role.name == "main" and self._is_outturn(current, token, lead):
            current.put(current.roles.pop("main"), Role("plan"))
            current.put(token, role)
            return current
        if (
            current is not None
            and role.name == "plan"
            and current.roles.keys() == {"initial"}
            and self._same_sentence(current)
        ):
            current.put(token, role)
            return current
        if (
            current is not None
            and fresh
            and role.name in ("plan", "initial", "rate")
            and self._same_sentence(current)
            and about_plan(lead, role)
            and role.name not in current.roles
        ):
            current.put(token, role)
            return current
        return self._open(token, lead, role)

    def _open(self, token: Token, lead: str, role: Role) -> Statement:
        statement = Statement(
            index=self.next_index,
            label=label_of(without_cues(lead, role.name)) or label_of(lead),
            lead=lead,
            sentence=self.sentence,
            block=self.context.block,
            depth=self.depth,
            period=period_of(lead),
            mark_style=self.context.mark_style,
            mark_level=self.context.mark_level,
            section=self.context.section,
            subject=self.context.subject,
            list_number=self.context.list_number,
        )
        self.next_index += 1
        statement.put(token, role)
        self.statements.append(statement)
        return statement

    def _place_list(self, run: list[Token], lead: str, role: Role, current: Statement | None) -> Statement:
        """Several figures for several things: those named before, or those of the last list."""
        if len(run) == _PAIR and run[0].unit.kind == "yuan" and tells_plan_and_outturn(lead):
            statement = self._open(run[0], lead, Role("plan"))
            statement.put(run[1], Role("main"))
            return statement
        labels = names_of(lead, len(run))
        anew = bool(labels) and current is not None and current.sentence != self.sentence
        known = None if anew else self._put_on_known(run, role, current)
        if known is not None:
            return known
        self.groups += 1
        made: list[Statement] = []
        for position, token in enumerate(run):
            statement = self._open(token, lead, role)
            statement.group = self.groups
            if labels:
                statement.label = labels[position]
            made.append(statement)
        self.lists[self.groups] = made
        return made[-1]

    def _put_on_known(self, run: list[Token], role: Role, current: Statement | None) -> Statement | None:
        """Figures of things told before: of the last list, or the last things of the sentence."""
        group = self.lists.get(current.group, []) if current else []
        if len(group) == len(run) and all(role.name not in s.roles for s in group):
            return put_each(group, run, role)
        members = [s for s in self.lists.get(self.groups, []) if role.name not in s.roles]
        if role.name in _DEPENDENT and len(members) == len(run) and self.sentence - members[-1].sentence <= 1:
            return put_each(members, run, role)
        if role.name in _DEPENDENT:
            own = takewhile(lambda s: s.sentence == self.sentence, reversed(self.statements))
            told = (s for s in own if "main" in s.roles and role.name not in s.roles)
            recent = without_their_total([*islice(told, len(run) + 1)][::-1], len(run))
            if len(recent) == len(run):
                return put_each(recent, run, role)
        if role.name == "main" and _OF_EACH.search(run[0].lead):
            before = takewhile(lambda s: s.sentence == self.sentence, reversed(self.statements))
            shared = [*islice((s for s in before if s.roles.keys() & _QUOTIENTS), len(run) + 1)][::-1]
            if len(shared) == len(run) and all("main" not in s.roles for s in shared):
                return put_each(shared, run, role)
        return None
