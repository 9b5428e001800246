"""Characters that producers of pages put in the place of the usual ones."""

from __future__ import annotations

import unicodedata
from typing import Final

_RADICALS: Final = (
    "⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺋㔾⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴罓⺵罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀"
    "⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马"
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""CJK Radicals Supplement (U+2E80 to U+2EFF) to the characters that they look like."""
_ALIKE: Final = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
_DROPPED: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\x00"
_BLANKS: Final = "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"


def _table() -> dict[int, str]:
    """What each such character stands for; all others, full-width forms too, remain."""
    table = {ord(sign): alike for sign, alike in _ALIKE.items()}
    compatible = (
        *range(0x2F00, 0x2FE0),  # Kangxi radicals
        *range(0xF900, 0xFB00),  # CJK compatibility ideographs
        *range(0xFB00, 0xFB07),  # ligatures of Latin letters
        *range(0x2F800, 0x2FA20),
    )
    for code in compatible:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = plain
    table.update({ord(sign): "" for sign in _DROPPED})
    table.update({ord(sign): " " for sign in _BLANKS})
    return table


_TABLE: Final = _table()
_ODD: Final = frozenset(map(chr, _TABLE))


def plain(text: str, edges: tuple[float, ...]) -> tuple[str, tuple[float, ...]]:
    """The text with the usual characters, and their edges; a ligature's width is shared by its letters."""
    if _ODD.isdisjoint(text):
        return text, edges
    signs: list[str] = []
    kept: list[float] = []
    for index, sign in enumerate(text):
        usual = _TABLE.get(ord(sign), sign)
        left, right = edges[index], edges[index + 1]
        for number, letter in enumerate(usual):
            signs.append(letter)
            kept.append(left + (right - left) * number / len(usual))
    return "".join(signs), (*kept, edges[-1])
