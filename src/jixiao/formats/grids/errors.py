"""What is said of a workbook that cannot be read, in every format of workbooks."""

from __future__ import annotations

from typing import Final

from jixiao.core.errors import ReadError

MAX_SHEETS: Final = 500
"""The largest published collection of tables has some 60 sheets."""


MAX_CHARACTERS: Final = 20_000_000
"""Of all cells; the largest collections of tables have a million. A text that a file holds once may stand in
every cell."""


def check_characters(count: int) -> None:
    """Refuse a workbook whose cells show more than anybody reads.

    Raises:
        ReadError: ``too_much_text``.
    """
    if count > MAX_CHARACTERS:
        limit = MAX_CHARACTERS // 10_000
        raise ReadError(
            "too_much_text",
            f"工作簿过大：各单元格的文字合计超过 {limit} 万字。请删去多余的内容，或拆分后重新提交。",
            f"The workbook is too large: its cells show more than {MAX_CHARACTERS} characters. Remove what "
            "is not needed, or split it.",
        )


def check_sheets(count: int) -> None:
    """Refuse a workbook without a sheet or with too many.

    Raises:
        ReadError: ``no_sheets`` or ``too_many_sheets``.
    """
    if not count:
        raise ReadError(
            "no_sheets",
            "工作簿中没有可读取的工作表，文件可能已损坏。请用 Excel 或 WPS 打开后另存。",
            "The workbook has no sheet that can be read, it may be damaged. Open it in Excel and save "
            "it again.",
        )
    if count > MAX_SHEETS:
        raise ReadError(
            "too_many_sheets",
            f"工作簿有 {count} 个工作表，超过上限 {MAX_SHEETS} 个。请拆分后重新提交。",
            f"The workbook has {count} sheets, more than {MAX_SHEETS}. Split it and submit it again.",
        )


def damaged(why: str = "") -> ReadError:
    """The error of a workbook that cannot be followed; ``why`` is what a library said."""
    said, said_en = (f"（{why}）", f" ({why})") if why else ("", "")
    return ReadError(
        "damaged_workbook",
        f"文件已损坏：工作簿的内容无法读取{said}。请重新获取原件，或用 Excel、WPS 打开后另存为 xlsx。",
        f"The file is damaged: the workbook in it cannot be read{said_en}. Get the original again, or open "
        "it in an office program and save it as xlsx.",
    )
