"""Sentences that functions make of facts: what is stated is told, what is missing is left out or shown."""

import tomllib
from pathlib import Path

import pytest

from jixiao.dossiers.toml import read_toml
from jixiao.reports.composing import compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import read_paper
from jixiao.scoring.card import score

DOSSIER = 'rulebook = "430406-yanfeng"\nfiscal_year = 2023\n'
WHO = '[department]\ncode = "a"\nname = "甲局"\n'
HEAD = '+++\nkind = "k"\ntitle = "报告"\nfrom = 2023\nsource = "s"\nverified = false\n+++\n'

CASES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["template"])
def test_sentence(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    path.write_text(HEAD + case["template"] + "\n", encoding="utf-8")
    dossier = read_toml(DOSSIER + case["facts"] + "\n" + WHO, "t.toml")
    rules = load(dossier.rulebook).rules(2023)
    document = compose(dossier, score(dossier, rules), rules, read_paper(path, "x")).document
    assert "\n".join(block.text for block in document.blocks[1:]) == case["words"]
