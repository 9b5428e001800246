"""What a site puts around a page: menus, the way to the page, links to others, the footer. It is taken out.

Told by roles, by the share of links in the text and by words that the law puts on every site of a government
(备案号, 网站标识码); never by the names of classes, which every site has its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.html.lists import is_hidden

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ROLES: Final = frozenset(
    ("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "complementary")
)
_TAGS: Final = frozenset(("aside",))
_WHOLE: Final = frozenset(("div", "ul", "ol", "dl", "p", "section", "center", "table", "li"))
"""Elements that are taken out as a whole."""
_CELLS: Final = ("td", "th")
"""Elements that are emptied, so that the columns of a table stay."""
_PLAIN: Final = frozenset(("table", "p", "tr"))
"""Elements that are counted as one where no link is in them: most of a page is."""
_LEFT: Final = frozenset(("head", "script", "style", "template", "noscript", "title", "option"))
_FEWEST_LINKS: Final = 3
_LINK_SHARE: Final = 0.75
_LONGEST_LINK: Final = 40
"""Signs, on average: titles of other pages; a sentence is no link."""
_MOST_BESIDE: Final = 60
"""Signs beside links: headings of lists such as 相关链接."""
_DATE: Final = re.compile(r"[\[(（]?\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\])）]?")
_SEPARATORS: Final = re.compile(r"[\s\u3000|｜>＞»›→/\\·•\-—]+")
_HERE: Final = re.compile(r"(?:您?(?:现在|当前)?的?(?:所在)?(?:位置|页面))(?:是|为)?\s*[:：]")
_BESIDE: Final = re.compile(r"(?:上一[篇条页个]|下一[篇条页个])\s*[:：]?")
_TOOLS: Final = re.compile(
    r"(?:字[体号]|分享到?|打印(?:本页)?|友情链接|相关(?:链接|阅读|文章|信息|新闻)|更多|返回顶部)\s*[:：]?"
)
"""Words that sites put before their links; no text of a report is made of them alone."""
_LONGEST_WAY: Final = 200
_FOOTER: Final = re.compile(r"ICP备\s*\d{4,}|公网安备\s*\d{6,}|网站标识码\s*[:：]?\s*[0-9A-Za-z]{6,}")
_LONGEST_FOOTER: Final = 600
_FILE: Final = re.compile(r"\.(?:docx?|xlsx?|pdf|ofd|wps|et|zip|rar|7z|csv|txt)(?:[?#]|$)", re.IGNORECASE)
"""The address of an attachment: its link belongs to the text."""


@dataclass(slots=True)
class _Count:
    """What is in an element."""

    text: int = 0
    linked: int = 0
    beside: int = 0
    """Signs that are neither in links nor dates nor separators."""
    links: int = 0
    files: int = 0
    sentences: int = 0
    headings: int = 0
    footer: bool = False

    def take(self, other: _Count) -> None:
        self.text += other.text
        self.linked += other.linked
        self.beside += other.beside
        self.links += other.links
        self.files += other.files
        self.sentences += other.sentences
        self.headings += other.headings
        self.footer = self.footer or other.footer


def remove_surroundings(body: LexborNode) -> int:
    """Take them out of the tree; returns how many elements were taken."""
    if body.css_first("a[href], aside, [role]") is None and _FOOTER.search(body.text()) is None:
        return 0
    counts, nothing = _counted(body), _Count()
    taken: list[LexborNode] = []
    stack = _children(body)
    while stack:
        node = stack.pop()
        if _is_around(node, counts):
            taken.append(node)
        elif node.tag not in _PLAIN or counts.get(node.mem_id, nothing).links:
            stack.extend(_children(node))
    for node in taken:
        if node.tag in _CELLS:
            _empty(node)
        else:
            node.decompose()
    return len(taken)


def _empty(node: LexborNode) -> None:
    while (child := node.first_child) is not None:
        child.decompose()


def _counted(body: LexborNode) -> dict[int, _Count]:
    """What is in each element, by its place in memory; without recursion, for pages may be deep."""
    counts: dict[int, _Count] = {body.mem_id: _Count()}
    stack: list[tuple[LexborNode, bool]] = [(body, False)]
    path: list[_Count] = []
    linked = 0
    while stack:
        node, is_done = stack.pop()
        if is_done:
            linked -= node.tag == "a"
            own = path.pop()
            if path:
                path[-1].take(own)
            continue
        own = counts.setdefault(node.mem_id, _Count())
        path.append(own)
        if node.tag == "a" and "href" in node.attributes:
            own.links += 1
            own.files += _FILE.search(node.attributes.get("href") or "") is not None
        linked += node.tag == "a"
        own.headings += _is_title(node)
        stack.append((node, True))
        child = node.last_child
        while child is not None:
            if child.tag == "-text":
                _text(own, child.text_content or "", is_linked=linked > 0)
            elif child.tag in _PLAIN and child.css_first("a") is None:
                whole = counts.setdefault(child.mem_id, _Count(headings=_is_title(child)))
                _text(whole, child.text(), is_linked=linked > 0)
                own.take(whole)
            elif _counts(child):
                stack.append((child, False))
            child = child.prev
    return counts


def _is_title(node: LexborNode) -> bool:
    """Whether it heads a text, by its tag or by its role: lists of links have none of their own."""
    return node.tag in ("h1", "h2") or node.attributes.get("role") == "heading"


def _text(count: _Count, text: str, *, is_linked: bool) -> None:
    """Count the signs of a text."""
    signs = len("".join(text.split()))
    if not signs:
        return
    count.text += signs
    count.sentences += text.count("。")
    count.footer = count.footer or _FOOTER.search(text) is not None
    if is_linked:
        count.linked += signs
    else:
        rest = text
        for words in (_DATE, _HERE, _BESIDE, _TOOLS):
            rest = words.sub("", rest)
        count.beside += len(_SEPARATORS.sub("", rest))


def _is_around(node: LexborNode, counts: dict[int, _Count]) -> bool:
    tag, attributes = node.tag, node.attributes
    if tag in _TAGS or (attributes.get("role") or "").strip().lower() in _ROLES:
        return True
    count = counts.get(node.mem_id)
    if (
        (tag not in _WHOLE and tag not in _CELLS)
        or count is None
        or not count.text
        or count.headings
        or count.sentences
    ):
        return False
    return _is_footer(count) or _is_list_of_links(count) or _is_way(node, count)


def _counts(node: LexborNode) -> bool:
    """Whether what is in the element tells what it stands in: not where nobody sees it, nor contents."""
    shown = _is_element(node) and node.tag not in _LEFT and not is_hidden(node)
    return shown and not (node.tag == "nav" and _is_contents(node))


def _is_contents(nav: LexborNode) -> bool:
    """A table of contents: all links lead to places of this page, so what it stands beside is the paper."""
    targets = [link.attributes.get("href") or "" for link in nav.css("a[href]")]
    return bool(targets) and all(len(target) > 1 and target.startswith("#") for target in targets)


def _is_list_of_links(count: _Count) -> bool:
    return (
        count.links - count.files >= _FEWEST_LINKS
        and count.files == 0
        and count.linked >= _LINK_SHARE * (count.linked + count.beside)
        and count.beside <= _MOST_BESIDE
        and count.linked <= _LONGEST_LINK * count.links
    )


def _is_footer(count: _Count) -> bool:
    return count.footer and count.text <= _LONGEST_FOOTER


def _is_way(node: LexborNode, count: _Count) -> bool:
    """The way to the page (当前位置：首页 > …), or the pages before and after it."""
    if count.text > _LONGEST_WAY or not count.links or count.files:
        return False
    text = node.text().strip()
    return _HERE.match(text) is not None or _BESIDE.match(text) is not None


def _children(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        if _is_element(child):
            found.append(child)
        child = child.next
    return found


def _is_element(node: LexborNode) -> bool:
    return node.tag is not None and not node.tag.startswith("-")
