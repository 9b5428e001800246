"""What Jinja says of a slip in a template, in Chinese."""

import re
from typing import Final

_SAID: Final = (
    (re.compile(r"expected '?(?:end of print statement|variable_end)|end of print"), "{{ 没有用 }} 结束"),
    (re.compile(r"expected '?(?:end of statement block|block_end)"), "{% 没有用 %} 结束，或 %} 前面多了字"),
    (
        re.compile(r"end of template.*innermost block that needs to be closed is '(\w+)'", re.DOTALL),
        r"缺少 {% end\1 %}",
    ),
    (re.compile(r"unknown tag '(end\w+)'"), r"多了一个 {% \1 %}，或它与开头的语句不成对"),
    (re.compile(r"unknown tag '([^']+)'"), r"没有“\1”这个语句"),
    (re.compile(r"No filter named '([^']+)'"), r"没有“\1”这个过滤器"),
    (re.compile(r"No test named '([^']+)'"), r"没有“\1”这个判断"),
    (re.compile(r"unexpected end of template", re.IGNORECASE), "括号、引号或 {% … %} 没有成对"),
    (re.compile(r"unexpected char (.+?) at"), r"不认识的字符 \1，括号、引号要用英文的"),
    (re.compile(r"unexpected '([^']*)'"), r"“\1”写在了不该写的地方"),
)


def in_chinese(message: str) -> str:
    """The slip in plain Chinese; Jinja's own words where none are known."""
    for pattern, words in _SAID:
        match = pattern.search(message)
        if match:
            return match.expand(words)
    return message.rstrip(".")
