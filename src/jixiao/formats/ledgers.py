"""The ledger of a report of ours as files hold it: whatever breaks a rule makes all of it unreadable."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, get_args

from jixiao.core.ledger import Entry, Ledger, Origin
from jixiao.formats.safe_xml import shorten

NAMESPACE: Final = "urn:jixiao:ledger:1"
"""The number at its end is the version of the form."""

ANY_VERSION: Final = NAMESPACE.rpartition(":")[0] + ":"
NEWER: Final = "台账是更新版本的绩效程序写的，请升级后再核对"
HEAD: Final = frozenset(("kind", "department", "year", "rulebook", "facts-digest"))
MOST_ENTRIES: Final = 200_000

_NEEDED: Final = frozenset(("name", "printed", "unit", "decimals", "origin"))
_OPTIONAL: Final = frozenset(("value", "formula"))
NAME: Final = re.compile(r"_jx[0-9A-Za-z_]{1,37}", re.ASCII)
_VALUE: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?", re.ASCII)
_SMALL: Final = re.compile(r"\d{1,4}", re.ASCII)


class WrongLedgerError(Exception):
    """What is wrong with the ledger, in Chinese."""


def unreadable(why: str) -> Ledger:
    """A ledger of which nothing counts."""
    return Ledger("", "", 0, "", "", (), unreadable=why)


def ledger_of(head: Mapping[str, str], entries: Iterable[Entry]) -> Ledger:
    """The ledger with these words in its head.

    Raises:
        WrongLedgerError: a word is missing or one too many, the year is none, or a name comes twice.
    """
    only(head, HEAD, HEAD)
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.name in found:
            raise WrongLedgerError(f"台账中 {entry.name} 有两条")
        found[entry.name] = entry
        if len(found) > MOST_ENTRIES:
            raise WrongLedgerError(f"台账超过 {MOST_ENTRIES} 条")
    year = int(matched(_SMALL, head["year"], "year")[0])
    return Ledger(
        head["kind"], head["department"], year, head["rulebook"], head["facts-digest"], tuple(found.values())
    )


def entry_of(said: Mapping[str, str], facts: Sequence[str], more: frozenset[str] = frozenset()) -> Entry:
    """The entry with these words; ``more`` are names that only this format knows.

    Raises:
        WrongLedgerError: a word is missing, one too many or makes no sense.
    """
    only(said, _NEEDED, _NEEDED | _OPTIONAL | more)
    name = matched(NAME, said["name"], "name")[0]
    origin = next((one for one in get_args(Origin) if one == said["origin"]), None)
    if origin is None or not said["printed"]:
        raise WrongLedgerError(f"台账中 {name} 的来源或印出的数不成立")
    return Entry(
        name=name,
        printed=said["printed"],
        value=Decimal(matched(_VALUE, said["value"], "value")[0]) if "value" in said else None,
        unit=said["unit"],
        decimals=int(matched(_SMALL, said["decimals"], "decimals")[0]),
        origin=origin,
        facts=tuple(facts),
        formula=said.get("formula", ""),
    )


def only(said: Mapping[str, str], needed: frozenset[str], known: frozenset[str]) -> None:
    """Refuse what lacks a name or has one that nobody knows.

    Raises:
        WrongLedgerError: so it is.
    """
    wrong = sorted((needed - said.keys()) | (said.keys() - known))
    if wrong:
        raise WrongLedgerError(f"台账中缺少或多出“{shorten(wrong[0])}”")


def matched(pattern: re.Pattern[str], text: str, what: str) -> re.Match[str]:
    """The match of the whole text.

    Raises:
        WrongLedgerError: there is none.
    """
    found = pattern.fullmatch(text)
    if found is None:
        raise WrongLedgerError(f"台账中 {what} 的值“{shorten(text)}”不成立")
    return found
