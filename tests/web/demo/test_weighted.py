"""The weights of the demo make a score to look at, and contradict nothing that the report prints."""

from jixiao.core.dossier.values import number
from jixiao.rulebooks.loading import load
from jixiao.scoring.card import score
from jixiao.web.demo.people import LEADING, departments
from jixiao.web.demo.weighted import PROJECT, weighted


def test_the_rules_give_what_the_report_prints() -> None:
    dossier = weighted(departments()[LEADING])
    scored = score(dossier, load(dossier.rulebook).rules(dossier.fiscal_year))
    project = next(one for one in dossier.projects if one.code == PROJECT)
    card = next(one for one in scored.projects if one.code == PROJECT)
    assert project.printed is not None
    assert card.recomputed == number(project.printed.total)
    assert sum(number(one.weight) or 0 for one in project.indicators) == 100


def test_other_departments_stay_as_they_are() -> None:
    for name, dossier in departments().items():
        if name != LEADING:
            assert weighted(dossier) == dossier
