"""Takes a second factor away at the server itself, where nobody is left who could do it on the site."""

from typing import Annotated

import typer

HELP = "在服务器上重置一个账号的动态口令和备用码，用于唯一的安全管理员丢了手机和备用码。"


def command(
    account: Annotated[str, typer.Argument(help="账号，如 secadmin。")],
    yes: Annotated[bool, typer.Option("--yes", help="不再询问，直接重置。")] = False,  # noqa: FBT002  # a flag of the command line
) -> int:
    """Status 0: done; 1: not confirmed, nothing was changed."""
    from jixiao.web.starting import migrate, ready, start

    start()
    ready()
    migrate()
    from jixiao.web.actions import carry_out
    from jixiao.web.audit.writing import CONSOLE
    from jixiao.web.people.actions.reset_factor import ResetFactor
    from jixiao.web.people.at_console import account_with_factor

    user = account_with_factor(account)
    typer.echo(f"账号 {user.username}：{user.full_name}，{user.organisation}")
    if not yes and not typer.confirm("请先当面核对身份。删除它的动态口令和备用码，并结束它的所有登录？"):
        typer.echo("没有重置，什么也没有改。")
        return 1
    carry_out(ResetFactor(user), CONSOLE)
    typer.echo("已删除动态口令和备用码，结束所有登录；此人下次凭口令登录时须重新启用动态口令。")
    typer.echo(f"已记入审计日志，操作人为 {CONSOLE.username}。")
    return 0
