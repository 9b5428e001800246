"""Brings the output that both READMEs show up to date; a test compares the two.

A fenced block of ``console`` holds a command behind ``$ jixiao`` and what it prints.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"(```console\n\$ jixiao )(.*?)\n.*?```", re.DOTALL)


def refreshed(text: str) -> str:
    """The page with today's output below each command."""
    return _BLOCK.sub(lambda block: f"{block[1]}{block[2]}\n{_printed(block[2])}\n```", text)


def _printed(command: str) -> str:
    """What the program prints, run in the root of the project."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "jixiao.cli", *command.split()],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
    )
    return done.stdout.strip()


if __name__ == "__main__":
    for name in PAGES:
        page = ROOT / name
        page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        print(f"{page.name}: {len(_BLOCK.findall(page.read_text(encoding='utf-8')))} outputs")
