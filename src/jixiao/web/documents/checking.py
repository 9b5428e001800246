"""Checks a version and has the result kept; may be run again at any time, and replaces what was there."""

import logging
from typing import Any, Final

from jixiao.core.errors import ReadError
from jixiao.core.report import Report
from jixiao.formats.guarded import Guard, Limits, of_process
from jixiao.pipeline import check_bytes
from jixiao.pipeline.placed import prescribing
from jixiao.rulebooks.faults import RulebookError
from jixiao.web.background.net import Defect, net
from jixiao.web.documents.models import Version
from jixiao.web.documents.storage import path_of
from jixiao.web.documents.storing import begin, keep

LIMITS: Final = Limits(seconds=120, memory=2 * 2**30)
_LOG: Final = logging.getLogger(__name__)


def check(pk: int) -> None:
    """Read the file behind the guard, check it, keep the result; a defect of ours is the version's error.

    Raises:
        Failed: there was a defect.
    """
    version_ = Version.objects.select_related("document__organisation").get(pk=pk)
    begin(version_)

    def fail(defect: Defect) -> None:
        error = ReadError("program_fault", *defect.words)
        keep(version_, Report(file=version_.name, sha256=version_.sha256, error=error))

    with net("the check of a document", pk, fail):
        keep(version_, report_of(version_, of_process(LIMITS)))


def report_of(version_: Version, guard: Guard) -> Report:
    """The report on a version, by what its place prescribes."""
    try:
        data = path_of(version_.sha256).read_bytes()
    except OSError as error:
        lost = ReadError(
            "lost",
            "服务器上找不到这个文件的内容，请重新上传，并请系统管理员检查数据文件夹。",
            "The content of this file is missing on the server: upload it again.",
        )
        _LOG.error("content of version %s is missing: %s", version_.pk, error.strerror)
        return Report(file=version_.name, sha256=version_.sha256, error=lost)
    return check_bytes(data, version_.name, headings=_headings(version_), guard=guard)


def give_up(pk: int) -> None:
    """The process died of this file, more than once."""
    version_ = Version.objects.select_related("document__organisation").get(pk=pk)
    died = ReadError(
        "worker_died",
        "检查这个文件的进程几次意外终止（可能内存不足，或文件有意构造）。请用办公软件打开另存后重新上传。",
        "The process that checked this file died several times. Save it again with an office program.",
    )
    keep(version_, Report(file=version_.name, sha256=version_.sha256, error=died))


def _headings(version_: Version) -> Any:
    """The sections that the body's place prescribes; a rulebook beyond use must not stop the check."""
    try:
        return prescribing(version_.document.organisation.rules())
    except RulebookError:
        _LOG.exception("the rulebook of a body cannot be used")
        return None
