"""What templates call for."""

from jixiao.web.templatetags.built import options


def test_options_are_escaped_and_one_is_chosen() -> None:
    made = options([(1, "A&B"), ('"2', "<b>")], "1")
    assert made == '<option value="1" selected>A&amp;B</option><option value="&quot;2">&lt;b&gt;</option>'
