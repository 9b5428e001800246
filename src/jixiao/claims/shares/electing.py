"""The whole of a share whose words name none: the one that the shares beside it agree upon."""

from dataclasses import dataclass, field

from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import may_be_rate, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.shares.wholes import is_telling
from jixiao.core.claim import Binding, Relation, decide
from jixiao.core.digits import significant_digits

_FEWEST = 2
_TELLING, _LIKELIEST = 3, 2


@dataclass(slots=True, eq=False)
class Share:
    """A share with its part, and the amounts that it may be of."""

    statement: Statement
    position: int
    part: Token
    rate: Token
    division: int
    """The list that it belongs to."""
    candidates: list[tuple[Token, bool]]
    """Amounts that may be the whole, best first, and whether name or structure points to them."""
    exact: Token | None = None
    """The only amount of exactly the name that the words give."""
    tried: dict[int, bool] = field(default_factory=dict)
    """By amounts, whether it is the share of that one."""
    bound: dict[int, Relation] = field(default_factory=dict)
    """Likewise the relations made to find out."""

    def is_of(self, whole: Token) -> bool:
        """Whether the part is the share of this amount."""
        if whole.index not in self.tried:
            near = may_be_rate(self.rate, self.part, whole)
            self.tried[whole.index] = near and decide(as_share(self, whole, "bound")).holds
        return self.tried[whole.index]


def inherit(share: Share, before: Share | None) -> Share | None:
    """门诊A，占事业收入的p%。药品收入B，占比q%: without a name it is of what the share before it names.

    So what another paragraph tells is no longer surely its whole. Returns the last share with a name.
    """
    if share.statement.how["share"].whole:
        return share
    if before is None or before.division != share.division or before.statement.block != share.statement.block:
        return before
    if is_generic(before.statement.how["share"].whole):
        return before
    sure = [token for token, certain in before.candidates if certain][:1]
    named = [
        token for token in sure if token.unit.kind == share.part.unit.kind and token.value >= share.part.value
    ]
    block = share.part.block
    rest = [
        (token, certain and token.block is block) for token, certain in share.candidates if token not in named
    ]
    share.candidates = [*((token, True) for token in named), *rest]
    return before


def of_whole(rate: Token, part: Token, whole: Token, binding: Binding) -> Relation:
    """The part over a whole."""
    return relation("share", "quotient", rate, [(part, "part"), (whole, "whole")], binding)


def as_share(share: Share, whole: Token, binding: Binding) -> Relation:
    """The relation of a share to a whole, made once."""
    if binding == "bound" and whole.index in share.bound:
        return share.bound[whole.index]
    made = of_whole(share.rate, share.part, whole, binding)
    if binding == "bound":
        share.bound[whole.index] = made
    return made


def elect(
    share: Share, holds: dict[int, list[Share]], tokens: dict[int, Token], parts: set[tuple[int, int]]
) -> Relation | None:
    """The reading of one share: what surely is its whole, what its siblings elect, else what holds.

    A part of the same list is not elected: it has a share of its own.
    """
    # Candidates common to the group first: a whole that holds for most siblings is the whole of all.
    known = [id(token) for token, _ in share.candidates]
    elected = sorted(
        (key for key in known if len(holds.get(key, ())) >= _FEWEST), key=lambda key: -len(holds[key])
    )
    mine = [key for key in elected if share in holds[key]]
    mine = [key for key in mine if not _is_outvoted(share, tokens[key], holds, elected)]
    sure = [token for token, certain in share.candidates if certain][:2]
    held = next((token for token in sure if share.is_of(token)), None)
    if held is not None and _is_outvoted(share, held, holds, elected):
        held = None
    if held is not None and (not mine or is_telling(share.rate)):
        return as_share(share, held, "bound")
    if mine:
        return as_share(share, tokens[mine[0]], "bound")
    voted = [tokens[key] for key in elected if _is_among(share, holds[key])]
    voted = [
        token
        for token in voted or only_sibling(holds, tokens, share)
        if (id(token), share.division) not in parts
    ]
    if not share.part.number and share.part is share.statement.amount and share.candidates:
        voted = voted or [share.candidates[0][0]]  # nothing is no share of whatever it may be part of
    if voted and not share.is_of(voted[0]) and (nested := _of_nested(share)) is not None:
        return as_share(share, nested, "inferred")
    if voted:
        return as_share(share, voted[0], "bound")
    # By structure, not by name: figures speak louder, of two digits only among the likeliest.
    telling = not sure or is_telling(share.rate)
    if telling or share.rate.decimals:
        told = share.candidates if telling else share.candidates[:_LIKELIEST]
        others = (token for token, certain in told if not certain)
        found = next((token for token in others if share.is_of(token)), None)
        if found is not None:
            return as_share(share, found, "inferred")
    if share.rate.number > HUNDRED and share.candidates:
        return as_share(share, share.candidates[0][0], "bound")  # no part is more than its whole
    wider = _of_sibling(share, holds, tokens) if sure else None
    if wider is not None:
        return as_share(share, wider, "inferred")
    return as_share(share, sure[0], "bound") if sure else None


def _of_sibling(share: Share, holds: dict[int, list[Share]], tokens: dict[int, Token]) -> Token | None:
    """授予中小企业A，占88%，其中小微企业B，占40%: the inner part may be of what the outer one is of."""
    sure = [token for token, certain in share.candidates if certain]
    for key, holders in holds.items():
        beside = [one for one in holders if one.statement.sentence == share.statement.sentence]
        if any(one.part in sure for one in beside) and share.is_of(tokens[key]):
            return tokens[key]
    return None


def _is_outvoted(share: Share, whole: Token, holds: dict[int, list[Share]], elected: list[int]) -> bool:
    """Whether a share agrees only if its last digit was cut off, and most beside it are of another whole."""
    if not elected or elected[0] == id(whole) or not _is_cut_off(share, whole):
        return False
    return sum(s.division == share.division for s in holds[elected[0]]) > _FEWEST


def _is_cut_off(share: Share, whole: Token) -> bool:
    """Whether a share agrees only if its last digit was cut off."""
    return decide(as_share(share, whole, "bound")).note == "truncated"


def _of_nested(share: Share) -> Token | None:
    """The head of an inner list, which no sibling shares: 非税收入A，占51%…其中：甲B（占30.43%），乙C.

    A share of three digits agrees with many amounts by accident: only the likeliest wholes count.
    """
    if not is_generic(share.statement.how["share"].whole) or not is_telling(share.rate):
        return None
    fine = significant_digits(share.rate.number) > _TELLING
    likely = share.candidates if fine else share.candidates[:_LIKELIEST]
    return next((token for token, _ in likely if share.is_of(token) and not _is_cut_off(share, token)), None)


def only_sibling(holds: dict[int, list[Share]], tokens: dict[int, Token], share: Share) -> list[Token]:
    """The whole of one sibling, when it is the share's own first candidate too."""
    first = share.candidates[0][0] if share.candidates else None
    return [tokens[key] for key in holds if tokens[key] is first and _is_among(share, holds[key])]


def _is_among(share: Share, siblings: list[Share]) -> bool:
    """Whether a share stands in the list of others: of a whole so named, in one with them, between them."""
    if not is_generic(share.statement.how["share"].whole):
        return True
    if any(sibling.division == share.division for sibling in siblings):
        return True
    return siblings[0].position < share.position < siblings[-1].position
