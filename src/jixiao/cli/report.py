"""``jixiao report DOSSIER --kind KIND``: a report written from the data, checked before it may leave."""

from datetime import date as calendar_date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.cli.support.open_data import folder_for, save_open_data
from jixiao.cli.support.outputs import save
from jixiao.cli.support.reports import many, offered, told
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.batch.report_files import Order

HELP = """写报告：从绩效档案写出报告或表格，自查通过才写出。

退出状态：2 档案读不出或命令写错；1 自查不通过，不予写出；0 已写出。"""


class Form(StrEnum):
    """Formats of reports."""

    DOCX = "docx"
    HTML = "html"
    XLSX = "xlsx"
    OFD = "ofd"
    PDF = "pdf"
    ZIP = "zip"
    CSV = "csv"


def command(  # noqa: PLR0913, PLR0917  # the options of the command
    dossier: Annotated[
        Path,
        typer.Argument(
            metavar="档案", help="含 dossier.toml 的文件夹、.toml 文件或工作簿；或装有多个档案的文件夹。"
        ),
    ],
    kind: Annotated[
        str | None, typer.Option(metavar="种类", help="写哪种报告，如 self_evaluation；用 --list 查看。")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="写入文件，格式看扩展名；多个档案写入文件夹。"),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="列出这个档案可以写的报告和表格。")] = False,  # noqa: FBT002  # a flag of the command line
    project: Annotated[str | None, typer.Option(metavar="代码", help="只写这个项目。")] = None,
    rulebook: Annotated[
        str | None, typer.Option(metavar="名称", help="改用这个规则库（名称、区划代码或文件夹）。")
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="自查不通过也写出草稿，带水印。")] = False,  # noqa: FBT002  # a flag of the command line
    date: Annotated[
        str, typer.Option(metavar="年-月-日", help="落款日期，如 2024-03-15；不写则留待补。")
    ] = "",
    form: Annotated[
        Form | None, typer.Option("--format", help="格式，不写则看扩展名；决算的开放数据用 csv 或 zip。")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="数", help="多个档案时同时用几个进程，默认用全部核心。")
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Write the report and return the exit status: 2 unreadable or misused, 1 refused, 0 written."""
    from jixiao.batch.report_files import Order

    language = lang.name_of
    dossiers = _dossiers(dossier)
    if listing:
        return _list(dossiers, rulebook, language)
    if kind is None:
        raise WrongUsageError(
            "请用 --kind 写明种类；加 --list 查看这个档案可以写哪些。",
            "name the kind with --kind; --list shows those on offer.",
        )
    _refuse_no_date(date)
    if dossiers != [dossier]:
        if project is not None:
            raise WrongUsageError("--project 只能用于一个档案。", "--project goes with one dossier.")
        if form is Form.CSV:
            raise WrongUsageError(
                "多个档案的开放数据请用 --format zip，一个档案一个 zip 文件。",
                "open data of several dossiers: use --format zip, one file for each.",
            )
        order = Order(kind, (form or Form.DOCX).value, rulebook, draft, date)
        return _many(dossiers, output, order, jobs, language)
    if form is Form.CSV:
        target = folder_for(output, f"{_stem(dossier)}-{kind}")
        return _one(dossier, target, Order(kind, Form.ZIP, rulebook, draft, date), project, language)
    target = _target(dossier, kind, output, form)
    order = Order(kind, target.suffix.lower().removeprefix("."), rulebook, draft, date)
    return _one(dossier, target, order, project, language)


def _one(dossier: Path, target: Path, order: "Order", project: str | None, language: Language) -> int:
    from jixiao.pipeline.reporting import FAULTS, faults, write_report

    refuse_overwriting(target, [str(dossier), str(dossier / "dossier.toml")])
    try:
        report = write_report(
            dossier,
            order.kind,
            order.output_format,
            rulebook=order.rulebook,
            project=project,
            draft=order.draft,
            date=order.date,
        )
    except FAULTS as error:
        for zh, en in faults(error):
            tell(zh, en, language)
        return 2
    if not report.refused:
        (save if target.suffix.lower() == f".{order.output_format}" else save_open_data)(target, report.data)
    told(report, target, language)
    return 1 if report.refused else 0


def _many(
    dossiers: list[Path], output: Path | None, order: "Order", jobs: int | None, language: Language
) -> int:
    from jixiao.batch.report_files import targets

    if output is None or output.is_file() or output.suffix.lower().removeprefix(".") in set(Form):
        raise WrongUsageError(
            f"有{len(dossiers)}个档案，请写一个文件夹：--output 文件夹。",
            f"there are {len(dossiers)} dossiers: name a folder with --output FOLDER.",
        )
    members = targets(dossiers, output, order)
    for _, target in members:
        refuse_overwriting(Path(target), [str(path) for path in dossiers])
    return many(members, order, jobs, language)


def _list(dossiers: list[Path], rulebook: str | None, language: Language) -> int:
    from jixiao.pipeline.reporting import FAULTS, faults, report_kinds

    status = 0
    for path in dossiers:
        try:
            offered(report_kinds(path, rulebook), str(path), language)
        except FAULTS as error:
            status = 2
            for zh, en in faults(error):
                tell(zh, en, language)
    return status


def _dossiers(path: Path) -> list[Path]:
    """The dossier itself, or those within a folder that is none."""
    from jixiao.dossiers.discovery import NAME
    from jixiao.pipeline.scoring import dossiers_in

    if not path.is_dir() or (path / NAME).is_file():
        return [path]
    found = dossiers_in(path)
    return found if len(found) > 1 else [path]


def _target(dossier: Path, kind: str, output: Path | None, form: Form | None) -> Path:
    """The file to write; its ending is its format."""
    if output is None:
        return Path(f"{_stem(dossier)}-{kind}.{(form or Form.DOCX).value}")
    if output.suffix.lower() == f".{Form.CSV}":
        raise WrongUsageError(
            "开放数据有多个文件：请用 --format csv 并写一个文件夹，或者写成一个 .zip 文件。",
            "open data are several files: use --format csv with a folder, or one .zip file.",
        )
    if output.is_dir():
        raise WrongUsageError(f"“{output}”是文件夹，请写文件名。", f"{output} is a folder; name a file.")
    ending = output.suffix.lower().removeprefix(".")
    if ending not in set(Form) - {Form.CSV} or (form is not None and form.value != ending):
        known = "、".join(f".{one}" for one in ([form] if form else Form) if one != Form.CSV)
        raise WrongUsageError(
            f"“{output.name}”的扩展名要是 {known}。",
            f"{output.name} must end with {known.replace('、', ', ')}.",
        )
    return output


def _stem(dossier: Path) -> str:
    """The name of a dossier: that of its folder or file."""
    name = dossier.resolve()
    if dossier.is_dir():
        return name.name
    return name.parent.name if name.name == "dossier.toml" else name.stem


def _refuse_no_date(date: str) -> None:
    try:
        if date:
            calendar_date.fromisoformat(date)
    except ValueError as error:
        raise WrongUsageError(
            f"--date {date} 不是日期，请写年-月-日，如 2024-03-15。",
            f"--date {date} is no date; write it as 2024-03-15.",
        ) from error
