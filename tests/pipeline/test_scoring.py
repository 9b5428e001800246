"""A dossier scored from its path: what scoring alone cannot see is told beside the score."""

from pathlib import Path

from tests.support import ROOT

from jixiao.pipeline.scoring import score_path


def test_a_total_that_its_parts_do_not_make_is_noticed(tmp_path: Path) -> None:
    text = (ROOT / "examples/430406-yanfeng-2023/dossier.toml").read_text(encoding="utf-8")
    assert not score_path(ROOT / "examples/430406-yanfeng-2023").notices
    wrong = tmp_path / "dossier.toml"
    wrong.write_text(text.replace("outturn = 866.74", "outturn = 860.74"), encoding="utf-8")
    (notice,) = score_path(wrong).notices
    assert notice.where == "档案"
    assert "各部分相加为866.74万元，所填为860.74万元，相差6.00万元" in notice.zh
    assert "a difference of 6.00万元" in notice.en
