"""Plain text: the last resort of recognition, when bytes decode as text."""

from jixiao.formats.txt.decode import wide_encoding

EXTENSIONS = (".txt", ".text")
TITLE = ("纯文本", "plain text")
READS = (
    "文字，Word、PDF 转存后的表格（制表符、竖线或一行一格）；编码自动识别（UTF-8、UTF-16、GB18030）",
    "text, and tables as Word or PDF leave them behind; the encoding is found out (UTF-8, UTF-16, GB18030)",
)
LAST = True
"""Asked after every other format."""


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes look like text: a byte order mark, no NUL at the start, or UTF-16 without a mark."""
    del name
    return (
        data[:3] == b"\xef\xbb\xbf"
        or data[:2] in (b"\xff\xfe", b"\xfe\xff")
        or b"\x00" not in data[:4096]
        or wide_encoding(data) is not None
    )
