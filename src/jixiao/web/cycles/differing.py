"""What changed between two versions of a form, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import keys
from jixiao.core.dossier.projects import Project
from jixiao.core.money import Money
from jixiao.reports.labels import named
from jixiao.web.filings.assessments import versions
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.encoding import decoded


@dataclass(frozen=True, slots=True)
class Change:
    """One field, or one row that is new or gone: its words, its text before and after (blank: not stated)."""

    path: str
    words: str
    before: str
    after: str
    row: bool = False

    @property
    def kind(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"


@dataclass(frozen=True, slots=True)
class _Leaf:
    words: str
    value: Any
    row: str = ""  # the path of the row that it belongs to
    row_words: str = ""


def differences(before: Mapping[str, Any], after: Mapping[str, Any], *, project: bool) -> list[Change]:
    """Every field that differs, in the order of the form; a row that is new or gone is told as one.

    The contents are those of two versions; ``project`` says whether they are about a project.
    """
    if versions.KEY in before or versions.KEY in after:
        return [Change(*one) for one in versions.changes(before, after)]
    old, new = _leaves(before, project=project), _leaves(after, project=project)
    old_rows, new_rows = ({leaf.row for leaf in side.values()} for side in (old, new))
    found: dict[str, Change] = {}
    for path in [*new, *(path for path in old if path not in new)]:
        left, right = old.get(path), new.get(path)
        leaf = right or left
        if leaf is None or (left and right and left.value == right.value):
            continue
        if leaf.row and (leaf.row in old_rows) != (leaf.row in new_rows):
            side = new if right else old
            told = "；".join(
                f"{one.words.removeprefix(leaf.row_words).removeprefix(' · ')}：{shown(one.value)}"
                for one in side.values()
                if one.row == leaf.row
            )
            texts = ("", told) if right else (told, "")
            found.setdefault(leaf.row, Change(leaf.row, leaf.row_words, *texts, row=True))
            continue
        texts = (shown(left.value) if left else "", shown(right.value) if right else "")
        found[path] = Change(path, leaf.words, *texts)
    return list(found.values())


def shown(value: Any) -> str:
    """A value as it stands in a form; blank words are 空."""
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, Decimal):
        return f"{shortest(value):f}"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value) or _("空")


def _leaves(content: Mapping[str, Any], *, project: bool) -> dict[str, _Leaf]:
    """Each stated value by the path that `jixiao.core.dossier.paths.leaves` gives it."""
    kind: type[BaseModel] = Project if project else Dossier
    model = kind.model_validate(decoded(dict(content)))
    return {path: leaf for path, leaf in _walk(model, "", "") if leaf.value not in ("", None)}


def _walk(
    model: BaseModel, path: str, words: str, row: str = "", row_words: str = ""
) -> Iterator[tuple[str, _Leaf]]:
    for name in type(model).model_fields:
        above = path.rpartition(".")[2]
        label = named(f"{above}.{name}" if above else name) or name
        yield from _below(
            getattr(model, name),
            f"{path}.{name}" if path else name,
            f"{words} · {label}" if words else label,
            row,
            row_words,
        )


def _below(value: object, path: str, words: str, row: str, row_words: str) -> Iterator[tuple[str, _Leaf]]:
    if isinstance(value, BaseModel):
        yield from _walk(value, path, words, row, row_words)
    elif isinstance(value, list | tuple):
        for key, member in zip(keys(value), value, strict=True):
            own = f"{words} · {getattr(member, 'name', '') or key}"
            inner = f"{path}.{key}"
            first = (row, row_words) if row else (inner, own)  # a row within a row is part of the outer one
            yield from _below(member, inner, own, *first)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _below(member, f"{path}.{key}", f"{words} · {key}", row, row_words)
    elif value is not None:
        yield path, _Leaf(words, value, row, row_words)
