"""What a place prescribes for a report, as far as a check of the report needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headings:
    """The sections that a report must have, in order.

    ``source`` is the document that prescribes them, as cited; ``verified`` says that it was read.
    """

    required: tuple[str, ...]
    source: str
    verified: bool
