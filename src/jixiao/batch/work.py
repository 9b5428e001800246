"""What a worker process does with one file."""

from collections.abc import Callable
from typing import TypeVar

from jixiao.core.collecting import uncollected
from jixiao.core.errors import ReadError
from jixiao.core.report import Report

Result = TypeVar("Result")
Check = Callable[[str], Report]


@uncollected()
def work(path: str, then: Callable[[Report], Result], check: Check | None = None) -> Result:
    """Check one file and apply ``then``; a fault of the program becomes an error of the file."""
    try:
        report = (check or _pipeline())(path)
    except Exception as error:  # noqa: BLE001  # one file must never end the run
        report = failed(path, error)
    return then(report)


def _pipeline() -> Check:
    """The usual check; heavy to import, and the parent process never needs it."""
    from jixiao.pipeline import check_path  # noqa: PLC0415  # see above

    return check_path


def failed(path: str, error: Exception) -> Report:
    """The report of a file at which the program itself failed."""
    what = f"{type(error).__name__}: {error}"
    return Report(
        path,
        error=ReadError(
            "program_fault",
            f"程序在检查本文件时出错（{what}），其他文件不受影响。请将该文件和这行文字反馈给开发者。",
            f"The program failed on this file ({what}); other files are not affected. Please report it.",
        ),
    )


def crashed(path: str) -> Report:
    """The report of a file at which a worker process died."""
    return Report(
        path,
        error=ReadError(
            "worker_died",
            "检查本文件的进程意外终止（可能内存不足），其他文件不受影响。请关闭其他程序后单独检查本文件。",
            "The process that checked this file died (perhaps out of memory); other files are not affected. "
            "Close other programs and check this file by itself.",
        ),
    )
