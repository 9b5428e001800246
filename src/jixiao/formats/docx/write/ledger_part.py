"""The ledger as a data part of the file (customXml); office programs keep it when they save.

The anchors of its entries are bookmarks in the text of the same name. A figure in a chart has no bookmark;
its entry says where it stands: ``chart="2 1 3"`` is the chart number 2 of the file, row 1, column 3 (all
from 0, as in the cells of the chart's block); ``chart="2"`` is in the title of that chart.

.. code-block:: xml

    <ledger xmlns="urn:jixiao:ledger:1" kind="evaluation" department="…" year="2023"
            rulebook="cn" facts-digest="…">
      <entry name="_jx00017" printed="97.27%" value="97.2727272727" unit="%" decimals="2" origin="computed"
             formula="…" chart="2 1 3"><fact>budget.outturn</fact><fact>budget.adjusted</fact></entry>
    </ledger>

``value``, ``formula`` and ``chart`` are left out where there is none.
"""

from collections.abc import Iterable
from typing import Final

from jixiao.core.document import Block
from jixiao.core.ledger import Entry, Ledger
from jixiao.formats.docx.write.xml import HEAD, escaped, quoted
from jixiao.formats.ledgers import NAMESPACE

_PROPERTIES_NAMESPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM: Final = "{5D7E0B1C-3F64-4B0E-9A51-6A6978696130}"
"""Names the data part within one file; the same in all of them."""


def ledger_xml(ledger: Ledger, blocks: Iterable[Block]) -> bytes:
    """The part itself; ``blocks`` are those of the document, for the figures in charts."""
    blocks = tuple(blocks)
    places = _title_places(blocks) | _chart_places(blocks)
    entries = "".join(_entry(entry, places.get(entry.name)) for entry in ledger.entries)
    return (
        f'{HEAD}<ledger xmlns="{NAMESPACE}" kind="{quoted(ledger.kind)}" '
        f'department="{quoted(ledger.department)}" year="{ledger.year}" '
        f'rulebook="{quoted(ledger.rulebook)}" facts-digest="{quoted(ledger.facts_digest)}">'
        f"{entries}</ledger>"
    ).encode()


def ledger_properties_xml() -> bytes:
    """The part that says which namespace the data are in."""
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{_PROPERTIES_NAMESPACE}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _entry(entry: Entry, place: str | None) -> str:
    value = "" if entry.value is None else f' value="{entry.value:f}"'
    formula = f' formula="{quoted(entry.formula)}"' if entry.formula else ""
    chart = "" if place is None else f' chart="{place}"'
    facts = "".join(f"<fact>{escaped(path)}</fact>" for path in entry.facts)
    return (
        f'<entry name="{quoted(entry.name)}" printed="{quoted(entry.printed)}"{value} '
        f'unit="{quoted(entry.unit)}" decimals="{entry.decimals}" origin="{entry.origin}"{formula}{chart}>'
        f"{facts}</entry>"
    )


def _title_places(blocks: Iterable[Block]) -> dict[str, str]:
    """For each entry in the title of a chart: number of the chart."""
    from jixiao.formats.drawing.data import chart_data

    drawn = (block for block in blocks if block.kind == "chart" and chart_data(block) is not None)
    return {
        mark.entry: str(number) for number, chart in enumerate(drawn) for mark in chart.marks if mark.entry
    }


def _chart_places(blocks: Iterable[Block]) -> dict[str, str]:
    """For each entry in a chart that is drawn: number of the chart, row, column."""
    from jixiao.formats.drawing.data import chart_data

    charts = (block for block in blocks if block.kind == "chart" and chart_data(block) is not None)
    return {
        mark.entry: f"{number} {cell.row} {cell.column}"
        for number, chart in enumerate(charts)
        for cell in chart.cells
        for mark in cell.marks
        if mark.entry
    }
