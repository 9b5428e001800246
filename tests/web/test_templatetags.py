"""What templates call for."""

from decimal import Decimal

from jixiao.web.templatetags.built import options
from jixiao.web.templatetags.figures import yuan


def test_options_are_escaped_and_one_is_chosen() -> None:
    made = options([(1, "A&B"), ('"2', "<b>")], "1")
    assert made == '<option value="1" selected>A&amp;B</option><option value="&quot;2">&lt;b&gt;</option>'


def test_yuan_keep_their_thousands_apart() -> None:
    assert yuan(Decimal(1199600)) == "1,199,600.00"
    assert yuan(None) == ""
