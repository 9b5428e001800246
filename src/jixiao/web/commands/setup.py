"""The first step of an installation: the jurisdiction and its three administrators."""

from typing import Annotated

import typer

from jixiao.core.errors import UserError

HELP = "建立地区和系统、安全、审计三个管理员账号。只在新安装时运行一次。"


def command(
    code: Annotated[str, typer.Option(help="行政区划代码，如 430406。")],
    name: Annotated[str, typer.Option(help="地区名称，如 雁峰区。")],
    rulebook: Annotated[
        str, typer.Option(help="适用规则，如 430406-yanfeng；见 jixiao rulebook list。")
    ] = "cn",
) -> int:
    """Print the three accounts with passwords that must be changed at the first login."""
    from jixiao.web.starting import migrate, start

    _must_be_usable(rulebook)
    start()
    migrate()
    from jixiao.web.people.first import set_up

    typer.echo("请把口令分别交给三人，首次登录须修改；以下内容只显示这一次：")
    for username, role, password in set_up(code, name, rulebook):
        typer.echo(f"  {role}：账号 {username}，口令 {password}")
    return 0


def _must_be_usable(rulebook: str) -> None:
    """Before anything is made: whoever mistyped it has nothing to clear away.

    Raises:
        UserError: there is no such rulebook, or it has faults.
    """
    from jixiao.rulebooks.faults import RulebookError
    from jixiao.rulebooks.loading import load, names

    if rulebook not in names():
        raise UserError(
            "rulebook",
            f"没有规则“{rulebook}”，可用的见 jixiao rulebook list",
            f"no rulebook {rulebook}; see jixiao rulebook list",
        )
    try:
        load(rulebook)
    except RulebookError as error:
        raise UserError(
            "rulebook",
            f"规则“{rulebook}”有错误，请改正或换用其他规则：\n{error}",
            f"the rulebook {rulebook} has faults, mend them or choose another:\n{error}",
        ) from error
