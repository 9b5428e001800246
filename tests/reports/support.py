"""Small dossiers, scorecards and forms for tests of reports."""

from pathlib import Path

from jixiao.core.dossier import Dossier
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.forms import Form, paper, read_form
from jixiao.rulebooks.loading import load
from jixiao.scoring.card import score


def dossier(**facts: object) -> Dossier:
    """A dossier of an invented office under the national rulebook."""
    given = {"rulebook": "cn", "fiscal_year": 2023, "department": {"code": "office", "name": "某县档案馆"}}
    return Dossier.model_validate({**given, **facts}, context={})


def form(folder: Path, text: str, name: str = "some_form") -> Form:
    """A form with a head, a grid of ``text`` and nothing else."""
    head = 'title = "表"\nfrom = 2023\nsource = "s"\nverified = true\n'
    file = folder / "forms" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + text, encoding="utf-8")
    return read_form(file, "place")


def composed(facts: Dossier, *forms: Form, project: str | None = None) -> Composition:
    """The report that is the first form alone."""
    rules = load(facts.rulebook).rules(facts.fiscal_year)
    known = {one.name: one for one in forms}
    return compose(facts, score(facts, rules), rules, paper(forms[0]), project=project, forms=known)
