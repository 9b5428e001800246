"""Mangles files of every format and reads them: whatever comes in, only a ReadError may come out.

``python bench/fuzz.py [--rounds N] [--seed S]`` prints how many files were read, how many refused, and the
slowest; a file that breaks a reader is written into the current folder. The tests run a few rounds of it.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.sound import samples

from jixiao.core.errors import ReadError
from jixiao.formats import discovery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOSTILE_TEXT = (
    b"\x00",
    b"\xff\xfe",
    b"<",
    b">",
    b"&#x110000;",
    b"&e;",
    b'"',
    b"]]>",
    b"<!DOCTYPE a [",
    b"<!--",
    b"-1",
    b"99999999999999999999",
    b"1E999",
    b"NaN",
    "〔２０２３〕".encode(),
    "㈠⑴".encode(),
    b"\r",
    b"\t\t\t",
    b"%",
    b"</",
    b'rowspan="1000000000"',
    b'colspan="1000000000"',
    b'r="XFD1048576"',
    b'ref="A1:XFD1048576"',
    b't="s"',
    b't="e"',
    b'w:val="2147483648"',
    b'w:gridSpan w:val="99999"',
    b"<table><tr><td>",
    b"<div>" * 50,
    b"\xed\xa0\x80",
    b"_xD800_",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One mangled file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading came to: "read", the code of a ReadError, or the name of another exception, a fault."""

    result: str
    seconds: float
    fault: bool


def cases(rounds: int, seed: int = 0) -> Iterator[Case]:
    """As many mangled files of each sample, the same for the same seed."""
    chance = random.Random(seed)
    sound = samples()
    for name, data in sound.items():
        yield Case(name, data)
        for number in range(rounds):
            yield Case(f"{number}-{name}", _mangle(data, chance))
    names = list(sound)
    for number in range(rounds):  # wrong extensions, and one file glued to another
        first, second = chance.choice(names), chance.choice(names)
        cut = chance.randrange(len(sound[first]))
        yield Case(f"{number}-glued-{second}", sound[first][:cut] + sound[second][cut:])


def run(case: Case) -> Outcome:
    """Read one file; what discovery's last net caught counts as a fault."""
    started = time.perf_counter()
    fault = False
    try:
        discovery.read(case.data, case.name)
        result = "read"
    except ReadError as error:
        result, fault = error.code, error.code == "reader_failed"
        if fault:
            result = type(error.__cause__).__name__
    except Exception as error:  # noqa: BLE001 - finding these is the purpose
        result, fault = type(error).__name__, True
    return Outcome(result, time.perf_counter() - started, fault)


def _mangle(data: bytes, chance: random.Random) -> bytes:
    """Damage a file: an archive mostly inside of its parts, since damage to the shell is found at once."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _mangle_archive(data, chance)
    return _mangle_bytes(data, chance)


def _mangle_bytes(data: bytes, chance: random.Random) -> bytes:
    changes: tuple[Callable[[bytearray, random.Random], None], ...] = (
        _flip,
        _cut,
        _drop,
        _repeat,
        _insert,
        _swap,
    )
    mangled = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if mangled:
            chance.choice(changes)(mangled, chance)
    return bytes(mangled)


def _mangle_archive(data: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        names = source.namelist()
        victims = set(chance.sample(names, min(chance.choice((1, 1, 2, 3)), len(names))))
        if chance.random() < 0.1:
            names.remove(chance.choice(names))
        for name in names:
            content = source.read(name)
            mangled = _mangle_bytes(content, chance) if name in victims else content
            copy.writestr(zipfile.ZipInfo(name), mangled, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.3:
        del data[chance.randrange(len(data)) :]


def _drop(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randrange(40)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randrange(60)] * chance.choice((1, 2, 50))


def _insert(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = chance.choice(HOSTILE_TEXT)


def _swap(data: bytearray, chance: random.Random) -> None:
    """Change what stands between quotes or a number: the XML stays well formed, its sense does not."""
    quotes = [index for index, byte in enumerate(data) if byte == ord('"')]
    if len(quotes) > 1:
        at = chance.randrange(len(quotes) - 1)
        data[quotes[at] + 1 : quotes[at + 1]] = chance.choice(
            (b"", b"-1", b"0", b"4294967296", b"x", b"A1:A1", b"rId1")
        )


def main() -> int:
    """Run and print; 1 if something broke."""
    parser = argparse.ArgumentParser(description="Reads mangled files.")
    parser.add_argument("--rounds", type=int, default=500, help="mangled files for each sample")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    results: Counter[str] = Counter()
    slowest, slowest_name, faults = 0.0, "", 0
    for case in cases(options.rounds, options.seed):
        outcome = run(case)
        results[outcome.result] += 1
        if outcome.seconds > slowest:
            slowest, slowest_name = outcome.seconds, case.name
        if outcome.fault:
            faults += 1
            Path(f"fuzz-{outcome.result}-{options.seed}-{case.name}").write_bytes(case.data)
    for result, count in results.most_common():
        print(f"{count:7}  {result}")
    print(f"slowest: {slowest:.2f} s ({slowest_name}); faults: {faults}")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
