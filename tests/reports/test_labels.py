"""Every field of a dossier has a Chinese name, which a gap shows where nobody filled it in."""

from typing import get_args

import pytest
from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.reports.labels import label


def _models(kind: object, found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
        found.add(kind)
        for field in kind.model_fields.values():
            _models(field.annotation, found)
    for part in get_args(kind):
        _models(part, found)
    return found


@pytest.mark.parametrize("model", sorted(_models(Dossier, set()), key=str))
def test_every_field_has_a_name(model: type[BaseModel]) -> None:
    nameless = [name for name in model.model_fields if label(name) == name]
    assert nameless == [], f"name {', '.join(nameless)} in labels.toml"


def test_a_field_is_named_after_what_it_belongs_to() -> None:
    assert label("accounts.government_funds.outturn") == "政府性基金预算支出执行数"
    assert label("three_guarantees.wages.spent") == "保工资实际支出"
    assert label("score.standing") == "部门得分"
