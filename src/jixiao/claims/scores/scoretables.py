"""Tables of weights and scores: rows to section weights, to the total row, and to the total in the text."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, equation, quantity
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.scoresheets import (
    Sheet,
    forms_of,
    heads,
    is_evaluated,
    is_mean,
    score_total,
    sheets_of,
)
from jixiao.claims.scores.scoring import Appraisal, Entry, added, children
from jixiao.claims.scores.section_points import Named, of_sections
from jixiao.claims.scores.subtotals import of_subtotals, subtotal_claims
from jixiao.claims.scores.weights import hundred
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

_KIND = "score_sum"
_CONCLUSION = re.compile(r"评价结论|总分|总得分|自评得分|综合得分|最终得分|评价得分|合计|总计")
_DIGITS = 2
"""So many digits that two totals of one table, out of a hundred, are one where a slip sets them apart."""
_LONG_LIST = 8
"""Scores that a table lists in full, and no part of it alone."""
_OTHERS = re.compile(r"复核|复评|财政|抽查|部门评价|上年|去年|折算|换算|平均")

_PLACED = frozenset(("full", "score", "plan", "main", "rate", "share", "growth", "change", "base"))
"""Columns whose figures in a total row are their own: amounts of projects and their rates, beside scores."""
_OF_ITEMS = frozenset(("target", "actual", "operator", "unit", "full", "score"))
"""Columns that a total row leaves empty, and those of its points."""


def table_claims(reading: Reading, told: Appraisal, named: list[Named]) -> Iterator[Proposal | Observation]:
    """Everything that tables say about scores; ``named`` are points of sections that the text tells."""
    sheets: list[Sheet] = []
    for table in reading.tables:
        own = list(sheets_of(table))
        sheets.extend(own)
        for form in forms_of(own):
            for position, sheet in enumerate(form):
                yield from _of_sheet(sheet, form[:position])
            yield from _hundred(form)
        for sheet in own:
            yield from subtotal_claims(sheet)
            yield from of_sections(sheet, named)
    yield from _text_totals(told, sheets)


def _of_sheet(sheet: Sheet, earlier: list[Sheet]) -> Iterator[Proposal]:
    before = [token for one in earlier for token in one.full]
    for row in sheet.totals:
        yield from _total_row(sheet, row, earlier)
        yield from of_subtotals(sheet, row)
    for head, parts in heads(sheet):
        yield Proposal((_equation(head, parts),), asserted=len(parts) > 1 and not sheet.ragged)
    for row in sheet.rows:
        if (
            row.tokens
            and not row.is_total
            and _CONCLUSION.search(row.label)
            and sheet.full
            and len(row.tokens) == 1
        ):
            token = next(iter(row.tokens.values()))
            if token.unit.kind not in ("score", "number"):
                continue
            total = score_total(sheet)
            if total is not None:
                again = compared(_KIND, _points(token), "=", _points(total), role="score")
                yield Proposal((again,), asserted=False)  # a conclusion may be another body's score
            if token.number != Decimal(100):
                yield _within([*before, *sheet.full], token, sheet)


def _within(fulls: list[Token], token: Token, sheet: Sheet) -> Proposal:
    """A conclusion cannot exceed what the weights allow; it equals the scores where all are given."""
    if sheet.score and not sheet.blanks:
        return Proposal((_equation(token, sheet.score),), asserted=False)
    operands = tuple(Operand(_points(t), "full") for t in fulls)
    return Proposal((Relation(_KIND, "sum", token.build(), operands, "inferred", comparator="≤"),))


def _total_row(sheet: Sheet, row: Row, earlier: list[Sheet]) -> Iterator[Proposal]:
    before = [token for one in earlier for token in one.full]
    roles = {c: row.columns[c].role for c in row.tokens if c in row.columns and not is_mean(row.columns[c])}
    fulls = [row.tokens[c] for c, role in sorted(roles.items()) if role == "full"]
    weight = fulls[-1] if fulls else None  # 标准分, 适用分: of what applies the scores are given
    points = next((row.tokens[c] for c, role in roles.items() if role == "score"), None)
    own = _own_columns(sheet)
    loose = [
        row.tokens[c]
        for c in sorted(row.tokens)
        if roles.get(c) not in _PLACED and c not in own and not (c in row.columns and is_mean(row.columns[c]))
    ]
    if weight is None and points is None and loose:
        if len(loose) >= 2 and sheet.score:
            weight, points = loose[-2], loose[-1]
        elif not sheet.score:
            weight = loose[0]
        else:
            yield from _either(sheet, loose[0], before)
            return
    scored = [token for one in earlier for token in one.score]
    whole = sheet.whole and all(one.whole for one in earlier)
    meant = _with_earlier(weight, points, sheet, before, scored) if before and whole else None
    fulls, scores = ([*before, *sheet.full], [*scored, *sheet.score]) if meant else (sheet.full, sheet.score)
    if weight is not None and len(fulls) > 1:
        weights = _readings(weight, sheet.full, before) if meant is None else (_equation(weight, fulls),)
        yield Proposal(weights, asserted=not sheet.ragged)
    if points is not None and len(scores) > 1:
        sure = sheet.whole and (meant is not None or not before)
        readings: tuple[Relation, ...] = (_equation(points, scores),)
        if scored and not before:  # the execution has a score and no full mark
            readings = (_equation(points, [*scored, *sheet.score]), *readings)
        yield Proposal(readings, asserted=sure)


def _with_earlier(
    weight: Token | None, points: Token | None, sheet: Sheet, before: list[Token], scored: list[Token]
) -> bool | None:
    """Whether a total row is also of the parts above (the budget's execution); None where neither tells.

    The scores tell it best: full marks come in tens, so that a wrong one may make the total by chance.
    """
    if len(before) != len(scored):
        return None
    told = ((points, sheet.score, scored), (weight, sheet.full, before))
    for total, own, above in told:
        if total is None or not own or not added(above):
            continue
        alone = added(own) == total.number
        if alone != (added([*above, *own]) == total.number):
            return not alone
    return None


def _own_columns(sheet: Sheet) -> set[int]:
    """Columns of amounts that most rows fill: a figure of the total row below them is no score.

    So is one below a column that some rows fill with amounts of its size (结余数 of projects that have any).
    """
    items = [row for row in sheet.rows if row.tokens and row not in sheet.totals]
    filled = Counter(
        c for row in items for c in row.tokens if c in row.columns and row.columns[c].role not in _OF_ITEMS
    )
    money = {
        c
        for row in items
        for c, token in row.tokens.items()
        if filled[c] > 1 and token.number > HUNDRED and not row.columns[c].role
    }
    return {c for c, times in filled.items() if times * 2 > len(items) > 1} | money


def _readings(total: Token, parts: list[Token], before: list[Token]) -> tuple[Relation, ...]:
    own = _equation(total, parts)
    return (own, _equation(total, [*before, *parts])) if before else (own,)


def _either(sheet: Sheet, total: Token, before: list[Token]) -> Iterator[Proposal]:
    """One figure in the total row of weights and scores: it belongs to the one that it equals."""
    weights = _readings(total, sheet.full, before) if len(sheet.full) > 1 else ()
    scores = (_equation(total, sheet.score),) if len(sheet.score) > 1 else ()
    readings = (*weights, *scores)
    if readings:
        yield Proposal(readings, asserted=sheet.whole)


def _points(token: Token) -> Quantity:
    """The figure as points, whatever unit its row has (the weight of an indicator in %)."""
    return quantity(token, SCORE)


def _equation(total: Token, parts: list[Token]) -> Relation:
    return equation(_KIND, _points(total), [_points(part) for part in parts])


def _hundred(sheets: list[Sheet]) -> Iterator[Proposal | Observation]:
    """All weights of a table make 100."""
    fulls = [token for sheet in sheets for token in sheet.full]
    if any(sheet.ragged or (sheet.score and not sheet.full) for sheet in sheets):
        return  # columns are unsure, or the execution has a score whose full mark is not told
    total = added(fulls)
    if len(fulls) < 4 or total < 50:
        return
    for sheet in sheets:  # a total row that fails tells it already
        for row in sheet.totals:
            if len(sheet.full) > 1 and any(t.number > 50 for t in row.tokens.values()):
                numbers = [t.number for t in row.tokens.values()]
                told = HUNDRED in numbers and total != HUNDRED
                if told or (total not in numbers and added(sheet.full) not in numbers):
                    return
    if total != 100 or not any(sheet.totals for sheet in sheets):
        yield hundred(fulls, targets=not any(map(is_evaluated, sheets)))


def _text_totals(told: Appraisal, sheets: list[Sheet]) -> Iterator[Proposal]:
    """The total that the text announces before (or repeats after) its table of scores."""
    scored = [sheet for sheet in sheets if len(sheet.score) > 1]
    only = len(scored) == 1 and told.is_of_one
    for entry in told.entries:
        if not entry.is_total or entry.score is None:
            continue
        if any(part.score is not None for part in children(told, entry)[0]):
            continue  # the total of lines; weights told before it are no list of scores
        for sheet in scored:
            near = -4 <= sheet.table.block.index - entry.node.block <= 6
            if not near and only:
                yield from _slipped(entry, sheet, only=True)
            if near:
                relation = _equation(entry.score, sheet.score)
                announced = bool(re.search(r"(?:如下|下|附)表|情况如下", entry.node.text))
                after = sheet.table.block.index > entry.node.block
                yield Proposal(
                    (relation,),
                    asserted=announced
                    and after
                    and sheet.whole
                    and not sheet.totals
                    and (_close(relation, entry) or _all_but_a_digit(relation, entry, sheet)),
                )
                total = score_total(sheet)
                if total is not None and announced and after:
                    yield Proposal(
                        (compared(_KIND, entry.score, "=", _points(total), role="score"),),
                        asserted=_same_scale(entry, total),
                    )
                else:
                    yield from _slipped(entry, sheet, only=only)
                break


def _slipped(entry: Entry, sheet: Sheet, *, only: bool) -> Iterator[Proposal]:
    """The total of the text against the total row: equal, or, of the only thing, a slip of the pen apart."""
    total = score_total(sheet)
    if total is not None and entry.score is not None:
        told = (token.number for row in sheet.totals for token in row.tokens.values())
        whole = HUNDRED in (added(sheet.full), *told) and not _OTHERS.search(entry.node.text)
        slip = only and whole and a_slip_apart(total, entry.score, _DIGITS)
        yield Proposal((compared("restated", entry.score, "=", _points(total), role="score"),), asserted=slip)


def _close(relation: Relation, entry: Entry) -> bool:
    outcome = decide(relation)
    return (
        entry.score is not None
        and outcome.computed is not None
        and abs(outcome.computed - entry.score.number) * 5 <= entry.score.number
    )


def _all_but_a_digit(relation: Relation, entry: Entry, sheet: Sheet) -> bool:
    """Whether a long list of scores misses the total announced by one digit, and is no short of its marks."""
    computed = decide(relation).computed
    return (
        entry.score is not None
        and computed is not None
        and len(sheet.score) >= _LONG_LIST
        and len(sheet.full) == len(sheet.score)
        and all(score.number <= full.number for full, score in zip(sheet.full, sheet.score, strict=True))
        and one_slip_apart(entry.score.build(), computed)
    )


def _same_scale(entry: Entry, total: Token) -> bool:
    return entry.score is not None and abs(total.number - entry.score.number) * 5 <= entry.score.number
