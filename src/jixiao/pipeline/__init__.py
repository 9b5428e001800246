"""What every surface calls: check a document, score a dossier.

What checks is imported when it is first asked for: commands of the site that check nothing start without it.
What scores (``jixiao.pipeline.scoring``) brings the rulebooks along and is imported by whoever scores.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.pipeline.checking import check_bytes, check_document, check_path, check_text, run_checks

__all__ = ["check_bytes", "check_document", "check_path", "check_text", "run_checks"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("jixiao.pipeline.checking"), name)
