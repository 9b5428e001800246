"""Template and facts make a document whose every number has an entry."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import ROOT

from jixiao.dossiers.discovery import read
from jixiao.reports import signs
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import read_paper
from jixiao.scoring.card import score

HEAD = '+++\nkind = "k"\ntitle = "{{ department.name }}{{ year }}年报告"\nfrom = 2023\nsource = "s"\nverified = false\n+++\n'


@pytest.fixture
def composed(tmp_path: Path) -> "Compose":
    return Compose(tmp_path)


class Compose:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, body: str) -> Composition:
        path = self.folder / "k.md"
        path.write_text(HEAD + body, encoding="utf-8")
        dossier = read(ROOT / "examples" / "430406-yanfeng-2023")
        rules = load(dossier.rulebook).rules(dossier.fiscal_year)
        return compose(dossier, score(dossier, rules), rules, read_paper(path, "x"))


def test_headings_are_numbered(composed: Compose) -> None:
    document = composed("# 甲\n## 乙\n## 丙\n### 丁\n#### 戊\n# 己\n## 庚\n# 附 {-}\n").document
    headings = [(block.number, block.text) for block in document.blocks if block.kind == "heading"]
    assert headings == [
        ("一、", "一、甲"), ("（一）", "（一）乙"), ("（二）", "（二）丙"), ("1.", "1.丁"), ("（1）", "（1）戊"),
        ("二、", "二、己"), ("（一）", "（一）庚"), ("", "附"),
    ]  # fmt: skip


def test_every_number_has_an_entry(composed: Compose) -> None:
    document = composed(
        "# 情况\n支出{{ accounts.expenditure.outturn }}，共3类，{{ appraisal.indicators['cc01'].reason }}\n\n"
        "| 名称 | 分值（10分） |\n|---|--:|\n| 甲 | {{ appraisal.indicators[0].weight }} |\n"
    ).document
    assert document.ledger is not None
    names = [entry.name for entry in document.ledger.entries]
    assert len(set(names)) == len(names)
    for block in document.blocks:
        pieces = [(block.text, block.marks), *((cell.text, cell.marks) for cell in block.cells)]
        for text, marks in pieces:
            covered = {place for mark in marks for place in range(mark.start, mark.end)}
            for match in re.finditer("[0-9]+", text[len(block.number) :]):
                assert match.start() + len(block.number) in covered, text
            for mark in marks:
                if mark.kind == "figure":
                    entry = document.ledger.entry(mark.entry)
                    assert entry is not None
                    assert entry.printed == text[mark.start : mark.end]


def test_a_user_list_is_no_markdown_list(composed: Compose) -> None:
    document = composed("{{ paragraphs(appraisal.goal) }}\n1. 第一\n2. 第二\n").document
    assert [block.text for block in document.blocks if block.kind == "item"] == ["1.第一", "2.第二"]


def test_captions_are_numbered_by_kind(composed: Compose) -> None:
    row = '[("甲", accounts.basic.outturn), ("乙", accounts.project.outturn)]'
    document = composed(
        f'{{{{ chart("pie", "结构", {row}) }}}}\n{{{{ chart("column", "对比", {row}) }}}}\n'
    ).document
    captions = [block.text for block in document.blocks if block.look and block.look.style == "caption"]
    assert captions == ["图1 结构", "图2 对比"]
    assert [block.table for block in document.blocks if block.kind == "chart"] == [0, 1]


def test_labels_of_a_chart_have_the_decimals_of_its_values(composed: Compose) -> None:
    row = '[("甲", {0}), ("乙", {0})]'
    money, counts = row.format("accounts.basic.outturn"), row.format("department.staff.in_post")
    text = f'{{{{ chart("pie", "结构", {money}) }}}}\n{{{{ chart("bar", "人数", {counts}, unit="人") }}}}\n'
    looks = [block.look for block in composed(text).document.blocks if block.kind == "chart"]
    assert [look.chart.decimals for look in looks if look is not None and look.chart is not None] == [2, 0]


def test_numbers_in_the_title_and_the_names_of_a_chart_have_entries_too(composed: Compose) -> None:
    rows = '[(year ~ "年", accounts.basic.outturn), ("其他年", accounts.project.outturn)]'
    text = f'{{{{ chart("column", year ~ "年收支", {rows}, series=[year ~ "年决算"]) }}}}\n'
    document = composed(text).document
    chart = next(block for block in document.blocks if block.kind == "chart")
    assert chart.look is not None
    assert chart.look.chart is not None
    assert (chart.text, chart.look.chart.title) == ("2023年收支", "2023年收支")
    names = [chart.cells[1], chart.cells[2]]  # of the series and of the first row
    marks = [*chart.marks, *(mark for cell in names for mark in cell.marks)]
    assert [(mark.start, mark.end, mark.kind) for mark in marks] == [(0, 4, "figure")] * 3
    assert document.ledger is not None
    entries = {entry.name: entry for entry in document.ledger.entries}
    assert {entries[mark.entry].facts for mark in marks} == {("fiscal_year",)}
    assert len({mark.entry for mark in marks}) == 3


@given(st.text(max_size=40))
def test_words_survive_their_disguise(words: str) -> None:
    clean = signs.plain(words)
    assert signs.opened(signs.disguised(clean))[0] == clean
