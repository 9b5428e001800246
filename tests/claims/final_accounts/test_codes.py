"""The names of codes that checks know are those that the country's rulebook proves."""

from jixiao.claims.final_accounts.rules.classified import known
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.rulebooks.accounts import classification
from jixiao.rulebooks.folders import found


def test_names_are_those_of_the_rulebook() -> None:
    first, names = known()
    stated = classification(found()["cn"], first)
    proven: dict[Code, tuple[str, ...]] = {
        type_.parse(row.code): (row.name, *row.aliases)
        for type_, rows in ((FunctionalCode, stated.functional), (EconomicCode, stated.economic))
        for row in rows.values()
        if row.verified
    }
    assert names == proven
    assert classification(found()["cn"], first - 1).functional == {}
