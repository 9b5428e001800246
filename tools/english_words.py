"""Compiles the English words of the site: every ``django.po`` to the ``django.mo`` that Django reads.

What is compiled is not committed: ``make`` and the build of a wheel make it, as they make the front end.
"""

import io
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WORDS: Final = Path(__file__).resolve().parent.parent / "src" / "jixiao" / "web" / "locale"


def build() -> None:
    """Bring each compiled file up to date, so that no process ever reads half of one."""
    for written in WORDS.rglob("*.po"):
        content = compiled(written.read_bytes())
        target = written.with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != content:
            partial = target.with_suffix(".mo.partial")
            partial.write_bytes(content)
            partial.replace(target)


def compiled(written: bytes) -> bytes:
    """What a written catalogue is, compiled; the same bytes for the same words."""
    result = io.BytesIO()
    write_mo(result, read_po(io.BytesIO(written)))
    return result.getvalue()


if __name__ == "__main__":
    build()
