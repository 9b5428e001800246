"""Whether this machine can recognise text in pictures. Light: asked for every file of a folder."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Final

COMMAND: Final = "pip install 'jixiao[ocr]'"
_NEEDED: Final = ("rapidocr", "onnxruntime", "cv2", "numpy")


@cache
def missing() -> tuple[str, str] | None:
    """What is missing and how to get it (zh, en); None where text in pictures can be recognised."""
    if all(find_spec(name) is not None for name in _NEEDED):
        return None
    return (
        f"扫描件识别程序（rapidocr）；扫描页和图片要装它才能读：{COMMAND}",
        f"rapidocr, which recognises scanned pages and pictures: {COMMAND}",
    )
