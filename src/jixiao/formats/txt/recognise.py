"""Plain text: the last resort of recognition, when bytes decode as text."""

EXTENSIONS = (".txt", ".text")
LAST = True
"""Asked after every other format."""


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes look like text: a byte order mark, or no NUL byte at the start."""
    del name
    return data[:3] == b"\xef\xbb\xbf" or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" not in data[:4096]
