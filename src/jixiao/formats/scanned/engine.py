"""rapidocr, which finds lines of text in a picture and recognises their characters; offline."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jixiao.formats.scanned.pixels import Pixels


_DETECTED: Final = 1600
"""Pixels of the longer side in which lines are looked for: small print of 8 points is 15 pixels high there.
Characters are recognised in the whole picture."""
_THREADS: Final = 2
"""More need more address space, which the guard limits, and other processes check files too."""
_LIBRARIES: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
"""Libraries that else reserve memory for every processor of the machine when they are loaded."""
_MODELS: Final = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
"""Those within the package; named here, nothing is looked for elsewhere or fetched."""
_SHORT: Final = (
    "bad_alloc",
    "bad allocation",
    "allocate memory",
    "insufficient memory",
    "out of memory",
    "failed to map segment",
)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """A line of text: its corners from the upper left one clockwise, in pixels, and how sure it is (0 to 1).

    ``edges`` are the shares of its width at which its characters begin, and 1 for the end of the last.
    """

    text: str
    score: float
    corners: tuple[Point, Point, Point, Point]
    edges: tuple[float, ...]


def lines_in(pixels: Pixels) -> list[Found]:
    """The lines of a picture (rows of pixels: blue, green, red).

    Raises:
        MemoryError: there is not enough of it.
    """
    try:
        seen: Any = _engine()(pixels)
    except Exception as error:
        if is_memory(error):
            raise MemoryError from error
        raise
    if seen.txts is None or seen.boxes is None:
        return []
    count = len(seen.txts)
    signs = seen.word_results if len(seen.word_results or ()) == count else [()] * count
    return [
        _found(str(text), float(score), box, words)
        for text, score, box, words in zip(seen.txts, seen.scores, seen.boxes, signs, strict=True)
        if str(text).strip()
    ]


def is_memory(error: BaseException) -> bool:
    """Whether a library failed because memory is short; each says so in its own way."""
    told = str(error).lower()
    return isinstance(error, MemoryError) or any(sign in told for sign in _SHORT)


def _found(text: str, score: float, box: Pixels, words: Any) -> Found:  # noqa: ANN401  # of rapidocr
    first, second, third, fourth = ((float(x), float(y)) for x, y in box)
    return Found(text, score, (first, second, third, fourth), _edges(text, box, words))


def _edges(text: str, box: Pixels, words: Any) -> tuple[float, ...]:  # noqa: ANN401  # of rapidocr
    """By the boxes of the characters where there is one for each, else by their usual widths."""
    left, right = float(min(x for x, _ in box)), float(max(x for x, _ in box))
    if right > left and [str(word[0]) for word in words] == list(text):
        starts = [float(min(x for x, _ in word[2])) for word in words]
        end = float(max(x for x, _ in words[-1][2]))
        if all(one <= other for one, other in pairwise([*starts, end])):
            return tuple(min(max((x - left) / (right - left), 0.0), 1.0) for x in (*starts, end))
    widths = [1 if sign.isascii() else 2 for sign in text]
    return tuple(sum(widths[:count]) / sum(widths) for count in range(len(text) + 1))


@cache
def _engine() -> Any:  # noqa: ANN401  # the library tells no types
    """The loaded models; loading takes about a second."""
    for name in _LIBRARIES:
        os.environ.setdefault(name, "1")
    import cv2
    import rapidocr

    cv2.setNumThreads(1)
    folder = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={f"{model}.model_path": str(folder / name) for model, name in _MODELS.items()}
        | {
            "Global.log_level": "critical",
            "Global.use_cls": False,  # whole pages stand upright; upside down ones give nothing sure
            "Global.max_side_len": 100_000,
            "Global.text_score": 0.0,
            "Global.return_word_box": True,
            "Global.return_single_char_box": True,
            "Det.limit_type": "max",
            "Det.limit_side_len": _DETECTED,
            "EngineConfig.onnxruntime.intra_op_num_threads": min(_THREADS, os.cpu_count() or 1),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
