"""Zip archives and their XML, opened with suspicion: office files come from anywhere.

Nothing is ever unpacked to disk. Sizes are counted while inflating, headers are not believed.
"""

import io
import struct
import zipfile
import zlib
from typing import Final

from jixiao.core.errors import ReadError
from jixiao.formats.safe_xml import parse_xml, shorten

__all__ = ["BROKEN", "METHODS", "Archive", "open_archive", "parse_xml", "rewrite"]

MAX_ENTRIES: Final = 10_000
"""A report with hundreds of pictures has some 500 parts; the list of names itself costs memory."""
MAX_ENTRY_BYTES: Final = 64 * 2**20
"""The XML of a sheet of 500,000 cells is about 30 MB; as a tree it takes ten times as much memory."""
MAX_TOTAL_BYTES: Final = 256 * 2**20
"""All that is inflated from one file, also when the same part is read twice."""
MAX_RATIO: Final = 400
"""Office XML shrinks 5 to 40 times, a sheet of styled empty rows 200 times; deflate can reach 1,032."""
RATIO_FLOOR: Final = 4 * 2**20
"""Parts that inflate to less than this are harmless whatever their ratio."""

_CHUNK: Final = 64 * 2**10
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_ARCHIVES: Final = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only methods of packing that are opened; those of others raise errors of their own."""
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    RuntimeError,  # also NotImplementedError
    OverflowError,
)
"""What Python raises for a damaged zip of `METHODS`, when it is opened or while a member is read."""


class Archive:
    """An opened archive: the names of its parts, and their bytes within the limits of this module."""

    def __init__(self, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._entries = entries
        self._inflated = 0

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def names(self) -> list[str]:
        """The names of all parts, folders left out, with forward slashes, in the order of the archive."""
        return list(self._entries)

    def entry(self, name: str) -> zipfile.ZipInfo:
        """What the list of parts says of one part."""
        return self._entries[name]

    def read(self, name: str, *, nested: bool = False) -> bytes:
        """The bytes of one part; ``nested`` admits an archive, for copying it.

        Raises:
            ReadError: it is missing, damaged, too large, inflates suspiciously or is itself an archive.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise ReadError(
                "missing_part",
                f"文件不完整：压缩包内缺少“{shorten(name)}”。请用办公软件重新打开并另存一次。",
                f"The file is incomplete: “{shorten(name)}” is missing inside it. Open it in an office "
                "program and save it again.",
            )
        pieces: list[bytes] = []
        size = 0
        try:
            with self._archive.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    if not pieces and not nested and piece.startswith(_ARCHIVES):
                        raise _nested(name)
                    size += len(piece)
                    self._inflated += len(piece)
                    self._guard(name, size, entry.compress_size)
                    pieces.append(piece)
        except BROKEN as error:
            raise ReadError(
                "damaged_archive",
                f"文件已损坏：“{shorten(name)}”无法解压。请重新获取原件，或用办公软件修复后另存。",
                f"The file is damaged: “{shorten(name)}” cannot be unpacked. Get the original again, or "
                "repair and save it.",
            ) from error
        return b"".join(pieces)

    def _guard(self, name: str, size: int, packed: int) -> None:
        """Stop as soon as a limit is passed, before the rest is inflated."""
        if size > MAX_ENTRY_BYTES:
            limit = MAX_ENTRY_BYTES // 2**20
            raise ReadError(
                "part_too_large",
                f"文件过大：其中“{shorten(name)}”解压后超过 {limit} MB。请删去多余的空行、"
                "空列或图片后重新提交。",
                f"The file is too large: “{shorten(name)}” unpacks to more than {limit} MB. Remove "
                "unused rows or pictures.",
            )
        if self._inflated > MAX_TOTAL_BYTES:
            limit = MAX_TOTAL_BYTES // 2**20
            raise ReadError(
                "archive_too_large",
                f"文件过大：解压后总量超过 {limit} MB。请拆分后重新提交。",
                f"The file is too large: it unpacks to more than {limit} MB in all. Split it and submit "
                "it again.",
            )
        if size > RATIO_FLOOR and size > MAX_RATIO * max(packed, 1):
            raise ReadError(
                "suspicious_compression",
                f"文件可疑：其中“{shorten(name)}”的压缩比超过 {MAX_RATIO} 倍，可能是“压缩炸弹”，已停止读取。"
                "请用办公软件另存后再试。",
                f"The file is suspicious: “{shorten(name)}” is compressed more than {MAX_RATIO} times, "
                "as a zip bomb is. "
                "Save it again with an office program.",
            )


