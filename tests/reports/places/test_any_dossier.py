"""Whatever a dossier states or leaves out, the report of a place can be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.dossiers.strategies import dossiers
from tests.support import PACKAGE

from jixiao.core.dossier import Dossier
from jixiao.reports.composing import compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.scoring.card import score

YEAR = 2023


def places() -> Iterator[Path]:
    """The folders of rulebooks with a template for whole departments."""
    for folder in sorted((PACKAGE / "rulebooks").iterdir()):
        if (folder / "reports").is_dir() and any(
            paper.per == "department" for paper in papers((folder,), YEAR).values()
        ):
            yield folder


@pytest.mark.parametrize("folder", list(places()), ids=lambda folder: folder.name)
@given(data=st.data())
@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_any_dossier_makes_a_report(folder: Path, data: st.DataObject) -> None:
    rules = load(folder.name).rules(YEAR)
    found = data.draw(dossiers()).model_dump()
    dossier = Dossier.model_validate({**found, "rulebook": folder.name, "fiscal_year": YEAR})
    card = score(dossier, rules)
    for paper in papers((folder,), YEAR).values():
        if paper.per == "department":
            document = compose(dossier, card, rules, paper).document
            names = [entry.name for entry in document.ledger.entries] if document.ledger else []
            marks = [mark.entry for block in document.blocks for mark in block.marks if mark.kind == "figure"]
            assert set(marks) <= set(names)
