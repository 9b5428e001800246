"""The error of a file that cannot be read."""

import pickle

from jixiao.core.errors import ReadError


def test_comes_back_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(ReadError("too_large", "文件过大。", "The file is too large.")))  # noqa: S301 - made here
    assert isinstance(error, ReadError)
    assert (error.code, error.message, error.message_en) == (
        "too_large",
        "文件过大。",
        "The file is too large.",
    )
    assert str(error) == "文件过大。"
