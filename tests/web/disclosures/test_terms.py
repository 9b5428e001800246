"""Deadlines are the rulebook's, with their source; where it says nothing there is none."""

import datetime as dt

import pytest
from tests.web.disclosures.disclosures import ADDRESS

from jixiao.rulebooks.loading import load, names
from jixiao.web.actions import Refused
from jixiao.web.disclosures.actions.record_disclosure import address_of
from jixiao.web.disclosures.approval_table import dated
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.disclosures.standing import Line, Standing
from jixiao.web.disclosures.terms import EVENTS, Term, term_of
from jixiao.web.organisations.models import Organisation

TERM = Term("公开", "部门决算批复", 20, "Source")


@pytest.mark.parametrize("key", names())
@pytest.mark.parametrize("kind", DisclosureKind)
def test_every_shipped_rulebook_says_until_when(key: str, kind: DisclosureKind) -> None:
    """Twenty days after the approval, by the document that the rulebook names."""
    found = term_of(load(key).rules(2026), kind)
    assert found is not None
    assert (found.days, found.event) == (20, EVENTS[kind])
    assert found.source


def test_before_the_rule_there_is_no_deadline() -> None:
    assert term_of(load("cn").rules(2018), DisclosureKind.BUDGET) is None
    assert term_of(None, DisclosureKind.BUDGET) is None


def test_the_day_of_the_approval_is_not_counted() -> None:
    assert TERM.due(dt.date(2024, 2, 10)) == dt.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("approved", "published", "exempt", "term", "today", "standing", "days"),
    [
        ("", "", "", TERM, "2024-09-01", Standing.BLANK, None),
        ("2024-08-01", "", "", TERM, "2024-08-21", Standing.DUE, None),
        ("2024-08-01", "", "", TERM, "2024-08-22", Standing.LATE, 1),
        ("2024-08-01", "2024-08-21", "", TERM, "2024-12-01", Standing.IN_TIME, None),
        ("2024-08-01", "2024-08-23", "", TERM, "2024-12-01", Standing.OVERRUN, 2),
        ("", "2024-08-23", "", TERM, "2024-12-01", Standing.UNJUDGED, None),
        ("2024-08-01", "2024-08-23", "", None, "2024-12-01", Standing.UNJUDGED, None),
        ("2024-08-01", "", "", None, "2024-12-01", Standing.UNRULED, None),
        ("", "", "", None, "2024-12-01", Standing.BLANK, None),
        ("2024-08-01", "", "Classified", TERM, "2024-12-01", Standing.EXEMPT, None),
        ("", "", "Classified", None, "2024-12-01", Standing.EXEMPT, None),
    ],
)  # fmt: skip
def test_how_it_stands(  # noqa: PLR0913, PLR0917  # what decides it
    approved: str, published: str, exempt: str, term: Term | None, today: str, standing: str, days: int | None
) -> None:
    record = Disclosure(
        fiscal_year=2023, kind="final_accounts", exempt_reason=exempt,
        approved_on=dt.date.fromisoformat(approved) if approved else None,
        published_on=dt.date.fromisoformat(published) if published else None,
    )  # fmt: skip
    line = Line(Organisation(), record, term, dt.date.fromisoformat(today))
    assert (line.standing, line.days) == (standing, days)


@pytest.mark.parametrize(
    ("today", "soon"),
    [("2024-08-13", False), ("2024-08-14", True), ("2024-08-21", True), ("2024-08-22", False)],
)
def test_due_soon_is_within_a_week(today: str, soon: bool) -> None:  # noqa: FBT001
    record = Disclosure(fiscal_year=2023, kind="final_accounts", approved_on=dt.date(2024, 8, 1))
    assert Line(Organisation(), record, TERM, dt.date.fromisoformat(today)).soon is soon


@pytest.mark.parametrize(
    "address", [ADDRESS, "http://10.1.2.3/a?b=1", "https://财政.example.cn/x", f" {ADDRESS} "]
)
def test_addresses(address: str) -> None:
    assert address_of(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "", "www.example.gov.cn", "ftp://example.gov.cn/a", "javascript:alert(1)", "https://", "https://a b.cn",
        "https://name:word@example.gov.cn/", "政府门户网站", "https://example.gov.cn/" + "a" * 500,
    ],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(Refused, match="http"):
        address_of(address)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("45330", "2024-02-08"), ("36526", "2000-01-01"), ("36525", "36525"), ("2024-02-08", "2024-02-08"),
        ("soon", "soon"),
    ],
)  # fmt: skip
def test_days_of_cells(text: str, day: str) -> None:
    assert dated(text) == day
