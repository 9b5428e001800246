"""The content of a form that judges, as a version keeps it, and what differs between two."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.filings.columns import shortest
from jixiao.web.filings.rows import Form

KEY = "lines"


def content(form: Form) -> dict[str, Any]:
    """Every line with what it is about and what was typed."""
    rows = [*form.rows_of("scores"), *form.rows_of("answers")]  # a list: PostgreSQL sorts keys
    return {
        KEY: [
            {
                "code": row.line.code, "name": row.name, "group": row.group, "source": row.source,
                "given": _text(row.given), "full": _text(row.full), "points": _text(row.points),
                "words": row.words,
            }
            for row in rows
        ]
    }  # fmt: skip


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Path, words, text before and after of each field that differs."""
    words = {"full": _("分值"), "points": _("得分"), "words": _("内容")}
    old, new = ({one["code"]: one for one in side.get(KEY, ())} for side in (before, after))
    for code in [*new, *(code for code in old if code not in new)]:
        name = (new.get(code) or old[code])["name"]
        for field, label in words.items():
            texts = [str(side.get(code, {}).get(field) or "") for side in (old, new)]
            if texts[0] != texts[1]:
                yield f"{KEY}.{code}.{field}", f"{name} · {label}", *texts


def _text(number: Any) -> str:
    return "" if number is None else f"{shortest(number):f}"
