"""A Document as a web page that looks like an official paper, on the screen and printed."""

from jixiao.core.document import Document

__all__ = ["write"]


def write(document: Document) -> bytes:
    """The page, in UTF-8, complete in one file; reading it again yields the same blocks."""
    from jixiao.formats.html.write.page import page  # style sheet and parts are loaded on use

    return page(document).encode("utf-8")
