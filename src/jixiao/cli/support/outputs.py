"""Writing the one result of a command, with a sentence where it cannot be written."""

from pathlib import Path

from jixiao.cli.support.messages import WrongUsageError, tell
from jixiao.formats.saving import write_whole
from jixiao.renderers.wording import Language


def write_output(output: Path, data: bytes, language: Language) -> None:
    """Write the file whole and say so.

    Raises:
        WrongUsageError: it cannot be written.
    """
    if output.is_dir():
        raise WrongUsageError(f"“{output}”是文件夹，请写文件名。", f"{output} is a folder; name a file.")
    try:
        write_whole(output, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsageError(
            f"无法写入“{output}”（{reason}）。请检查文件夹权限、磁盘空间，或关闭正打开该文件的程序。",
            f"cannot write {output} ({reason}). Check permissions and disk space, or close the file.",
        ) from error
    tell(f"已写入 {output}。", f"Written: {output}.", language)
