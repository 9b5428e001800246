"""The corrected copy of Bazhou: it differs from the published facts only as it says, and is released."""

import re

import pytest
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import leaves
from jixiao.dossiers.discovery import read
from jixiao.pipeline.reporting.office import write_report

COPY = ROOT / "examples" / "511902-bazhou-2023-corrected"
ORIGINAL = ROOT / "examples" / "511902-bazhou-2023"
CHANGED = re.compile(
    r"facts\.(数字城管案件结案率|项目目标实现)\.(value|number)"
    r"|projects\.dianlu-zulin\.indicators\.(cc01|cc02|xy02)\.weight"
    r"|projects\.dianlu-zulin\.indicators\.cb01\.(actual|actual_unit|note)"
    r"|projects\.dianlu-zulin\.indicators\.(xy01|my01)\.(reason|improvement)"
    r"|projects\.dianlu-zulin\.printed\.total"
    r"|three_publics\.(total|vehicles|vehicle_purchase|vehicle_running|reception)\.revised_budget"
    r"|accounts\.economic\.[0-9]+\.project"
    r"|accounts\.economic\.(30227|31002)\.(code|name|note|reason)"
    r"|title"
)


def stated(dossier: Dossier) -> dict[str, object]:
    """The facts by path; what is about the published report as such is left out."""
    return {
        path: value for path, value in leaves(dossier) if not path.startswith(("published.", "unresolved."))
    }


def test_it_differs_from_what_was_published_only_where_it_says_so() -> None:
    was, now = stated(read(ORIGINAL)), stated(read(COPY))
    differing = {path for path in was.keys() | now.keys() if was.get(path) != now.get(path)}
    assert differing
    assert not [path for path in sorted(differing) if not CHANGED.fullmatch(path)]


def test_its_page_says_what_is_made_up() -> None:
    page = (COPY / "README.md").read_text(encoding="utf-8")
    for said in ("58%", "99.27", "6.2747、5.0042、1.2705", "691.50", "不是这个单位公开或者承认的数"):
        assert said in page


@pytest.mark.parametrize("output_format", ["docx", "xlsx", "html"])
def test_the_package_is_released_without_gaps(output_format: str) -> None:
    released = write_report(COPY, "final_accounts", output_format, date="2024-09-20")
    assert not released.refusals
    assert not released.gaps
    assert released.data
    assert {one.code for one in released.report.findings if one.severity != "info"} == set()


def test_the_published_facts_stay_refused_and_their_gaps_visible() -> None:
    released = write_report(ORIGINAL, "final_accounts", "docx", date="2024-09-20", draft=True)
    assert released.refusals
    assert "〔待补：商品和服务支出的项目支出〕" in released.gaps
    assert "〔待补：总额全年预算数〕" in released.gaps
