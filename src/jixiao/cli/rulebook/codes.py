"""``jixiao rulebook codes TABLE --rulebook FOLDER``: a bureau's own list of budget codes from csv or xlsx."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.cli.support.outputs import save

HELP = """从表格（csv、xlsx 等）导入本地的科目表，写成规则库文件夹里的 classification.toml。

表格要有“科目编码”“科目名称”两栏，可以另有“旧名”一栏。不会覆盖已有的文件。"""


class Kind(StrEnum):
    """Which classification the list is of."""

    FUNCTIONAL = "functional"
    ECONOMIC = "economic"


def command(
    table: Annotated[Path, typer.Argument(metavar="表格", help="科目表文件。")],
    folder: Annotated[
        Path, typer.Option("--rulebook", metavar="文件夹", help="自己的规则库文件夹，里面有 rulebook.toml。")
    ],
    source: Annotated[str, typer.Option(metavar="依据", help="rulebook.toml 里 [[sources]] 的编号。")],
    year: Annotated[int, typer.Option(metavar="年度", help="从哪个年度起适用。")],
    kind: Annotated[
        Kind, typer.Option(help="functional 支出功能分类，economic 部门预算支出经济分类。")
    ] = Kind.FUNCTIONAL,
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Write the codes and say what was left out."""
    from jixiao.core.errors import ReadError
    from jixiao.formats.guarded import Guard
    from jixiao.pipeline.code_lists import code_list
    from jixiao.pipeline.opening import content
    from jixiao.rulebooks.accounts import CODES
    from jixiao.rulebooks.folders import FILE

    if not (folder / FILE).is_file():
        raise WrongUsageError(
            f"“{folder}”里没有 {FILE}。请写自己的规则库文件夹，或先用 jixiao rulebook new 新建。",
            f"there is no {FILE} in {folder}. Name your rulebook's folder, or make one: jixiao rulebook new",
        )
    target = folder / CODES
    if target.exists():
        raise WrongUsageError(
            f"“{target}”已经有了，不予覆盖。请先改名或移走，再导入。",
            f"{target} exists and is not overwritten. Rename or move it first.",
        )
    try:
        with Guard() as guard:
            document = guard.read(content(table), table.name)
    except ReadError as error:
        raise WrongUsageError(f"“{table}”：{error.message}", f"{table}: {error.message_en}") from error
    found = code_list(document, kind.value)
    if found is None or not found.rows:
        raise WrongUsageError(
            f"“{table}”里没有找到科目：要有“科目编码”“科目名称”两栏，编码为3、5、7位数字。",
            f"no codes in {table}: it needs a column 科目编码 and one 科目名称, codes of 3, 5 or 7 digits.",
        )
    save(target, found.toml(kind.value, year, source).encode("utf-8"))
    left = f"没有收入的行{len(found.skipped)}行：{'、'.join(found.skipped)}。" if found.skipped else ""
    left_en = f"Rows left out: {len(found.skipped)} ({', '.join(found.skipped)}). " if found.skipped else ""
    tell(
        f"已写入 {target}，科目{len(found.rows)}个，都标为未核实。{left}核对：jixiao rulebook check {folder}",
        f"Written: {target}, {len(found.rows)} codes, all marked unverified. {left_en}"
        f"Now run: jixiao rulebook check {folder}",
        lang.name_of,
    )
    return 0
