"""Automatic numbers are those that Word shows."""

import pytest
from tests.formats.docx.building import blocks_of, cell, paragraph, root, table, text_of

from jixiao.formats.counting import format_number


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("decimal", "1 2 10 11 20 21 100 105"),
        ("decimalZero", "01 02 10 11 20 21 100 105"),
        ("upperRoman", "I II X XI XX XXI C CV"),
        ("lowerRoman", "i ii x xi xx xxi c cv"),
        ("upperLetter", "A B J K T U VVVV AAAAA"),
        ("lowerLetter", "a b j k t u vvvv aaaaa"),
        ("ordinal", "1st 2nd 10th 11th 20th 21st 100th 105th"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 一○○ 一○五"),
        ("chineseCountingThousand", "一 二 十 十一 二十 二十一 一百 一百零五"),
        ("taiwaneseCountingThousand", "一 二 十 十一 二十 二十一 一百 一百零五"),
        ("ideographDigital", "一 二 一○ 一一 二○ 二一 一○○ 一○五"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 百 百五"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零伍"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 100 105"),
        ("ideographZodiac", "子 丑 酉 戌 20 21 100 105"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 100 105"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ 21 100 105"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ ⒛ 21 100 105"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 100 105"),
        ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ １００ １０５"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊉ 十一 二十 二十一 一○○ 一○五"),
        ("unheardOf", "1 2 10 11 20 21 100 105"),
    ],
)
def test_formats(name: str, shown: str) -> None:
    assert " ".join(format_number(number, name) for number in (1, 2, 10, 11, 20, 21, 100, 105)) == shown


def test_formats_beyond_their_range() -> None:
    assert format_number(7, "custom", "001, 002, 003, ...") == "007"
    assert format_number(123456, "chineseCounting") == "123456"
    assert format_number(1001, "chineseCountingThousand") == "一千零一"
    assert format_number(0, "chineseCounting") == "〇"
    assert format_number(0, "lowerLetter") == ""
    assert format_number(3, "none") == ""


