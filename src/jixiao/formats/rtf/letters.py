"""Bytes of text to characters, by the character set of the font and the code page of the file."""

from __future__ import annotations

from typing import Final

from jixiao.formats.symbols import symbol

SYMBOL_SET: Final = 2
_DEFAULT_PAGE: Final = 1252
_WESTERN: Final = "cp1252"
_CHINESE: Final = "gb18030"
_SETS: Final = {
    128: "cp932", 129: "cp949", 134: _CHINESE, 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES: Final = {
    932: "cp932", 936: _CHINESE, 949: "cp949", 950: "cp950", 54936: _CHINESE, 65001: "utf-8",
    **{page: f"cp{page}" for page in (437, 850, 866, 874, *range(1250, 1259))},
}  # fmt: skip
_WIDE: Final = frozenset(("cp932", "cp949", "cp950", _CHINESE, "utf-8"))


class Letters:
    """The fonts of a file and its code page."""

    def __init__(self) -> None:
        self.page = _DEFAULT_PAGE
        self._raw = _CHINESE
        self._defined = 0
        """The font that the table of fonts defines at the moment."""
        self.names: dict[int, str] = {}
        self.sets: dict[int, int] = {}

    def word(self, word: str, number: int | None) -> None:
        """Take a control word of the table of fonts."""
        if word == "f" and number is not None:
            self._defined = number
        elif word == "fcharset" and number is not None:
            self.sets[self._defined] = number

    def name(self, text: str) -> None:
        """Take a name from the table of fonts."""
        self.names[self._defined] = text.split(";", 1)[0].strip()

    def look_at(self, data: bytes) -> None:
        """Find out how characters that stand in the file as they are were written."""
        if data.isascii():
            return
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return
        self._raw = "utf-8"

    def decode(self, data: bytes, font: int, wide_font: int, *, raw: bool) -> str:
        """The characters of the bytes; ``wide_font`` is that of Chinese characters.

        ``raw``: some stood in the file as they are, which the format forbids and Chinese programs do.
        """
        if self.sets.get(font) == SYMBOL_SET:
            return "".join(self.sign(font, byte) for byte in data)
        if data.isascii():
            return data.decode("ascii")
        own = [_SETS.get(self.sets.get(one, 0), "") for one in (wide_font, font)]
        page = _PAGES.get(self.page, _WESTERN)
        tried = [codec for codec in (*own, page) if codec in _WIDE]
        if raw:
            tried = [self._raw, *tried]
        tried += [codec for codec in (own[1], page) if codec and codec not in _WIDE]
        for codec in tried:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
        return data.decode(_WESTERN if not own[1] else own[1], errors="replace")

    def sign(self, font: int, code: int) -> str:
        """What the font shows for a character, where it is one of symbols."""
        if self.sets.get(font) != SYMBOL_SET:
            return chr(code)
        if code & 0xFF >= 0x20 and (code < 0x100 or 0xF000 <= code < 0xF100):
            return symbol(self.names.get(font, "Symbol"), f"{code & 0xFF:X}")
        return chr(code)
