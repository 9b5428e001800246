"""The strict reader takes a rulebook that states every topic, and never breaks on a damaged one."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.reading import read
from jixiao.rulebooks.schema.rulebook import RulebookFile
from jixiao.rulebooks.words import words

COMPLETE = (Path(__file__).parent / "complete" / "rulebook.toml").read_text(encoding="utf-8")
WORDS = re.findall(r"[\w.-]+|\"[^\"]*\"|[\[\]{}=,]+", COMPLETE)
PLACES = [match.span() for match in re.finditer(r"[\w.-]+|\"[^\"]*\"|[\[\]{}=,]+", COMPLETE)]


def test_numbers_are_exact_as_written() -> None:
    file = read(COMPLETE, "complete", "x")
    bands = file.grades[1].value.bands
    assert [band.at_least for band in bands] == [90, 80, 60, 0]
    assert file.overshoot[0].value.threshold == Decimal("1.3")
    assert set(file.model_fields_set) | {"parent"} == set(RulebookFile.model_fields)


@given(
    place=st.sampled_from(PLACES), instead=st.sampled_from([*WORDS, "", "nan", "1e9", "[]", "{}", '""', "－"])
)
@example(place=PLACES[0], instead="[[grades.value]]")
def test_a_changed_word_is_read_or_refused_with_its_line(place: tuple[int, int], instead: str) -> None:
    text = COMPLETE[: place[0]] + instead + COMPLETE[place[1] :]
    check(text)


@given(
    first=st.integers(0, COMPLETE.count("\n")),
    count=st.integers(1, 6),
    moved=st.integers(0, COMPLETE.count("\n")),
)
def test_moved_lines_are_read_or_refused_with_their_line(first: int, count: int, moved: int) -> None:
    lines = COMPLETE.splitlines()
    taken, rest = lines[first : first + count], lines[:first] + lines[first + count :]
    check("\n".join(rest[:moved] + taken + rest[moved:]))


def check(text: str) -> None:
    """Nothing but faults may come of it, each with a line of the text and sentences of our own."""
    try:
        read(text, "complete", "x")
    except RulebookError as error:
        faults = error.faults
    else:
        return
    assert faults
    for fault in faults:
        assert 1 <= fault.line <= text.count("\n") + 1
        assert not re.search(r"Input should|Value error|pydantic", fault.message + fault.message_en)


@pytest.mark.parametrize(
    "value", ["9" * 5000, "[" * 5000, "1e999999999", "-1e-999999999", "9e300", '"' + "甲" * 9999]
)
def test_what_is_beyond_all_measure_is_refused_in_words(value: str) -> None:
    text = COMPLETE.replace("points = 10\n", f"points = {value}\n")
    with pytest.raises(RulebookError) as raised:
        read(text, "complete", "x")
    assert max(len(fault.message) for fault in raised.value.faults) < 300


def test_every_key_has_its_words() -> None:
    schema = RulebookFile.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    keys = {key for model in models for key in model.get("properties", {})} - {"key"}
    assert keys <= words().keys(), f"add to schema/words.toml: {', '.join(sorted(keys - words().keys()))}"
