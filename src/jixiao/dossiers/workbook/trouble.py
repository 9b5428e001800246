"""What is wrong with one cell, before it is known where the cell stands."""

from dataclasses import dataclass


@dataclass(eq=False)
class Trouble(Exception):  # noqa: N818  # it is caught where the place is known, and becomes a fault
    """Why a cell cannot be read and how to mend it, Chinese and English."""

    message: str
    message_en: str
    fix: str
    fix_en: str
