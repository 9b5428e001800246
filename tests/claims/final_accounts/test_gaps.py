"""A fact that is missing is printed as 〔待补：…〕 in its cell, and the cells beside it keep their columns."""

import pytest
from tests.support import ROOT

from jixiao.claims.final_accounts.recognising import package_of
from jixiao.claims.reading.document import read_document
from jixiao.claims.reading.tables.blanks import is_gap
from jixiao.dossiers.discovery import read as dossier
from jixiao.formats.discovery import read
from jixiao.pipeline.reporting import Office

EXAMPLE = ROOT / "examples" / "511902-bazhou-2023-corrected"
PARTS = {
    "total": "all", "abroad": "abroad", "vehicles": "vehicles", "vehicle_purchase": "buying",
    "vehicle_running": "running", "reception": "reception",
}  # fmt: skip
"""The parts of the dossier and the last word of their roles."""
PLANNED, SPENT = ("revised_budget", "original_budget"), ("outturn",)


def shown(missing: dict[str, tuple[str, ...]], format_: str) -> dict[str, str]:
    """The one row of the publics by role, of the package without these facts."""
    whole = dossier(EXAMPLE)
    lines = {
        part: getattr(whole.three_publics, part).model_copy(update=dict.fromkeys(facts))
        for part, facts in missing.items()
    }
    changed = {"three_publics": whole.three_publics.model_copy(update=lines)}
    data = Office().write(whole.model_copy(update=changed), "final_accounts", format_, draft=True).data
    package = package_of(read_document(read(data, f"accounts.{format_}")))
    assert package is not None
    (line,) = package.tables["publics"].lines
    return {role: str(slot.token.number) if slot.token else slot.state for role, slot in line.slots.items()}


@pytest.mark.parametrize(
    ("missing", "format_"),
    [
        ({"total": PLANNED}, "docx"),
        ({"abroad": (*PLANNED, *SPENT), "reception": PLANNED}, "html"),
        ({"total": SPENT, "vehicle_purchase": (*PLANNED, *SPENT)}, "xlsx"),
        (dict.fromkeys(PARTS, (*PLANNED, *SPENT)), "docx"),
    ],
)
def test_the_other_cells_keep_their_columns(missing: dict[str, tuple[str, ...]], format_: str) -> None:
    complete = shown({}, format_)
    assert set(complete) == {f"{phase}:{part}" for phase in ("budget", "amount") for part in PARTS.values()}
    gone = {
        f"{'amount' if fact in SPENT else 'budget'}:{PARTS[part]}"
        for part, facts in missing.items()
        for fact in facts
    }
    assert shown(missing, format_) == {
        role: "text" if role in gone else word for role, word in complete.items()
    }


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("〔待补：因公出国（境）费全年预算数〕", True),
        ("〔待补:因公出国(境)费〕", True),
        ("（待填：因公出国（境）费）", True),
        ("[请填]", True),
        ("〔待补：甲〕、〔待补：乙〕", False),
        ("因公出国（待补）", False),
        ("待补", False),
    ],
)
def test_what_only_says_that_something_is_missing(words: str, gap: bool) -> None:  # noqa: FBT001
    assert is_gap(words) is gap
