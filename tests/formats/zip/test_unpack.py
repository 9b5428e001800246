"""Archives of reports: what is in them, names as Chinese Windows writes them, and what is refused."""

import io
import zipfile

import pytest

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.zip import unpack
from jixiao.formats.zip.recognise import recognise


def packed(files: dict[str, bytes], *, windows: bool = False) -> bytes:
    """An archive; ``windows`` writes names in GB18030 without saying so."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.encode("gb18030").decode("cp437") if windows else name, data)
    made = target.getvalue()
    if windows:
        for name in files:
            wrong, right = name.encode("gb18030").decode("cp437").encode("utf-8"), name.encode("gb18030")
            made = made.replace(wrong, right.ljust(len(wrong), b"_"))
    return made


FILES = {
    "财政局/自评报告.txt": "执行率98%。".encode(),
    "b.txt": b"b",
    "__MACOSX/b.txt": b"",
    ".x": b"",
    "~$b.txt": b"",
}


def test_members_are_listed_and_read() -> None:
    data = packed(FILES)
    assert recognise(data, "a.zip")
    assert discovery.detect(data, "a.zip") == "zip"
    assert discovery.members(data, "a.zip") == ("b.txt", "财政局/自评报告.txt")
    assert discovery.member(data, "a.zip", "财政局/自评报告.txt") == "执行率98%。".encode()


def test_names_of_chinese_windows() -> None:
    assert unpack._shown("自评报告.docx".encode("gb18030").decode("cp437"), 0) == "自评报告.docx"
    assert unpack._shown("自评报告.docx", 0x800) == "自评报告.docx"
    assert unpack._shown("a\\b\x07.txt", 0x800) == "a/b·.txt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(FILES)[:40], "damaged_archive"),
        (packed({"../a.txt": b"x"}), "unsafe_name"),
        (packed({f"{number}.txt": b"" for number in range(unpack.MOST + 1)}), "too_many_files"),
    ],
    ids=["truncated", "outside", "many"],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        discovery.members(data, "a.zip")
    assert caught.value.code == code
    with pytest.raises(ReadError):
        discovery.read(data, "a.zip")


def test_a_bomb_is_refused_when_it_is_inflated() -> None:
    data = packed({"a.txt": b"\x00" * 40 * 2**20})
    assert discovery.members(data, "a.zip") == ("a.txt",)
    with pytest.raises(ReadError) as caught:
        discovery.member(data, "a.zip", "a.txt")
    assert caught.value.code == "suspicious_compression"


def test_an_archive_is_no_document() -> None:
    with pytest.raises(ReadError, match="压缩包"):
        discovery.read(packed(FILES), "a.zip")
    with pytest.raises(ReadError, match="没有"):
        discovery.member(packed(FILES), "a.zip", "c.txt")
    with pytest.raises(ReadError, match="不是压缩包"):
        discovery.member(b"text", "a.txt", "c.txt")
