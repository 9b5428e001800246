"""The applications of the site, found by walking this package.

A folder with ``models`` (a module or a package) or ``urls`` is one.
"""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent


def applications() -> list[str]:
    """Their dotted names, in alphabetical order."""
    return [
        f"jixiao.web.{folder.name}"
        for folder in sorted(_HERE.iterdir())
        if (folder / "models.py").is_file() or (folder / "models").is_dir() or (folder / "urls.py").is_file()
    ]
