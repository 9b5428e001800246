"""The score table: ranks, ties, and a sample that anyone can draw again."""

import hashlib
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.scoring.support import dossier, group, rules, scheme

from jixiao.core.scorecard import PublishedResult
from jixiao.core.scoretable import TableRow, Unread
from jixiao.scoring.card import score
from jixiao.scoring.table import draw, lot, rank

CARD = score(dossier(), rules(scheme(group("产出", 100))))


def row(code: str, total: str | None) -> TableRow:
    result = PublishedResult(None if total is None else Decimal(total))
    return TableRow(f"{code}/dossier.toml", code, replace(CARD, department=code, published=result))


def test_equal_scores_share_a_rank_and_the_next_is_left_out() -> None:
    table = rank([row("b", "90"), row("c", None), row("a", "90.0"), row("d", "95"), row("e", "80")])
    assert [(one.code, one.rank) for one in table.rows] == [
        ("d", 1),
        ("a", 2),
        ("b", 2),
        ("e", 4),
        ("c", None),
    ]
    assert [one.origin for one in table.rows] == ["published"] * 4 + ["none"]


def test_what_could_not_be_read_is_kept() -> None:
    unread = Unread("x.toml", (("读不出", "unreadable"),))
    assert rank([], [unread]).unread == (unread,)


def test_the_lot_is_a_published_formula() -> None:
    expected = hashlib.sha256(b"2024:test:2023:a").hexdigest()
    assert lot(row("a", "90"), "2024") == expected
    rows = [row(code, "90") for code in "abcdefgh"]
    assert [one.code for one in draw(rows, 3, "2024").rows] == ["g", "b", "h"]


@given(
    codes=st.sets(st.text("abcdefgh", min_size=1, max_size=3), min_size=1),
    seed=st.text(max_size=5),
    data=st.data(),
)
def test_the_sample_depends_on_the_seed_alone(codes: set[str], seed: str, data: st.DataObject) -> None:
    rows = [row(code, "90") for code in sorted(codes)]
    count = data.draw(st.integers(1, len(rows) + 2))
    first, second = draw(rows, count, seed), draw(data.draw(st.permutations(rows)), count, seed)
    assert first == second
    assert len(first.rows) == min(count, len(rows))
    assert {one.code for one in draw(rows, count - 1, seed).rows} <= {one.code for one in first.rows}
