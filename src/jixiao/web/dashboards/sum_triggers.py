"""The triggers that keep the sums of bodies (`models.MoneySum`, `models.ScoreSum`), in both databases."""

from typing import Final

from jixiao.web.kept_sums import Sums


def _one_if(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def _amount(name: str) -> dict[str, str]:
    """The parts of an amount that are summed apart, see `models.HIGH`."""
    amount = f"coalesce({{row}}.{name}, 0)"
    return {name: f"{amount} % 1000000000", f"{name}_high": f"{amount} / 1000000000"}


MONEY: Final = Sums(
    "dashboards_moneysum",
    "dashboards_standing",
    {
        "fiscal_year": "{row}.fiscal_year",
        "month": "coalesce({row}.month, -1)",  # `models.WHOLE_YEAR`
        "organisation_id": "{row}.organisation_id",
    },
    {
        "projects": "1",
        "budgeted": _one_if("{row}.budget IS NOT NULL"),
        "known": _one_if("{row}.spent IS NOT NULL"),
        **_amount("budget"),
        **_amount("spent"),
        **{lamp: _one_if(f"{{row}}.usual_lamp = '{lamp}'") for lamp in ("red", "yellow", "green")},
    },
    "NOT {row}.deleted",
    ("organisation_id", "fiscal_year", "month", "deleted", "budget", "spent"),
).kept()
SCORES: Final = Sums(
    "dashboards_scoresum",
    "dashboards_formscore",
    {
        "fiscal_year": "{row}.fiscal_year",
        "organisation_id": "{row}.organisation_id",
        "grade": "{row}.grade",
        "of_department": "({row}.project_id IS NULL)",
    },
    {
        "forms": "1",
        "indicators": "{row}.indicators",
        "reached": "{row}.reached",
        "points": "coalesce({row}.percent, 0)",
        "scored": _one_if("{row}.percent IS NOT NULL"),
    },
    "{row}.defect = ''",
    ("organisation_id", "fiscal_year", "project_id", "grade", "percent", "indicators", "reached", "defect"),
).kept()
