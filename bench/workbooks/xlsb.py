"""Binary workbooks made by hand after [MS-XLSB]: no program here writes them, several read them.

``binary(data)`` turns an xlsx of ours or of openpyxl into one: values, number formats, results of formulas,
merged ranges, hidden sheets, rows and columns, and names of ranges.
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterable

from jixiao.formats.grids.grid import parse_range
from jixiao.formats.safe_xml import iterate_xml
from jixiao.formats.xlsx.package import Package, Sheet, open_package
from jixiao.formats.xlsx.raw import RawCell, RawGrid, read_raw

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
TYPES = "application/vnd.ms-excel"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FIRST_FORMAT = 164
"""Numbers of formats below are built in."""


def record(kind: int, body: bytes = b"") -> bytes:
    """A record: kind and length in groups of seven bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    size = b""
    while True:
        length, low = length >> 7, length & 0x7F
        size += bytes([low | (0x80 if length else 0)])
        if not length:
            return head + size + body


def string(text: str) -> bytes:
    """A text with its length before it."""
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def binary(data: bytes) -> bytes:
    """The binary workbook of an xlsx."""
    package = open_package(data)
    formats = Formats()
    strings: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{number}.bin": _sheet(package, sheet, formats, strings)
        for number, sheet in enumerate(package.sheets, start=1)
    }
    parts["xl/workbook.bin"] = _workbook(package)
    parts["xl/styles.bin"] = formats.part()
    parts["xl/sharedStrings.bin"] = _strings(strings)
    return pack(parts)


