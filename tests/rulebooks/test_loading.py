"""Rulebooks are found by key, code and folder; their parents come with them."""

import os
from pathlib import Path

import pytest
from tests.rulebooks.support import rounding, write

from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.folders import VARIABLE
from jixiao.rulebooks.loading import load, names


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A nation, a province, two counties of one code; in the environment."""
    write(tmp_path / "land", rounding(2000, None, 2), level="nation")
    write(tmp_path / "990000-sheng", rounding(2020, 2021, 1), parent="land", level="province", code="990000")
    write(tmp_path / "990101-xian", rounding(2021, None, 0), parent="990000-sheng", code="990101")
    write(tmp_path / "990102-dong", parent="990000-sheng", code="990102")
    write(tmp_path / "990102-xi", parent="990000-sheng", code="990102")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", ["990101-xian", "990101"])
def test_by_key_and_by_code(places: Path, name: str) -> None:
    rulebook = load(name)
    assert [file.key for file in rulebook.files] == ["990101-xian", "990000-sheng", "land"]
    assert places.name not in names()
    assert set(names()) >= {"990101-xian", "990000-sheng", "land"}


@pytest.mark.parametrize("ending", [".", "rulebook.toml"])
def test_by_folder_with_parents_beside_it(places: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    assert load(str(places / "990101-xian" / ending)).rules(2021).lineage[-1] == "land"


@pytest.mark.parametrize(
    ("name", "words"),
    [("990102", "多个规则库"), ("99", "没有规则库"), ("nowhere", "没有规则库")],
)
def test_a_name_that_means_nothing_or_too_much_is_refused(places: Path, name: str, words: str) -> None:
    assert places.is_dir()
    with pytest.raises(RulebookError, match=words) as raised:
        load(name)
    assert raised.value.faults[0].file == name


def test_a_key_claimed_twice_is_refused(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = write(places / "more" / "990101-xian").parent
    monkeypatch.setenv(VARIABLE, f"{places}{os.pathsep}{other}")
    with pytest.raises(RulebookError, match="多个规则库"):
        load("990101-xian")


def test_an_unknown_parent_and_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a", parent="b")
    write(tmp_path / "b", parent="a")
    write(tmp_path / "c", parent="nowhere")
    with pytest.raises(RulebookError, match="a → b → a"):
        load(str(tmp_path / "a"))
    with pytest.raises(RulebookError, match="nowhere"):
        load(str(tmp_path / "c"))


def test_a_folder_that_the_environment_names_in_vain_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "typo"))
    assert "cn" in names()
    with pytest.raises(RulebookError, match=r"typo.*不是文件夹"):
        load("990101-xian")


def test_an_unchanged_file_is_read_once_and_a_changed_one_anew(places: Path) -> None:
    first = load("990101-xian")
    again = load("990101-xian")
    assert [id(file) for file in again.files] == [id(file) for file in first.files]
    path = places / "land" / "rulebook.toml"
    stamp = path.stat()
    path.write_text(
        path.read_text(encoding="utf-8").replace("decimals = 2", "decimals = 1"), encoding="utf-8"
    )
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # a copy that keeps its time is seen as well
    settled = load("990101-xian").rules(2019).rounding
    assert settled is not None
    assert settled.value.decimals == 1
