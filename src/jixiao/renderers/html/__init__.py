"""One self-contained page per report: the document itself, its numbers marked, the findings in the margin."""

from jixiao.renderers.html.index import index
from jixiao.renderers.html.page import render
from jixiao.renderers.html.sheet import placed, sheet

__all__ = ["index", "placed", "render", "sheet"]
