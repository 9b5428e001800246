"""Rulebooks for commands: loaded, or a sentence that says what to mend."""

from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.support.messages import WrongUsageError
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.rulebooks.faults import Fault
    from jixiao.rulebooks.resolving import Rulebook


def rulebook_named(name: str) -> "Rulebook":
    """The rulebook of a key, code or folder.

    Raises:
        WrongUsageError: there is none, or it has faults.
    """
    from jixiao.rulebooks.faults import RulebookError
    from jixiao.rulebooks.loading import load

    try:
        return load(name)
    except RulebookError as error:
        faults = error.faults
    named = [fault for fault in faults if fault.line or fault.file != name]
    if not named:
        raise WrongUsageError(faults[0].message, faults[0].message_en)
    zh = "\n".join(line(fault, "zh") for fault in faults)
    en = "\n".join(line(fault, "en") for fault in faults)
    raise WrongUsageError(f"规则库“{name}”有错误：\n{zh}", f"the rulebook {name} has faults:\n{en}")


def chosen_year(year: int | None, *rulebooks: "Rulebook") -> int:
    """The year asked for, else the last one for which the rulebooks state something new."""
    if year is not None:
        if not 1950 <= year <= 2100:
            raise WrongUsageError(
                f"--year {year} 不是年份，请写四位年份，如 2023。", f"--year {year} is no year; try 2023."
            )
        return year
    return max(one.latest_year or 0 for one in rulebooks)


def line(fault: "Fault", language: Language) -> str:
    """``file:line: message``, the file relative to the current folder where it lies in it."""
    path = Path(fault.file)
    here = Path.cwd()
    file = path.relative_to(here) if path.is_relative_to(here) else path
    place = f"{file}:{fault.line}" if fault.line else str(file)
    return f"{place}: {fault.message if language == 'zh' else fault.message_en}"
