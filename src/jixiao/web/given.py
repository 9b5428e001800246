"""What an installation is told from outside: a value in the environment, or a file that holds it."""

import os
from pathlib import Path

from jixiao.core.errors import UserError


def given(name: str) -> str:
    """The value of the variable, else the content of the file that ``<name>_FILE`` names, else blank.

    A secret belongs into a file (of systemd's credentials or a container's secrets): the environment of a
    process is seen by others of the same user.

    Raises:
        UserError: the file cannot be read, is no text, or is empty.
    """
    if value := os.environ.get(name):
        return value
    file = os.environ.get(f"{name}_FILE")
    if not file:
        return ""
    try:
        value = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise UserError(
            "secret_file",
            f"环境变量 {name}_FILE 指定的文件 {file} 读不出来（{why}）。"
            "请检查路径，并让运行网站的用户可以读它",
            f"{name}_FILE: cannot read {file} ({why}); look at the path and at who may read it",
        ) from error
    if not value:
        raise UserError(
            "secret_file",
            f"环境变量 {name}_FILE 指定的文件 {file} 是空的，请写入内容",
            f"{name}_FILE: {file} is empty",
        )
    return value
