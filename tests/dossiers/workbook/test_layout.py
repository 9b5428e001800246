"""The layout holds every field of the dossier exactly once, and its blocks can be told apart."""

from collections import Counter

import pytest
from tests.dossiers.workbook.making import dossier

from jixiao.dossiers.workbook import write_workbook
from jixiao.dossiers.workbook.kinds import Kind, places
from jixiao.dossiers.workbook.layouts import layout, places_of, shared
from jixiao.dossiers.workbook.reading.finding import find
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.dossiers.workbook.reading.headings import key
from jixiao.dossiers.workbook.shapes import Block, Role
from jixiao.formats.xlsx.package import open_package
from jixiao.formats.xlsx.raw import read_raw

BLOCKS = [block for sheet in layout() for block in sheet.blocks]


def test_every_field_of_the_dossier_has_a_place_in_the_workbook() -> None:
    held = {place for block in BLOCKS for place in places_of(block)}
    lost = sorted(set(places()) - held)
    assert not lost, f"give these a column or line in dossiers/workbook/layout: {', '.join(lost)}"


def test_no_field_has_two_places() -> None:
    held = Counter(place for block in BLOCKS for place in places_of(block))
    assert [place for place, count in held.items() if count > 1] == []


def test_titles_are_unique_and_no_headings() -> None:
    titles = [key(block.title) for block in BLOCKS]
    assert len(titles) == len(set(titles))
    headings = {key(column.heading) for block in BLOCKS for column in block.columns}
    assert not headings & {*titles, *(key(sheet.name) for sheet in layout())}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_headings_of_a_block_differ(block: Block) -> None:
    names = [key(name) for column in block.columns for name in (column.heading, *column.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.title)
def test_what_a_block_names_exists(block: Block) -> None:
    fields = {column.field for column in block.columns if column.role is Role.FIELD}
    assert set(block.totals) <= fields
    for column in block.columns:
        assert column.role is not Role.RATE or set(column.of) <= fields
        assert column.kind is not Kind.CHOICE or column.choices in shared("choices")


def test_sheet_names_fit_excel() -> None:
    names = [sheet.name for sheet in layout()]
    assert len(names) == len(set(names))
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_every_block_is_found_where_it_was_written() -> None:
    package = open_package(write_workbook(dossier()))
    for sheet in layout():
        part = next(one for one in package.sheets if one.name == sheet.name)
        found = find([Grid("另外的名称", read_raw(package, part))])
        assert [one.block.title for one in found] == [block.title for block in sheet.blocks]
