"""What a site puts around a page is left out, and nothing of the page itself; pages written by hand for this."""

import pytest

from jixiao.formats.html.read import read

ARTICLE = """
<h1>某局2023年度部门整体支出绩效自评报告</h1>
<p>一、部门概况</p>
<p>年初预算数35.32万元，全年执行数33.44万元，执行率94.68%。</p>
<table><tr><th>项目</th><th>预算数</th><th>决算数</th></tr>
<tr><td>基本支出</td><td>1253.40</td><td>1235.40</td></tr></table>
<p>附件：<a href="a.docx">1.自评表</a> <a href="b.xlsx">2.项目表</a> <a href="c.pdf">3.说明</a></p>
"""
TEXTS = [
    "某局2023年度部门整体支出绩效自评报告",
    "一、部门概况",
    "年初预算数35.32万元，全年执行数33.44万元，执行率94.68%。",
    "",
    "附件：1.自评表 2.项目表 3.说明",
]
MENU = "".join(
    f'<li><a href="/{name}/">{name}</a></li>' for name in ("首页", "政务公开", "政务服务", "互动交流")
)
NEWS = "".join(
    f'<li><a href="/{n}.html">某局2023年度第{n}期工作动态</a><span>2024-03-0{n}</span></li>'
    for n in range(1, 6)
)
FOOTER = (
    "<p>主办：某某县人民政府办公室　承办：某某县大数据中心</p><p>电话：0800-1234567　地址：某某路12号</p>"
    '<p><a href="http://beian.example/">某ICP备12345678号-1</a>　网站标识码：5100000001　某公网安备 51000002000001号</p>'
)


def texts(page: str) -> list[str]:
    return [block.text for block in read(f"<html><body>{page}</body></html>".encode(), "a.html").blocks]


def test_the_article_alone() -> None:
    assert texts(ARTICLE) == TEXTS


@pytest.mark.parametrize(
    "before",
    [
        f"<div class='x'><ul>{MENU}</ul></div>",
        f"<div><div><h3>网站导航</h3><ul>{MENU}</ul></div></div>",
        f"<table><tr><td>{'</td><td>'.join(MENU.replace('li>', 'b>').split('<b>')[1:])}</td></tr></table>",
        "<div>您现在的位置：<a href='/'>首页</a> &gt; <a href='/a/'>政务公开</a> &gt; 正文</div>",
        "<div><span>当前位置：</span><a href='/'>首页</a>»<a href='/a'>预决算</a></div>",
        "<p>字体：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a></p>",
        f"<div role='navigation'>导航 12 项<ul>{MENU}</ul></div>",
        "<div role='banner'>某某县人民政府</div>",
        "<aside>热线12345</aside>",
    ],
    ids=[
        "menu",
        "menu with a title",
        "menu of cells",
        "way",
        "short way",
        "tools",
        "role",
        "banner",
        "aside",
    ],
)
def test_what_stands_before_is_left_out(before: str) -> None:
    assert texts(before + ARTICLE) == TEXTS
    assert texts(f"<div>{before}<div>{ARTICLE}</div></div>") == TEXTS


@pytest.mark.parametrize(
    "after",
    [
        f"<div><h3>相关链接</h3><ul>{NEWS}</ul></div>",
        f"<ul>{NEWS}</ul>",
        "<p>上一篇：<a href='1.html'>某局2022年度决算</a></p><p>下一篇：<a href='2.html'>没有了</a></p>",
        f"<div>{FOOTER}</div>",
        f"<div><div><ul>{MENU}</ul></div><div>{FOOTER}</div></div>",
        "<div>友情链接：<a href='a'>省政府</a> | <a href='b'>市政府</a> | <a href='c'>县政府</a></div>",
    ],
    ids=["related", "news", "neighbours", "footer", "footer with a menu", "friends"],
)
def test_what_stands_behind_is_left_out(after: str) -> None:
    assert texts(ARTICLE + after) == TEXTS
    assert texts(f"<div><div>{ARTICLE}</div>{after}</div>") == TEXTS


def test_a_page_laid_out_by_a_table() -> None:
    page = (
        f"<table><tr><td colspan=2><ul>{MENU}</ul></td></tr><tr><td><ul>{NEWS}</ul></td><td>{ARTICLE}</td></tr>"
        f"<tr><td colspan=2>{FOOTER}</td></tr></table>"
    )
    assert texts(page) == TEXTS


@pytest.mark.parametrize(
    "kept",
    [
        "<p>依据<a href='a'>预算法</a>、<a href='b'>实施条例</a>和<a href='c'>管理办法</a>开展自评。</p>",
        "<ul><li><a href='a'>产出指标12项</a></li><li><a href='b'>效益指标3项</a></li></ul>",
        "<div>附件：<a href='a.doc'>表一</a><a href='b.doc'>表二</a><a href='c.doc'>表三</a></div>",
        "<p>位置：某某路12号</p>",
        "<div><a name='a'>一</a><a name='b'>二</a><a name='c'>三</a></div>",
        "<p>本单位网站备案情况：已备案。</p>",
        f"<section><p role='heading'>某局部门决算</p><nav>{MENU}</nav></section>",
    ],
    ids=["sentence with links", "two links", "attachments", "no link", "anchors", "no number", "title"],
)
def test_what_belongs_to_the_text_is_kept(kept: str) -> None:
    assert len(texts(kept + ARTICLE)) > len(TEXTS)


def test_columns_stay_where_a_cell_is_all_links() -> None:
    page = (
        "<table><tr><th>项目</th><th>查看</th><th>金额</th></tr><tr><td>甲</td><td><a href='1'>一</a><a href='2'>二</a>"
        "<a href='3'>三</a></td><td>12.00</td></tr></table>"
    )
    (table,) = read(page.encode(), "a.html").blocks
    assert [(cell.column, cell.text) for cell in table.cells if cell.row == 1] == [
        (0, "甲"),
        (1, ""),
        (2, "12.00"),
    ]


def test_depth_is_no_obstacle() -> None:
    page = "<div>" * 5000 + ARTICLE + "</div>" * 5000
    assert texts(page) == TEXTS


def test_a_title_beside_a_table_of_contents_stays() -> None:
    """A title page: all but the title are links, but to places of the same page."""
    links = "".join(f'<li><a href="#h{n}">{n}、部门概况和年度工作情况</a></li>' for n in range(1, 30))
    title = f"<section><p>某局2023年度部门决算</p><nav><ol>{links}</ol></nav></section>"
    assert texts(title + ARTICLE) == ["某局2023年度部门决算", *TEXTS]
    menu = title.replace('href="#', 'href="/')
    assert texts(menu + ARTICLE)[0] != "某局2023年度部门决算"
