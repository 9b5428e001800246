"""The folder of an installation: database, uploads, key. ``JIXIAO_DATA`` names it."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from jixiao.core.errors import UserError
from jixiao.web.given import given

VARIABLE: Final = "JIXIAO_DATA"
_DEFAULT: Final = "jixiao-data"
_KEY: Final = "secret-key.txt"
_DEMO: Final = "this-is-a-demo.txt"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where an installation keeps what it is told; nothing of it lies in the program's own folder."""

    path: Path

    @classmethod
    def named(cls) -> Self:
        """The folder that ``JIXIAO_DATA`` names, else ``jixiao-data`` where the program was started."""
        return cls(Path(os.environ.get(VARIABLE) or _DEFAULT).absolute())

    @property
    def database(self) -> Path:
        """The file of the SQLite database."""
        return self.path / "jixiao.sqlite3"

    @property
    def uploads(self) -> Path:
        """The folder of the files that users handed in."""
        return self.path / "uploads"

    @property
    def is_demo(self) -> bool:
        """Whether the folder was prepared by ``jixiao demo``: accounts in it have known passwords."""
        return (self.path / _DEMO).is_file()

    def prepare(self) -> None:
        """Create the folder where it is missing, closed to other users of the machine.

        Raises:
            UserError: it cannot be created, or is a file.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.uploads.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise UserError(
                "data_folder",
                f"数据文件夹 {self.path} 不能建立（{error.strerror}），请用环境变量 {VARIABLE} 另行指定",
                f"cannot create the data folder {self.path} ({error.strerror}); name another in {VARIABLE}",
            ) from error

    def mark_demo(self) -> None:
        """Say that this folder is a demo.

        Raises:
            UserError: it holds a real installation.
        """
        if self.database.exists() and not self.is_demo:
            raise UserError(
                "not_a_demo",
                f"{self.path} 中是正式数据，不能作演示。请用环境变量 {VARIABLE} 指定另一个文件夹",
                f"{self.path} holds real data, so the demo stays out; name another folder in {VARIABLE}",
            )
        self.prepare()
        (self.path / _DEMO).write_text("演示数据，口令公开，不得用于正式工作。\n", encoding="utf-8")

    def secret_key(self) -> str:
        """Signs sessions, encrypts second factors: from the environment, a file, else made once and kept."""
        return given("JIXIAO_SECRET_KEY") or self._own_key()

    @staticmethod
    def earlier_secret_keys() -> list[str]:
        """Keys that were in use before, one a line: what they signed and encrypted is still read."""
        return [line.strip() for line in given("JIXIAO_SECRET_KEY_FALLBACKS").splitlines() if line.strip()]

    def _own_key(self) -> str:
        path = self.path / _KEY
        if not path.exists():
            self.prepare()
            whole = self.path / f"{_KEY}.{secrets.token_hex(4)}"
            descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123  # of a descriptor
                file.write(secrets.token_urlsafe(64))
            try:
                os.link(whole, path)  # the first of several starting processes wins, and the file is whole
            except FileExistsError:
                pass
            except OSError:  # a file system without links
                whole.replace(path)
            whole.unlink(missing_ok=True)
        return path.read_text(encoding="utf-8").strip()
