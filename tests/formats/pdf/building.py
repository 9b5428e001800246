"""Small PDF files made by hand: text at positions, lines, pages, faults.

Their font draws each character as a field of its own, as wide as it is high, and maps it to Unicode.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

_CODES: dict[str, int] = {}


def code_of(sign: str) -> int:
    """The code of a character in the font of all files; there are 255."""
    return _CODES.setdefault(sign, len(_CODES) + 1)


@dataclass
class Sheet:
    """A page to be: drawing operators; y is counted from the upper edge, as readers count it."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    drawing: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 12, matrix: str = "1 0 0 1", mode: int = 0
    ) -> Sheet:
        """Text whose upper edge is about ``y``, one size of the font for each character."""
        codes = "".join(f"{code_of(sign):02X}" for sign in text)
        at = f"{x} {self.height - y - size * 0.88:.2f}"
        self.drawing.append(f"BT /F1 {size} Tf {mode} Tr {matrix} {at} Tm <{codes}> Tj ET")
        return self

    def line(self, x: float, y: float, to_x: float, to_y: float) -> Sheet:
        """A stroke."""
        self.drawing.append(f"0.5 w {x} {self.height - y} m {to_x} {self.height - to_y} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """All lines of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def raw(self, operators: str) -> Sheet:
        """Anything else."""
        self.drawing.append(operators)
        return self


def pdf(*sheets: Sheet, extra: str = "") -> bytes:
    """A file of these pages. Every UTF-16 code is a character of its own, as wide as it is high."""
    objects: list[bytes] = []

    def add(text: str | bytes) -> int:
        objects.append(text.encode("latin-1") if isinstance(text, str) else text)
        return len(objects)

    def stream(data: bytes, keys: str = "") -> bytes:
        packed = zlib.compress(data)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {keys} >>\nstream\n"
        return head.encode() + packed + b"\nendstream"

    add("")  # 1: catalogue
    add("")  # 2: pages
    pairs = [f"<{code:02X}> <{ord(sign):04X}>" for sign, code in _CODES.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
        "1 begincodespacerange <00> <FF> endcodespacerange "
        + " ".join(f"{len(block)} beginbfchar {' '.join(block)} endbfchar" for block in blocks)
        + " endcmap end end"
    )
    to_unicode = add(stream(unicode_map.encode()))
    glyph = add(stream(b"1000 0 0 -120 1000 880 d1 100 0 800 800 re f"))
    font = add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << /g {glyph} 0 R >> /Encoding << /Type /Encoding /Differences [1 {'/g ' * 255}] >> "
        f"/FirstChar 1 /LastChar 255 /Widths [{'1000 ' * 255}] /Resources << >> /ToUnicode {to_unicode} 0 R >>"
    )
    kids = []
    for sheet in sheets:
        content = add(stream("\n".join(sheet.drawing).encode("latin-1")))
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] "
                f"/Rotate {sheet.rotate} /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode()
    return assembled(objects, extra)


def assembled(objects: list[bytes], extra: str = "") -> bytes:
    """The file of these objects, the first of them the catalogue."""
    made = b"%PDF-1.7\n"
    starts = []
    for number, content in enumerate(objects, start=1):
        starts.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{start:010d} 00000 n \n".encode() for start in starts)
    made += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{table}\n%%EOF".encode()
    return made


def image(width: float, height: float, y: float = 0) -> str:
    """Operators that draw a picture (of one pixel) as large as this."""
    return f"q {width} 0 0 {height} 0 {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
