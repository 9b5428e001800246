"""What tests of dossiers share: the shortest dossier there is, and the faults of a text."""

from jixiao.dossiers.faults import DossierError, Fault
from jixiao.dossiers.toml import read_toml

HEAD = """rulebook = "cn"
fiscal_year = 2023
[department]
code = "office"
name = "某办公室"
"""
"""Five lines; what a test adds begins in line 6."""

PROJECT = """[[projects]]
code = "p1"
name = "道路"
"""
"""Three lines: 6 to 8 where they follow the head."""


def faults(text: str) -> tuple[Fault, ...]:
    """The faults that the reader finds in the text."""
    try:
        read_toml(text, "dossier.toml")
    except DossierError as error:
        return error.faults
    return ()
