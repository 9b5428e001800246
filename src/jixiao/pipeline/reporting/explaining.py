"""From a finding to the facts behind its numbers: by the marks at its places and the ledger."""

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.look import Mark
from jixiao.core.place import Place


def facts_behind(finding: Finding, document: Document) -> tuple[str, ...]:
    """Paths of all facts that the numbers of both sides came from, each once.

    Empty where the document has no ledger or the places carry no marks. Numbers that a template itself prints
    have no fact: nobody can correct or state them in the dossier.
    """
    if document.ledger is None:
        return ()
    by_name = {entry.name: entry for entry in document.ledger.entries}
    paths: dict[str, None] = {}
    for place in (finding.place, *(related.place for related in finding.related)):
        for mark in _marks_at(document, place):
            entry = by_name.get(mark.entry)
            if entry is not None and entry.origin != "template":
                paths.update(dict.fromkeys(entry.facts))
    return tuple(paths)


def _marks_at(document: Document, place: Place) -> list[Mark]:
    if not 0 <= place.block < len(document.blocks):
        return []
    block = document.blocks[place.block]
    marks = block.marks
    if place.row is not None:
        here = (place.row, place.column)
        marks = next((cell.marks for cell in block.cells if (cell.row, cell.column) == here), ())
    return [mark for mark in marks if mark.start < place.end and place.start < mark.end]
