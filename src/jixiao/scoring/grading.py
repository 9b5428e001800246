"""Grades: the band in which a rounded score lies."""

from decimal import Decimal

from jixiao.rulebooks.schema.topics import Band, Grades
from jixiao.scoring.exact import fraction, rounded


def band_of(score: Decimal, grades: Grades) -> Band | None:
    """The band of a score, rounded half-up first; None below the lowest band."""
    value = rounded(fraction(score), grades.decimals)
    reached = [band for band in grades.bands if value >= band.at_least]
    return max(reached, key=lambda band: band.at_least, default=None)


def means(printed: str, band: Band) -> bool:
    """Whether a printed grade is this band, by its name or an alias (优秀 for 优)."""
    return printed.strip() in (band.name, *band.aliases)
