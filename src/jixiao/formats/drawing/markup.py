"""Text made safe for XML; what XML cannot hold becomes U+FFFD."""

import re

_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """The text as content of an element."""
    clean = text if text.isprintable() else _ILLEGAL.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """The text as value of an attribute, with its quotation marks; line ends survive."""
    inner = content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{inner}"'
