"""Every operation of the API, found by walking its routers, with something that it takes."""

from dataclasses import dataclass
from typing import Any, Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from rules import Predicate
from tests.web.filings.support import cell

from jixiao.web.api.service import API

SENT: Final[dict[str, Any]] = {
    "cells": {"cells": [cell("project", 1, "outturn", "", "1")]},
    "rows": {"table": "indicators", "remove": [1]},
    "moves": {"move": "submit", "revision": 0},
    "documents": {"body": 1, "declared": "on", "file": SimpleUploadedFile("a.txt", b"x")},
}
"""What is sent to the operations that write, by the name of their address; with a file, as a form."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of an address below ``/api/v1/``; ``row``: the address names one."""

    method: str
    name: str
    row: bool
    permission: Predicate | None

    def at(self, number: int) -> str:
        """The address, below ``/api/v1/``, with this number for the row."""
        arguments = {"number": number} if self.row else {}
        if self.name in WORDS:
            arguments |= WORDS[self.name]
        return reverse(f"api:{self.name}", kwargs=arguments).removeprefix("/api/v1/")

    @property
    def sent(self) -> Any:
        """What it takes; nothing where it only reads."""
        return None if self.method == "GET" else SENT[self.name]


WORDS: Final = {"report_file": {"ending": "docx"}}
"""Other arguments of addresses."""


def operations() -> list[Operation]:
    """All of them."""
    return [
        Operation(method, view.url_name, "{int:number}" in path, getattr(one.view_func, "permission", None))
        for router in API._get_bound_routers()
        for path, view in router.path_operations.items()
        for one in view.operations
        for method in one.methods
    ]
