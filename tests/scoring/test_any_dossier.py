"""Whatever a dossier holds, it is scored and shown, and nothing that is not computed has points."""

import json

from hypothesis import given, settings
from tests.dossiers.strategies import dossiers

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import fact
from jixiao.renderers.scorecards import json as as_json
from jixiao.renderers.scorecards import text, xlsx
from jixiao.rulebooks.loading import load
from jixiao.scoring.card import score

RULES = {name: load(name).rules(2023) for name in ("cn", "130609-xushui", "620723-linze", "610902-hengkou")}


@settings(max_examples=60)
@given(dossier=dossiers())
def test_any_dossier_is_scored_and_shown(dossier: Dossier) -> None:
    for rules in RULES.values():
        card = score(dossier, rules)
        assert text.render(card)
        assert text.render(card, "en", 60)
        assert json.loads(as_json.render(card))["department"] == dossier.department.name
        assert xlsx.workbook(card)
        for difference in card.differences:
            fact(dossier, difference.fact)  # leads somewhere, else KeyError
        for group in (*card.groups, *(group for project in card.projects for group in project.groups)):
            for leaf in group.leaves:
                assert leaf.reason
                assert leaf.points is None or leaf.points == leaf.by_rule
