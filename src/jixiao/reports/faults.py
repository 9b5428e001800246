"""What is wrong with a template, or with what is asked of it."""

from dataclasses import dataclass


@dataclass
class TemplateFault(Exception):  # noqa: N818  # told to users as a fault
    """A template or form cannot be used: file, line (0 where it has none) and what is wrong."""

    file: str
    line: int
    message: str
    message_en: str

    def __str__(self) -> str:
        return self.told("zh")

    def told(self, language: str) -> str:
        """``file:line: message``, as editors open it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}：{self.message}" if language == "zh" else f"{place}: {self.message_en}"
