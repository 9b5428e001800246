"""What tests of the workbook share: a small dossier, and a workbook with some cells changed."""

from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.dossiers.faults import DossierError, Fault
from jixiao.dossiers.toml import read_toml
from jixiao.dossiers.workbook import write_workbook
from jixiao.dossiers.workbook.reading.reader import Reading, read

EXAMPLES = sorted((ROOT / "examples").glob("*/dossier.toml"))

SMALL = """
rulebook = "cn"
fiscal_year = 2023
[department]
code = "office"
name = "某办公室"
divisions = ["综合科", "财务科"]
[[department.staff.groups]]
name = "行政编制"
established_posts = 12
in_post = 10
[[projects]]
code = "p01"
name = "道路养护"
revised_budget = 65.26
outturn = 59.17
[[projects.indicators]]
code = "a"
level1 = "产出指标"
level2 = "数量指标"
name = "养护里程"
operator = "≥"
target = 43.00
unit = "公里"
weight = 10
actual = 45
[[projects]]
code = "p02"
name = "会议"
revised_budget = 35
outturn = 35
"""


def dossier(more: str = "") -> Dossier:
    """A small dossier with more tables in TOML."""
    return read_toml(SMALL + more, "dossier.toml")


def example(path: Path) -> Dossier:
    """A dossier of the examples."""
    return read_toml(path.read_text(encoding="utf-8"), path.parent.name)


@cache
def _small() -> bytes:
    """The workbook of the small dossier: nearly every test begins with it."""
    return write_workbook(dossier())


class Edited:
    """The workbook of a dossier as a clerk opens, changes and sends it."""

    def __init__(self, made: Dossier | None = None) -> None:
        self.book: Workbook = load_workbook(BytesIO(write_workbook(made) if made else _small()))

    def sheet(self, name: str) -> Worksheet:
        """A sheet by its name."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def at(self, sheet: str, heading: str, row: int = 1) -> str:
        """The cell below a heading, in the row so many below it; for a form, beside its line."""
        for cells in self.sheet(sheet).iter_rows():
            for cell in cells:
                text = str(cell.value or "")
                if text.removesuffix(" *") == heading or text.partition("（")[0].rstrip(" *\n") == heading:
                    place = coordinate_to_tuple(cell.coordinate)
                    return str(self.sheet(sheet).cell(place[0] + row, place[1]).coordinate)
        raise AssertionError(heading)

    def beside(self, sheet: str, label: str, steps: int = 1) -> str:
        """The cell to the right of a label."""
        found = self.sheet(sheet)
        row, column = coordinate_to_tuple(self.at(sheet, label, 0))
        return str(found.cell(row, column + steps).coordinate)

    def data(self) -> bytes:
        """The bytes that the clerk sends."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def read(self) -> Reading:
        """What is read from it."""
        return read(self.data(), "填报.xlsx")

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it."""
        try:
            self.read()
        except DossierError as error:
            return error.faults
        return ()
