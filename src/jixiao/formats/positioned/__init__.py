"""Pages of text at positions, as PDF and OFD have them, made into blocks: lines, paragraphs, tables."""

from jixiao.formats.positioned.assemble import blocks
from jixiao.formats.positioned.model import Page, Piece, Rule

__all__ = ["Page", "Piece", "Rule", "blocks"]
