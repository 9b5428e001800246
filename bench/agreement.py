"""One report in every format: the findings of each, against those of the Word file.

``python bench/agreement.py [FILE] [--keep FOLDER]`` reads a report (by default an example), writes or
converts it into every format that can be made here and checks each. A line a format tells its findings and
numbers, and how many findings it has that the Word file has not, and the other way round; a finding is
compared by its code, severity and figures. Exit status 1 where any differs.
"""

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.formats import SOURCE, made

from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.formats import discovery
from jixiao.pipeline import check_bytes

NOT_WHOLE = ("csv", "md")
"""Of these only a part is made of a report: their tables, or their text."""


def told(finding: Finding) -> tuple[str, str, str, str]:
    """What of a finding must not depend on the format."""
    return finding.code, finding.severity, finding.stated, finding.computed


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=SOURCE)
    parser.add_argument("--keep", type=Path, help="a folder for the files")
    options = parser.parse_args()
    document = discovery.read(options.file.read_bytes(), options.file.name)
    files = made(replace(document, ledger=None))
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
        for kind, data in files.items():
            (options.keep / f"report.{kind}").write_bytes(data)
    reports = {
        kind: check_bytes(data, f"report.{kind}") for kind, data in files.items() if kind not in NOT_WHOLE
    }
    expected = Counter(map(told, reports["docx"].findings))
    print(f"{'format':8}{'numbers':>9}{'findings':>10}{'more':>6}{'less':>6}{'placed':>8}")
    differ = False
    for kind, report in sorted(reports.items()):
        if report.error is not None:
            print(f"{kind:8}{report.error.message_en}")
            differ = True
            continue
        found = Counter(map(told, report.findings))
        more, less = (found - expected).total(), (expected - found).total()
        differ = differ or bool(more or less)
        numbers = report.certificate.numbers if report.certificate else 0
        print(f"{kind:8}{numbers:9}{len(report.findings):10}{more:6}{less:6}{placed(report):8}")
    return 1 if differ else 0


def placed(report: Report) -> int:
    """How many findings stand at words that they quote, or that quote them."""
    count = 0
    for finding in report.findings:
        block = report.document.blocks[finding.place.block] if report.document else None
        if block is None:
            continue
        texts = [text for text, _ in block.texts()]
        count += any(finding.quote in text or text in finding.quote for text in texts if text)
    return count


if __name__ == "__main__":
    sys.exit(main())
