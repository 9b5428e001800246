"""A dossier from a path: a folder, a TOML file or a workbook."""

from pathlib import Path
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.dossiers.faults import DossierError, Fault, Position
from jixiao.dossiers.toml import read_toml

NAME: Final = "dossier.toml"
"""The file that a folder of a dossier holds."""

MAX_FILE_BYTES: Final = 64 * 2**20
"""Far more than any department's facts; a province's year is scored from tables, not from dossiers."""


def read(path: Path) -> Dossier:
    """The dossier at a path: a folder with ``dossier.toml`` or one workbook, a .toml file or an .xlsx file.

    Raises:
        DossierError: with every fault, also where there is no dossier or the file cannot be opened.
    """
    file = file_of(path)
    name = str(file)
    data = _content(file)
    if file.suffix.lower() == ".toml":
        return read_toml(_text(data, name), name)
    # The workbook brings an Excel library along, so it is imported only for a workbook.
    from jixiao.dossiers.workbook import read_workbook

    return read_workbook(data, name)


def file_of(path: Path) -> Path:
    """The file of the dossier at a path, which may be its folder.

    Raises:
        DossierError: there is none.
    """
    if path.is_dir():
        return _within(path)
    if path.suffix.lower() not in {".toml", ".xlsx"}:
        raise _fault(
            path,
            "不是绩效档案",
            "this is no dossier",
            f"给出 .toml 文件、.xlsx 工作簿，或含 {NAME} 的文件夹",
            f"name a .toml file, an .xlsx workbook, or a folder with {NAME}",
        )
    return path


def _within(folder: Path) -> Path:
    if (folder / NAME).is_file():
        return folder / NAME
    workbooks = [
        file
        for file in sorted(folder.iterdir())
        if file.suffix.lower() == ".xlsx" and not file.name.startswith("~$")  # what an open Excel leaves
    ]
    if len(workbooks) == 1:
        return workbooks[0]
    if workbooks:
        names = "、".join(file.name for file in workbooks)
        raise _fault(
            folder,
            f"文件夹里有{len(workbooks)}个工作簿：{names}",
            f"the folder holds {len(workbooks)} workbooks: {names}",
            "直接给出要用的那一个",
            "name the one that is meant",
        )
    raise _fault(
        folder,
        f"文件夹里没有 {NAME}，也没有工作簿",
        f"the folder holds neither {NAME} nor a workbook",
        f"放入 {NAME} 或 .xlsx 工作簿",
        f"put {NAME} or an .xlsx workbook there",
    )


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise _fault(
                file,
                f"文件超过{MAX_FILE_BYTES // 2**20} MB",
                f"the file is larger than {MAX_FILE_BYTES // 2**20} MB",
                "检查是否选错了文件",
                "see whether this is the right file",
            )
        return file.read_bytes()
    except FileNotFoundError as error:
        raise _fault(file, "没有这个文件", "there is no such file", "检查路径", "check the path") from error
    except OSError as error:
        raise _fault(
            file,
            f"打不开这个文件（{error.strerror}）",
            f"the file cannot be opened ({error.strerror})",
            "检查权限，关闭正在使用它的程序",
            "check its permissions and close programs that use it",
        ) from error


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DossierError(
            [
                Fault(
                    name,
                    Position(line),
                    "文件的编码不是 UTF-8",
                    "the file is not encoded in UTF-8",
                    "在记事本里“另存为”，编码选 UTF-8",
                    "save it again with the encoding UTF-8",
                )
            ]
        ) from error


def _fault(path: Path, message: str, message_en: str, fix: str, fix_en: str) -> DossierError:
    return DossierError([Fault(str(path), Position(), message, message_en, fix, fix_en)])