def open_archive(data: bytes) -> Archive:
    """Open the bytes of a zip archive such as a docx or xlsx file.

    Raises:
        ReadError: it is no zip, encrypted, damaged, or its list of parts is not to be trusted.
    """
    if data.startswith(_OLE):
        raise _ole(data)
    if not data.startswith(_ZIP):
        raise ReadError(
            "not_a_zip",
            "文件内容与格式不符：docx、xlsx 应当是压缩包，而此文件不是。请用 Word、Excel 或 WPS "
            "打开后另存为 docx 或 xlsx。",
            "The content does not fit the format: a docx or xlsx is a zip archive, this is none. Open "
            "it and save it as docx or xlsx.",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        listed = archive.infolist()
    except BROKEN as error:
        raise ReadError(
            "damaged_archive",
            "文件已损坏：压缩包的目录无法读取，可能没有下载完整。请重新获取原件。",
            "The file is damaged: the list of its parts cannot be read, perhaps it was not fully "
            "downloaded. Get it again.",
        ) from error
    if len(listed) > MAX_ENTRIES:
        raise ReadError(
            "too_many_parts",
            f"文件可疑：压缩包内有 {len(listed)} 个部件，超过上限 {MAX_ENTRIES}。请用办公软件另存后再试。",
            f"The file is suspicious: it holds {len(listed)} parts, more than {MAX_ENTRIES}. Save it "
            "again with an office program.",
        )
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for entry in listed:
        name = entry.filename.replace("\\", "/")
        _check(entry, name)
        if name.casefold() in seen:
            raise ReadError(
                "duplicate_part",
                f"文件可疑：压缩包内有两个同名部件“{shorten(name)}”，无法确定以哪个为准。"
                "请用办公软件另存后再试。",
                f"The file is suspicious: two parts are named “{shorten(name)}”, and either may count. "
                "Save it again.",
            )
        seen.add(name.casefold())
        if not name.endswith("/"):
            entries[name] = entry
    return Archive(archive, entries)


def _check(entry: zipfile.ZipInfo, name: str) -> None:
    """Refuse an entry by what the list of parts says of it."""
    if entry.flag_bits & 0x1:
        raise _encrypted()
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\x00" in entry.orig_filename or ":" in parts[0]:
        raise ReadError(
            "unsafe_name",
            f"文件可疑：部件名“{shorten(name)}”指向压缩包之外。请用办公软件另存后再试。",
            f"The file is suspicious: the part name “{shorten(name)}” points outside of the archive. "
            "Save it again.",
        )
    if entry.compress_type not in METHODS:
        raise ReadError(
            "unsupported_compression",
            f"无法读取：“{shorten(name)}”使用了办公文件不用的压缩方法。请用办公软件另存后再试。",
            f"“{shorten(name)}” is compressed in a way that office files never use. Save it again with "
            "an office program.",
        )


def _ole(data: bytes) -> ReadError:
    """A compound file: either an encrypted OOXML package or a Word/Excel file from before 2007."""
    if _ENCRYPTED_STREAM in data:
        return _encrypted()
    return ReadError(
        "legacy_format",
        "这是旧版办公软件的文件，其中没有能够读取的正文或表格。请用原来的程序打开，另存为 docx 或 xlsx。",
        "This is a file of an old office program without a text or sheets that can be read. Open it in its "
        "own program and save it as docx or xlsx.",
    )


def _encrypted() -> ReadError:
    return ReadError(
        "encrypted",
        "文件已加密，没有密码无法读取。请用办公软件打开，去掉密码后另存再提交。",
        "The file is encrypted and cannot be read without its password. Remove the password, save it "
        "and submit it again.",
    )


def _nested(name: str) -> ReadError:
    return ReadError(
        "nested_archive",
        f"不读取压缩包中的压缩包：“{shorten(name)}”。请解压后单独提交其中的文件。",
        f"An archive within an archive is not read: “{shorten(name)}”. Unpack it and submit its files by "
        "themselves.",
    )


def rewrite(data: bytes, parts: dict[str, bytes]) -> bytes:
    """A copy of an archive with these parts replaced or added, and every other part as it was.

    Raises:
        ReadError: as `open_archive` and `Archive.read` do; archives within it are copied unopened.
    """
    source = open_archive(data)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.names():
            entry = source.entry(name)
            copy = zipfile.ZipInfo(name, entry.date_time)
            copy.compress_type = entry.compress_type
            copy.external_attr = entry.external_attr
            content = parts[name] if name in parts else source.read(name, nested=True)
            archive.writestr(copy, content)
        for name, content in parts.items():
            if name not in source:
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
