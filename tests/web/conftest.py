"""Settings of the site's tests: a data folder of their own, the database that DATABASE_URL names, else SQLite."""

import atexit
import logging
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module

import pytest

# Before Django reads its settings, once a process: pytest-xdist's workers inherit the folder of the first.
if "JIXIAO_TEST_DATA" not in os.environ:
    os.environ["JIXIAO_TEST_DATA"] = tempfile.mkdtemp(prefix="jixiao-tests-")
    atexit.register(shutil.rmtree, os.environ["JIXIAO_TEST_DATA"], ignore_errors=True)
os.environ["JIXIAO_DATA"] = os.environ["JIXIAO_TEST_DATA"]
os.environ["JIXIAO_HTTPS"] = "0"
os.environ["DJANGO_SETTINGS_MODULE"] = "jixiao.web.settings"

import django  # reads its settings above

django.setup()

from django.db import connection  # noqa: E402
from django.test import TransactionTestCase  # noqa: E402
from pytest_django import DjangoDbBlocker  # noqa: E402
from tests.web.databases import tell_apart  # noqa: E402
from tests.web.installations import Installation, copy_tables, installation, with_tables  # noqa: E402
from tests.web.kept import QUICK_PASSWORDS, KeptCounty, asks_the_database  # noqa: E402
from tests.web.support import ELSEWHERE, County  # noqa: E402
from tests.web.support import county as make_county  # noqa: E402

_CLOSE = import_module("jixiao.web.audit.migrations.0002_append_only")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before ``-m`` chooses: say on which databases each runs."""
    tell_apart(items)


@contextmanager
def open_log() -> Iterator[None]:
    """The audit log without its triggers."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for statement in _CLOSE._AWAY[connection.vendor]:
            cursor.execute(statement)
    yield
    with connection.cursor() as cursor:
        for statement in _CLOSE._SQLITE if sqlite else _CLOSE._POSTGRESQL:
            cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def _tables_can_be_emptied() -> Iterator[None]:
    """After a test that commits, Django deletes every row: the log's triggers would refuse that."""
    emptied = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        with open_log():
            emptied(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = emptied


@pytest.fixture(autouse=True)
def _quick_passwords(settings: object) -> None:
    """Hashing a password slowly is the point of it, but not of these tests."""
    settings.PASSWORD_HASHERS = QUICK_PASSWORDS


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """Refusals are what many tests are about; their log lines would bury a failure."""
    logging.getLogger("django").setLevel(logging.ERROR)


@pytest.fixture(autouse=True)
def _no_second_factor(settings: object) -> None:
    """The second factor of administrators has tests of its own."""
    settings.TOTP_FOR_ADMINISTRATORS = False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """Before Django migrates the database of this process: the tables are there, so nothing is left to migrate.

    On SQLite it finds them in its database in memory, which is there while somebody has it open.
    """
    del django_db_modify_db_settings_parallel_suffix
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = with_tables().database
        yield
        return
    with closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as memory:
        copy_tables(memory)
        yield


@pytest.fixture(scope="session")
def _kept_county(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[KeptCounty]:
    kept = KeptCounty(django_db_blocker)
    yield kept
    kept.put_away()


@pytest.fixture(scope="class", autouse=True)
def _around_the_test(request: pytest.FixtureRequest) -> None:
    """Of the class, which for a function is the function: so it comes before the transaction of the test."""
    test = request.node
    assert isinstance(test, pytest.Item), (
        "tests of the site are functions: a class would begin before each test"
    )
    if asks_the_database(test):
        request.getfixturevalue("_kept_county").prepare(test)


@pytest.fixture
def county(db: None, _kept_county: KeptCounty) -> County:
    """A small county with one account a role."""
    return _kept_county.copy() or make_county()


@pytest.fixture
def elsewhere(county: County, _kept_county: KeptCounty) -> None:
    """Another county, whose sample rows have the number ``ELSEWHERE``."""
    if _kept_county.copy() is None:
        make_county("Shi", ELSEWHERE)


@pytest.fixture(scope="session")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """What ``jixiao setup`` makes: three accounts. No test changes it: each takes a copy (``copied``)."""
    with installation(tmp_path_factory.mktemp("set-up") / "data", tables=True) as made:
        told = made.run("setup", "--code", "430406", "--name", "雁峰区")
        assert told.returncode == 0, told.stderr
        yield made
