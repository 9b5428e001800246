"""Formulas: they give what is printed, never refer to themselves, and are left out where they cannot be right."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.document import Cell
from jixiao.core.ledger import Constant, Entry, Expression, Operation, Term, Total, terms, written
from jixiao.core.look import Mark
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.xlsx.write.figures import Number, number
from jixiao.formats.xlsx.write.formulas import Formulas

HUNDRED = Constant(Decimal(100))
A, B, C = Term("a"), Term("b"), Term("c")


def cell(printed: str) -> Number:
    found = number(Cell(0, 0, printed, marks=(Mark(0, len(printed), "figure", "_jx00001"),)))
    assert found is not None
    return found


def entry(expression: Expression, printed: str, unit: str) -> Entry:
    decimals = len(re.sub(r"[^\d.]", "", printed).partition(".")[2])
    formula = written(expression)
    return Entry("_jx1", printed, None, unit, decimals, "computed", terms(expression), formula, expression)


def sheet(*cells: tuple[str, Expression, str, str]) -> Formulas:
    """Cells by name with what they show."""
    made = Formulas()
    for name, expression, printed, unit in cells:
        made.note(entry(expression, printed, unit), cell(printed), *place(name))
    return made


def place(name: str) -> tuple[int, int]:
    return int(name[1:]), ord(name[0]) - 64


def formula(made: Formulas, name: str, expression: Expression, printed: str, unit: str) -> str | None:
    return made.formula(entry(expression, printed, unit), cell(printed), *place(name))


AMOUNTS = sheet(("B2", A, "10.00", "万元"), ("B3", B, "20.00", "万元"), ("B4", C, "30.00", "万元"))
ABC = Total((A, B, C))


def test_sums_of_neighbours_are_ranges_others_chains() -> None:
    assert formula(AMOUNTS, "B5", ABC, "60.00", "万元") == "=SUM(B2:B4)"
    assert formula(AMOUNTS, "C9", ABC, "60.00", "万元") == "=B2+B3+B4"
    assert formula(AMOUNTS, "B5", Total((A, C)), "40.00", "万元") == "=B2+B4"
    assert formula(AMOUNTS, "B5", Operation("-", A, Operation("-", B, C)), "20.00", "万元") == "=B2-(B3-B4)"


def test_shares_are_rounded_as_printed() -> None:
    share = Operation("*", Operation("/", A, B), HUNDRED)
    assert formula(AMOUNTS, "C2", share, "50.00%", "%") == "=ROUND(B2/B3,4)"
    assert formula(AMOUNTS, "C2", share, "50.00", "%") == "=ROUND(B2/B3*100,2)"
    third = Operation("*", Operation("/", A, C), HUNDRED)
    assert formula(AMOUNTS, "C2", third, "33.33%", "%") == "=ROUND(B2/B4,4)"


def test_a_cell_in_between_is_used() -> None:
    made = sheet(
        ("B2", A, "10.00", "万元"), ("B3", B, "20.00", "万元"), ("B4", Total((A, B)), "30.00", "万元")
    )
    share = Operation("*", Operation("/", A, Total((A, B))), HUNDRED)
    assert formula(made, "C2", share, "33.33%", "%") == "=ROUND(B2/B4,4)"


def test_what_is_not_printed_there_makes_no_formula() -> None:
    assert formula(AMOUNTS, "B5", Total((A, Term("d"))), "60.00", "万元") is None
    assert formula(AMOUNTS, "B5", A, "10.00", "万元") is None
    assert formula(sheet(), "B5", Total(()), "0.00", "万元") is None


def test_a_formula_that_gives_another_figure_is_not_written() -> None:
    assert formula(AMOUNTS, "B5", ABC, "60.01", "万元") is None


def test_units_are_never_mixed() -> None:
    made = sheet(("B2", A, "0.00", "万元"), ("B3", B, "0.00", "元"))
    assert formula(made, "B4", Total((A, B)), "0.00", "万元") is None


def test_nothing_is_divided_by_zero() -> None:
    made = sheet(("B2", A, "0.00", "万元"), ("B3", B, "0.00", "万元"))
    assert formula(made, "C2", Operation("/", A, B), "0.00", "") is None


def test_a_percentage_counts_as_a_hundredth() -> None:
    made = sheet(("B2", A, "50.00%", "%"), ("B3", B, "20.00", "分"))
    points = Operation("/", Operation("*", A, B), HUNDRED)
    assert formula(made, "B4", points, "10.00", "分") == "=ROUND(B2*100*B3/100,2)"


def test_constants_are_never_taken_from_a_cell() -> None:
    made = sheet(("B2", A, "50.00", "分"), ("B3", HUNDRED, "100", "分"))
    assert formula(made, "B4", Operation("/", A, HUNDRED), "0.50", "分") == "=ROUND(B2/100,2)"


LEAVES = st.sampled_from([Term(f"t{at}") for at in range(5)])
EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(
    LEAVES | st.integers(1, 9).map(lambda value: Constant(Decimal(value))),
    lambda parts: st.one_of(
        st.builds(Operation, st.sampled_from(["+", "-", "*", "/"]), parts, parts),
        st.lists(parts, min_size=1, max_size=4).map(lambda found: Total(tuple(found))),
    ),
    max_leaves=8,
)
VALUES = st.lists(st.integers(0, 10**7).map(lambda value: Decimal(value).scaleb(-2)), min_size=5, max_size=5)


def value(expression: Expression, facts: dict[str, Decimal]) -> Decimal:
    """What an expression gives."""
    if isinstance(expression, Term):
        return facts[expression.path]
    if isinstance(expression, Constant):
        return expression.value
    if isinstance(expression, Total):
        return sum((value(part, facts) for part in expression.parts), Decimal())
    left, right = value(expression.left, facts), value(expression.right, facts)
    if expression.sign == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[expression.sign]


def calculated(text: str, cells: dict[str, Decimal]) -> Decimal:
    """What a program makes of a formula."""

    def summed(found: re.Match[str]) -> str:
        rows = range(int(found[1]), int(found[2]) + 1)
        return f"({'+'.join(f'B{row}' for row in rows)})"

    text = re.sub(r"SUM\(B(\d+):B(\d+)\)", summed, text.removeprefix("="))
    rounding = re.fullmatch(r"ROUND\((.*),(\d+)\)", text)
    inner = rounding[1] if rounding else text
    inner = re.sub(r"B\d+|\d+(?:\.\d+)?", lambda found: f"D('{cells.get(found[0], found[0])}')", inner)
    result = Decimal(eval(inner, {"D": Decimal}))  # noqa: S307  # a formula of our own, of digits and signs
    return result.quantize(Decimal(1).scaleb(-int(rounding[2])), ROUND_HALF_UP) if rounding else result


@given(EXPRESSIONS, VALUES)
def test_a_formula_gives_what_is_printed(expression: Expression, values: list[Decimal]) -> None:
    facts = {f"t{at}": one for at, one in enumerate(values)}
    cells = {name_cell(at + 2, 2): one for at, one in enumerate(values)}
    made = sheet(*((name, Term(f"t{at}"), f"{cells[name]:.2f}", "万元") for at, name in enumerate(cells)))
    with localcontext() as context:
        context.prec = 40
        try:
            exact = value(expression, facts)
        except ArithmeticError:
            return
        if abs(exact) > 10**11:
            return
        printed = f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP):.2f}"
        if printed == "-0.00":
            return
        found = formula(made, "B9", expression, printed, "")
        if isinstance(expression, Term | Constant):
            assert found is None
        else:
            assert found is not None
            assert calculated(found, cells) == Decimal(printed)
