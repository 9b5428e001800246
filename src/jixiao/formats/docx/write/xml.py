"""Text made safe for XML; what XML cannot hold becomes U+FFFD."""

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\t\n]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def clean(text: str) -> str:
    """The text without signs that no XML document may hold (form feeds, halves of surrogate pairs)."""
    return text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Cleaned text as content of an element."""
    text = clean(text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """Cleaned text as the value of an attribute, without the quotation marks; line ends survive."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found.group()], clean(text))
