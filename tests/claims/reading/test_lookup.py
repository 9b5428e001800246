"""Finding the same thing by its name: the index agrees with comparing one by one."""

from hypothesis import given
from hypothesis import strategies as st

from jixiao.claims.reading.lookup import Names, likeness
from jixiao.claims.reading.statements import Statement

LABELS = st.lists(st.sampled_from(["收", "费", "总", "资金", "甲", "乙", "支出", "经费"]), max_size=4)


@given(st.lists(LABELS.map("".join), min_size=1, max_size=5))
def test_names_are_found_as_if_all_were_compared(labels: list[str]) -> None:
    statements = [Statement(at, label, "", 0, 0) for at, label in enumerate(labels)]
    names = Names()
    for statement in statements:
        names.add(statement)
    for statement in statements:
        others = [other for other in statements if other is not statement]
        expected = any(likeness(other.label, statement.label) >= 2 for other in others)
        assert names.returns(statement) == expected
