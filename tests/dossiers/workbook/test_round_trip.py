"""Writing a dossier to a workbook and reading it back changes nothing."""

from hypothesis import given, settings
from tests.dossiers.strategies import dossiers

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import write_toml
from jixiao.dossiers.workbook import read_workbook, write_workbook


@settings(max_examples=60)
@given(dossiers())
def test_reading_gives_the_dossier_that_was_written(dossier: Dossier) -> None:
    read = read_workbook(write_workbook(dossier), "workbook.xlsx")
    assert read == dossier
    assert write_toml(read) == write_toml(dossier)  # the digits of decimals as well: 43.00 is not 43
