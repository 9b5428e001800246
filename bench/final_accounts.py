"""Cross-checks of final accounts on made-up packages: seeded errors found, clean packages left alone.

``python bench/final_accounts.py [--clean N] [--injected N] [--seed S] [--show K]``: N clean packages of
random size and style (units, blanks, codes in one or three columns, two or three lanes, figures rounded to
万元); then for each cross-check N packages in which one figure, name, sentence or paragraph is changed so
that it breaks. An error is *found* when a finding covers what was changed, and *decided* when the
cross-check itself says that it fails. Printed are both, the findings on one fault, false findings in clean
packages, the time.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from typing import TYPE_CHECKING

from bench.package_document import REASON, Made, package

from jixiao.claims.final_accounts.settling import rules
from jixiao.core.document import Block, Document
from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.pipeline import check_document

if TYPE_CHECKING:
    from bench.package_grid import Address

Place = tuple[int, int, int]
"""Block, row and column; −1 where it is no table."""
Damage = Callable[[Random, Made], tuple[Document, Place] | None]


def altered(made: Made, place: Place, text: str) -> Document:
    """The document with another text in one cell or block."""
    index, row, column = place
    block = made.document.blocks[index]
    changed: Block
    if row < 0:
        changed = replace(block, text=text)
    else:
        cells = tuple(replace(c, text=text) if (c.row, c.column) == (row, column) else c for c in block.cells)
        changed = replace(block, cells=cells)
    blocks = (*made.document.blocks[:index], changed, *made.document.blocks[index + 1 :])
    return replace(made.document, blocks=blocks)


def text_at(made: Made, place: Place) -> str:
    """What stands at a place."""
    block = made.document.blocks[place[0]]
    if place[1] < 0:
        return block.text
    return next(cell.text for cell in block.cells if (cell.row, cell.column) == place[1:])


def moved(chance: Random, printed: str) -> str:
    """A figure that is off by more than any rounding: at least a thirtieth of it, and at least 1.00."""
    number = Decimal(printed)
    step = max(abs(number) / 30, Decimal(1)) * (1 + Decimal(chance.randrange(100)) / 25)
    return f"{max(number + step, Decimal(0)):.2f}"


def figure(kind: str, role: str, label: Callable[[str], bool] = lambda _: True) -> Damage:
    """Change one figure of a table."""

    def damage(chance: Random, made: Made) -> tuple[Document, Place] | None:
        places: list[Address] = [a for a in made.places if a[0] == kind and a[2] == role and label(a[1])]
        chance.shuffle(places)
        for address in places:
            place = made.places[address]
            printed = text_at(made, place)
            if printed.replace(".", "").isdigit() and Decimal(printed):
                return altered(made, place, moved(chance, printed)), place
        return None

    return damage


def starts(*words: str) -> Callable[[str], bool]:
    """Lines that begin with one of these words."""
    return lambda label: label.startswith(words)


def renamed(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """One code under another name in the table of spending."""
    leaves = [a for a in made.places if a[0] == "spending" and a[2] == "name" and len(a[1]) == 7]
    place = made.places[chance.choice(leaves)]
    return altered(made, place, "其他测试事务支出"), place


def told_otherwise(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """Another figure in the narrative."""
    block, printed = chance.choice(made.figures)
    text = made.document.blocks[block].text
    return altered(made, (block, -1, -1), text.replace(printed, moved(chance, printed), 1)), (block, -1, -1)


def running(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """Another running cost."""
    place = made.places["text", "running", "amount"]
    text = text_at(made, place)
    printed = text.split("支出")[1].removesuffix("万元。")
    return altered(made, place, text.replace(printed, moved(chance, printed))), place


def unexplained(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """A change without its reason."""
    place = (chance.choice(made.reasons), -1, -1)
    return altered(made, place, text_at(made, place).replace(REASON, "")), place


def left_out(_: Random, made: Made) -> tuple[Document, Place] | None:
    """An item that the narrative does not tell; it is found where it stands in the table."""
    if len(made.items) < 3:
        return None
    gone = made.document.blocks[made.items[-1]]  # no other is numbered after it
    name = gone.text.split("（款）")[1].split("（项）")[0]
    general = [made.places[a] for a in made.places if a[0] == "general" and a[2] == "name" and len(a[1]) == 7]
    place = next((each for each in general if text_at(made, each) == name), None)
    return None if place is None else (altered(made, (gone.index, -1, -1), "此项从略。"), place)


def charted(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """Another figure in a chart."""
    places = [a for a in made.places if a[0] == "chart" and Decimal(text_at(made, made.places[a]))]
    places = [a for a in places if not (a[1] == CHANGES and a != max(b for b in places if b[1] == CHANGES))]
    place = made.places[chance.choice(places)]
    return altered(made, place, moved(chance, text_at(made, place))), place


def above(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """More on receptions in basic spending than the three publics have."""
    place = made.places["basic", "30217", "amount"]
    limit = text_at(made, made.places["publics", "公务接待费", "amount"])
    if not limit.replace(".", "").isdigit() or text_at(made, place) in ("", "—"):
        return None
    return altered(made, place, moved(chance, limit)), place


def below_zero(_: Random, made: Made) -> tuple[Document, Place] | None:
    """A source of receipts below zero, another more by as much."""
    first, second = (
        next(made.places[a] for a in made.places if a[0] == "total" and a[1].startswith(f"左:{number}、"))
        for number in ("四", "五")
    )
    printed = [text_at(made, place) for place in (first, second)]
    if not all(text.replace(".", "").isdigit() for text in printed):
        return None
    one, other = (Decimal(text) for text in printed)
    more = replace(made, document=altered(made, second, f"{other + one + 1:.2f}"))
    return altered(more, first, "-1.00"), first


def untold(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """An empty table without a word below it."""
    blocks = made.document.blocks
    bare = [at for at in made.notes.values() if not any("0" in cell.text for cell in blocks[at - 1].cells)]
    if not bare:
        return None
    at = chance.choice(bare)
    return altered(made, (at, -1, -1), "注：本表按单位填列。"), (at - 1, -1, -1)


def earlier(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """Another figure of last year in a chart."""
    place = made.places[min(a for a in made.places if a[0] == "chart" and a[1] == CHANGES)]
    if "持平" in made.document.blocks[place[0] - 1].text:
        return None
    return altered(made, place, moved(chance, text_at(made, place))), place


def misnamed(_: Random, made: Made) -> tuple[Document, Place] | None:
    """A code under another name in all tables; it is told at the first."""
    places = [made.places[a] for a in made.places if a[1:] == ("22102", "name")]
    if not places:
        return None
    document = made.document
    for place in places:
        document = altered(replace(made, document=document), place, "城镇建设事务")
    return document, min(places)


def evaluated(chance: Random, made: Made) -> tuple[Document, Place] | None:
    """Another amount of the projects that evaluated themselves."""
    place = made.places["text", "evaluated", "amount"]
    text = text_at(made, place)
    printed = text.split("资金")[1].removesuffix("万元。")
    return altered(made, place, text.replace(printed, moved(chance, printed))), place


def without_terms(_: Random, made: Made) -> tuple[Document, Place] | None:
    """No part that explains terms; the lack is told at the first part."""
    first = next(block.index for block in made.document.blocks if block.text.startswith("第"))
    place = made.places["text", "terms", "part"]
    return altered(made, place, text_at(made, place).replace("名词解释", "其他")), (first, -1, -1)


CHANGES = "图1 收支决算总计变动情况图"
CODED = starts("2", "合计")
DAMAGES: dict[str, Damage] = {
    "JX401": figure("total", "amount", starts("右:总计")),
    "JX402": figure("total", "amount", starts("左:总计", "左:年初")),
    "JX403": figure("total", "amount", starts("右:总计", "右:年末", "右:结余")),
    "JX404": figure("total", "amount", starts("左:一、", "右:一、", "右:二、", "左:本年", "右:本年")),
    "JX405": figure("receipts", "fiscal", CODED),
    "JX406": figure("spending", "basic", CODED),
    "JX407": figure("general", "total", starts("2")),
    "JX408": figure("appropriation", "general", starts("右:一、", "右:二、")),
    "JX409": figure("appropriation", "total", starts("右:总计")),
    "JX410": figure("basic", "amount", starts("301", "302", "303")),
    "JX411": figure("basic", "amount", starts("合计")),
    "JX412": figure("publics", "amount", starts("公务接待费", "公务用车购置及", "合计")),
    "JX413": figure("funds", "closing"),
    "JX414": below_zero,
    "JX420": figure("spending", "total", starts("合计")),
    "JX421": figure("receipts", "fiscal", starts("合计")),
    "JX422": figure("general", "total", starts("合计")),
    "JX423": figure("general", "basic", starts("合计")),
    "JX424": figure("funds", "total", starts("合计")),
    "JX425": above,
    "JX426": running,
    "JX427": figure("spending", "total", starts("合计")),
    "JX428": renamed,
    "JX429": untold,
    "JX430": earlier,
    "JX431": misnamed,
    "JX440": told_otherwise,
    "JX445": unexplained,
    "JX450": left_out,
    "JX451": figure("projects", "amount", starts("合计")),
    "JX460": evaluated,
    "JX470": without_terms,
    "JX480": charted,
}


@dataclass(slots=True)
class Tally:
    """What became of the seeded errors of one cross-check."""

    seeded: int = 0
    decided: int = 0
    found: int = 0
    findings: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def covers(finding: Finding, place: Place) -> bool:
    """Whether a finding shows what was changed."""
    for each in (finding.place, *(side.place for side in finding.related)):
        if each.block == place[0] and (place[1] < 0 or (each.row, each.column) == place[1:]):
            return True
    return False


def seeded(code: str, chance: Random, count: int) -> Tally:
    """So many packages with an error of one cross-check."""
    tally = Tally()
    while tally.seeded < count:
        made = package(chance)
        damage = DAMAGES[code](chance, made)
        if damage is None:
            continue
        document, place = damage
        report = check_document(document)
        status = next(o.status for o in report.obligations if o.rule == code)
        if code == "JX427" and status == "not_applicable":
            continue  # other money may explain the gap
        tally.seeded += 1
        tally.decided += status == "fails"
        hits = [finding for finding in report.findings if covers(finding, place)]
        tally.found += bool(hits)
        tally.findings += len(report.findings)
        tally.codes.update(finding.code for finding in report.findings)
        if not hits or status != "fails":
            tally.missed.append(f"{place} {status} {told(report)}")
    return tally


def told(report: Report) -> str:
    """The findings of a report in one line."""
    return "; ".join(f"{f.code} {f.severity} {f.quote}: {f.message}" for f in report.findings) or "nothing"


def main() -> int:
    """Print the figures; 1 where an error was missed or a clean package accused."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clean", type=int, default=1000)
    parser.add_argument("--injected", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20231231)
    parser.add_argument("--show", type=int, default=3)
    options = parser.parse_args()
    chance = Random(options.seed)
    false: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    accused: list[str] = []
    spent = 0.0
    for _ in range(options.clean):
        made = package(chance)
        began = time.perf_counter()
        report = check_document(made.document)
        spent += time.perf_counter() - began
        false.update(finding.severity for finding in report.findings)
        statuses.update(f"{o.rule} {o.status}" for o in report.obligations if o.status == "fails")
        if report.findings:
            accused.append(told(report))
    print(
        f"clean packages: {options.clean}; false findings: {dict(false) or 0}; failing: {dict(statuses) or 0}"
    )
    print(f"time per package: {spent / max(options.clean, 1):.3f} s")
    for line in accused[: options.show]:
        print(f"  accused: {line}")
    print(f"\n{'rule':7}{'seeded':>7}{'decided':>9}{'found':>7}{'findings':>10}  codes")
    lost = 0
    for rule in rules():
        tally = seeded(rule.code, chance, options.injected)
        lost += tally.seeded - tally.found
        codes = " ".join(f"{code}×{times}" for code, times in tally.codes.most_common(4))
        each = tally.findings / max(tally.seeded, 1)
        print(f"{rule.code:7}{tally.seeded:7}{tally.decided:9}{tally.found:7}{each:10.2f}  {codes}")
        for line in tally.missed[: options.show]:
            print(f"  missed: {line[:400]}")
    return 1 if lost or false["error"] else 0


if __name__ == "__main__":
    sys.exit(main())
