"""Examples of checks between files: several documents in one text, each below a line with its name.

``【文件：决算.txt】`` begins a document of the set, ``【上年文件：决算.txt】`` that of last year.
"""

import re

_HEAD = re.compile(r"^【(?P<before>上年)?文件：(?P<name>[^】]+)】$", re.MULTILINE)

Named = tuple[str, str]
"""The name of a document and its text."""


def documents_of(text: str) -> tuple[list[Named], list[Named]]:
    """The documents of the set, and those of last year."""
    current: list[Named] = []
    previous: list[Named] = []
    heads = [*_HEAD.finditer(text)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        body = text[head.end() : end].strip("\n")
        (previous if head["before"] else current).append((head["name"], body))
    return current, previous
