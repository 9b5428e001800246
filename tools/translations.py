"""The English words of the site: ``python tools/translations.py [--check]``.

Finds every sentence of ``src/jixiao/web`` that is marked for translation, in code and templates, brings
``locale/en/LC_MESSAGES/django.po`` up to date; tools/english_words.py compiles it. The sentences are Chinese,
and their own keys.
Status 1: something has no English yet, each listed; with ``--check`` also where the file would have changed.
"""

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT: Final = Path(__file__).resolve().parent.parent
SITE: Final = ROOT / "src" / "jixiao" / "web"
PO: Final = SITE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: Final = {
    **dict.fromkeys(("_", "_lazy", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
HEAD: Final = b"""# The English words of the site, by their Chinese ones: tools/translations.py
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def main() -> int:
    """Update or check; say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    catalogue = updated()
    stale = _content(PO) != written(catalogue)
    if not check:
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(written(catalogue))
    for words in missing(catalogue):
        print(f"no English yet: {words}")
    if check and stale:
        print(f"not up to date: {PO.relative_to(ROOT)}: run python tools/translations.py")
    return 1 if missing(catalogue) or (check and stale) else 0


def updated() -> Catalog:
    """The catalogue with every sentence of the site and no other; what is translated stays."""
    old = read_po(io.BytesIO(_content(PO)), locale="en") if PO.is_file() else Catalog(locale="en")
    catalogue = Catalog(locale="en", header_comment="# The English words of the site.", fuzzy=False)
    for identity, context in sorted(set(sentences()), key=str):
        known = old.get(identity, context)
        catalogue.add(identity, known.string if known else "", context=context)
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """The sentences without English, or with English that lacks a place for a value."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (not message.string or not all(message.string) or list(message.check(catalogue)))
    ]


def written(catalogue: Catalog) -> bytes:
    """The content of the file; the same for the same sentences, whenever they are written."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    readable = io.BytesIO()
    write_po(readable, catalogue, width=0, omit_header=False, no_location=True)
    return HEAD + readable.getvalue().split(b"\n\n", 1)[1]


def sentences() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Every sentence of the site, with its context."""
    for path in sorted(SITE.rglob("*")):
        if "migrations" in path.parts or "static" in path.parts:
            continue
        if path.suffix == ".py":
            yield from _called(path.read_text(encoding="utf-8"))
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            yield from _marked(_as_python(path))


def _as_python(path: Path) -> bytes:
    """A template as Django hands it to gettext: only the marked words are left."""
    source: str = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return source.encode("utf-8")


def _called(source: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The marked sentences of a program, those inside f-strings too, which Babel's reader passes over."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
        words = [
            one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if name not in KEYWORDS or not words:
            continue
        if name.startswith("pgettext"):
            yield words[1], words[0]
        else:
            yield (words[0], words[1]) if name.startswith("ngettext") else words[0], None


def _marked(source: bytes) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for _line, words, _comments, context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield (tuple(words) if isinstance(words, (tuple, list)) else words), context


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    sys.exit(main())
