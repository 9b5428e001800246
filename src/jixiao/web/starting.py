"""Starts Django for a command, with the database as the program needs it."""

import importlib.util
import os
from typing import TYPE_CHECKING

from jixiao.core.errors import UserError

if TYPE_CHECKING:
    from django.db.migrations.loader import MigrationLoader


def start() -> None:
    """Set Django up.

    Raises:
        UserError: the parts of the site are not installed, or the data folder cannot be used.
    """
    if importlib.util.find_spec("django") is None:
        raise UserError(
            "no_site",
            "没有安装网站部分，请运行 pip install 'jixiao[web]'",
            "the site is not installed: pip install 'jixiao[web]'",
        )
    from jixiao.web.data_folder import DataFolder

    DataFolder.named().prepare()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jixiao.web.settings")
    import django

    django.setup()


def migrate() -> None:
    """Bring the database to this version of the program; nothing is imported for one that is there already.

    Raises:
        UserError: the database does not answer, or was written by a newer version.
    """
    loader = _loader()
    if set(loader.disk_migrations) <= set(loader.applied_migrations):
        from jixiao.web.looked_after import up_to_date

        up_to_date.send(sender=None, using="default")
        return
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def ready() -> None:
    """For commands that only read: see that there is something to read.

    Raises:
        UserError: the database does not answer, was written by a newer version, or is empty.
    """
    if not _own(_loader()):
        raise UserError(
            "not_set_up",
            "这里还没有安装，请先运行 jixiao setup，或用环境变量 JIXIAO_DATA 指定数据文件夹",
            "nothing is set up here: run jixiao setup first, or name the data folder in JIXIAO_DATA",
        )


def _loader() -> "MigrationLoader":
    """The migrations of the program and of the database.

    Raises:
        UserError: the database does not answer, or was written by a newer version.
    """
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.utils import OperationalError

    try:
        loader = MigrationLoader(connection, ignore_no_migrations=True)
    except OperationalError as error:
        why = str(error).strip().splitlines()[0]
        raise UserError(
            "no_database",
            f"数据库连接不上：{why}。请检查 DATABASE_URL",
            f"the database does not answer: {why}; look at DATABASE_URL",
        ) from error
    if _own(loader) - set(loader.disk_migrations):
        raise UserError(
            "newer_database",
            "数据由更新版本的程序写成，请升级程序后再运行",
            "the data was written by a newer version of the program: upgrade it first",
        )
    return loader


def _own(loader: "MigrationLoader") -> set[tuple[str, str]]:
    """The migrations of ours that the database has."""
    return {name for name in loader.applied_migrations if name[0] in labels()}


def labels() -> set[str]:
    """The labels of our own applications."""
    from jixiao.web.installed import applications

    return {name.rpartition(".")[2] for name in applications()}
