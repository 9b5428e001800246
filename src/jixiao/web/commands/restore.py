"""Brings a backup back into an empty installation."""

from pathlib import Path
from typing import Annotated, Final

import typer

HELP = "把备份恢复到空的数据文件夹（JIXIAO_DATA）或空的数据库（DATABASE_URL）。"

_MOST: Final = 10
"""Accounts that are named."""


def command(
    backup: Annotated[Path, typer.Argument(help="jixiao backup 作成的文件。", exists=True, dir_okay=False)],
) -> int:
    """Status 0: restored, and the audit log holds; 1: restored as it was, but the log did not hold then."""
    from jixiao.web.backups.restoring import restore
    from jixiao.web.data_folder import DataFolder
    from jixiao.web.starting import migrate

    folder = DataFolder.named()
    manifest = restore(folder, backup)
    migrate()
    from jixiao.web.audit.verifying import verify

    verdict = verify()
    rows = sum(table.rows for table in manifest.tables)
    typer.echo(f"已恢复到 {folder.path}：{len(manifest.tables)} 张表 {rows} 行，备份于 {manifest.at}（UTC）")
    _tell_unreadable()
    if verdict.holds:
        typer.echo(f"审计日志共 {verdict.entries} 条，逐条验证，未被改动、增删或调换。")
        return 0
    typer.echo(f"审计日志在备份时已有 {len(verdict.breaks)} 处不符，请运行 jixiao audit verify 查看。")
    return 1


def _tell_unreadable() -> None:
    """The backup came without the key that encrypted the second factors in it."""
    from jixiao.web.people.storing import accounts_with_unreadable_factors

    if names := accounts_with_unreadable_factors():
        told = "、".join(names[:_MOST]) + ("等" if len(names) > _MOST else "")
        typer.echo(f"{len(names)} 个账号的动态口令是用原来的签名密钥加密的，现在读不出来：{told}。")
        typer.echo(
            "  有原来的密钥：写入一个文件，用 JIXIAO_SECRET_KEY_FALLBACKS_FILE 指定它再启动，就能照常登录。"
        )
        typer.echo(
            "  没有：安全管理员的用 jixiao reset-factor 账号 重置，其他人的由安全管理员在“账号”中重置。"
        )
