"""Conventions of the site: exact columns, scoped querysets, no writes past the actions."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from tests.support import PACKAGE, ROOT
from tests.web.own_actions import actions

OURS = [model for model in apps.get_models() if model.__module__.startswith("jixiao.")]
FILES = sorted(path for path in (PACKAGE / "web").rglob("*.py") if "migrations" not in path.parts)
# Many rows at once, without an action and its entry in the log. `update` of a dict or a hash is something else.
BULK = {"bulk_create", "bulk_update", "update", "delete", "update_or_create", "raw"}
# Files that are the write itself: actions, what signals of a login keep, and the parts that actions are made of.
WRITING = ("actions", "signals.py", "storing.py", "demo")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_column_is_inexact(model: type[models.Model]) -> None:
    wrong = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, (models.DecimalField, models.FloatField))
    ]
    assert not wrong, f"{model._meta.label}.{wrong}: use MoneyField or ScoreField; SQLite keeps these as REAL"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_writes_of_many_rows_are_actions(path: Path) -> None:
    if any(part in WRITING for part in path.relative_to(PACKAGE / "web").parts):
        return
    wrong = [
        f"line {node.lineno}: {node.func.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _writes(node.func)
    ]
    assert not wrong, f"{path.relative_to(ROOT).as_posix()}: {wrong}: write an action"


def _writes(called: ast.Attribute) -> bool:
    """A bulk write at the end of a chain that starts at a manager: ``….objects.….update(…)``."""
    if called.attr not in BULK:
        return False
    return any(isinstance(node, ast.Attribute) and node.attr == "objects" for node in ast.walk(called.value))


def test_every_action_says_who_may_and_what_it_is_called() -> None:
    for action in actions():
        assert callable(action.permission.test), action
        assert action.verb == action.verb.lower(), action
    verbs = [action.verb for action in actions()]
    assert len(verbs) == len(set(verbs)), "two actions have the same verb in the log"


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_password_of_the_database_in_the_settings() -> None:
    assert settings.DEBUG is False
    assert "*" not in settings.ALLOWED_HOSTS
