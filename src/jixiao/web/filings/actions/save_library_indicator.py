"""Add an indicator to the library, or change one."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused, unchanged
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.filings.sheets import OPERATORS
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class SaveLibraryIndicator(Action[LibraryIndicator]):
    """The indicator as filled in; ``revision`` is that of the page. Forms that took it over stay."""

    indicator: LibraryIndicator
    revision: int = 0

    permission = OPENS
    verb = "filings.save_library_indicator"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.indicator.jurisdiction

    def perform(self, actor: User) -> LibraryIndicator:
        """Save; nothing stands twice in the library."""
        del actor
        one = self.indicator
        if one.pk:
            stored = unchanged(one, self.revision)
            if stored.jurisdiction_id != one.jurisdiction_id:
                raise Refused(_("不能换到别的地区；请在那里另加。"))
        if one.jurisdiction.kind != Kind.JURISDICTION:
            raise Refused(_("指标库设在地区。"))
        one.full_clean()
        if one.operator and one.operator not in OPERATORS:
            raise Refused({"operator": _("只能填：%(choices)s") % {"choices": "、".join(OPERATORS)}})
        if one.kind == LibraryKind.SECTOR and not one.sector.strip():
            raise Refused({"sector": _("行业指标要写行业。")})
        # No constraint says what is the same, so that two who save at once go one after the other.
        Organisation.objects.select_for_update().get(pk=one.jurisdiction_id)
        same = LibraryIndicator.objects.in_use().filter(
            jurisdiction=one.jurisdiction,
            level1=one.level1,
            level2=one.level2,
            name=one.name,
            sector=one.sector,
        )
        if same.exclude(pk=one.pk).exists():
            raise Refused({"name": _("指标库里已有这个指标。")})
        one.save()
        return one

    def told(self, result: LibraryIndicator) -> dict[str, Any]:
        """What it says now."""
        return {"name": result.name, "target": f"{result.operator}{result.target}{result.unit}"}
