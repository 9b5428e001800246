"""Any digit that somebody alters in a report of ours is found: in Word files, after a re-save, in pages."""

import subprocess
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.docx.write.sample import DOCUMENT
from tests.support import require

from jixiao.core.document import Block, Document
from jixiao.core.ledger import Entry
from jixiao.core.look import Mark
from jixiao.core.recorded import anchors
from jixiao.formats.docx.write import write
from jixiao.formats.html.write import write as write_page
from jixiao.pipeline import check_bytes

CODES = ("JX202", "JX203", "JX204", "JX205")


def with_entries(document: Document) -> Document:
    """The document with an entry for each of its marks."""
    assert document.ledger is not None
    entries = tuple(
        Entry(one.mark.entry, one.words[one.mark.start : one.mark.end], None, "", 2, "fact", ("budget",))
        for one in anchors(document)
    )
    return replace(document, ledger=replace(document.ledger, entries=entries))


REPORT = with_entries(DOCUMENT)
NAMES = [one.mark.entry for one in anchors(REPORT)]


def altered(name: str, which: int, digit: str) -> tuple[Document, str]:
    """The report with one digit of a number altered, and how the number reads now."""
    (anchor,) = (one for one in anchors(REPORT) if one.mark.entry == name)
    text, mark = anchor.words, anchor.mark
    places = [at for at in range(mark.start, mark.end) if text[at].isdecimal()]
    at = places[which % len(places)]
    digit = digit if digit != text[at] else str(9 - int(digit)) if digit != "4" else "5"
    text = text[:at] + digit + text[at + 1 :]
    cells = tuple(replace(one, text=text) if one == anchor.cell else one for one in anchor.block.cells)
    block = replace(anchor.block, cells=cells) if cells else replace(anchor.block, text=text)
    blocks = tuple(block if one.index == block.index else one for one in REPORT.blocks)
    return replace(REPORT, blocks=blocks), text[mark.start : mark.end]


def found(data: bytes) -> list[tuple[str, str, str]]:
    report = check_bytes(data, "报告.docx")
    return [(one.code, one.stated, one.computed) for one in report.findings if one.code in CODES]


def test_the_sample_has_figures_in_text_tables_and_charts() -> None:
    kinds: set[str] = {one.block.kind for one in anchors(REPORT)}
    assert kinds == {"paragraph", "table", "chart"}
    assert len(set(NAMES)) == len(NAMES) == 20


def test_a_report_as_written_has_no_finding_of_its_ledger() -> None:
    assert found(write(REPORT)) == []
    assert found(write_page(REPORT)) == []


@settings(max_examples=60)
@given(st.sampled_from(NAMES), st.integers(0, 9), st.sampled_from("0123456789"))
def test_any_digit_altered_by_hand_is_found(name: str, which: int, digit: str) -> None:
    document, now = altered(name, which, digit)
    assert REPORT.ledger is not None
    entry = REPORT.ledger.entry(name)
    assert entry is not None
    ((code, stated, computed),) = found(write(document))
    assert (code, computed) == ("JX202", entry.printed)
    assert stated in (now, now.lstrip("0"))  # a chart holds a value: 0500.10 becomes 500.10
    assert found(write_page(document)) == [("JX202", now, entry.printed)]


def test_every_number_can_be_found_altered() -> None:
    document = replace(REPORT, blocks=tuple(_all_altered(block) for block in REPORT.blocks))
    assert len(found(write(document))) == len(NAMES)
    assert len(found(write_page(document))) == len(NAMES)


def _all_altered(block: Block) -> Block:
    def changed(text: str, marks: tuple[Mark, ...]) -> str:
        for mark in marks:
            if mark.kind == "figure":
                digit = str((int(text[mark.start]) + 1) % 10)
                text = text[: mark.start] + digit + text[mark.start + 1 :]
        return text

    cells = tuple(replace(cell, text=changed(cell.text, cell.marks)) for cell in block.cells)
    return replace(block, text=changed(block.text, block.marks), cells=cells)


def saved(folder: Path, data: bytes) -> bytes:
    """What LibreOffice writes when it opens the file and saves it."""
    (folder / "in.docx").write_bytes(data)
    command = [
        require("soffice"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(folder / "in.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "out" / "in.docx").read_bytes()


def test_libreoffice_keeps_ledger_and_anchors(tmp_path: Path) -> None:
    assert found(saved(tmp_path, write(REPORT))) == []


def test_what_was_altered_before_libreoffice_saved_it_is_found(tmp_path: Path) -> None:
    names = (NAMES[0], *(name for name in NAMES if name.startswith(("_jx0080", "_jx0090"))))
    expected: list[str] = []
    document = REPORT
    for name in names:
        one, now = altered(name, 1, "7")
        blocks = dict(enumerate(document.blocks))
        at = next(a.block.index for a in anchors(REPORT) if a.mark.entry == name)
        if blocks[at] == REPORT.blocks[at]:
            expected.append(now)
            blocks[at] = one.blocks[at]
            document = replace(document, blocks=tuple(blocks.values()))
    assert [stated for _, stated, _ in found(saved(tmp_path, write(document)))] == expected
