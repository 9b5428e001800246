"""Control words and signs that stand for a character."""

from typing import Final

CHARACTERS: Final = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
SIGNS: Final = {"~": "\u00a0", "_": "-", "\t": "\t"}
LITERAL: Final = "\\{}"
PARAGRAPH_SIGNS: Final = "\r\n"
