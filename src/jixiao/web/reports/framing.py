"""A report's page for a frame: its style sheet is let in by its hash, styles of elements become rules."""

import base64
import hashlib
import re
from typing import Final

_POLICY: Final = (
    "default-src 'none'; style-src {styles}; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox"
)
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_TAG: Final = re.compile(r'(<[a-z][^<>]*?) style="([^"<>]*)"')


def framed(page: str) -> tuple[str, str]:
    """The page and its policy: nothing in it runs, loads or sends, and no style but its own counts."""
    rules: dict[str, int] = {}

    def named(found: re.Match[str]) -> str:
        number = rules.setdefault(found[2], len(rules) + 1)
        return f'{found[1]} data-look="{number}"'

    page = _TAG.sub(named, page)
    if rules:
        own = "".join(f'[data-look="{number}"]{{{words}}}' for words, number in rules.items())
        page = page.replace("</style>", f"{own}</style>", 1)
    hashes = [_hash(found[1]) for found in _STYLE.finditer(page)]
    return page, _POLICY.format(styles=" ".join(hashes) or "'none'")


def _hash(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
