"""The bytes behind a path, which may lead into an archive: ``received.zip/treasury/report.docx``."""

from pathlib import Path

from jixiao.core.errors import ReadError, WriteError
from jixiao.formats import discovery
from jixiao.formats.guarded import Guard
from jixiao.formats.office import CONVERTIBLE, convert


def content(path: str | Path, guard: Guard | None = None) -> bytes:
    """The bytes of a file, or of one within an archive, which ``guard`` opens where one is given.

    Raises:
        ReadError: there is no such file, nobody may open it, or the archive is broken.
    """
    whole = Path(path)
    outer = next((one for one in whole.parents if one.is_file()), None)
    try:
        data = _bytes(outer or whole)
    except OSError as error:
        raise unopened(str(path), error) from error
    if outer is None:
        return data
    inner = whole.relative_to(outer).as_posix()
    if guard is not None:
        return guard.member(data, str(outer), inner)
    return discovery.member(data, str(outer), inner)


def converted(data: bytes, name: str) -> tuple[bytes, str] | None:
    """The file as LibreOffice saves it, and its new name; None where its ending is none to convert.

    Raises:
        ReadError: LibreOffice is absent, or failed.
    """
    suffix = Path(name).suffix.lower()
    target = CONVERTIBLE.get(suffix)
    if target is None:
        return None
    try:
        return convert(data, suffix.removeprefix("."), target), f"{name}.{target}"
    except WriteError as error:
        raise ReadError(error.code, error.message, error.message_en) from error


def members(path: Path, guard: Guard) -> list[str]:
    """The paths of the files in an archive; none where the file is no archive or a broken one."""
    try:
        return [f"{path}/{name}" for name in guard.members(_bytes(path), path.name)]
    except (OSError, ReadError):
        return []


def _bytes(path: Path) -> bytes:
    """All of a file, or one byte more than any reader takes: a device or a pipe may have no end."""
    with path.open("rb") as stream:
        return stream.read(discovery.MAX_FILE_BYTES + 1)


def unopened(name: str, error: OSError) -> ReadError:
    """The error of a file that is not there or that nobody may open."""
    if isinstance(error, FileNotFoundError):
        return ReadError(
            "not_found",
            f"找不到文件 {name}，请检查路径和文件名。",
            f"No such file: {name}. Check the path and the name.",
        )
    return ReadError(
        "not_opened",
        f"打不开文件 {name}（{error.strerror}），请检查权限或是否被其他程序占用。",
        f"Cannot open {name}: {error.strerror}.",
    )
