"""The dossier after an import, as the content of its file."""

from pathlib import Path

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import read_toml, write_toml
from jixiao.dossiers.workbook import write_workbook
from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.loading import load


def content(dossier: Dossier, target: Path) -> bytes:
    """The whole file, a workbook where the target is one; read back first, so that it can be read later.

    Raises:
        DossierError: the dossier could not be read back.
    """
    text = write_toml(dossier)
    checked = read_toml(text, str(target))
    if target.suffix.lower() == ".toml":
        return text.encode("utf-8")
    try:
        rules = load(checked.rulebook).rules(checked.fiscal_year)
    except RulebookError:
        rules = None  # the lists of its words are a help, not a need
    return write_workbook(checked, rules)
