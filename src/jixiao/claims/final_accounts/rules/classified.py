"""A code bears the name of the year's classification (X28): ``codes.toml`` has what a form proves."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, Missing, Rule
from jixiao.claims.final_accounts.rules.naming import key_of_name
from jixiao.claims.final_accounts.structure import Line
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.observation import Observation

KIND = "accounts_classified"
CODES = Path(__file__).parents[1] / "codes.toml"
_BRACKET = re.compile(r"[(（][^)）]*[)）]")


@cache
def known() -> tuple[int, dict[Code, tuple[str, ...]]]:
    """The first fiscal year of the names, and the names of each code, the official one first."""
    stated = tomllib.loads(CODES.read_text(encoding="utf-8"))
    types: dict[str, type[Code]] = {"functional": FunctionalCode, "economic": EconomicCode}
    names = {
        type_.parse(code): tuple(names)
        for kind, type_ in types.items()
        for code, names in stated[kind].items()
    }
    return stated["from"], names


def _ask(package: Package) -> Iterator[Answer]:
    first, names = known()
    year = package.reading.year
    lines: dict[Code, list[Line]] = defaultdict(list)
    for table in package.tables.values():
        for line in table.coded():
            if line.code is not None and line.name:
                lines[line.code].append(line)
    if not lines:
        yield Missing("没有带科目编码的表", "there is no table with codes")
    elif year is None or year < first:
        yield Missing(
            f"没有{first}年以前的科目名称，或文中没有年度",
            f"names of codes are known from {first} on, or the document tells no year",
        )
    elif not lines.keys() & names.keys():
        yield Missing("所用编码不在已收录的科目之内", "none of the codes is known")
    else:
        for code in lines.keys() & names.keys():
            if len({key_of_name(line.name) for line in lines[code]}) > 1:
                continue  # tables contradict each other: that is told by itself
            if _is_named(lines[code][0].name, names[code]):
                yield Compared()
            else:
                yield _misnamed(lines[code][0], names[code][0])


def _is_named(name: str, names: tuple[str, ...]) -> bool:
    """Whether a name is one of the code's; longer and shorter forms are, and brackets may be left out."""
    own = {key_of_name(name), key_of_name(_BRACKET.sub("", name))}
    others = {key for each in names for key in (key_of_name(each), key_of_name(_BRACKET.sub("", each)))}
    return any(one in other or other in one for one in own for other in others if one and other)


def _misnamed(line: Line, name: str) -> Observation:
    here = line.label.text if line.label is not None else line.name
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=here.strip(),
        place=line.block.place(0, len(here), line.label),
        stated=here.strip(),
        computed=name,
        expression=str(line.code),
        fault=KIND,
    )


RULES = (Rule("JX431", KIND, "科目名称与当年政府收支分类科目一致", "Codes bear the year's names", _ask),)
