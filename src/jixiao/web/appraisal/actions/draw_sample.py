"""Draw departments for a re-check."""

import secrets
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.utils.translation import gettext as _

from jixiao.scoring.table import draw
from jixiao.web.actions import Action, Refused
from jixiao.web.appraisal.models import Appraisal
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.appraisal.totals import departments
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class Named:
    """What a lot is drawn by: rulebook, year and department, as for a row of ``jixiao score --table``."""

    rulebook: str
    year: int
    department: str


@dataclass(frozen=True, slots=True)
class Drawable:
    """A department that may be drawn."""

    pk: int
    code: str
    card: Named


@dataclass(frozen=True, slots=True)
class DrawSample(Action[Appraisal]):
    """A fixed percentage of the departments, rounded up, by a seed: who has the seed draws the same."""

    appraisal: Appraisal
    percent: Decimal
    seed: str = ""

    permission = MANAGES
    verb = "appraisal.draw"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Draw and keep it."""
        del actor
        if not 0 < self.percent <= 100:
            raise Refused({"percent": _("复核比例在 0 和 100 之间。")})
        row = Appraisal.objects.select_for_update(of=("self",)).get(pk=self.appraisal.pk)
        bodies = departments(row)
        count = int((self.percent * len(bodies) / 100).to_integral_value(ROUND_CEILING))
        seed = self.seed.strip()[:60] or secrets.token_hex(4)
        rows = [Drawable(one.pk, one.code, Named(row.rulebook, row.fiscal_year, one.name)) for one in bodies]
        row.percent, row.seed = self.percent, seed
        row.drawn = [one.pk for one in draw(rows, count, seed).rows]
        row.revision += 1
        row.save()
        return row

    def told(self, result: Appraisal) -> dict[str, Any]:
        """By which seed, how many, whom."""
        return {"seed": result.seed, "percent": result.percent, "drawn": result.drawn}
