"""Open data in a folder: nobody's files are replaced or left among those of the package."""

from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError
from jixiao.cli.support.outputs import unwritten
from jixiao.formats.saving import write_folder


def folder_for(output: Path | None, name: str) -> Path:
    """The folder that the package goes to; ``name`` where the user gave none.

    Raises:
        WrongUsageError: it is a file.
    """
    folder = output or Path(name)
    if folder.is_file() or folder.suffix.lower() == ".zip":
        raise WrongUsageError(
            f"--format csv 要写入文件夹，“{folder}”是文件。要一个文件请用 --format zip。",
            f"--format csv writes a folder, and {folder} is a file. For one file use --format zip.",
        )
    return folder


def save_open_data(folder: Path, data: bytes) -> None:
    """Write the files of a package as its folder, all of them or none.

    Raises:
        WrongUsageError: the folder holds other files, or cannot be written to.
    """
    from jixiao.renderers.open_data import unpacked

    files = unpacked(data)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    others = sorted(present - files.keys())
    if others:
        named = "、".join(others[:3]) + ("等" if len(others) > 3 else "")
        raise WrongUsageError(
            f"文件夹“{folder}”里有别的文件（{named}），没有写入。请换一个新的文件夹，或先移走这些文件。",
            f"{folder} holds other files ({', '.join(others[:3])}); nothing was written. Name a new folder.",
        )
    try:
        write_folder(folder, files)
    except OSError as error:
        raise WrongUsageError(*unwritten(folder, error)) from error
