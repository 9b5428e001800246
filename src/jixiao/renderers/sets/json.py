"""One JSON object for a set: the contract of other programs with us."""

import json

from jixiao.core.collecting import uncollected
from jixiao.core.set_report import SetReport
from jixiao.renderers.json import finding_dict, to_dict, version


@uncollected()
def to_line(report: SetReport) -> str:
    """One compact object without line breaks; ``findings`` are those between files, each file has its own."""
    whole = {
        "jixiao": version(),
        "set": report.name,
        "previous": report.previous or None,
        "body": report.body,
        "year": report.year,
        "compared": report.compared,
        "files": [to_dict(one) for one in report.reports],
        "findings": [finding_dict(finding) for finding in report.findings],
        "left_out": [{"file": one.file, "reason": one.reason} for one in report.left_out],
        "not_run": [{"code": one.code, "reason": one.reason} for one in report.not_run],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
