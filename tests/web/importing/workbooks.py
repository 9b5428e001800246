"""Workbooks to import, and what the page says to them."""

import io
import re
from collections.abc import Mapping, Sequence
from typing import Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook

SEALED: Final = re.compile(r'name="sealed" value="([^"]+)"')


def book(*sheets: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    """The rows of each sheet as a spreadsheet program writes them."""
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(list(row))
        for one in merged:
            sheet.merge_cells(one)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def sent(client: Client, address: str, data: bytes, more: Mapping[str, str] | None = None) -> HttpResponse:
    """The answer to the file."""
    body = {"workbook": SimpleUploadedFile("rows.xlsx", data), "unclassified": "1", **(more or {})}
    return client.post(address, body)


def confirmed(
    client: Client, address: str, preview: HttpResponse, more: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer to the confirmation of what a preview showed."""
    sealed = SEALED.search(preview.content.decode())
    assert sealed, preview.content.decode()
    return client.post(address, {"sealed": sealed[1], **(more or {})})
