"""A department for tests of reports: consistent, and easily made not so."""

from pathlib import Path

HERE = Path(__file__).parent
PLACE = HERE / "place"
SOUND = """\
rulebook = "cn"
fiscal_year = 2023

[department]
code = "ceshi"
name = "测试局"

[accounts]
basic = { outturn = 300.00 }
project = { outturn = 150.00 }
expenditure = { revised_budget = 500.00, outturn = 450.00 }

[[projects]]
code = "p01"
name = "道路维护"
revised_budget = 100.00
outturn = 80.00

[[projects]]
code = "p02"
name = "路灯更换"
revised_budget = 80.00
outturn = 70.00
"""
UNSETTLED = """
[[unresolved]]
fact = "projects.p02.outturn"
reason = "印有70.00和71.00两个数。"
"""
STATED = """
[[discrepancies]]
fact = "projects.p02.outturn"
statement = "路灯更换的支出原印两个数，以国库支付记录为准。"
signed_by = "测试局财务股"
"""
WRONG_TOTAL = ("outturn = 450.00", "outturn = 455.00")
STATED_TOTAL = """
[[discrepancies]]
fact = "accounts.expenditure.outturn"
statement = "支出合计含上年补记的一笔，与各部分之和不同。"
signed_by = "测试局财务股"
"""


def dossier(folder: Path, *more: str, change: tuple[str, str] = ("", "")) -> Path:
    """A folder with the dossier, with text added to it and one text of it changed."""
    folder.mkdir(parents=True, exist_ok=True)
    text = SOUND.replace(*change) if change[0] else SOUND
    (folder / "dossier.toml").write_text(text + "".join(more), encoding="utf-8")
    return folder
