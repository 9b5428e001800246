"""A page of findings shows what a PDF looks like around them."""

import base64
import re
from pathlib import Path

from tests.formats.pdf.building import Sheet, pdf

from jixiao.cli.support.application import application


def test_the_page_shows_the_words_as_the_file_does(tmp_path: Path) -> None:
    report, page, marked = tmp_path / "报告.pdf", tmp_path / "o.html", tmp_path / "o.pdf"
    report.write_bytes(pdf(Sheet().text(114, 110, "全年预算100万元，支出50万元，预算执行率60%。")))
    assert (
        application(["check", str(report), "--format", "html", "-o", str(page), "--annotate", str(marked)])
        == 1
    )
    text = page.read_text(encoding="utf-8")
    found = re.search(r'<img class="page" alt="原文件截图：第1页" src="data:image/png;base64,([^"]+)">', text)
    assert found is not None
    assert base64.b64decode(found[1]).startswith(b"\x89PNG")
    assert "img-src data:" in text
    assert marked.read_bytes().startswith(report.read_bytes())