def level(depth: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> dict[str, str]:
    abstract = f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
    return {"numbering": root("numbering", abstract + (nums or num(1)))}


def num(key: int, more: str = "", abstract: int = 5) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def item(text: str, depth: int = 0, key: int = 1, more: str = "") -> str:
    return paragraph(text, f'{more}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>')


def test_numbers_stand_at_the_head_of_the_text() -> None:
    parts = numbering(level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"))
    blocks = blocks_of(
        item("概况") + item("职能", 1) + item("机构", 1) + item("支出") + item("基本", 1), parts
    )
    assert [block.text for block in blocks] == [
        "一、概况",
        "（一）职能",
        "（二）机构",
        "二、支出",
        "（一）基本",
    ]
    assert [(block.kind, block.level, block.number) for block in blocks[:2]] == [
        ("heading", 2, "一、"),
        ("heading", 3, "（一）"),
    ]


def test_levels_within_levels_and_legal_numbers() -> None:
    parts = numbering(
        level(0, "%1", "chineseCounting"), level(1, "%1.%2"), level(2, "%1.%2.%3", more="<w:isLgl/>")
    )
    body = item("甲") + item("乙", 1) + item("丙", 2) + item("丁", 2) + item("戊", 1) + item("己", 2)
    assert text_of(body, parts) == "一 甲\n一.1 乙\n1.1.1 丙\n1.1.2 丁\n一.2 戊\n1.2.1 己"


def test_a_skipped_level_counts_as_begun() -> None:
    parts = numbering(level(0, "%1."), level(1, "%1.%2"))
    assert text_of(item("甲", 1) + item("乙", 1) + item("丙"), parts) == "1.1 甲\n1.2 乙\n2.丙"


def test_a_level_that_never_restarts() -> None:
    parts = numbering(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert text_of(item("甲") + item("乙", 1) + item("丙") + item("丁", 1), parts) == "1.甲\n1)乙\n2.丙\n2)丁"


def test_two_lists_of_one_definition_share_their_count_unless_restarted() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    parts = numbering(level(0, "%1."), nums=num(1) + num(2) + num(3, override))
    body = item("甲") + item("乙", key=2) + item("丙", key=3) + item("丁", key=3) + item("戊")
    assert text_of(body, parts) == "1.甲\n2.乙\n7.丙\n8.丁\n9.戊"


def test_a_new_start_of_one_list_is_none_of_its_siblings() -> None:
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    parts = numbering(level(0, "%1."), level(1, "%2)"), nums=num(1, override) + num(2))
    body = item("甲") + item("乙", key=2) + item("丙", 1, key=2)
    assert text_of(body, parts) == "1.甲\n2.乙\n1)丙"


def test_a_level_overridden_as_a_whole() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条", "chineseCountingThousand")}</w:lvlOverride>'
    parts = numbering(level(0, "%1."), nums=num(1, override))
    assert text_of(item("总则"), parts) == "第一条 总则"


def test_numbers_from_styles() -> None:
    parts = numbering(
        level(0, "%1、", "chineseCounting", '<w:pStyle w:val="h1"/>'),
        level(1, "(%2)", more='<w:pStyle w:val="h2"/>'),
    )
    parts["styles"] = root(
        "styles",
        "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>{base}'
            f"<w:pPr><w:numPr>{inner}</w:numPr></w:pPr></w:style>"
            for key, base, inner in (
                ("h1", "", '<w:numId w:val="1"/>'),
                ("h2", '<w:basedOn w:val="h1"/>', ""),
                ("h3", '<w:basedOn w:val="h1"/>', '<w:numId w:val="0"/>'),
            )
        ),
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{key}"/>')
        for key, text in (("h1", "甲"), ("h2", "乙"), ("h3", "丙"))
    )
    own = paragraph("丁", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert text_of(body + own, parts) == "一、甲\n(1)乙\n丙\n丁"


def test_a_definition_linked_through_a_list_style() -> None:
    abstracts = (
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="list"/>{level(0, "%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="list"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="gone"/></w:abstractNum>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {
        "numbering": root("numbering", abstracts + num(1) + num(2, abstract=6) + num(3, abstract=7)),
        "styles": root("styles", style),
    }
    assert text_of(item("甲", key=2) + item("乙", key=3), parts) == "1)甲\n乙"


def test_links_in_a_circle_end() -> None:
    abstracts = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="list"/></w:abstractNum>'
    style = (
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:basedOn w:val="list"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"numbering": root("numbering", abstracts + num(1)), "styles": root("styles", style)}
    assert text_of(item("甲"), parts) == "甲"


def test_bullets_make_items_without_a_number() -> None:
    block = blocks_of(item("会议费5万元"), numbering(level(0, "\uf06c", "bullet")))[0]
    assert (block.kind, block.level, block.number, block.text) == ("item", 1, "", "会议费5万元")


def test_a_number_never_runs_into_a_figure() -> None:
    nothing = '<w:suff w:val="nothing"/>'
    assert text_of(item("2023年"), numbering(level(0, "%1."))) == "1. 2023年"
    assert text_of(item("2023年"), numbering(level(0, "%1", more=nothing))) == "1 2023年"
    assert text_of(item("年初"), numbering(level(0, "%1", more=nothing))) == "1年初"


def test_numbers_in_cells_and_of_empty_paragraphs() -> None:
    parts = numbering(level(0, "%1"))
    rows = [cell(item("")) + cell("会议费"), cell(item("")) + cell("培训费")]
    block = blocks_of(table(*rows), parts)[0]
    assert [one.text for one in block.cells] == ["1", "会议费", "2", "培训费"]
    assert text_of(item("甲") + item("") + item("乙"), numbering(level(0, "%1、"))) == "1、甲\n2、\n3、乙"


def test_custom_formats_stand_in_alternatives() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1-"/></w:lvl>'
    )
    assert text_of(item("甲"), numbering(custom)) == "003-甲"


def test_what_is_not_defined_has_no_number() -> None:
    parts = numbering(level(0, "%1%"), level(1, ""), level(2, "%9%0%x"))
    assert (
        text_of(item("甲", key=9) + item("乙", 7) + item("丙", 1) + item("丁", 2), parts)
        == "甲\n乙\n丙\n%0%x 丁"
    )
