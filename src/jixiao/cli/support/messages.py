"""Sentences in two languages, and streams that take any character."""

import sys
from enum import StrEnum
from typing import TextIO

from jixiao.renderers.wording import Language


class LanguageChoice(StrEnum):
    """Languages of the output."""

    ZH = "zh"
    EN = "en"

    @property
    def name_of(self) -> Language:
        """As the renderers call it."""
        return "zh" if self is LanguageChoice.ZH else "en"


class WrongUsageError(Exception):
    """The command cannot be carried out as typed; ends it with status 2."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def words(self, language: Language) -> str:
        """The sentence in the language of the user."""
        return f"错误：{self.zh}" if language == "zh" else f"error: {self.en}"


def prepare_streams() -> None:
    """Make both streams replace what they cannot encode: a GBK console lacks 𠮷 and must not fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def use_utf8(stream: TextIO) -> None:
    """Data for programs is UTF-8 on every system; on a terminal the terminal's own encoding stays."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None and not stream.isatty():
        reconfigure(encoding="utf-8", errors="surrogatepass", newline="\n")


def tell(zh: str, en: str, language: Language) -> None:
    """A line for the user beside the results: to the error stream."""
    sys.stderr.write((zh if language == "zh" else en) + "\n")
    sys.stderr.flush()
