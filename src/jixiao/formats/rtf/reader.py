"""Follows the tokens of a file through its groups, and fills the stories."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from jixiao.core.errors import ReadError
from jixiao.formats.fields import equation, is_contents
from jixiao.formats.rtf.groups import DRAWN, MATH_PROPERTIES, SKIPPED, STARRED, Field, Group, Layout
from jixiao.formats.rtf.letters import Letters
from jixiao.formats.rtf.properties import CHANGES, take
from jixiao.formats.rtf.rows import WORDS as ROW_WORDS
from jixiao.formats.rtf.story import Story
from jixiao.formats.rtf.styles import Styles
from jixiao.formats.rtf.tokens import tokens
from jixiao.formats.rtf.words import CHARACTERS, LITERAL, PARAGRAPH_SIGNS, SIGNS, STRUCTURE

if TYPE_CHECKING:
    from collections.abc import Callable


MAX_DEPTH: Final = 2000
"""Groups within groups; real files have 30."""
MAX_STORIES: Final = 8
"""Text boxes within text boxes and notes; Word allows none."""
_UNREAD: Final = {"pict": "图片", "object": "嵌入的其他文档或图表"}
_KNOWN: Final = STRUCTURE | SKIPPED | STARRED | DRAWN | ROW_WORDS | CHANGES.keys() | CHARACTERS.keys()
_MATH: Final = "m"
_SURROGATE_END: Final = 0x10000


class Reader:
    """Reads a file once; then ``body``, ``notes`` (foot, then end) and ``unread`` are filled."""

    def __init__(self, tell: Callable[[Story], None]) -> None:
        self.body = Story("body")
        self.footnotes: list[Story] = []
        self.endnotes: list[Story] = []
        self.unread: Counter[str] = Counter()
        self.broken_off = False
        self._tell = tell
        self._letters = Letters()
        self._styles = Styles()
        self._group = Group(self.body, destination="silent")
        self._stack: list[Group] = []
        self._pending = bytearray()
        self._raw = False
        self._skip = 0
        self._starred = False

    def read(self, data: bytes) -> None:
        """Read all of it.

        Raises:
            ReadError: ``too_deep``, ``too_large``.
        """
        self._letters.look_at(data)
        for kind, word, number, content in tokens(data):
            if kind == "open":
                self._open()
            elif kind == "close":
                if not self._stack:
                    continue  # a brace too many
                self._close()
                if not self._stack:
                    break  # what follows the document is none of it
            elif self._group.destination == "skip":
                continue
            elif kind == "word":
                if word in _KNOWN or self._starred or word[0] == _MATH:
                    self._word(word, number)
                else:
                    self._skip = 0
            elif kind == "sign":
                self._sign(word, content)
            else:
                self._bytes(content, raw=kind == "text")
        self.broken_off = bool(self._stack)
        while self._stack:
            self._close()
        self._flush()
        self.body.finish(Layout(), self._styles.get(0))

    # --- groups ---

    def _open(self) -> None:
        self._flush()
        self._skip = 0
        self._starred = False
        if len(self._stack) >= MAX_DEPTH:
            raise ReadError(
                "too_deep",
                f"文件可疑：RTF 的内容嵌套超过 {MAX_DEPTH} 层，无法读取。请用办公软件另存后再试。",
                f"The file is suspicious: its RTF is nested more than {MAX_DEPTH} deep. Save it again.",
            )
        self._stack.append(self._group)
        self._group = self._group.inner()
        if self._group.destination == "styles":
            self._styles.begin()

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        done, self._group = self._group, self._stack.pop()
        if done.begins == "field" and done.open_field is not None:
            shown = "" if done.open_field.has_result else equation(done.open_field.instruction)
            if shown:
                self._text(shown)
            elif done.open_field.is_lost_drawing and self._group.destination == "text":
                self.unread["图形"] += 1
        elif done.begins == "story":
            self._end_story(done)

    def _end_story(self, done: Group) -> None:
        """A note or text box ends: it is kept where it comes later, unless what holds it is hidden."""
        story = done.story
        story.finish(done.layout, self._styles.get(done.layout.style))
        if self._group.hidden or self._group.deleted or self._group.destination == "skip":
            return
        if story.part == "textbox":
            self._group.story.anchored.append(partial(self._tell, story))
        else:
            (self.endnotes if story.at_end else self.footnotes).append(story)

    # --- words ---

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if word in CHARACTERS:
            if self._skip:
                self._skip -= 1
                return
            self._flush()
            self._text(CHARACTERS[word])
            return
        self._flush()
        self._skip = 0
        if self._destination(word, starred=starred):
            return
        if word in ROW_WORDS:
            depth = max(self._group.layout.depth, 2) if self._group.nested_row else 1
            self._group.story.row(depth).word(word, number or 0)
        elif not self._ends(word):
            self._property(word, number)

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Whether the word begins a destination, or changes where text goes."""
        group = self._group
        if word in DRAWN and group.open_field is not None:
            group.open_field.has_result = True
        if word in _UNREAD:
            if group.destination in ("text", "silent") and not group.hidden and not group.deleted:
                self.unread[_UNREAD[word]] += 1
            group.destination = "skip"
        elif word in SKIPPED or (starred and word not in STARRED) or MATH_PROPERTIES.fullmatch(word):
            group.destination = "skip"
        elif word == "fonttbl":
            group.destination = "fonts"
        elif word == "stylesheet":
            group.destination = "styles"
        elif word in ("listtext", "pntext"):
            group.destination = "label"
        elif word == "nesttableprops":
            group.nested_row, group.destination = True, "silent"
        elif word == "upr" or word in DRAWN:
            group.outer, group.destination = group.destination, "silent"
        elif word == "ud":
            group.destination = group.outer
        else:
            return self._story_word(word) or self._field_word(word)
        return True

    def _story_word(self, word: str) -> bool:
        group = self._group
        if word in ("footnote", "shptxt", "dptxbxtext"):
            group.stories += 1
            if group.stories > MAX_STORIES:
                group.destination = "skip"
                return True
            group.story = Story("footnote" if word == "footnote" else "textbox")
            group.destination, group.begins, group.layout = "text", "story", Layout()
        elif word == "ftnalt" and group.story.part == "footnote":
            group.story.at_end = True
        else:
            return False
        return True

    def _field_word(self, word: str) -> bool:
        group = self._group
        if word == "field":
            group.open_field, group.begins = Field(), "field"
        elif word == "fldinst":
            group.destination = "instruction" if group.destination != "instruction" else "skip"
        elif word == "fldrslt":
            if group.open_field is not None and is_contents(group.open_field.instruction):
                group.destination = "skip"
        else:
            return False
        return True

    def _ends(self, word: str) -> bool:
        """Whether the word ends a paragraph, a cell or a row."""
        layout = self._group.layout
        if word in ("par", "sect"):
            self._end(layout.depth, "paragraph")
        elif word == "cell":
            self._end(1, "cell")
        elif word == "row":
            self._end(1, "row")
        elif word == "nestcell":
            self._end(max(layout.depth, 2), "cell")
        elif word == "nestrow":
            self._end(max(layout.depth, 2), "row")
        else:
            return False
        return True

    def _end(self, depth: int, end: Literal["paragraph", "cell", "row"]) -> None:
        group = self._group
        if group.destination == "text" or group.nested_row:
            group.story.end(
                group.layout, depth, end, self._styles.get(group.layout.style), deleted=group.deleted
            )

    def _property(self, word: str, number: int | None) -> None:
        """Take note of what changes how the following is read."""
        group = self._group
        if group.destination == "fonts":
            self._letters.word(word, number)
        elif group.destination == "styles":
            self._styles.word(word, number)
        elif take(group, word, number):
            return
        elif word == "ansicpg":
            self._letters.page = number or self._letters.page
        elif word == "mden":
            self._text("/")
        elif word == "rtf":
            group.destination = "text"

    # --- text ---

    def _sign(self, sign: str, content: bytes) -> None:
        if sign == "*":
            self._starred = True
        elif sign in PARAGRAPH_SIGNS:
            self._flush()
            self._end(self._group.layout.depth, "paragraph")
        elif self._skip:
            self._skip -= 1
        elif sign in LITERAL:
            self._pending += content
        elif sign in SIGNS:
            self._flush()
            self._text(SIGNS[sign])

    def _unicode(self, number: int) -> None:
        self._flush()
        code = number % _SURROGATE_END
        self._text(self._letters.sign(self._group.font, code))
        self._skip = self._group.fallback

    def _bytes(self, content: bytes, *, raw: bool) -> None:
        skipped = min(self._skip, len(content))
        self._skip -= skipped
        content = content[skipped:]
        self._raw = self._raw or (raw and not content.isascii())
        self._pending += content

    def _flush(self) -> None:
        """Turn the bytes collected into characters; a character may have been cut by any token but text."""
        if self._pending:
            group = self._group
            data, raw = bytes(self._pending), self._raw
            self._pending.clear()
            self._raw = False
            self._text(self._letters.decode(data, group.font, group.wide_font, raw=raw))

    def _text(self, text: str) -> None:
        group = self._group
        destination = group.destination
        if destination == "text":
            if not group.hidden and not group.deleted:
                group.story.add(text)
                if group.open_field is not None:
                    group.open_field.has_result = True
        elif destination == "label":
            group.story.label += text
        elif destination == "instruction":
            if group.open_field is not None:
                group.open_field.add(text)
        elif destination == "styles":
            self._styles.text(text)
        elif destination == "fonts":
            self._letters.name(text)
