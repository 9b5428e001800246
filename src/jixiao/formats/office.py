"""LibreOffice, where it is installed: found, started with a profile of its own, waited for in patience."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from jixiao.core.errors import WriteError

VARIABLE: Final = "JIXIAO_OFFICE"
"""The environment variable that names the program where it is not on the PATH."""
SECONDS: Final = 180
"""The first start of a fresh profile takes ten seconds on a slow machine, a long report as much again."""

CONVERTIBLE: Final = {
    ".doc": "docx", ".dot": "docx", ".wps": "docx", ".rtf": "docx", ".odt": "docx", ".uot": "docx",
    ".wpd": "docx", ".xls": "xlsx", ".et": "xlsx", ".ods": "xlsx", ".uos": "xlsx", ".xlsb": "xlsx",
}  # fmt: skip
"""By ending: as what LibreOffice saves a file of an old format, or of one that only it opens."""
_PROFILE: Final = Path(__file__).with_name("office_profile.xcu")
"""Settings of a fresh profile: no macros, no linked content, a proxy that leads nowhere."""
_PROGRAMS: Final = ("soffice", "libreoffice")
_WINDOWS: Final = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)


def find_office() -> str | None:
    """The path of LibreOffice: what ``JIXIAO_OFFICE`` names, else on the PATH or where installers put it."""
    named = os.environ.get(VARIABLE, "").strip().strip('"')
    if named:
        return shutil.which(named)
    found = next((path for name in _PROGRAMS if (path := shutil.which(name)) is not None), None)
    return found or next((path for name in _usual_places() if (path := shutil.which(name)) is not None), None)


def convert(data: bytes, suffix: str, target: str, options: str = "") -> bytes:
    """The file in another format of LibreOffice: ``convert(data, "docx", "pdf")``.

    ``options`` is what follows the colon of ``--convert-to pdf:…``: a filter and its settings.

    Raises:
        WriteError: ``no_office``: it is not installed; ``office_failed``: it did not finish or made nothing.
    """
    office = find_office()
    if office is None:
        raise _absent()
    # ignore_cleanup_errors: on Windows the profile of a program that has just ended may still be locked
    with tempfile.TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document.{suffix}"
        source.write_bytes(data)
        made = folder / "made"
        made.mkdir()
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_bytes(_PROFILE.read_bytes())
        command = [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",  # two at once need a profile each
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            f"{target}:{options}" if options else target,
            "--outdir",
            str(made),
            str(source),
        ]
        said = _run(command, office)
        result = made / f"document.{target}"
        if not result.is_file():
            raise _failed(office, said or "没有生成文件", said or "it made no file")
        return result.read_bytes()


def _usual_places() -> list[str]:
    roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")]
    return [str(Path(root) / program) for root in roots if root for program in _WINDOWS] + list(_PLACES)


def _run(command: list[str], office: str) -> str:
    """Run it to its end; what it said on failure, on one line."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, the arguments are ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # the program starts others: they end with it (not on Windows)
        )
    except OSError as error:
        raise _failed(office, f"无法启动（{error}）", f"it cannot be started ({error})") from error
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise _failed(office, f"超过 {SECONDS} 秒没有完成", f"not done after {SECONDS} seconds") from error
    said = " ".join(output.decode("utf-8", errors="replace").split())
    return said[-300:] if process.returncode else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started."""
    if os.name == "nt":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - as above
    else:
        os.killpg(process.pid, 9)
    process.kill()
    process.communicate()


def _absent() -> WriteError:
    named = os.environ.get(VARIABLE, "")
    if named:
        return WriteError(
            "no_office",
            f"无法转换：环境变量 {VARIABLE} 指向的程序不存在：{named}。"
            "请改为 LibreOffice 的 soffice 程序的完整路径。",
            f"No conversion: {VARIABLE} names a program that does not exist: {named}. "
            "Set it to the full path of LibreOffice's soffice.",
        )
    return WriteError(
        "no_office",
        "无法转换：本机没有安装 LibreOffice。请安装 LibreOffice（含 Writer、Calc），或用环境变量 "
        f"{VARIABLE} 指明 soffice 程序的完整路径；也可以用 Word 或 WPS 另存为所要的格式。",
        "No conversion: LibreOffice is not installed. Install it with Writer and Calc, or name the full path "
        f"of soffice in {VARIABLE}; or save the file in the wanted format with an office program.",
    )


def _failed(office: str, why: str, why_en: str) -> WriteError:
    return WriteError(
        "office_failed",
        f"LibreOffice 转换失败：{why}（{office}）。请重试；仍不成功时，用 Word 或 WPS 另存为所要的格式。",
        f"LibreOffice failed: {why_en} ({office}). Try again, or save the file in the wanted format with an "
        "office program.",
    )
