"""A Word file to a Document."""

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.docx.anchored import with_ledger
from jixiao.formats.docx.ledger import read_ledger
from jixiao.formats.docx.package import Package
from jixiao.formats.docx.walk import Walker

FORMAT = "docx"


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a Word file.

    Raises:
        ReadError: it is damaged, encrypted, suspicious or no Word file.
    """
    package = Package(data)
    walker = walk_package(package)
    recorded = read_ledger(package)
    blocks = walker.blocks
    if walker.charts:
        from jixiao.formats.docx.chart_sheets import with_twins

        blocks = with_twins(blocks, walker.charts, package)
    document = Document(name=name, format=FORMAT, blocks=tuple(blocks), notes=tuple(walker.notes))
    return with_ledger(document, recorded, walker)


def walk_package(package: Package) -> Walker:
    """Walk through an opened Word file; the walker knows the sources of each block.

    Raises:
        ReadError: it is damaged or suspicious.
    """
    try:
        walker = Walker(package)
        walker.walk()
    except RecursionError as error:
        raise ReadError(
            "too_deep",
            "文件可疑：内容嵌套过深，无法读取。请用办公软件另存后再试。",
            "The file is suspicious: its content is nested too deeply. Save it again with an office program.",
        ) from error
    return walker
