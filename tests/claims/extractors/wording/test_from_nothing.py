"""Growth by 100 % of what was nil the year before."""

import pytest
from tests.claims.observations import faults

from jixiao.claims.extractors.wording import from_nothing
from jixiao.pipeline import check_text

NOTHING = (
    "2025年公务接待费支出0.42万元。公务接待费支出决算比上年增加0.42万元，增长100%，主要原因是有接待事务。",
    "2025年度支出决算12.50万元，比上年增加12.50万元，增长100.00%。",
    "公务接待费支出决算为0.42万元，完成预算的19%。公务接待费支出决算增加0.42万元，增长100%。",
)
SOMETHING = (
    "2025年公务接待费支出0.84万元。公务接待费支出决算比上年增加0.42万元，增长100%。",
    "2025年公务接待费支出0.42万元。公务接待费支出决算比上年减少0.42万元，下降100%。",
    "2025年公务接待费支出0.42万元，会议费比上年增加0.42万元，增长100%。",
    "2025年度支出决算12.50万元，比上年增加12.50万元，增长50%。",
)


@pytest.mark.parametrize("text", NOTHING)
def test_there_was_nothing_before(text: str) -> None:
    ((fault, _, proven),) = faults(from_nothing, text)
    assert fault == "from_nothing"
    assert proven
    assert "JX318" in [finding.code for finding in check_text(text).findings]


@pytest.mark.parametrize("text", SOMETHING)
def test_there_was_something_or_another_thing(text: str) -> None:
    assert faults(from_nothing, text) == []
