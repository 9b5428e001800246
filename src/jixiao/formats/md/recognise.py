"""Markdown is text like any other, so only the name tells it; what cannot be text is never taken."""

EXTENSIONS = (".md", ".markdown")
TITLE = ("Markdown 文本", "Markdown")
READS = (
    "标题、段落、列表、竖线表格、代码块，内嵌的 HTML 表格；图片不读",
    "headings, paragraphs, lists, pipe tables, code blocks, embedded HTML tables; no pictures",
)
_BINARY = (b"%PDF", b"PK\x03\x04", b"{\\rtf", bytes.fromhex("d0cf11e0a1b11ae1"))


def recognise(data: bytes, name: str) -> bool:
    """Whether the name says Markdown and the bytes look like text."""
    if not name.lower().endswith(EXTENSIONS) or data.startswith(_BINARY):
        return False
    from jixiao.formats.txt.recognise import recognise as looks_like_text

    return looks_like_text(data, name)
