"""The quick look before a rate is decided passes by none that holds."""

import random

from jixiao.claims.reading.document import read_document
from jixiao.claims.reading.proposal import may_be_rate, rate_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.formats.txt.read import read_text


def figures(text: str) -> tuple[Token, Token, Token]:
    """The three figures of a text: rate, top and bottom."""
    rate, top, bottom = read_document(read_text(text)).tokens
    return rate, top, bottom


def test_rates_that_hold_are_near() -> None:
    chance = random.Random(7)  # noqa: S311 - figures, not secrets
    held = 0
    for _ in range(1500):
        bottom, rate = chance.randint(1, 5000), chance.randint(0, 1500)
        top = bottom * rate // 1000 + chance.randint(-1, 1)
        decimals = chance.choice(("", ".5", ".25"))
        unit = chance.choice(("元", "万元"))
        text = f"比率{rate / 10:.{chance.randint(0, 1)}f}%，甲{top}{decimals}{unit}，乙{bottom}{unit}。"
        three = figures(text)
        holds = decide(rate_of(*three)).holds
        held += holds
        assert may_be_rate(*three) or not holds, text
    assert held > 100


def test_others_are_passed_by() -> None:
    assert not may_be_rate(*figures("比率45.2%，甲300万元，乙500万元。"))
