"""What the instruction of a field means for the text that is shown, in every Word format."""

import re

_EQUATION = re.compile(r"\s*EQ\s+\\(?P<kind>[of])\S*?\s*\((?P<terms>.*)\)\s*$", re.IGNORECASE | re.DOTALL)
_CIRCLE = "○◯O"
_LAST_CIRCLED = 20


def is_contents(instruction: str) -> bool:
    """Whether the field is a table of contents, of figures or an index."""
    return instruction.split(maxsplit=1)[:1] in (["TOC"], ["toc"], ["INDEX"])


def equation(instruction: str) -> str:
    r"""The text of an EQ field: ``\o\ac(○,1)`` draws one sign over the other, ``\f(1,2)`` a fraction."""
    found = _EQUATION.match(instruction)
    if found is None:
        return ""
    terms = [term.strip() for term in re.split(r"[,;，]", found["terms"])]
    if found["kind"].lower() == "f":
        return "/".join(terms)
    last = terms[-1]
    if terms[0] in _CIRCLE and last.isdecimal() and 0 < int(last) <= _LAST_CIRCLED:
        return chr(ord("①") + int(last) - 1)
    return last
