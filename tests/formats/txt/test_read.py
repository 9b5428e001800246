"""Plain text to blocks: headings, items, lines joined where they were broken, places of every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.errors import ReadError
from jixiao.formats.txt.read import read, read_text


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "根据年度部门决算报表，单位全年支出合计640.00\n万元，其中人员支出415.36万元。",
        "根据年度部门决算报表，单位全年支出合计640.00万元，其中人员支出\n415.36万元。",
        "根据年度部门决算报表，单位全年支出合计640.00万元，\n其中人员支出415.36万元。",
        "根据年度部门决算报表，单位全年支出合计\n，其中人员支出415.36万元。",
        "全年支出合计640.00万元，比上年增加（含追加、\n结转）12.30万元，增长1.96%。",
        "全年支出合计640.00万元，其中人员支出415.36万元，占64.90\n%，公用支出224.64万元。",
        "全年支出合计640.00万元，公用支出有所上升，比去年增加\n1.55 万元，增长39.4%。",
        "2.清淤项目，预算29.00万元，自评等级为“良”，得分\n81.5分。",
        "2.清淤项目，预算29.00万元，得分81.5分，自评等级为“良\n”，无偏差。",
    ],
)
def test_a_line_broken_inside_a_sentence_goes_on(text: str) -> None:
    assert texts(text) == [text.replace("\n", "")]


def test_blanks_of_a_justified_line_are_left_out() -> None:
    line = "（ 二 ） 全 年 政 府 采 购 预 算 640.00 万 元 ， 同 比 增 加 12.5 万 元 。"
    (block,) = read_text(line).blocks
    assert block.text == "（二）全年政府采购预算 640.00 万元，同比增加 12.5 万元。"
    at = block.text.index("640.00")
    assert block.place(at, at + 6).start == line.index("640.00")


@pytest.mark.parametrize(
    "text",
    [
        "全年支出合计640.00万元。\n万元以上项目3个。",
        "一、部门概况\n二、资金情况",
        "部门整体支出绩效自评报告\n县档案馆",
        "全年支出合计640.00万元，情况如下：\n（一）人员支出415.36万元。",
        "根据年度部门决算报表，单位全年支出合计\n附件1",
        "根据年度部门决算报表，单位全年支出合计\n单位：万元",
        "全年支出合计640.00万元\n\n其中人员支出415.36万元。",
    ],
)
def test_lines_that_end_by_themselves(text: str) -> None:
    assert texts(text) == [line for line in text.split("\n") if line]


def test_a_text_wrapped_at_one_width_is_joined() -> None:
    sentence = "本单位严格执行各项财务制度加强预算管理切实提高财政资金使用效益全年各项工作任务均按计划完成"
    lines = [sentence[at : at + 22] for at in range(0, len(sentence), 22)] * 3
    lines[-1] += "。"
    assert len(texts("\n".join(lines))) < len(lines)


def test_the_last_word_of_a_wrapped_sentence_may_stand_alone() -> None:
    lines = [
        "养护项目预算为43.70万元，支出为42.80万元，执行",
        "率97.94%，自评得分为91.5分，对应的评价等级:",
        "优。",
    ]
    assert texts("\n".join(lines * 3)) == ["".join(lines)] * 3


def test_latin_words_keep_a_blank_between_lines() -> None:
    lines = [
        "本单位严格执行各项财务制度加强预算管理切实提高",
        "财政资金的使用效益全年采购的系统软件是Linux",
        "Server及其配套的数据库和中间件全部按期完成验收",
        "并投入使用各项工作任务均按计划完成资金按进度支",
        "付。",
    ]
    (block,) = texts("\n".join(lines))
    assert "Linux Server" in block


def test_marks_make_headings_and_items() -> None:
    blocks = read_text("一、部门概况\n（一）机构情况。\n1.基本支出42.18万元。\n正文。\n").blocks
    assert [(block.kind, block.number) for block in blocks] == [
        ("heading", "一、"),
        ("item", "（一）"),
        ("item", "1."),
        ("paragraph", ""),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_only_at_their_signs(end: str) -> None:
    document = read_text(f"一、概况{end}全年支出42.18万元。\x0b\x0c\u2028备注{end}")
    assert len(document.blocks) == 2
    assert document.blocks[1].place(0, 2).line == 2


def test_residues_are_left_out_and_places_kept() -> None:
    raw = "[bookmark: a1]全年支出[bookmark: b2]42.18万元，重(chóng)复。[bookmark: c3]"
    (block,) = read_text(raw).blocks
    assert block.text == "全年支出42.18万元，重复。"
    for word in ("全年支出", "42.18万元", "复"):
        start = block.text.index(word)
        place = block.place(start, start + len(word))
        assert raw[place.start : place.end] == word
    assert not read_text("[bookmark: a1]").blocks


def test_a_numbered_title_is_not_joined_to_the_text_below() -> None:
    title, text = (
        "二、2022年“三公”经费支出预算情况说明",
        "某局2022年“三公”经费支出预算为79万元，比上年预算减少49万元。",
    )
    assert texts(f"{title}\n{text}") == [title, text]
    broken = "二、支出总体情况，其中公用支出有所上升，比去年增加1.55万元，详见下列\n各项支出情况说明。"
    assert len(texts(broken)) == 1


def test_a_numbered_line_that_ends_with_points_is_a_title() -> None:
    text = "（四）满意度指标满分10分，自评得分9分，扣分1分\n群众满意度（10分）自评得9分。\n"
    assert len(read_text(text).blocks) == 2
    wrapped = "（四）满意度指标（满分10分，得分9分，扣1分）\n群众满意度，分值10分，得分9分，完成年度指标\n值，较上年有提高。\n"
    assert len(read_text(wrapped * 4).blocks) == 8


def test_a_numbered_line_that_tells_full_mark_and_score_is_a_title() -> None:
    """However long: the line of its one indicator follows."""
    wrapped = "（四）满意度指标，权重10分，扣除1.25分后得8.75分\n制度健全性，权重10分，实得8.75分，完成年度指标\n值，较上年有提高。\n"
    assert len(read_text(wrapped * 4).blocks) == 8


def test_an_indent_opens_a_paragraph_where_lines_that_go_on_have_none() -> None:
    wrapped = "（四）满意度指标，完成情况较好，比上年提高\n    群众满意度达到年度指标值，较上年有提\n高，完成情况良好。\n"
    assert len(read_text(wrapped * 4).blocks) == 8


def test_points_do_not_open_an_item() -> None:
    text = "评价等次“良”，得分85分，由投入15.5分、过程57分、效果\n12.5分汇总而来。"
    assert texts(text) == [text.replace("\n", "")]


def test_fields_of_an_indicator_go_on() -> None:
    wrapped = "2、可持续影响。年初设定值：95%；完成值：97%；分值：5分；\n得分：5分。\n本年度各项生态效益指标均已完成年度目标任务，较上年\n有所提高。\n"
    assert len(read_text(wrapped * 4).blocks) == 8


def test_places_in_joined_lines() -> None:
    raw = "  根据年度部门决算报表，单位全年支出合计640.00\n  万元，其中人员支出415.36万元。"
    (block,) = read_text(raw).blocks
    start = block.text.index("415.36")
    place = block.place(start, start + 6)
    assert (place.line, raw.split("\n")[1][place.start : place.end]) == (2, "415.36")
    start = block.text.index("640.00万元")
    place = block.place(start, start + 8)
    assert (place.line, raw.split("\n", maxsplit=1)[0][place.start : place.end]) == (1, "640.00")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ReadError):
        read(b"\x01\x02" * 99, "x.txt")


PIECES = st.sampled_from(
    [
        *"一二、（）1.2|\t \n，。：%甲乙",
        "万元",
        "12.30",
        "单位：",
        "[bookmark: x]",
        "重(chóng)",
        "Abc",
        "\r\n",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_has_its_place(text: str) -> None:
    """Whatever the reader makes of a text, each stretch of a block leads back to the same characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for block in read_text(text).blocks:
        for words, cell in block.texts():
            for at, sign in enumerate(words):
                place = block.place(at, at + 1, cell)
                assert place.line is not None
                shown = lines[place.line - 1][place.start : place.end]
                assert sign in (shown, " ")
