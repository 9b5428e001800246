"""Pages of text at positions, as PDF and OFD have them, made into blocks: lines, paragraphs, tables."""

from jixiao.formats.positioned.assemble import Reading, blocks, read_pages
from jixiao.formats.positioned.model import Page, Piece, Rule

__all__ = ["Page", "Piece", "Reading", "Rule", "blocks", "read_pages"]
