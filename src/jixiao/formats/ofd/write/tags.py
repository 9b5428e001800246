"""The ledger as custom tags of the file (GB/T 33190-2016, 16): its entries, and the objects that show them.

Any program may add such tags and others leave them alone. ``Ledger.xml`` is the same as in a Word file;
``Anchors.xml`` says which text objects are the figure of an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.ledger_part import ledger_xml
from jixiao.formats.docx.write.xml import quoted
from jixiao.formats.ledgers import NAMESPACE
from jixiao.formats.ofd.ledger import ANCHORS
from jixiao.formats.ofd.write.markup import HEAD
from jixiao.formats.ofd.write.markup import NAMESPACE as OFD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.ledger import Ledger


def tag_parts(ledger: Ledger, anchors: Sequence[tuple[str, int, int]]) -> dict[str, bytes]:
    """The parts by name; ``anchors`` are names of entries with the page and the object that show them."""
    tags = "".join(
        f'<ofd:CustomTag NameSpace="{space}"><ofd:FileLoc>{name}</ofd:FileLoc></ofd:CustomTag>'
        for space, name in ((NAMESPACE, "Ledger.xml"), (ANCHORS, "Anchors.xml"))
    )
    shown = "".join(
        f'<figure entry="{quoted(entry)}"><ofd:ObjectRef PageRef="{page}">{number}</ofd:ObjectRef></figure>'
        for entry, page, number in anchors
    )
    return {
        "CustomTags.xml": f"{HEAD}<ofd:CustomTags {OFD}>{tags}</ofd:CustomTags>".encode(),
        "Ledger.xml": ledger_xml(ledger, ()),
        "Anchors.xml": f'{HEAD}<anchors xmlns="{ANCHORS}" {OFD}>{shown}</anchors>'.encode(),
    }
