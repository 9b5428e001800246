"""Writing the results of a command, with a sentence where one cannot be written."""

from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError, tell
from jixiao.formats.saving import write_whole
from jixiao.renderers.wording import Language


def write_output(output: Path, data: bytes, language: Language) -> None:
    """Write the file whole and say so.

    Raises:
        WrongUsageError: it cannot be written.
    """
    save(output, data)
    tell(f"已写入 {output}。", f"Written: {output}.", language)


def save(target: Path, data: bytes) -> None:
    """Write the file whole, quietly.

    Raises:
        WrongUsageError: it cannot be written.
    """
    if target.is_dir():
        raise WrongUsageError(f"“{target}”是文件夹，请写文件名。", f"{target} is a folder; name a file.")
    try:
        write_whole(target, data)
    except OSError as error:
        raise WrongUsageError(*unwritten(target, error)) from error


def unwritten(target: Path, error: OSError) -> tuple[str, str]:
    """Why a file could not be written and what to do, in Chinese and English."""
    reason = error.strerror or str(error)
    return (
        f"无法写入“{target}”（{reason}）。请检查文件夹权限、磁盘空间，或关闭正打开该文件的程序。",
        f"cannot write {target} ({reason}). Check permissions and disk space, or close the file.",
    )
