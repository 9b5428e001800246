"""Points of lines make up their group, points of groups make up the scheme."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.topics import Group, Scheme
from jixiao.rulebooks.stated import Problem, Stated, plain


def problems(stated: Stated) -> Iterator[Problem]:
    """Sums that miss their total; a total is judged only where every part of it is printed."""
    for path, scheme in stated.parts(Scheme):
        if scheme.applicable_points is not None and not scheme.convert:
            yield Problem(
                (*path, "applicable_points"),
                "有适用分值 applicable_points，但没有写 convert = true，不会折算。请补上，或删去这一行。",
                "applicable_points has no effect without convert = true. Add convert or remove the line.",
            )
        if scheme.weights is None or not scheme.groups:
            continue
        known, complete = _sum([one.points for one in scheme.groups if one.role != "deduction"])
        if known > scheme.weights or (complete and known != scheme.weights):
            yield Problem(
                (*path, "groups"),
                f"各组分值合计 {plain(known)}，应为 {plain(scheme.weights)}。请改正分值；"
                f"如果发布的表本来就只有 {plain(known)} 分，写 weights = {plain(known)}。",
                f"the groups' points add up to {plain(known)}, not {plain(scheme.weights)}. Correct them; "
                f"if the published table really reaches only {plain(known)}, write weights = {plain(known)}.",
            )
    for path, group in stated.parts(Group):
        yield from _group(path, group)


def _group(path: Path, group: Group) -> Iterator[Problem]:
    if group.role == "deduction":
        if group.points:
            yield Problem(
                (*path, "points"),
                f"“{group.name}”是扣分项，只扣分，没有分值。请删去 points，或改正 role。",
                f"{group.name} is a deduction and has no points of its own. Remove points or correct role.",
            )
        return
    members = [leaf.weight for leaf in group.leaves] + [
        one.points for one in group.groups if one.role != "deduction"
    ]
    known, complete = _sum(members)
    if group.points is None or not members:
        return
    if known > group.points or (complete and known != group.points):
        yield Problem(
            (*path, "points"),
            f"“{group.name}”分值 {plain(group.points)}，下面各项合计 {plain(known)}。请改正其中一个。",
            f"{group.name} has {plain(group.points)} points, its lines add up to {plain(known)}. "
            f"Correct one of them.",
        )


def _sum(points: list[Decimal | None]) -> tuple[Decimal, bool]:
    """What is printed, and whether that is all."""
    known = [one for one in points if one is not None]
    return sum(known, Decimal(0)), len(known) == len(points)
