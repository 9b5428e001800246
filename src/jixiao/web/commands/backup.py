"""Takes a backup of this installation."""

from pathlib import Path
from typing import Annotated

import typer

HELP = "备份本系统的数据库和上传的文件，不必停止网站。"


def command(
    output: Annotated[Path, typer.Option("--output", "-o", help="备份文件，如 备份.zip；不覆盖已有的文件。")],
    with_key: Annotated[bool, typer.Option("--with-key", help="连同签名密钥，须严格保管。")] = False,  # noqa: FBT002  # a flag of the command line
) -> int:
    """Say what was kept."""
    from jixiao.web.data_folder import DataFolder
    from jixiao.web.starting import ready, start

    start()
    ready()
    from jixiao.web.backups.making import make

    made = make(DataFolder.named(), output.absolute(), with_key=with_key)
    number, seal = made.manifest.head
    typer.echo(f"已备份到 {output}（{made.size / 2**20:.1f} MB）：")
    typer.echo(f"  {len(made.manifest.tables)} 张表 {made.rows} 行，上传的文件 {made.uploads} 个")
    typer.echo(f"  审计日志到第 {number} 条为止，末条封印 {seal[:16]}…")
    typer.echo(
        "  其中含密钥，请严格保管。"
        if with_key
        else "  不含密钥；恢复后会另作一个，所有人须重新登录。动态口令用它加密，请把密钥另行保管。"
    )
    return 0
