"""A small county to try the site with: five departments with published facts, people, a year."""

from typing import Final

PASSWORD: Final = "Jixiao-2026"  # noqa: S105  # of the demo, printed and said to be public
