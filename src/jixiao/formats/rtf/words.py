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
STRUCTURE: Final = frozenset(
    (
        "ansicpg", "cell", "dptxbxtext", "fcharset", "field", "fldinst", "fldrslt", "fonttbl", "footnote",
        "ftnalt", "listtext", "mden", "nestcell", "nestrow", "nesttableprops", "par", "pntext", "row", "rtf",
        "sect", "shptxt", "stylesheet", "u", "ud", "upr",
    )
)  # fmt: skip
"""Words that the reader follows, besides those of its other tables. Nine of ten words in a file are none."""
SIGNS: Final = {"~": "\u00a0", "_": "-", "\t": "\t"}
LITERAL: Final = "\\{}"
PARAGRAPH_SIGNS: Final = "\r\n"
