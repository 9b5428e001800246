"""Text whose lines a sign parts into values: by its name, or where nearly every line is parted alike."""

import re

from jixiao.core.errors import ReadError

EXTENSIONS = (".csv", ".tsv", ".tab")
TITLE = ("逗号或制表符分隔的表格", "tables as text, with commas or tabs")
READS = (
    "一张表，连同表前的标题、单位行；分隔符和编码自动识别",
    "one table with the titles and unit lines before it; delimiter and encoding are found out",
)
_HEAD = 65_536
_FOREIGN = (b"%PDF", b"{\\rtf", b"PK\x03\x04", b"MIME-Version:", b"<")
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FIGURES = re.compile(r"\d")
_SENTENCE = re.compile(r"[。；;！!]")


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a table of values; tabs in a file of another name belong to plain text."""
    head = data[:_HEAD]
    named = name.lower().endswith(EXTENSIONS)
    if not named and (head.count(b",", 0, 4096) < 6 or head.count(b"\n", 0, 4096) < 2):
        return False
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_FOREIGN):
        return False
    from jixiao.formats.csv.records import delimiter
    from jixiao.formats.txt.decode import decode, wide_encoding

    wide = head.startswith(_MARKS) or wide_encoding(head) is not None
    if not wide and b"\x00" in head:
        return False
    if len(data) > _HEAD and not wide:  # whole lines only, so that no character is cut
        head = head[: head.rfind(b"\n") + 1]
    try:
        text = decode(head)
    except ReadError:
        return False
    if named:
        return delimiter(text) is not None
    if len(_FIGURES.findall(text)) * 20 <= len(text) or _of_sentences(text):
        return False
    return delimiter(text, strict=True) == ","


def _of_sentences(text: str) -> bool:
    """Whether most lines are sentences: prose has commas too, and as many in each line by chance."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(1 for line in lines if _SENTENCE.search(line)) * 2 > len(lines)
