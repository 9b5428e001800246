"""Recomputes the chain of the audit log, and counts and sums again what is kept as it is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from jixiao.web.kept import Kept

HELP = "逐条验证审计日志未被改动、增删或调换，并核对表单、项目和自评得分的统计数。"


def command(
    lang: Annotated[str, typer.Option("--lang", help="输出的语言：zh、en。")] = "zh",
    recount: Annotated[bool, typer.Option("--recount", help="统计数不符时重新统计。")] = False,  # noqa: FBT002  # a flag of the command line
) -> int:
    """Status 0: the chain holds and the numbers are those of the forms; 1: they do not."""
    from jixiao.web.starting import ready, start

    start()
    ready()
    english = lang == "en"
    from jixiao.web.cycles.tally_triggers import TALLIES
    from jixiao.web.dashboards.standing_triggers import STANDING
    from jixiao.web.dashboards.sum_triggers import MONEY, SCORES

    chain = _chain(english=english)
    numbers = (
        ((TALLIES,), "forms" if english else "表单"),
        ((STANDING, MONEY), "projects" if english else "项目"),
        ((SCORES,), "scores" if english else "自评得分"),
    )
    right = [_kept(kept, rows, english=english, recount=recount) for kept, rows in numbers]
    return 0 if chain and all(right) else 1


def _chain(*, english: bool) -> bool:
    from jixiao.web.audit.verifying import verify

    verdict = verify()
    if verdict.holds:
        typer.echo(f"{verdict.entries} entries, the chain holds." if english
                   else f"共 {verdict.entries} 条，逐条验证，未被改动、增删或调换。")  # fmt: skip
    for one in verdict.breaks:
        typer.echo(f"entry {one.number}: {one.why_en}" if english else f"第 {one.number} 条：{one.why}")
    return verdict.holds


def _kept(kept: Sequence["Kept"], rows: str, *, english: bool, recount: bool) -> bool:
    """Whether the kept figures are those of the rows, or were made so."""
    found = [wrong for one in kept for wrong in one.wrong()]
    if not found:
        typer.echo(f"The numbers of {rows} are those of the {rows}." if english
                   else f"{rows}的统计数与{rows}一致。")  # fmt: skip
        return True
    typer.echo(f"{len(found)} numbers of {rows} are wrong." if english
               else f"有 {len(found)} 项{rows}统计数与{rows}不符。")  # fmt: skip
    if not recount:
        typer.echo("Count them again with: jixiao audit verify --recount" if english
                   else "请运行 jixiao audit verify --recount 重新统计。")  # fmt: skip
        return False
    from django.db import connection

    for one in kept:
        one.make(connection)
    typer.echo("They were counted again." if english else "已重新统计。")
    return True
