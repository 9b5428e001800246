"""The page on templates and forms for officials: every example in it is composed, every command run."""

import re
import shlex
from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.cli.support.application import application
from jixiao.core.document import Block
from jixiao.core.dossier import Dossier
from jixiao.dossiers.discovery import read
from jixiao.reports.composing import Composition, compose
from jixiao.rulebooks.forms import forms, paper
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import read_paper
from jixiao.scoring.card import score

PAGE = (ROOT / "docs" / "zh" / "报告模板.md").read_text(encoding="utf-8")
EXAMPLES = re.compile(r"```模板\n(.*?)```\s*```结果\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```(console|(?:toml|md) [^\n]+)\n(.*?)```", re.DOTALL)
HEAD = '+++\nkind = "x"\ntitle = "例"\nfrom = 2023\nsource = "s"\nverified = true\n+++\n'


@pytest.fixture(scope="module")
def office() -> Dossier:
    return read(ROOT / "examples" / "430406-yanfeng-2023")


def composed(office: Dossier, file: Path) -> Composition:
    rules = load(office.rulebook).rules(office.fiscal_year)
    return compose(office, score(office, rules), rules, read_paper(file, "x"))


@pytest.mark.parametrize("example", EXAMPLES.findall(PAGE), ids=lambda example: example[0][:30].strip())
def test_an_example_gives_what_the_page_shows(
    example: tuple[str, str], office: Dossier, tmp_path: Path
) -> None:
    template, shown = example
    file = tmp_path / "x.md"
    file.write_text(HEAD + template, encoding="utf-8")
    text = composed(office, file).document.plain_text().removeprefix("例\n")
    assert "".join(text.split()) == "".join(shown.split())


def test_the_files_and_commands_are_true(
    office: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = 0
    for kind, text in BLOCK.findall(PAGE):
        if kind != "console":
            target = Path(kind.split()[1])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            continue
        command, shown = text.removeprefix("$ jixiao ").split("\n", 1)
        commands += 1
        application(shlex.split(command))
        out = capsys.readouterr().out.replace("\\", "/").strip()
        assert re.fullmatch(".*".join(map(re.escape, shown.strip().split("……"))), out, re.DOTALL), out
    assert commands == 3
    Path("990101-xinxian/forms/wrong.toml").unlink()
    known = forms((Path("990101-xinxian"),), 2023)
    rules = load(office.rulebook).rules(2023)
    composition = compose(office, score(office, rules), rules, paper(known["self_score"]), forms=known)
    table = next(block for block in composition.document.blocks if block.kind == "table")
    assert shown_table(PAGE) == printed_table(table)
    report = read_paper(Path("990101-xinxian/reports/self_evaluation.md"), "x")
    whole = compose(office, score(office, rules), rules, report, forms=known).document
    assert [block.kind for block in whole.blocks].count("table") == 1


def shown_table(page: str) -> list[list[str]]:
    """The table of the page, with only the cells that say something."""
    lines = page.split("结果（相同的一级指标合并成一格）：\n\n")[1].split("\n\n", maxsplit=1)[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]
    return [[cell for cell in row if cell] for row in rows]


def printed_table(table: Block) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return [[text for text in rows[row] if text] for row in sorted(rows)]
