"""Errors that a user can mend: each says what, where, why and how to fix it, in Chinese and English."""

from typing import Self


class UserError(Exception):
    """What a user can mend.

    Attributes:
        code: short stable word for programs, such as ``too_large`` or ``not_a_zip``.
        message: the sentence for the user, Chinese.
        message_en: the same in English.
    """

    def __init__(self, code: str, message: str, message_en: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.message_en = message_en

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        """As made, so that it can come back from another process."""
        return type(self), (self.code, self.message, self.message_en)


class ReadError(UserError):
    """A file cannot be read."""


class WriteError(UserError):
    """A file of this format cannot be written here: a program is missing, or failed."""
