"""Templates run in a sandbox, and what is wrong with one is told with its line."""

from decimal import Decimal

import pytest

from jixiao.core.dossier.values import Amount, Model
from jixiao.core.money import MoneyUnit
from jixiao.reports import signs
from jixiao.reports.environment import rendered
from jixiao.reports.faults import TemplateFault
from jixiao.reports.printing import Printer
from jixiao.reports.views import View


class Line(Model):
    name: str = ""
    outturn: Amount | None = None


class Office(Model):
    name: str
    lines: tuple[Line, ...] = ()
    staff: int | None = None


def render(source: str, first_line: int = 1, **fields: object) -> str:
    printer = Printer(MoneyUnit.TEN_THOUSAND)
    office = View(Office.model_validate({"name": "办公室", **fields}), "office", printer)
    return (
        signs.opened(rendered(source, "t.md", first_line, {"office": office}, printer))[0] if (source) else ""
    )


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("第一行\n{{ office.nmae }}", 2, "name"),
        ("{{ offise.name }}", 1, "office"),
        ("{% if office.name %}", 1, "写法有误"),
        ("\n\n{{ office.name | monye }}", 3, "写法有误"),
        ("{{ 'x' | money }}", 1, "不是数"),
        ("{{ office.__class__ }}", 1, "__class__"),
        ("{{ office.name.text }}", 1, "text"),
        ("{{ office._model }}", 1, "_model"),
        ("{{ ''.__class__.__mro__ }}", 1, "__class__"),
        ("{{ grouped([office], '_model') }}", 1, "没有“_model”"),
        ("{{ rows_of([office], '__class__') }}", 1, "没有“__class__”"),
        ("{{ total([office], 'outturn') }}", 1, "没有“outturn”"),
        ("{{ naming(['甲'], '乙') }}", 1, "“甲”没有“name”"),
        ("{{ member(3, '甲') }}", 1, "不是一列"),
        ("{{ spent(office) }}", 1, "original_budget"),
        ("{{ aimed(office.name) }}", 1, "inputs"),
    ],
)
def test_a_fault_names_its_line(source: str, line: int, words: str) -> None:
    with pytest.raises(TemplateFault, match=words) as caught:
        render(source, first_line=10)
    assert caught.value.line == line + 9
    assert caught.value.message_en


def test_a_missing_fact_is_shown_not_invented() -> None:
    assert render("共{{ office.staff }}人").startswith("共〔待补：")
    assert render("{{ office.lines['x'].outturn }}{{ office.lines[3].name }}").count("〔待补：") == 2
    assert render("{% if office.staff %}有{% else %}没有{% endif %}") == "没有"


def test_zero_none_and_blank_differ() -> None:
    source = "{% for line in office.lines %}{{ line.outturn }};{% endfor %}"
    lines = [
        {"name": "a", "outturn": Decimal(0)},
        {"name": "b", "outturn": "无"},
        {"name": "c", "outturn": "/"},
        {"name": "d"},
    ]
    assert render(source, lines=lines) == "0万元;无;/;〔待补：执行数〕;"


def test_punctuation_of_a_clerk_is_no_markup() -> None:
    assert render("{{ office.name }}", name="*一* # 二_三_ | [四](五)") == "*一* # 二_三_ | [四](五)"


def test_signs_of_marks_in_words_do_no_harm() -> None:
    assert "\ue000" not in render("{{ office.name }}", name="甲\ue0007\ue003乙")
