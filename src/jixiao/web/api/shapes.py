"""Shapes that several resources share."""

from typing import Annotated, Any, Final

from ninja import Schema
from pydantic import Field

PAGE: Final = 50
"""Rows of a page, unless the program asks for fewer or more."""
Number = Annotated[int, Field(ge=0, lt=2**63)]
"""The number of a row."""
PageNumber = Annotated[int, Field(ge=1, le=1_000_000)]
PageSize = Annotated[int, Field(ge=1, le=200)]
Words = Annotated[str, Field(max_length=200)]


class Fault(Schema):
    """A refusal: ``where`` is the field, ``table/row/column`` of a cell, or empty; ``message`` says why."""

    code: str
    where: str
    message: str


class Refusal(Schema):
    """The answer of every refusal."""

    errors: list[Fault]


class Paged(Schema):
    """A page of a list: ``count`` rows in all on ``pages`` pages."""

    count: int
    page: int
    pages: int


class Body(Schema):
    """A body in short."""

    id: int
    code: str
    name: str


class Asked(Schema):
    """Which page of a list."""

    page: PageNumber = 1
    size: PageSize = PAGE


class OfYear(Asked):
    """Of a fiscal year, of a body with all below it."""

    year: Number | None = None
    body: Number | None = None


REFUSED: Final[dict[Any, Any]] = {
    frozenset({401, 403, 404, 409, 413, 422, 429}): Refusal,
}
"""What any operation may answer besides its own."""


def body(one: Any) -> dict[str, Any]:
    """The body in short."""
    return {"id": one.pk, "code": one.code, "name": one.name}


def paged(page: Any, asked: int, results: list[Any]) -> dict[str, Any]:
    """A page; past the last one there is nothing, so that a program that goes on and on comes to an end."""
    pages = page.paginator.num_pages
    return {
        "count": page.paginator.count,
        "page": asked,
        "pages": pages,
        "results": results if asked <= pages else [],
    }
