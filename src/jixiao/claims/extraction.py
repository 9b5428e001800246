"""From a document to its claims: reads it, asks every extractor, decides each proposal."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module

from jixiao.claims.by_figures.amount_beside import told_by_amount_beside
from jixiao.claims.by_figures.change_beside import told_by_change_beside
from jixiao.claims.by_figures.growth_named import told_by_growth_named
from jixiao.claims.by_figures.slipped import slipped_tellings
from jixiao.claims.by_figures.told import told_by_figures
from jixiao.claims.final_accounts.recognising import package_of
from jixiao.claims.final_accounts.replacing import without_restated
from jixiao.claims.final_accounts.settling import settled
from jixiao.claims.rates.otherwise import read_otherwise
from jixiao.claims.rates.retold import of_printed_sums, quotients_again, retold_quotients
from jixiao.claims.reading.alone import alone
from jixiao.claims.reading.document import Reading, read_document
from jixiao.claims.reading.namesakes import told_elsewhere
from jixiao.claims.reading.once import forget
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.quoting import quoted
from jixiao.claims.reading.tables.money_rows import settle_decimals
from jixiao.claims.scores.own_lists import without_lists_of_parts
from jixiao.claims.sums.explained import without_explained
from jixiao.core.claim import Claim, Decision, Relation, choose, decide, describe
from jixiao.core.document import Document
from jixiao.core.obligation import Obligation
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity

Extractor = Callable[[Reading], Iterator[Proposal | Observation]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that a document asserts, with its numbers; ``alone`` are indexes of numbers without a partner."""

    reading: Reading
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    observations: tuple[Observation, ...]
    alone: frozenset[int]
    roles: dict[int, str]
    """What each number is: outturn, plan, growth rate …; by its index."""
    elsewhere: dict[int, frozenset[Decimal]]
    """By the index of an amount, other values that are printed for the same thing."""
    failures: tuple[tuple[str, str], ...]
    """Extractors that raised, with the name of the error."""
    body: str
    year: str
    kind: str
    obligations: tuple[Obligation, ...] = ()
    """What became of the cross-checks of a final-accounts package; () for other documents."""


@cache
def extractors() -> dict[str, Extractor]:
    """Every extractor by its path below ``extractors``: each module there that has a KIND."""
    package = import_module("jixiao.claims.extractors")
    found: dict[str, Extractor] = {}
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        if hasattr(module, "KIND"):
            found[info.name.removeprefix(f"{package.__name__}.")] = module.extract
    return found


def extract(document: Document) -> Extraction:
    """Everything that a document asserts, in reading order."""
    reading = read_document(document)
    settle_decimals(reading)
    claims: list[tuple[Relation, Decision]] = []
    observations: list[Observation] = []
    failures: list[tuple[str, str]] = []
    for name in sorted(extractors()):
        try:
            for proposal in extractors()[name](reading):
                if isinstance(proposal, Observation):
                    observations.append(proposal)
                    continue
                outcome = choose(proposal.readings) if proposal.asserted else _holding(proposal)
                if outcome is not None:
                    claims.append(outcome)
        except Exception as error:  # noqa: BLE001 - one broken extractor must not silence the others (design section 8)
            failures.append((name, type(error).__name__))
    claims = list(without_restated(without_lists_of_parts(without_explained(claims)), reading))
    claims = list(read_otherwise(claims, reading.tokens))
    claims.extend(list(retold_quotients(claims)))
    claims.extend(list(of_printed_sums(claims, reading.tokens)))
    claims.extend(list(quotients_again(claims)))
    claims.extend(list(told_by_amount_beside(claims, reading)))
    claims.extend(list(told_by_growth_named(claims, reading)))
    claims.extend(list(told_by_figures(claims, reading)))
    claims.extend(list(told_by_change_beside(claims, reading)))
    claims.extend(list(slipped_tellings(claims, reading)))
    # Of a total in another unit than its parts, that says more than that they do not add up.
    claims.sort(key=lambda pair: (pair[0].stated.index, pair[0].kind != "unit", pair[0].kind))
    made = tuple(_claim(number, *pair, reading) for number, pair in enumerate(_distinct(claims), start=1))
    obligations = _obligations(reading, failures)
    forget(reading, package_of)
    return Extraction(
        reading=reading,
        quantities=tuple(reading.quantities),
        claims=made,
        observations=tuple(observations),
        alone=alone(reading),
        roles={token.index: token.role for token in reading.tokens},
        elsewhere=told_elsewhere(reading),
        failures=tuple(failures),
        body=reading.body,
        year=str(reading.year or ""),
        kind=reading.title,
        obligations=obligations,
    )


def _obligations(reading: Reading, failures: list[tuple[str, str]]) -> tuple[Obligation, ...]:
    """The obligations of a package; none where its rules raised, which is a failure of its own."""
    return () if any(name == "accounts.package" for name, _ in failures) else settled(reading)[1]


def _distinct(claims: list[tuple[Relation, Decision]]) -> Iterator[tuple[Relation, Decision]]:
    """Each relation once, however many extractors found it."""
    seen: set[tuple[str, int, frozenset[int]]] = set()
    for relation, decision in claims:
        key = (
            relation.comparator,
            relation.stated.index,
            frozenset([operand.quantity.index for operand in relation.operands]),
        )
        if key not in seen:
            seen.add(key)
            yield relation, decision


def _holding(proposal: Proposal) -> tuple[Relation, Decision] | None:
    for relation in proposal.readings[:3]:
        decision = decide(relation)
        if decision.holds:
            return relation, decision
    return None


def _claim(number: int, relation: Relation, decision: Decision, reading: Reading) -> Claim:
    expression, computed = describe(relation, decision.computed)
    stated = relation.stated
    gap = None if decision.computed is None else decision.computed - stated.value
    return Claim(
        f"c{number}",
        relation,
        decision.verdict,
        decision.note,
        expression,
        stated.text,
        computed,
        quoted(stated, reading),
        stated.place,
        gap,
    )
