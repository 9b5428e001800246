"""Several reports in one file: one ledger, new pages, nothing lost."""

from pathlib import Path

from tests.pipeline.reporting.support import PLACE, dossier

from jixiao.dossiers.discovery import read
from jixiao.reports.composing import compose
from jixiao.reports.joining import joined
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.scoring.card import score


def test_parts_keep_their_numbers_and_begin_on_new_pages(tmp_path: Path) -> None:
    one = read(dossier(tmp_path))
    rulebook = load(str(PLACE))
    rules = rulebook.rules(2023)
    paper = papers(rulebook.folders, 2023)["project_self_evaluation"]
    card = score(one, rules)
    parts = [compose(one, card, rules, paper, project=code) for code in ("p01", "p02")]
    whole = joined(parts)
    assert [block.index for block in whole.document.blocks] == list(range(6))
    assert [block.look.page for block in whole.document.blocks if block.look] == ["", "portrait"]
    ledger = whole.document.ledger
    assert ledger is not None
    names = [entry.name for entry in ledger.entries]
    assert len(set(names)) == len(names)
    for block in whole.document.blocks:
        for mark in block.marks:
            entry = ledger.entry(mark.entry)
            assert entry is not None
            assert block.text[mark.start : mark.end] == entry.printed
    assert joined(parts[:1]) is parts[0]
