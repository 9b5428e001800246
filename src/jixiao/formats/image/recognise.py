"""Whether a file is a picture of a kind that scanners make, by its first bytes."""

from jixiao.formats.scanned import installed

EXTENSIONS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
TITLE = ("图片（扫描件、截图）", "picture of pages")
READS = (
    "装有识别程序时，识别其中的文字和有框线的表格；手写、印章和照片不读",
    "where the extra ocr is installed: printed text and tables with rules; no handwriting, stamps or photos",
)


def walked() -> bool:
    """Whether those in folders are read; where this machine cannot, they are passed over and counted."""
    return installed.missing() is None


def missing() -> tuple[str, str] | None:
    """What this machine lacks to read pictures."""
    return installed.missing()


def recognise(data: bytes, name: str) -> bool:  # noqa: ARG001  # every recogniser takes the name
    """Whether the bytes begin as PNG, JPEG or TIFF do."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return data[12:16] == b"IHDR"
    return data.startswith((b"\xff\xd8\xff", b"II*\x00", b"MM\x00*"))
