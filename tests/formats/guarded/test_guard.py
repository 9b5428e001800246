"""Files are opened behind a guard: the same documents, and no file harms the program or the next one."""

import io
import threading
import zipfile
from collections.abc import Iterator
from typing import IO

import pytest

from jixiao.core.document import Block, Cell, Document
from jixiao.core.errors import ReadError, UserError
from jixiao.formats import discovery
from jixiao.formats.docx.write import write
from jixiao.formats.guarded import Guard, Limits
from jixiao.pipeline import check_bytes

TEXT = "一、收入\n全年预算数35.32万元，全年执行数33.44万元，执行率49.68%。\n".encode()
TABLE = (Cell(0, 0, "项目"), Cell(0, 1, "金额"), Cell(1, 0, "会议费"), Cell(1, 1, "3.20"))
WORD = write(Document("a", "txt", (Block(0, "paragraph", "概况"), Block(1, "table", cells=TABLE, table=0))))


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard() as one:
        yield one


def huge_word_file() -> bytes:
    """A Word file with two million empty paragraphs, which grow a thousandfold in memory."""
    body = b"<w:p/>" * 2_000_000
    main = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORD)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made,
    ):
        for name in source.namelist():
            data = source.read(name)
            made.writestr(
                name, main + body + b"</w:body></w:document>" if name == "word/document.xml" else data
            )
    return target.getvalue()


def refused(guard: Guard, data: bytes, name: str) -> str:
    with pytest.raises(ReadError) as caught:
        guard.read(data, name)
    assert caught.value.message
    assert caught.value.message_en
    return caught.value.code


@pytest.mark.parametrize(("data", "name"), [(TEXT, "a.txt"), (WORD, "a.docx")])
def test_the_document_is_the_same(guard: Guard, data: bytes, name: str) -> None:
    assert guard.read(data, name) == discovery.read(data, name)


def test_findings_and_comments_are_the_same(guard: Guard) -> None:
    data = write(discovery.read(TEXT, "a.txt"))
    behind, plain = check_bytes(data, "a.docx", guard=guard), check_bytes(data, "a.docx")
    assert [one.fingerprint for one in behind.findings] == [one.fingerprint for one in plain.findings]
    assert behind.findings
    assert behind.document is not None
    marked = guard.annotate("docx", data, behind.document, behind.findings)
    assert marked == discovery.annotate("docx", data, behind.document, behind.findings)


def test_errors_of_readers_come_through(guard: Guard) -> None:
    assert refused(guard, b"", "a.txt") == "empty"
    assert refused(guard, b"PK\x03\x04 nothing", "a.docx") == "damaged_archive"


def test_too_much_memory_is_refused_and_the_next_file_read() -> None:
    with Guard(Limits(memory=256 * 2**20)) as small:
        assert refused(small, huge_word_file(), "a.docx") == "too_much_memory"
        assert small.read(WORD, "a.docx").blocks


def test_too_much_time_is_refused() -> None:
    with Guard(Limits(seconds=0)) as hasty:
        assert refused(hasty, WORD, "a.docx") == "too_slow"


def test_too_much_output_is_refused() -> None:
    with Guard(Limits(output=200)) as narrow:
        assert refused(narrow, WORD, "a.docx") == "too_much_output"


def test_a_dead_worker_is_told_and_replaced() -> None:
    with Guard() as one:
        one.start()
        assert one._process is not None
        one._process.kill()
        assert refused(one, WORD, "a.docx") == "worker_died"
        assert one.read(WORD, "a.docx").blocks


def test_a_defect_of_ours_is_told_and_the_worker_lives() -> None:
    with Guard() as one:
        with pytest.raises(UserError, match="no annotate"):
            one.annotate("txt", TEXT, discovery.read(TEXT, "a.txt"), ())
        process = one._process
        assert one.read(WORD, "a.docx").blocks
        assert one._process is process


class Timed(Guard):
    """A guard whose timer a test fires: once the answer is there, or later."""

    def __init__(self, *, at_once: bool) -> None:
        super().__init__(Limits(seconds=3599))
        self._at_once = at_once
        self.timers: list[threading.Timer] = []

    def _answered(
        self, requests: IO[bytes], answers: IO[bytes], request: tuple[str, tuple[object, ...]]
    ) -> tuple[bool, object]:
        answer = super()._answered(requests, answers, request)
        running = [one for one in threading.enumerate() if isinstance(one, threading.Timer)]
        self.timers += (one for one in running if one.interval == self.limits.seconds)
        if self._at_once:
            self.fire()
        return answer

    def fire(self) -> None:
        """What the timer does where its time has run out."""
        timer = self.timers.pop()
        timer.function(*timer.args, **timer.kwargs)


def test_a_timer_that_fires_when_the_answer_is_there_harms_no_file() -> None:
    with Timed(at_once=True) as one:
        assert one.read(WORD, "a.docx") == one.read(WORD, "a.docx") == discovery.read(WORD, "a.docx")


def test_a_timer_that_fires_after_the_answer_was_taken_ends_no_worker() -> None:
    with Timed(at_once=False) as one:
        one.read(WORD, "a.docx")
        process = one._process
        one.fire()
        assert one.read(WORD, "a.docx").blocks
        assert process is not None
        assert one._process is process
