"""Does in the background what pages do not wait for."""

from typing import Annotated

import typer

HELP = "在后台检查上传的文件。jixiao serve 自带一个；文件很多时可在本机或别的机器上再开。"


def command(
    supervised: Annotated[bool, typer.Option(help="出错退出后自动重新启动。")] = True,  # noqa: FBT002
    attached: Annotated[bool, typer.Option(help="随启动它的程序一起结束。", hidden=True)] = False,  # noqa: FBT002
) -> int:
    """Work until stopped."""
    if supervised:
        from jixiao.web.background.supervising import supervise

        return supervise(attached=attached)
    from jixiao.web.starting import start

    start()
    from jixiao.web.background.loop import run

    return run(attached=attached)
