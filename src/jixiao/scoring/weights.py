"""The weights of all lines against those that the scheme wants; never accepted in silence."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.scorecard import Difference, GroupScore, LeafScore, Notice
from jixiao.rulebooks.schema.topics import Scheme
from jixiao.scoring.exact import add_decimals, fraction, shown


def of_weights(where: str, base: str, groups: Iterable[GroupScore], scheme: Scheme) -> Iterator[Difference]:
    """A total of all weights that is not the scheme's; ``base`` is the path of what is scored."""
    counted = _counted(groups, scheme)
    total = _total(counted)
    wanted = scheme.full if scheme.weights == total else scheme.weights
    if not counted or total is None or wanted is None or total == wanted:
        return
    off = "；".join(zh for zh, _ in _off(counted))
    gap = shown(abs(total - fraction(wanted)))
    zh = f"各行分值合计{shown(total)}分，{'少' if total < wanted else '多'}{gap}分" + (
        f"（{off}）" if off else ""
    )
    yield Difference(
        f"{where}分值合计",
        shown(total),
        plain(wanted),
        f"{zh}；照表计分，没有补足，也没有折算",
        f"the weights add up to {shown(total)} instead of {plain(wanted)}; scored as they stand",
        f"{base}.indicators",
    )


def of_groups(where: str, groups: Iterable[GroupScore], scheme: Scheme) -> Iterator[Notice]:
    """Groups that have other weights than the scheme's although the total is right."""
    counted = _counted(groups, scheme)
    total = _total(counted)
    if total is None or total not in (scheme.weights, scheme.full):
        return
    if off := _off(counted):
        yield Notice(
            f"{where}分值",
            f"合计相符，各组与方案不同：{'；'.join(zh for zh, _ in off)}。照表计分",
            f"the total is right, groups differ from the scheme: {'; '.join(en for _, en in off)}",
        )


def _counted(groups: Iterable[GroupScore], scheme: Scheme) -> list[GroupScore]:
    roles = {group.code: group.role for group in scheme.groups}
    return [group for group in groups if roles.get(group.code) != "deduction"]


def _off(groups: Iterable[GroupScore]) -> list[tuple[str, str]]:
    """Each group with other weights than its own points, in Chinese and English."""
    found = []
    for group in groups:
        weight = weight_of(group.leaves)
        if group.full is not None and weight is not None and weight != group.full:
            found.append(
                (
                    f"{group.name}{shown(weight)}分，应为{plain(group.full)}分",
                    f"{group.name} {shown(weight)} instead of {plain(group.full)}",
                )
            )
    return found


def _total(groups: Sequence[GroupScore]) -> Fraction | None:
    """All weights, of what applies and what does not; None where one is unknown."""
    return weight_of([leaf for group in groups for leaf in group.leaves])


def weight_of(leaves: Sequence[LeafScore]) -> Fraction | None:
    """The weights of some lines together; None where one is unknown."""
    known = [leaf.weight for leaf in leaves if leaf.weight is not None]
    return fraction(add_decimals(known)) if len(known) == len(leaves) else None
