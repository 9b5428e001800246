"""The terminal: words underlined in place, one line when all is well, safe on every console."""

import io
from dataclasses import replace

from tests.renderers.factory import report, unreadable

from jixiao.core.place import Place
from jixiao.renderers.excerpt import excerpt, width_of
from jixiao.renderers.locating import locate
from jixiao.renderers.text import Tally, console, render
from jixiao.renderers.wording import certificate_words, place_words


def test_finding_shows_place_source_proof_and_fix() -> None:
    text = render(report()).plain
    assert "错误 JX101 比率与金额不符（第2行）" in text
    assert "核算：305.65 / 305.65 = 100%，文中写 1009%" in text
    assert "建议：请更正。" in text
    assert "数字 4 个，已核对 2，孤立 1，未核对 1，核对率 66.67%" in text


def test_carets_stand_below_the_words() -> None:
    lines = render(report()).plain.splitlines()
    at = next(i for i, line in enumerate(lines) if "1009%" in line and line.startswith("    |"))
    source, carets = lines[at], lines[at + 1]
    assert width_of(source[: source.index("1009%")]) == carets.index("^")
    assert carets.count("^") == 5
    assert width_of(source[: source.index("305.65")]) == carets.index("-"), "the other side in the same line"


def test_a_long_line_is_cut_to_the_width() -> None:
    whole = report()
    assert whole.document is not None
    spot = locate(whole.document, whole.findings[0].place)
    assert spot is not None
    shown = excerpt(replace(spot, text="前" * 200 + "1009%" + "后" * 200, start=200, end=205), 60)
    assert width_of(shown.text) <= 60
    assert shown.text[shown.start : shown.end] == "1009%"
    assert width_of(shown.text[: shown.start]) == shown.carets().index("^")


def test_words_wider_than_the_line_are_cut() -> None:
    whole = report()
    spot = locate(whole.document, whole.findings[0].place)
    assert spot is not None
    shown = excerpt(replace(spot, text="数" * 300, start=0, end=300), 40)
    assert width_of(shown.text) <= 40


def test_english_is_english() -> None:
    text = render(report(), "en").plain
    assert "error JX101 Rate differs from amounts (line 2)" in text
    assert "fix: Correct it." in text
    assert "4 numbers: 2 checked, 1 alone, 1 unchecked; 66.67% checked" in text


def test_one_line_when_all_is_well() -> None:
    assert render(report(findings=())).plain.count("\n") == 1


def test_unreadable_file_says_why() -> None:
    assert "文件已损坏" in render(unreadable()).plain
    assert "damaged" in render(unreadable(), "en").plain


def test_control_characters_cannot_steer_the_terminal() -> None:
    text = render(report("a\x1b[31m.txt", title="坏\x1b[2J")).plain
    assert "\x1b" not in text


def test_a_gbk_console_never_fails() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="gbk")
    console(stream).print(render(report(title="生僻字𠮷与✓")), end="")
    stream.flush()
    assert "生僻字?与?" in raw.getvalue().decode("gbk")


def test_no_colours_when_piped() -> None:
    stream = io.StringIO()
    console(stream).print(render(report()))
    assert "\x1b" not in stream.getvalue()


def test_places_in_words() -> None:
    assert place_words(Place(3, 0, 1, line=45)) == "第45行"
    assert place_words(Place(3, 0, 1, table=1, row=2, column=3)) == "表2 第3行第4列"
    assert place_words(Place(3, 0, 1, sheet="Sheet", cell="B3")) == "Sheet!B3"
    assert place_words(Place(3, 0, 1)) == "第4段"
    assert place_words(Place(3, 0, 1, page=2, box=(1, 2, 3, 4))) == "第2页"
    assert place_words(Place(3, 0, 1, page=2, part="footnote"), "en") == "page 2, footnote, paragraph 4"
    assert place_words(Place(3, 0, 1, chart=0, row=0, column=1)) == "图1 第1行第2列"


def test_summary_of_several_files() -> None:
    total = Tally()
    for one in (report(), report(findings=()), unreadable()):
        total.add(one)
    assert total.words() == "共 3 个文件：1 个错误，0 个提醒；1 个文件未发现问题，1 个无法读取"
    assert total.words("en") == "3 files: 1 errors, 0 warnings; 1 without findings, 1 unreadable"


def test_certificate_without_numbers_has_no_share() -> None:
    whole = report()
    assert whole.certificate is not None
    assert "核对率" not in certificate_words(replace(whole.certificate, numbers=0, checked=0, alone=0))
