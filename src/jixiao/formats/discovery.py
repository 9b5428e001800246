"""Finds the formats by looking at the folders beside this file; there is no list to keep.

A format is a package. One that can be read has ``recognise.py`` (light: it is loaded for every file) and
``read.py``, and may have ``annotate``; one that can be written has ``write``. A verb is a module or a package
of its own; the heavy ones are imported when a file of that format turns up.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jixiao.formats
from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.archive import open_archive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from jixiao.core.finding import Finding
    from jixiao.core.place import Place

MAX_FILE_BYTES: Final = 128 * 2**20
"""Reports with scanned annexes reach 60 MB; more is hardly a report."""

VERBS: Final = ("read", "unpack", "annotate", "picture", "write")
"""What a format may do, besides recognising its files."""

_FOREIGN: Final = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"MIME-Version:", "MHT"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
)
_CONTAINERS: Final = (b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("d0cf11e0a1b11ae1"))


@cache
def formats() -> dict[str, ModuleType]:
    """The recognisers by format that can be read, those that take anything (plain text) last."""
    found = {
        name: importlib.import_module(f"{jixiao.formats.__name__}.{name}.recognise")
        for name in _folders()
        if _can(name, "recognise")
    }
    return dict(sorted(found.items(), key=lambda item: (getattr(item[1], "LAST", False), item[0])))


def extensions() -> tuple[str, ...]:
    """Every extension that some format expects, for walking folders; sorted, lower case, with the dot."""
    walked = (module for module in formats().values() if not hasattr(module, "walked") or module.walked())
    return tuple(sorted({ending for module in walked for ending in module.EXTENSIONS}))


@cache
def archives() -> tuple[str, ...]:
    """The extensions of files that hold files; sorted, lower case, with the dot."""
    kinds = (module for kind, module in formats().items() if _can(kind, "unpack"))
    return tuple(sorted({ending for module in kinds for ending in module.EXTENSIONS}))


def detect(data: bytes, name: str) -> str | None:
    """The format of the bytes, judged by content; ``name`` is only a hint that breaks a tie."""
    foreign = _foreign(data) is not None or data.startswith(_CONTAINERS)
    for kind, module in formats().items():
        if getattr(module, "LAST", False) and foreign:
            continue  # binary files may well decode as text
        if module.recognise(data, name):
            return kind
    return None


def read(data: bytes, name: str) -> Document:
    """Read a file of any known format.

    Raises:
        ReadError: it is empty, too large, of an unknown format, damaged or hostile.
    """
    if not data:
        raise ReadError(
            "empty",
            "文件是空的（0 字节），可能没有下载或保存完整。请重新获取原件。",
            "The file is empty (0 bytes), perhaps it was not fully saved. Get it again.",
        )
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 2**20
        raise ReadError(
            "too_large",
            f"文件过大：超过 {limit} MB。请压缩其中的图片或拆分后重新提交。",
            f"The file is too large: more than {limit} MB. Compress its pictures or split it.",
        )
    kind = detect(data, name)
    if kind is None:
        raise _unknown(data)
    if not _can(kind, "read"):
        members(data, name)  # a broken archive is told as such
        raise ReadError(
            "archive_inside",
            "这是压缩包，里面没有可以检查的文件，或它在另一个压缩包之中。请解压后检查里面的文件。",
            "This is an archive without files to check, or one within another archive. Unpack it and check "
            "its files.",
        )
    try:
        document = importlib.import_module(f"{jixiao.formats.__name__}.{kind}.read").read(data, name)
    except (ReadError, MemoryError):  # memory is the caller's to limit
        raise
    except Exception as error:  # the last net: one bad file must never stop the run over a folder
        raise ReadError(
            "reader_failed",
            f"程序在读取此文件时出错（{type(error).__name__}），这是程序的缺陷。请用办公软件另存后再试，"
            "并反馈给维护者。",
            f"The program failed on this file ({type(error).__name__}), a defect of ours. "
            "Save it again with an office program, and please report it.",
        ) from error
    if not isinstance(document, Document):
        raise TypeError(f"jixiao.formats.{kind}.read returned no Document")
    return document


def annotate(
    kind: str, data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh"
) -> bytes:
    """A copy of the user's file of this format with its findings marked; ask ``annotator`` whether it can."""
    marked: bytes = _needed(kind, "annotate").annotate(data, document, findings, language)
    return marked


