"""Asking a process of its own about an uploaded workbook; the other side is `worker_process`."""

import json
import subprocess
import sys
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused

MOST: Final = 10 * 2**20
"""Bytes of an uploaded workbook."""
_SECONDS: Final = 90


def answer_of(module: str, data: bytes, *words: str) -> dict[str, Any]:
    """What a module that serves says of a workbook; ``words`` are its arguments.

    Raises:
        Refused: the workbook is too large, takes too long or cannot be read.
    """
    if len(data) > MOST:
        raise Refused(_("工作簿超过 %(most)s MB。") % {"most": MOST // 2**20})
    try:
        done = subprocess.run(  # noqa: S603  # our own module; words are arguments, never a command
            [sys.executable, "-P", "-m", module, *words],
            input=data, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise Refused(_("工作簿读取超时，请删去多余的表和行后重试。")) from late
    except (OSError, ValueError) as error:  # a name with a NUL, or longer than arguments may be
        raise Refused(_("文件名不能用，请改名后重试。")) from error
    if done.returncode != 0:
        raise Refused(_("工作簿读不出来：可能不是 xlsx 文件，或内容过大。"))
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
