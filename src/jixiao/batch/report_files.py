"""Reports of many departments: each written, checked and saved by a worker; none stops the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Literal

from jixiao.batch.processes import Job, map_items
from jixiao.core.collecting import uncollected
from jixiao.core.frozen import frozen
from jixiao.dossiers.discovery import NAME, read
from jixiao.formats.saving import write_whole
from jixiao.pipeline.reporting import FAULTS, Office, faults

Target = tuple[str, str]
"""The path of a dossier, and the file that its report goes to."""


@frozen
class Order:
    """What is wanted of every department; ``rulebook`` replaces the dossiers' own."""

    kind: str
    output_format: str
    rulebook: str | None = None
    draft: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one department: small, as a province has thousands.

    ``refusals`` keep the report here (a draft is written nevertheless), ``faults`` say why there is none;
    both are lines in Chinese and English.
    """

    dossier: str
    target: str
    status: Literal["written", "refused", "fault"]
    refusals: tuple[tuple[str, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    gaps: int = 0


def targets(dossiers: Sequence[Path], folder: Path, order: Order) -> list[Target]:
    """A file in the folder for each dossier, named after its own folder or file, no two alike."""
    taken: set[str] = set()
    found: list[Target] = []
    for path in dossiers:
        own = path.resolve().parent.name if path.name == NAME else path.stem
        name, number = f"{own}-{order.kind}", 1
        while name.lower() in taken:
            number += 1
            name = f"{own}-{number}-{order.kind}"
        taken.add(name.lower())
        found.append((str(path), str(folder / f"{name}.{order.output_format}")))
    return found


def map_departments(members: Sequence[Target], order: Order, jobs: int | None = None) -> Iterator[Outcome]:
    """Write every report, on all cores, and yield what became of it, in order."""
    job = Job(partial(write_one, order=order), _lost, ("jixiao.batch.report_files",))
    yield from map_items(members, job, jobs)


@uncollected()
def write_one(member: Target, order: Order) -> Outcome:
    """One department's report, saved where it may leave; every fault becomes a line."""
    path, target = member
    try:
        office = _office(order.rulebook)
        dossier = read(Path(path))
        report = office.write(
            dossier, order.kind, order.output_format, draft=order.draft, date=order.date
        )  # fmt: skip
        told = tuple((refusal.told("zh")[0], refusal.told("en")[0]) for refusal in report.refusals)
        if report.refused:
            return Outcome(path, target, "refused", told, gaps=len(report.gaps))
        write_whole(Path(target), report.data)
        return Outcome(path, target, "written", told, gaps=len(report.gaps))
    except FAULTS as error:
        return Outcome(path, target, "fault", faults=faults(error))
    except OSError as error:
        reason = error.strerror or str(error)
        return Outcome(
            path, target, "fault", faults=((f"无法写入：{reason}", f"cannot be written: {reason}"),)
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001  # one department must never end the run
        what = f"{type(error).__name__}: {error}"
        zh = f"程序在写本报告时出错（{what}），其他部门不受影响。请将档案和这行文字反馈给开发者"
        return Outcome(
            path, target, "fault", faults=((zh, f"the program failed ({what}): please report it"),)
        )


@cache
def _office(rulebook: str | None) -> Office:
    """One per worker, so that rulebooks and templates are read once."""
    return Office(rulebook)


def _lost(member: Target) -> Outcome:
    zh = "写本报告的进程意外终止（可能内存不足），其他部门不受影响。请单独再写一次"
    en = "the process that wrote this report died; write it by itself"
    return Outcome(*member, "fault", faults=((zh, en),))
