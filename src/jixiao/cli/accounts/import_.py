"""``jixiao accounts import FILE…``: exported final-accounts tables, reviewed and stored in a dossier."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell, use_utf8
from jixiao.cli.support.outputs import save
from jixiao.core.money import MoneyUnit

if TYPE_CHECKING:
    from jixiao.pipeline.exports import Import
    from jixiao.renderers.wording import Language

HELP = """读取决算系统导出的公开表（Excel、WPS、ODS 或 Word），审核后存入绩效档案。

先列出认出了哪些表、哪些数要存入、旧值和新值、互相矛盾的地方；加 --yes 才写入，写入前保留一份原档案。

退出状态：2 文件读不出或命令写错；1 没有存入（等待 --yes，或有矛盾）；0 已存入，或没有要存入的。"""


class Form(StrEnum):
    """Forms of the review."""

    TEXT = "text"
    JSON = "json"


def command(  # noqa: PLR0913, PLR0917  # the options of the command
    files: Annotated[list[Path], typer.Argument(metavar="文件...", help="决算系统导出的表，可以写几个。")],
    into: Annotated[
        Path | None,
        typer.Option(metavar="档案", help="存入这个绩效档案：含 dossier.toml 的文件夹、.toml 文件或工作簿。"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="文件", help="另写成这个 .toml 或 .xlsx 档案，原档案不动；新档案必写。"
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="审核无误，存入。")] = False,  # noqa: FBT002  # a flag of the command line
    rulebook: Annotated[
        str | None, typer.Option(metavar="规则库", help="新档案用的规则库（名称、区划代码或文件夹）。")
    ] = None,
    department: Annotated[
        str | None, typer.Option(metavar="单位", help="只读这个单位的表；文件里有几个单位时用。")
    ] = None,
    year: Annotated[int | None, typer.Option(metavar="年度", help="新档案的年度，表里没有写时用。")] = None,
    unit: Annotated[MoneyUnit | None, typer.Option(help="表里没有写金额单位时，按这个单位读。")] = None,
    code: Annotated[
        str | None, typer.Option(metavar="代码", help="新档案的单位代码；不写就按区划和单位名称暂编一个。")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="审核结果的形式：终端文字、JSON。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Show the review, and store what it names where ``--yes`` is given."""
    from jixiao.cli.support.rulebooks import chosen_year
    from jixiao.pipeline.exports import FAULTS, Request, faults, reviewed

    language = lang.name_of
    _refuse_misuse(files, into, output, rulebook, yes=yes)
    if code is not None:
        _refuse_code(code, into)
    if year is not None:
        chosen_year(year)
    try:
        found = reviewed(Request(tuple(files), into, rulebook, department, year, unit, code))
        written = _stored(found, into, output) if yes and _is_due(found, output) else None
    except FAULTS as error:
        for zh, en in faults(error):
            tell(zh, en, language)
        return 2
    _show(found, form, written, language)
    return _told(found, written, language)


def _is_due(found: "Import", output: Path | None) -> bool:
    return not found.review.refused and (bool(found.review.changes) or output is not None)


def _refuse_misuse(
    files: list[Path], into: Path | None, output: Path | None, rulebook: str | None, *, yes: bool
) -> None:
    if into is None and rulebook is None:
        raise WrongUsageError(
            "请用 --into 写明存入哪个档案；要建新档案，请用 --rulebook 写明规则库。",
            "name the dossier with --into, or the rulebook of a new one with --rulebook.",
        )
    if into is not None and rulebook is not None:
        raise WrongUsageError(
            "--rulebook 只用于新档案；已有的档案用它自己的规则库。",
            "--rulebook is for a new dossier; one that there is has its own.",
        )
    if yes and into is None and output is None:
        raise WrongUsageError(
            "请用 -o 写明新档案的文件名，如 -o dossier.toml。", "name the new dossier: -o dossier.toml."
        )
    if output is None:
        return
    if output.suffix.lower() not in {".toml", ".xlsx"}:
        raise WrongUsageError(
            f"“{output.name}”的扩展名要是 .toml 或 .xlsx。", f"{output.name} must end with .toml or .xlsx."
        )
    refuse_overwriting(output, [str(file) for file in files])
    if output.exists():
        raise WrongUsageError(
            f"“{output}”已经有了，不予覆盖。请换一个文件名；要存入这个档案，用 --into。",
            f"{output} exists and is not overwritten. Choose another name, or use --into.",
        )


def _refuse_code(code: str, into: Path | None) -> None:
    from pydantic import TypeAdapter, ValidationError

    from jixiao.core.dossier.values import Code

    if into is not None:
        raise WrongUsageError(
            "--code 只用于新档案；已有的档案用它自己的单位代码。",
            "--code is for a new dossier; one that there is has its own.",
        )
    try:
        TypeAdapter(Code).validate_python(code)
    except ValidationError as error:
        raise WrongUsageError(
            f"单位代码“{code}”只能用小写字母、数字、- 和 _，以字母或数字开头。",
            f"the code {code} may have small letters, digits, - and _ only, a letter or digit first.",
        ) from error


def _stored(found: "Import", into: Path | None, output: Path | None) -> tuple[Path, Path | None]:
    """The file that was written, and the copy of what it held before."""
    from jixiao.dossiers.discovery import file_of
    from jixiao.pipeline.exports.writing import content

    if output is not None:
        save(output, content(found.dossier, output))
        return output, None
    target = file_of(into or Path())
    data = content(found.dossier, target)
    copy = _copy_name(target)
    try:
        before = target.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsageError(
            f"无法读取“{target}”（{reason}）。", f"cannot read {target} ({reason})."
        ) from error
    save(copy, before)
    save(target, data)
    return target, copy


def _copy_name(target: Path) -> Path:
    number = 1
    while (copy := target.with_name(f"{target.name}.bak{number}")).exists():
        number += 1
    return copy


def _show(
    found: "Import", form: Form, written: tuple[Path, Path | None] | None, language: "Language"
) -> None:
    use_utf8(sys.stdout)
    if form is Form.JSON:
        from jixiao.renderers.exports.json import render as as_json

        sys.stdout.write(as_json(found.review, written=str(written[0]) if written else ""))
    else:
        from jixiao.renderers.exports.text import render

        sys.stdout.write(render(found.review, language))
    sys.stdout.flush()


def _told(found: "Import", written: tuple[Path, Path | None] | None, language: "Language") -> int:
    """What came of it, and the exit status."""
    review = found.review
    if written is not None:
        target, copy = written
        kept, kept_en = (f"，原来的存为 {copy}", f"; what it held before is {copy}") if copy else ("", "")
        tell(f"已存入 {target}{kept}。", f"Stored in {target}{kept_en}.", language)
        return 0
    if review.refused:
        tell(
            "没有存入：请先解决上面列出的不同和原因。",
            "Nothing was stored: mend what stands against it first.",
            language,
        )
        return 1
    if not review.changes:
        tell("档案不用改。", "The dossier stays as it is.", language)
        return 0
    tell(
        "没有存入。核对无误后，加 --yes 再运行一次。",
        "Nothing was stored. If all is well, add --yes.",
        language,
    )
    return 1
