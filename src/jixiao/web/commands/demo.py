"""A small county to try the site with."""

from typing import Annotated

import typer

HELP = "准备一个演示县并运行网站：五个部门、各角色账号、进行中的年度工作。"


def command(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="准备好以后运行网站，或只准备。")] = True,  # noqa: FBT002  # a flag of the command line
    port: Annotated[int, typer.Option(help="端口。", min=1, max=65535)] = 8000,
) -> int:
    """Prepare the data folder, print the accounts, serve."""
    from jixiao.web.data_folder import DataFolder
    from jixiao.web.starting import migrate, start

    folder = DataFolder.named()
    folder.mark_demo()
    start()
    migrate()
    from jixiao.web.demo import PASSWORD
    from jixiao.web.demo.filling import fill

    typer.echo(f"演示数据在 {folder.path}。账号（口令都是 {PASSWORD}，仅供演示）：")
    for username, role, body in fill():
        typer.echo(f"  {username:<10} {role}（{body}）")
    if not serve:
        return 0
    from jixiao.web.background.supervising import Beside
    from jixiao.web.serving import run

    with Beside():
        return run("127.0.0.1", port, 0)
