"""What LibreOffice makes of a written file: its pages, and the file that it saves again."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.formats.docx.write.sample import BLOCKS, DOCUMENT
from tests.support import require

from jixiao.core.document import Block, Document
from jixiao.core.look import Look
from jixiao.formats.docx.read import read
from jixiao.formats.docx.write import write
from jixiao.formats.office import convert

_SENTENCE = "对照年初设定的绩效目标，全年支出1329.09万元，执行率89.80%，逐项核实指标完成值，形成自评结论。"


def long_report() -> Document:
    """The sample with a dozen more sections of uneven length."""
    more: list[Block] = []
    for number, sign in enumerate("三四五六七八九"):
        more.append(Block(0, "heading", f"{sign}、第{number}项工作", level=1, number=f"{sign}、"))
        more += [
            Block(0, "paragraph", _SENTENCE * (1 + number % 3), look=Look()) for _ in range(3 + number * 2)
        ]
    end = next(place for place, block in enumerate(BLOCKS) if block.look and block.look.style == "signature")
    blocks = (*BLOCKS[:end], *more, *BLOCKS[end:])
    return replace(DOCUMENT, blocks=tuple(replace(block, index=place) for place, block in enumerate(blocks)))


def printed(pages: list[str], title: str) -> int:
    """The page on which a line is the title alone."""
    return next(
        number
        for number, page in enumerate(pages, start=1)
        if title in ["".join(line.split()) for line in page.splitlines()]
    )


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "report.pdf"
    path.write_bytes(pdf)
    command = [require("pdftotext"), "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split(
        "\f"
    )


@pytest.mark.parametrize("live", [False, True])
def test_the_table_of_contents_names_the_pages_on_which_headings_stand(*, live: bool, tmp_path: Path) -> None:
    require("soffice")
    document = long_report()
    pages = pages_of(convert(write(document, live_contents=live), "docx", "pdf"), tmp_path)
    shown = ["".join(line.split()) for page in pages for line in page.splitlines() if "....." in line]
    assert len(shown) == 12  # where fonts are wide they run over to a second page
    for line in shown:
        title, page = line.split(".")[0], int(line.rpartition(".")[2])
        # a live table is exact; the reckoned one may be a page off where LibreOffice lacks the fonts
        assert abs(page - printed(pages, title)) <= (0 if live else 1), line


def test_no_sign_at_the_end_of_a_line_is_lost_in_print(tmp_path: Path) -> None:
    require("soffice")
    texts = [
        (
            "5.文件279号同时印在档案馆装修改造项目和机关大楼空调维修上，是印错还是同一文件下达两个项目，"
            "没有材料可以判定，这里照录。"
        ),
        (
            "31.“雪亮工程”视频云服务费（安恒财预〔2023〕402号）：全年预算15.05万元，执行15.05万元，执行率100%。"
            "保障2022年度“雪亮工程”运行，监控覆盖全辖区，帮助破案。支付情况：已支付完毕。"
        ),
    ]
    blocks = tuple(Block(place, "paragraph", text, look=Look()) for place, text in enumerate(texts))
    pages = pages_of(convert(write(Document("字", "report", blocks)), "docx", "pdf"), tmp_path)
    shown = "".join("".join(pages).split())
    assert [text for text in texts if text not in shown] == []


def test_what_it_saves_again_reads_the_same(tmp_path: Path) -> None:
    require("soffice")
    written = write(DOCUMENT)
    saved = convert(written, "docx", "docx")
    (tmp_path / "saved.docx").write_bytes(saved)
    before, after = read(written, "a").blocks, read(saved, "a").blocks
    assert [block.text for block in after if block.part == "body"] == [
        block.text for block in before if block.part == "body"
    ]
    tables = [[block.cells for block in blocks if block.kind == "table"] for blocks in (before, after)]
    assert [[cell.text for cell in cells] for cells in tables[0]] == [
        [cell.text for cell in cells] for cells in tables[1]
    ]
