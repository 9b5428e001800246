"""From claims to the roots of the contradictions, with corrections, and to the certificate."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from jixiao.core.claim import Claim
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Solution
from jixiao.solving.certificate import certify
from jixiao.solving.graph import Graph
from jixiao.solving.roots import find_roots


def solve(
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
    observations: Sequence[Observation] = (),
    alone: frozenset[int] = frozenset(),
    roles: Mapping[int, str] | None = None,
    elsewhere: Mapping[int, frozenset[Decimal]] | None = None,
) -> Solution:
    """Group the failing claims, look for corrections, certify.

    ``roles`` tell by index what a number is (rate, growth, plan …), for the certificate's reasons;
    ``elsewhere`` tells which values are printed for the same thing, where there are several.
    """
    return Solution(
        claims=tuple(claims),
        observations=tuple(observations),
        roots=tuple(find_roots(Graph(claims, quantities, elsewhere))),
        certificate=certify(quantities, claims, observations, alone, roles),
        quantities=tuple(quantities),
    )
