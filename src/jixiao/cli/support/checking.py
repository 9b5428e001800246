"""How ``jixiao check`` has a file checked: under its limits, and by a rulebook where one is named."""

import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from jixiao.cli.support.inputs import STDIN
from jixiao.cli.support.messages import WrongUsageError

if TYPE_CHECKING:
    from jixiao.batch.work import Check
    from jixiao.core.report import Report
    from jixiao.formats.guarded import Limits


def check_of(files: Sequence[str], rulebook: str | None, limits: "Limits", *, office: bool) -> "Check":
    """How a file is checked."""
    if rulebook is None:
        return partial(_guarded, limits=limits, office=office)
    if STDIN in files:
        raise WrongUsageError(
            "--rulebook 不能与标准输入“-”合用，请先存成文件。",
            "--rulebook does not go with the standard input: save it as a file.",
        )
    from jixiao.cli.support.rulebooks import rulebook_named

    rulebook_named(rulebook)  # its faults are told before any work
    return partial(_placed, rulebook=rulebook, limits=limits, office=office)


def _guarded(path: str, limits: "Limits", *, office: bool) -> "Report":
    """Check a path, or what comes in at the standard input, of whatever format."""
    from jixiao.formats.guarded import of_process
    from jixiao.pipeline import check_bytes, check_path

    guard = of_process(limits)
    if path == STDIN:
        return check_bytes(sys.stdin.buffer.read(), STDIN, guard=guard)
    return check_path(path, guard=guard, office=office)


def _placed(path: str, rulebook: str, limits: "Limits", *, office: bool) -> "Report":
    """Check a path against what a place prescribes, too."""
    from jixiao.formats.guarded import of_process
    from jixiao.pipeline.placed import check_path_by

    return check_path_by(path, rulebook, of_process(limits), office=office)
