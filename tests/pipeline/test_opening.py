"""Files are opened wherever they lie, and old formats converted where LibreOffice is present and asked for."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.support import require

from jixiao.cli.support.application import application
from jixiao.core.document import Block, Document
from jixiao.core.errors import ReadError
from jixiao.formats import office
from jixiao.formats.docx.write import write
from jixiao.pipeline import check_path
from jixiao.pipeline.opening import content

SENTENCE = "全年预算数35.32万元，全年执行数33.44万元，执行率49.68%。"
WORD = write(Document("a", "txt", (Block(0, "paragraph", SENTENCE),)))


def test_a_path_may_lead_into_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "收到.zip"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("甲/a.txt", SENTENCE)
    path.write_bytes(target.getvalue())
    assert content(path / "甲" / "a.txt").decode() == SENTENCE
    assert check_path(path / "甲" / "a.txt").count("error") == 1
    with pytest.raises(ReadError, match="没有"):
        content(path / "乙.txt")


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "无.txt", tmp_path):
        with pytest.raises(ReadError) as caught:
            content(path)
        assert caught.value.code in {"not_found", "not_opened"}


def test_old_formats_are_converted_where_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    require("soffice")
    path = tmp_path / "a.odt"
    path.write_bytes(office.convert(WORD, "docx", "odt"))
    report = check_path(path, office=True)
    assert [finding.code for finding in report.findings] == ["JX101"]
    assert report.document is not None
    assert "LibreOffice" in report.document.notes[0]
    assert check_path(path).error is not None
    copy = tmp_path / "批注.docx"
    assert application(["check", str(path), "--office", "--annotate", str(copy)]) == 1
    assert "不能加批注" in capsys.readouterr().err
    assert not copy.exists()


def test_without_the_program_the_file_is_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "soffice"))
    path = tmp_path / "a.odt"
    path.write_bytes(b"PK")
    report = check_path(path, office=True)
    assert report.error is not None
    assert report.error.code == "no_office"
