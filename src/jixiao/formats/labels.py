"""An automatic number and the text that it stands before, as one text."""

BLANKS = " \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"
"""What is left out around a paragraph."""


def labelled(text: str, label: str = "", *, tight: bool = False) -> str:
    """The text without blanks around it, behind its number; ``tight``: nothing was put between the two."""
    inner = text.strip(BLANKS)
    gap = " " if label and inner and needs_space(label, inner, tight=tight) else ""
    return label + gap + inner


def needs_space(label: str, text: str, *, tight: bool) -> bool:
    """A number must not run into the one that follows it: 1. before 2023年."""
    if label[-1] in ".．" or tight:
        return text[0].isdecimal() and (label[-1].isdecimal() or label[-1] in ".．")
    return label[-1].isalnum()
