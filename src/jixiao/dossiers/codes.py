"""Codes that stand twice where each must be the only one, in data as read."""

from collections.abc import Iterator, Mapping
from typing import Any

from jixiao.core.toml_places import Path
from jixiao.dossiers.wording import Words

_LISTS: tuple[tuple[Path, str, str], ...] = (
    (("projects",), "项目", "projects"),
    (("appraisal", "indicators"), "部门指标", "indicators of the department"),
    (("evidence",), "佐证材料", "evidence"),
)


def repeated_codes(data: Mapping[str, Any]) -> Iterator[tuple[Path, Words]]:
    """The path of every code that an earlier member of the same list has, and what to say about it."""
    for path, what, what_en in _LISTS:
        yield from _repeated(_at(data, path), path, what, what_en)
    for number, project in enumerate(_rows(_at(data, ("projects",)))):
        path = ("projects", number, "indicators")
        name = str(project.get("name", number + 1))
        what = f"项目“{name}”的指标"
        yield from _repeated(project.get("indicators"), path, what, f"indicators of the project “{name}”")


def _repeated(rows: object, path: Path, what: str, what_en: str) -> Iterator[tuple[Path, Words]]:
    seen: dict[str, int] = {}
    for number, row in enumerate(_rows(rows)):
        code = row.get("code")
        if not isinstance(code, str):
            continue
        first = seen.setdefault(code.strip(), number)
        if first != number:
            free = next(name for name in (f"{code}-{n}" for n in range(2, 10_000)) if name not in seen)
            yield (
                (*path, number, "code"),
                Words(
                    f"{what}的代码“{code}”用了两次，第{first + 1}个已经用了",
                    f"the code “{code}” stands twice among the {what_en}; number {first + 1} has it already",
                    f"换一个没有用过的代码，如“{free}”",
                    f"choose another code, such as “{free}”",
                    code,
                ),
            )


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data.get(str(step)) if isinstance(data, Mapping) else None
    return data


def _rows(rows: object) -> list[Mapping[str, Any]]:
    """The members that are tables; others keep their places as empty ones."""
    return [row if isinstance(row, Mapping) else {} for row in rows] if isinstance(rows, list) else []
