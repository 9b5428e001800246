"""The page: everything escaped, nothing fetched, every number and finding marked."""

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode
from tests.renderers.factory import report, unreadable

from jixiao.core.document import Block, Document
from jixiao.core.place import Place
from jixiao.renderers.html import index, render
from jixiao.renderers.summary import summarise


def first(tree: HTMLParser, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def test_the_page_is_self_contained() -> None:
    page = render(report())
    assert not re.search(r"(src|href)=\"(https?:)?//", page)
    policy = first(HTMLParser(page), "meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert " style=" not in page, "the policy forbids style attributes"
    assert '<html lang="zh-CN">' in page


def test_document_text_is_escaped() -> None:
    page = render(report(title="<script>alert(1)</script>"))
    assert "一、预算执行&lt;情况&gt;" in page
    assert "<script>alert" not in page


def test_the_document_is_rebuilt_word_for_word() -> None:
    tree = HTMLParser(render(report()))
    assert first(tree, "#document p").text() == "全年预算305.65万元，支出305.65万元，执行率1009%。"
    assert first(tree, "td").attributes["colspan"] == "2"


def test_numbers_are_marked_by_their_verdict() -> None:
    tree = HTMLParser(render(report()))
    assert [node.text() for node in tree.css("#document .n.bad")] == ["305.65万元", "1009%"]
    assert first(tree, "#document td .n.ok").attributes["title"] == "35 = 35，与原文 35.00 相符"


def test_card_and_words_link_both_ways() -> None:
    tree = HTMLParser(render(report()))
    words = first(tree, "#document mark.error")
    assert (words.text(), words.id) == ("1009%", "f0-0")
    assert first(tree, "#document mark.side").id == "f0-1"
    links = [node.attributes["href"] for node in tree.css(".card a")]
    assert links == ["#f0-0", "#f0-1"]
    assert first(tree, ".overview a").attributes["href"] == "#c0"


def test_a_finding_without_a_place_is_shown_above() -> None:
    whole = report()
    lost = replace(whole.findings[0], place=Place(99, 0, 1), related=())
    tree = HTMLParser(render(replace(whole, findings=(lost,))))
    assert tree.css_first(".unplaced .card") is not None
    assert tree.css_first(".card a") is None


def test_overlapping_marks_keep_the_text() -> None:
    whole = report()
    wide = replace(
        whole.findings[0], code="JX102", quote="305.65万元，执行率1009%", place=Place(1, 15, 34, line=2)
    )
    tree = HTMLParser(render(replace(whole, findings=(whole.findings[0], wide))))
    assert first(tree, "#document p").text() == "全年预算305.65万元，支出305.65万元，执行率1009%。"


def test_clean_unreadable_and_chart() -> None:
    assert "未发现问题" in render(report(findings=()))
    assert "文件已损坏" in render(unreadable())
    chart = Block(0, "chart", cells=(), text="图", table=0)
    assert "<p" in render(
        report(document=Document("x", "docx", (chart,)), findings=(), claims=(), certificate=None)
    )


def test_index_lists_every_file() -> None:
    page = index([(summarise(report("a b.txt")), "a b.html"), (summarise(unreadable()), "bad.html")])
    assert 'href="a%20b.html"' in page
    assert "文件已损坏" in page
