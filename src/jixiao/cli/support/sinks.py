"""Where the results of a run go: one class per way, each given the results in order and closed at the end."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from jixiao.cli.support.messages import use_utf8
from jixiao.cli.support.outputs import save
from jixiao.cli.support.results import Result
from jixiao.renderers.text import Tally
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.renderers.summary import Summary


class Sink(Protocol):
    """Takes results."""

    def take(self, result: Result) -> None:
        """The next file's result."""

    def close(self, total: Tally) -> None:
        """All files are done."""


class TextSink:
    """The terminal, or a text file."""

    def __init__(self, output: Path | None, language: Language) -> None:
        from io import StringIO

        from jixiao.renderers.text import console

        self._output = output
        self._language = language
        self._buffer = StringIO()
        self._console = console(sys.stdout if output is None else self._buffer)

    def take(self, result: Result) -> None:
        """Print it, with an empty line after a file that has findings."""
        if result.text is not None:
            self._console.print(result.text, end="\n" if "\n" in result.text.plain.rstrip("\n") else "")

    def close(self, total: Tally) -> None:
        """The last line, where there were several files."""
        if total.files > 1:
            self._console.print(total.words(self._language))
        if self._output is not None:
            save(self._output, self._buffer.getvalue().encode("utf-8", "replace"))


class JsonSink:
    """JSON Lines: one object per file."""

    def __init__(self, output: Path | None) -> None:
        self._output = output
        self._lines: list[str] = []
        if output is None:
            use_utf8(sys.stdout)

    def take(self, result: Result) -> None:
        """Print at once, or keep for the file."""
        if self._output is None:
            sys.stdout.write(result.line + "\n")
            sys.stdout.flush()
        else:
            self._lines.append(result.line + "\n")

    def close(self, total: Tally) -> None:  # noqa: ARG002  # sinks are alike
        """Write the file."""
        if self._output is not None:
            save(self._output, "".join(self._lines).encode("utf-8", "surrogatepass"))


class HtmlSink:
    """One page to a file or the standard output, or a folder of pages with an index."""

    def __init__(self, output: Path | None, folder: Path | None) -> None:
        self._output = output
        self._folder = folder
        self._summaries: list[tuple[Summary, str]] = []
        if output is None and folder is None:
            use_utf8(sys.stdout)

    def take(self, result: Result) -> None:
        """Write the page, or note it for the index (the worker wrote it)."""
        if self._folder is not None:
            if result.summary is not None and result.written:
                self._summaries.append((result.summary, Path(result.written[0]).name))
        elif self._output is not None:
            save(self._output, result.page.encode("utf-8", "replace"))
        else:
            sys.stdout.write(result.page)

    def close(self, total: Tally) -> None:  # noqa: ARG002  # sinks are alike
        """The index page of a folder."""
        if self._folder is not None:
            from jixiao.renderers.html import index

            save(self._folder / "index.html", index(self._summaries).encode("utf-8", "replace"))


class XlsxSink:
    """A workbook of all files."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._summaries: list[Summary] = []

    def take(self, result: Result) -> None:
        """Keep the rows."""
        if result.summary is not None:
            self._summaries.append(result.summary)

    def close(self, total: Tally) -> None:  # noqa: ARG002  # sinks are alike
        """Write the workbook."""
        from jixiao.renderers.xlsx import workbook

        save(self._output, workbook(self._summaries))
