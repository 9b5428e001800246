"""The expressions of final-accounts tables read backwards: which fact a printed cell states.

``final_accounts.toml`` says what each cell prints, as an expression over the facts. A cell whose expression
is a fact (``accounts.income.outturn``, ``member(accounts.sources, "事业收入").outturn``, ``line.basic``)
states this fact; of ``known(a, b)`` it states the first. A sum states nothing: it is compared, never stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jinja2 import Environment, nodes

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.accounts import Accounts
from jixiao.core.interval import EXACT
from jixiao.core.money import Money, MoneyUnit

LINE: Final = "line"
"""What a row is called in an expression."""
_GENERAL: Final = "一般公共预算财政拨款收入"
_ENVIRONMENT: Final = Environment(autoescape=True)


@dataclass(frozen=True, slots=True)
class Named:
    """A step to the member of a list whose ``field`` (code or name) has this value.

    ``name`` and ``note`` are for a member that has to be made.
    """

    field: str
    value: str
    name: str = ""
    note: str = ""


Step = str | Named
Path = tuple[Step, ...]


@lru_cache(maxsize=512)
def target(source: str) -> Path | None:
    """The fact that a cell of this expression states, from the dossier or ``line`` on; None for a sum."""
    return _target(_parsed(source))


@lru_cache(maxsize=64)
def rows_target(source: str) -> Path | None:
    """The list that the lines of a table are stored in; None where the rows are made of several lists."""
    return _rows(_parsed(source))


def stated_rows(source: str, dossier: Dossier) -> tuple[object, ...]:
    """The lines that the dossier prints in a table: the items of all budgets stand for the general one's."""
    path = rows_target(source)
    if path is None:
        return ()
    found: object = dossier
    for step in path:
        found = getattr(found, step) if isinstance(step, str) else None
    rows = tuple(found) if isinstance(found, tuple) else ()
    if not rows and path == ("accounts", "general_lines") and _only_general(dossier.accounts):
        return dossier.accounts.functions
    return rows


def value(source: str, dossier: Dossier, line: object = None) -> object:
    """What the dossier prints in a cell of this expression; None where it says nothing of it."""
    return _value(_parsed(source), dossier, line)


def _parsed(source: str) -> nodes.Node:
    output = next(iter(_ENVIRONMENT.parse("{{ " + source + " }}").body))
    return output.nodes[0] if isinstance(output, nodes.Output) else output


def _called(node: nodes.Node) -> tuple[str, list[nodes.Node]]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        return node.node.name, list(node.args)
    return "", []


def _rows(node: nodes.Node) -> Path | None:
    name, arguments = _called(node)
    if name == "general_rows":
        return ("accounts", "general_lines")
    if name == "having" and arguments:
        return _rows(arguments[0])
    return _path(node)


def _target(node: nodes.Node) -> Path | None:
    name, arguments = _called(node)
    if name == "known" and arguments:
        return _target(arguments[0])
    if name == "general_total" and len(arguments) == 1:
        return ("accounts", "general_budget", "outturn")
    return _path(node)


def _path(node: nodes.Node) -> Path | None:
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return None if before is None else (*before, node.attr)
    name, arguments = _called(node)
    if name == "member" and len(arguments) == 2 and isinstance(arguments[1], nodes.Const):
        before = _path(arguments[0])
        word = str(arguments[1].value)
        return None if before is None else (*before, Named("name", word, word))
    return None


def _value(node: nodes.Node, dossier: Dossier, line: object) -> object:
    name, arguments = _called(node)
    if name == "known":
        found = (_value(each, dossier, line) for each in arguments)
        return next((one for one in found if one is not None), None)
    if name == "added":
        return _added([_value(each, dossier, line) for each in arguments])
    if name == "general_total" and len(arguments) == 1:
        own = dossier.accounts.general_budget.outturn
        if own is None and not dossier.accounts.general_lines and _only_general(dossier.accounts):
            return dossier.accounts.expenditure.outturn
        return own
    path = _path(node)
    return None if path is None else lookup(dossier, path, line)


def lookup(dossier: Dossier, path: Path, line: object = None) -> object:
    """The value at a path; None where nothing is stated there."""
    found: object = line if path[0] == LINE else dossier
    for step in path[1:] if path[0] == LINE else path:
        if found is None:
            return None
        if isinstance(step, Named):
            members = found if isinstance(found, tuple) else ()
            found = next((one for one in members if getattr(one, step.field, None) == step.value), None)
        else:
            found = getattr(found, step, None)
    return found


def _added(values: Sequence[object]) -> object:
    amounts = [one for one in values if isinstance(one, Money)]
    if len(amounts) < 2:
        return amounts[0] if amounts else None
    whole = amounts[0].yuan
    for one in amounts[1:]:
        whole = EXACT.add(whole, one.yuan)
    return Money(whole, MoneyUnit.YUAN)


def _only_general(accounts: Accounts) -> bool:
    """Whether the general budget is the only source of the year, as ``general_rows`` of reports has it."""
    others = [one.outturn for one in accounts.sources if one.name != _GENERAL]
    carried = [accounts.opening_balance, accounts.non_fiscal_surplus_used]
    return any(one.name == _GENERAL for one in accounts.sources) and not any(
        isinstance(one, Money) and one.amount for one in (*others, *carried)
    )
