"""Texts to claims, for the tests of extractors."""

from jixiao.claims.extraction import extract
from jixiao.core.claim import Claim
from jixiao.core.observation import Observation
from jixiao.formats.txt.read import read_text


def claims(text: str, kind: str) -> list[Claim]:
    """The claims of one kind that a text makes."""
    return [claim for claim in extract(read_text(text, "test.txt")).claims if claim.kind == kind]


def observations(text: str, kind: str) -> list[Observation]:
    """The observations of one kind that a text yields."""
    return [one for one in extract(read_text(text, "test.txt")).observations if one.kind == kind]
