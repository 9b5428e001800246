"""The collector of cycles is paused, and only by the outermost."""

import gc

import pytest

from jixiao.core.collecting import acyclic, uncollected


def test_nested_pauses_end_with_the_outermost() -> None:
    assert gc.isenabled()
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_ends_the_pause() -> None:
    with pytest.raises(ValueError, match="inside"), uncollected():
        raise ValueError("inside")
    assert gc.isenabled()


def test_what_was_made_without_cycles_is_not_searched_afterwards() -> None:
    with acyclic():
        made = [[number] for number in range(10_000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_count()[0] < len(made)


def test_work_within_a_longer_pause_ends_with_that() -> None:
    with uncollected(), acyclic():
        pass
    assert gc.isenabled()


def test_what_others_froze_stays_frozen() -> None:
    mine: list[object] = [[]]
    gc.freeze()
    try:
        with acyclic():
            pass
        assert all(one is not mine for one in gc.get_objects()), "it is searched again"
    finally:
        gc.unfreeze()
