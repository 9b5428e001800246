"""What tests of observations share: read a text, ask one extractor."""

from types import ModuleType

from jixiao.claims.reading.document import read_document
from jixiao.core.observation import Observation
from jixiao.formats.txt.read import read_text


def observe(module: ModuleType, text: str) -> list[Observation]:
    return list(module.extract(read_document(read_text(text))))


def faults(module: ModuleType, text: str) -> list[tuple[str, str, bool]]:
    """Fault, words and whether proven, of everything that fails."""
    return [(o.fault, o.quote, o.proven) for o in observe(module, text) if o.verdict == "fails"]
