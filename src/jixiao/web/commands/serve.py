"""Serves the site of this installation."""

from typing import Annotated

import typer

HELP = "运行网站，数据在 JIXIAO_DATA 指定的文件夹。"


def command(
    host: Annotated[str, typer.Option(help="监听地址。")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口；0 表示任选一个空闲的。", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="工作进程数；0 表示按处理器个数。", min=0)] = 0,
    checking: Annotated[  # noqa: FBT002  # an option of the command line
        bool, typer.Option(help="同时在后台检查上传的文件；--no-checking 则另用 jixiao worker。")
    ] = True,
) -> int:
    """Migrate, then answer until stopped."""
    from contextlib import nullcontext

    from jixiao.web.background.supervising import Beside
    from jixiao.web.serving import run
    from jixiao.web.starting import migrate, start

    start()
    migrate()
    with Beside() if checking else nullcontext():
        return run(host, port, workers)
