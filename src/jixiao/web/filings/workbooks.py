"""The workbook of a form: written from its rows; read back in a process of its own, whatever was sent."""

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jixiao.core.dossier import Dossier
from jixiao.dossiers.workbook import write_workbook
from jixiao.web.actions import Refused
from jixiao.web.filings.encoding import decoded
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.rulebooks import usable_rules_of

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

MOST: Final = 10 * 2**20
"""Bytes of an uploaded workbook."""
_SECONDS: Final = 90
_SHOWN: Final = 50  # faults of a refusal


def written(task: "Task") -> bytes:
    """The workbook with the facts of the form.

    Raises:
        DossierError: the facts do not fit together.
        UnwritableError: a text is longer than a cell can hold.
    """
    dossier = dossier_for(task)
    # The lists of its words are a help, not a need.
    return write_workbook(dossier, usable_rules_of(dossier.rulebook, dossier.fiscal_year))


def read_back(data: bytes, name: str) -> Dossier:
    """The dossier in an uploaded workbook.

    Raises:
        Refused: every fault with its sheet and cell, or why the file cannot be read.
    """
    if len(data) > MOST:
        raise Refused(_("工作簿超过 %(most)s MB。") % {"most": MOST // 2**20})
    try:
        done = subprocess.run(  # noqa: S603  # our own module; the name is an argument, never a command
            [sys.executable, "-P", "-m", "jixiao.web.filings.workbook_worker", name or "xlsx"],
            input=data, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise Refused(_("工作簿读取超时，请删去多余的表和行后重试。")) from late
    except (OSError, ValueError) as error:
        raise Refused(_("文件名不能用，请改名后重试。")) from error
    if done.returncode != 0:
        raise Refused(_("工作簿读不出来：可能不是 xlsx 文件，或内容过大。"))
    answer = json.loads(done.stdout)
    if "faults" in answer:
        told = [english if get_language() == "en" else chinese for chinese, english in answer["faults"]]
        raise Refused(told[:_SHOWN])
    return Dossier.model_validate(decoded(answer["dossier"]), context={})
