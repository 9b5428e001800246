"""What is told of scanned pages without recognising anything: no program, too many pages, memory short."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from tests.formats.scanned.making import page, saved

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.pdf import recognise as pdf
from jixiao.formats.pdf.unread import pages
from jixiao.formats.scanned import installed
from jixiao.formats.scanned.engine import is_memory
from jixiao.formats.scanned.reading import MOST_PAGES, Scans

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def _absent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without rapidocr."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    installed.missing.cache_clear()
    yield
    installed.missing.cache_clear()


@pytest.mark.usefixtures("_absent")
def test_without_the_program_everything_says_what_to_install() -> None:
    missing = pdf.missing()
    assert missing is not None
    assert all(installed.COMMAND in words for words in missing)
    (note,) = discovery.read(saved("PDF", page()), "a.pdf").notes
    assert installed.COMMAND in note
    with pytest.raises(ReadError) as caught:
        discovery.read(saved("PNG", page()), "a.png")
    assert caught.value.code == "no_ocr"
    assert installed.COMMAND in caught.value.message
    assert installed.COMMAND in caught.value.message_en


def test_pictures_in_folders_are_read_only_where_they_can_be() -> None:
    assert (".png" in discovery.extensions()) is (installed.missing() is None)


def test_pages_beyond_the_most_are_told_once() -> None:
    scans = Scans(read=list(range(1, MOST_PAGES + 1)))
    scans.beyond.append(MOST_PAGES + 1)
    assert f"第{MOST_PAGES + 1}页是扫描件或图片，未读取" in list(scans.notes(pages))[-1]


def test_no_page_is_tried_after_memory_was_short() -> None:
    scans = Scans(cramped=[1])
    assert installed.missing() is not None or not scans.goes_on(2)
    assert "--memory" in next(iter(scans.notes(pages)))


@pytest.mark.parametrize(
    ("error", "is_short"),
    [
        (MemoryError(), True),
        (RuntimeError("std::bad_alloc"), True),
        (ImportError("libx.so: failed to map segment from shared object"), True),
        (ValueError("shapes differ"), False),
    ],
)
def test_every_way_to_say_that_memory_is_short(error: Exception, is_short: bool) -> None:  # noqa: FBT001
    assert is_memory(error) is is_short
