"""Comments that people wrote into a dossier, which a file written anew does not have."""

import re

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import write_toml

_STRINGS = re.compile(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'")
_COMMENT = re.compile(r"#.*")


def lost_comments(text: str, dossier: Dossier) -> int:
    """How many comments of the text of a dossier its file would lack once it is written again."""
    kept = _comments(write_toml(dossier))
    return sum(comment not in kept for comment in _comments(text))


def _comments(text: str) -> list[str]:
    return [found.strip() for found in _COMMENT.findall(_STRINGS.sub("", text))]