def picture(kind: str, data: bytes, place: Place) -> bytes:
    """A PNG of the page around a place; ask ``pictures`` whether the format can."""
    drawn: bytes = _needed(kind, "picture").picture(data, place)
    return drawn


def members(data: bytes, name: str) -> tuple[str, ...]:
    """The names of the files within a file that holds files (zip); none of any other.

    Raises:
        ReadError: it cannot be opened, or holds too much.
    """
    module = _verb(detect(data, name) or "", "unpack")
    return tuple(module.members(data, name)) if module is not None else ()


def member(data: bytes, name: str, inner: str) -> bytes:
    """One of the files within a file.

    Raises:
        ReadError: it is not there, damaged or too large.
    """
    module = _verb(detect(data, name) or "", "unpack")
    if module is None:
        raise ReadError(
            "not_found",
            f"“{name}”不是压缩包，里面没有“{inner}”。",
            f"{name} is no archive and holds no {inner}.",
        )
    found: bytes = module.member(data, inner)
    return found


def pictures(kind: str) -> bool:
    """Whether places in files of this format can be drawn."""
    return _can(kind, "picture")


def annotator(kind: str) -> ModuleType | None:
    """The module that marks findings in the user's own file of this format, if the format can."""
    return _verb(kind, "annotate")


def copy_extensions() -> dict[str, str]:
    """For each extension whose files get their comments in a copy of another format, that one's extension."""
    found: dict[str, str] = {}
    for kind, recogniser in formats().items():
        copy = str(getattr(annotator(kind), "EXTENSION", ""))
        if copy:
            found |= dict.fromkeys(recogniser.EXTENSIONS, copy)
    return found


def writer(kind: str) -> ModuleType | None:
    """The module that writes a Document in this format, if the format can; it need not be able to read."""
    return _verb(kind, "write")


@cache
def writable() -> tuple[str, ...]:
    """The formats that can be written, sorted; each is also the extension of its files, without the dot."""
    return tuple(name for name in _folders() if _can(name, "write"))


def abilities(kind: str) -> frozenset[str]:
    """The verbs that a format has, but for recognising."""
    return frozenset(verb for verb in VERBS if _can(kind, verb))


def _needed(kind: str, verb: str) -> ModuleType:
    module = _verb(kind, verb)
    if module is None:
        raise TypeError(f"jixiao.formats.{kind} has no {verb}")
    return module


def _verb(kind: str, verb: str) -> ModuleType | None:
    if kind not in _folders() or not _can(kind, verb):
        return None
    return importlib.import_module(f"{jixiao.formats.__name__}.{kind}.{verb}")


@cache
def _folders() -> tuple[str, ...]:
    """The packages beside this file, sorted."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(jixiao.formats.__path__) if found.ispkg))


@cache
def _can(kind: str, verb: str) -> bool:
    """Whether a folder has this module; nothing is loaded to find out, as some folders take long."""
    folders = [str(Path(path) / kind) for path in jixiao.formats.__path__]
    return any(module.name == verb for module in pkgutil.iter_modules(folders))


def _foreign(data: bytes) -> str | None:
    """The name of a format that is known to exist and not to be read."""
    return next((name for mark, name in _FOREIGN if data.startswith(mark)), None)


def _unknown(data: bytes) -> ReadError:
    """Why no format took the file: encrypted, damaged, or simply another format."""
    if data.startswith(_CONTAINERS):
        try:
            open_archive(data)
        except ReadError as error:
            return error
        seen, seen_en = "压缩包", "zip archive"
    else:
        seen_en = _foreign(data) or ""
        seen = f" {seen_en} 文件" if seen_en else ""
    what = f"（看来是{seen}）" if seen else ""
    what_en = f" (it looks like {seen_en})" if seen_en else ""
    return ReadError(
        "unknown_format",
        f"无法识别文件格式{what}。请用原来的程序另存为 docx、xlsx 或 html；能读的格式见 jixiao formats。",
        f"The format is unknown{what_en}. Save it as docx, xlsx or html; jixiao formats lists what is read.",
    )
