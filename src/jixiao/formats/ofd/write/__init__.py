"""A Document as an OFD file (GB/T 33190-2016): the page of GB/T 9704-2012, text and tables at positions.

Lines and pages are broken here, for an OFD file says where everything stands. The same Document gives the
same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.look import Properties
from jixiao.formats.ofd.write.flow import Flow
from jixiao.formats.ofd.write.package import Package
from jixiao.formats.ofd.write.sheets import sheets
from jixiao.formats.ofd.write.strips import paginate

if TYPE_CHECKING:
    from jixiao.core.document import Document


def write(document: Document) -> bytes:
    """The document as the bytes of an OFD file."""
    made = sheets(paginate(Flow(document.blocks).strips()))
    properties = document.properties or Properties(title=document.name)
    return Package(made, properties, document.ledger).packed()