def pack(parts: dict[str, bytes]) -> bytes:
    """The archive of these parts, with what leads from one to the other."""
    sheets = sorted(
        (name for name in parts if "worksheets" in name), key=lambda name: int(re.findall(r"\d+", name)[0])
    )
    related = {f"rId{number}": ("worksheet", name) for number, name in enumerate(sheets, start=1)}
    related["rIdStyles"] = ("styles", "xl/styles.bin")
    related["rIdStrings"] = ("sharedStrings", "xl/sharedStrings.bin")
    types = [f'<Override PartName="/xl/workbook.bin" ContentType="{TYPES}.sheet.binary.macroEnabled.main"/>']
    types += [
        f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}"/>'
        for kind, name in related.values()
        if name in parts
    ]
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{"".join(types)}</Types>',
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.bin")}),
        "xl/_rels/workbook.bin.rels": _relations(
            {key: (kind, name.removeprefix("xl/")) for key, (kind, name) in related.items()}
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


class Formats:
    """Gives each number format a style."""

    def __init__(self) -> None:
        self._styles: dict[int | str, int] = {0: 0}

    def style(self, code: int | str) -> int:
        """The style with this number format."""
        return self._styles.setdefault(code, len(self._styles))

    def part(self) -> bytes:
        """The part of styles."""
        own = {
            code: FIRST_FORMAT + number
            for number, code in enumerate(c for c in self._styles if isinstance(c, str))
        }
        made = record(278) + record(615, struct.pack("<I", len(own)))
        made += b"".join(record(44, struct.pack("<H", number) + string(code)) for code, number in own.items())
        made += record(616)
        made += (
            record(611, struct.pack("<I", 1))
            + record(
                43, struct.pack("<HHHHBBBB8sB", 220, 0, 400, 0, 0, 0, 134, 0, bytes(8), 0) + string("宋体")
            )
            + record(612)
        )
        made += record(603, struct.pack("<I", 1)) + record(45, struct.pack("<I", 0) + bytes(64)) + record(604)
        made += record(613, struct.pack("<I", 1)) + record(46, bytes(51)) + record(614)
        made += (
            record(626, struct.pack("<I", 1))
            + record(47, struct.pack("<HHHHHBBHBB", 0xFFFF, 0, 0, 0, 0, 0, 0, 0, 0, 0))
            + record(627)
        )
        made += record(617, struct.pack("<I", len(self._styles)))
        for code in self._styles:
            number = own[code] if isinstance(code, str) else code
            made += record(47, struct.pack("<HHHHHBBHBB", 0, number, 0, 0, 0, 0, 0, 0, 1, 0))
        return made + record(618) + record(279)


def number(value: float, *, column: int, style: int, formula: bool = False) -> bytes:
    """The record of a number: of 30 bits where it fits, else of 64, or the result of a formula."""
    cell = struct.pack("<II", column - 1, style)
    if formula:
        return record(9, cell + struct.pack("<dH", value, 0) + _formula(b"\x1f" + struct.pack("<d", value)))
    whole = round(value * 100)
    if abs(whole) < 2**29 and whole / 100 == value:
        return record(2, cell + struct.pack("<I", (whole << 2 & 0xFFFFFFFC) | 3))
    return record(5, cell + struct.pack("<d", value))


def _sheet(package: Package, sheet: Sheet, formats: Formats, strings: dict[str, int]) -> bytes:
    grid = read_raw(package, sheet)
    hidden_rows, hidden_columns = hidden(package, sheet)
    last = max(grid.rows, default=1) - 1, max((max(row) for row in grid.rows.values()), default=1) - 1
    made = record(129) + record(148, struct.pack("<IIII", 0, last[0], 0, last[1]))
    if hidden_columns:
        made += record(390)
        made += b"".join(
            record(60, struct.pack("<IIIIH", first - 1, final - 1, 2000, 0, 1))
            for first, final in hidden_columns
        )
        made += record(391)
    made += record(145)
    for row in sorted(grid.rows):
        made += row_head(row, hidden=row in hidden_rows)
        for column, cell in sorted(grid.rows[row].items()):
            made += _cell(cell, column, formats, strings)
    return made + record(146) + _merged(grid) + record(130)


def row_head(row: int, *, hidden: bool = False) -> bytes:
    """The record before the cells of a row."""
    return record(0, struct.pack("<IIHBBBI", row - 1, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def _cell(cell: RawCell, column: int, formats: Formats, strings: dict[str, int]) -> bytes:
    style = formats.style(cell.code)
    head = struct.pack("<II", column - 1, style)
    if cell.kind == "n" and cell.stored:
        return number(float(cell.stored), column=column, style=style, formula=cell.is_formula)
    if cell.kind == "b":
        return record(4, head + bytes([cell.stored == "1"]))
    if cell.kind == "e":
        return record(3, head + bytes([ERRORS[cell.stored]]))
    if cell.is_formula:
        token = b"\x17" + bytes([min(len(cell.stored), 255), 0]) + cell.stored[:255].encode("utf-16-le")
        return record(8, head + string(cell.stored) + struct.pack("<H", 0) + _formula(token))
    return record(7, head + struct.pack("<I", strings.setdefault(cell.stored, len(strings))))


def _formula(tokens: bytes) -> bytes:
    return struct.pack("<I", len(tokens)) + tokens + struct.pack("<I", 0)


def _merged(grid: RawGrid) -> bytes:
    if not grid.merges:
        return b""
    made = record(177, struct.pack("<I", len(grid.merges)))
    for top, left, low, far in grid.merges:
        made += record(176, struct.pack("<IIII", top - 1, low - 1, left - 1, far - 1))
    return made + record(178)


def hidden(package: Package, sheet: Sheet) -> tuple[set[int], list[tuple[int, int]]]:
    """The rows that are hidden, and the stretches of columns."""
    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    for element in iterate_xml(package.archive.read(sheet.part), ("{*}row", "{*}col")):
        if element.get("hidden") not in ("1", "true"):
            continue
        if element.get("min"):
            columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
        else:
            rows.add(int(element.get("r", "0")))
    return rows, columns


def _workbook(package: Package) -> bytes:
    made = record(131) + record(153, struct.pack("<III", int(package.epoch_1904), 0, 0)) + record(143)
    for number_, sheet in enumerate(package.sheets, start=1):
        made += record(
            156, struct.pack("<II", int(sheet.hidden), number_) + string(f"rId{number_}") + string(sheet.name)
        )
    made += record(144) + record(353) + record(357)
    count = len(package.sheets)
    made += record(
        362, struct.pack("<I", count) + b"".join(struct.pack("<Iii", 0, i, i) for i in range(count))
    )
    return made + record(354) + b"".join(_names(package)) + record(132)


def _names(package: Package) -> Iterable[bytes]:
    sheets = [sheet.name for sheet in package.sheets]
    for name, target in package.names.items():
        sheet, _, cells = target.rpartition("!")
        area = parse_range(cells)
        sheet = sheet.strip("'").replace("''", "'")
        if area is None or sheet not in sheets or name.startswith("_xlnm"):
            continue
        top, left, low, far = (value - 1 for value in area)
        if (top, left) == (low, far):
            tokens = struct.pack("<BHIH", 0x3A, sheets.index(sheet), top, left)
        else:
            tokens = struct.pack("<BHIIHH", 0x3B, sheets.index(sheet), top, low, left, far)
        yield record(
            39,
            struct.pack("<IBI", 0, 0, 0xFFFFFFFF)
            + string(name)
            + _formula(tokens)
            + struct.pack("<I", 0xFFFFFFFF),
        )


def _strings(strings: dict[str, int]) -> bytes:
    made = record(159, struct.pack("<II", len(strings), len(strings)))
    return made + b"".join(record(19, b"\0" + string(text)) for text in strings) + record(160)


def _relations(related: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
