"""The collector of cycles is paused, and only by the outermost."""

import gc

import pytest

from jixiao.core.collecting import uncollected


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
