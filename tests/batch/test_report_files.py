"""Reports of many departments: named apart, written on several cores, none stops the others."""

from pathlib import Path

from tests.pipeline.reporting.support import PLACE, UNSETTLED, dossier

from jixiao.batch.report_files import Order, map_departments, targets

ORDER = Order("self_evaluation", "docx", str(PLACE), date="2024-03-15")


def test_names_differ_where_folders_are_called_alike() -> None:
    paths = [Path("x/a/dossier.toml"), Path("y/a/dossier.toml"), Path("y/b.toml")]
    assert [Path(target).name for _, target in targets(paths, Path("out"), ORDER)] == [
        "a-self_evaluation.docx",
        "a-2-self_evaluation.docx",
        "b-self_evaluation.docx",
    ]


def test_order_is_kept_over_processes_and_a_refused_one_stops_none(tmp_path: Path) -> None:
    folders = [dossier(tmp_path / f"d{number}", *(UNSETTLED,) * (number == 2)) for number in range(5)]
    members = targets([folder / "dossier.toml" for folder in folders], tmp_path / "out", ORDER)
    outcomes = list(map_departments(members, ORDER, jobs=2))
    assert [one.status for one in outcomes] == ["written", "written", "refused", "written", "written"]
    assert [(one.dossier, one.target) for one in outcomes] == members
    assert [Path(one.target).exists() for one in outcomes] == [True, True, False, True, True]
    assert "projects.p02.outturn" in outcomes[2].refusals[0][0]
