"""Lamps and ranks of projects, sums of bodies; the triggers are made when all is migrated."""

from decimal import Decimal

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import LessThan

from jixiao.web.dashboards.standing_triggers import AWAY
from jixiao.web.dashboards.sum_triggers import MONEY, SCORES

_STEPS = models.DecimalField(max_digits=40, decimal_places=0)
_UNKNOWN = models.Q(("budget", None), ("spent", None), ("budget", 0), _connector="OR")


def _away(apps, editor):  # as Django calls it
    """SQLite changes no table that a trigger of another one writes to."""
    for triggers in (AWAY, MONEY.away, SCORES.away):
        for statement in triggers[editor.connection.vendor]:
            editor.execute(statement)


def _below(limit):
    spent = Cast(models.F("spent"), _STEPS) * 1200
    whole = Cast(models.F("budget"), _STEPS) * limit * Coalesce(models.F("month"), 12)
    return LessThan(
        models.ExpressionWrapper(spent, output_field=_STEPS),
        models.ExpressionWrapper(whole, output_field=_STEPS),
    )


def _by_lamp(none, red, yellow, green):
    return models.Case(
        models.When(_UNKNOWN, then=models.Value(none)),
        models.When(_below(60), then=models.Value(red)),
        models.When(_below(80), then=models.Value(yellow)),
        default=models.Value(green),
    )


_POINTS = models.Case(
    models.When(score__lt=Decimal(60), then=models.Value(2)),
    models.When(score__lt=Decimal(80), then=models.Value(1)),
    default=models.Value(0),
)
_KNOWN = models.Case(models.When(budget=None, then=models.Value(0)), default=models.Value(1))


def _of_body(*fields):
    return [
        (
            "id",
            models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
        ),
        ("fiscal_year", models.PositiveSmallIntegerField()),
        *fields,
        (
            "organisation",
            models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.organisation",
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0004_printed_scores"),
        ("organisations", "0002_revision"),
    ]

    operations = [
        migrations.RunPython(_away, migrations.RunPython.noop),
        migrations.AddField(
            model_name="standing",
            name="usual_lamp",
            field=models.GeneratedField(
                db_persist=True,
                expression=_by_lamp("none", "red", "yellow", "green"),
                output_field=models.CharField(max_length=6),
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="rank",
            field=models.GeneratedField(
                db_persist=True,
                expression=_by_lamp(0, 4, 2, 0) + _POINTS * 2 + _KNOWN,
                output_field=models.PositiveSmallIntegerField(),
            ),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(
                condition=models.Q(("deleted", False), ("month", None)),
                fields=["fiscal_year", "-rank", "-budget", "project", "organisation", "due"],
                name="riskiest",
            ),
        ),
        migrations.AddIndex(
            model_name="formscore",
            index=models.Index(
                condition=models.Q(("defect", ""), _negated=True),
                fields=["fiscal_year", "organisation"],
                name="unscored",
            ),
        ),
        migrations.CreateModel(
            name="MoneySum",
            fields=_of_body(
                ("month", models.SmallIntegerField()),
                ("projects", models.IntegerField()),
                ("budgeted", models.IntegerField()),
                ("known", models.IntegerField()),
                ("budget", models.BigIntegerField()),
                ("budget_high", models.BigIntegerField()),
                ("spent", models.BigIntegerField()),
                ("spent_high", models.BigIntegerField()),
                ("red", models.IntegerField()),
                ("yellow", models.IntegerField()),
                ("green", models.IntegerField()),
            ),
            options={
                "indexes": [
                    models.Index(fields=["fiscal_year", "month", "organisation"], name="money_of_bodies")
                ]
            },
        ),
        migrations.CreateModel(
            name="ScoreSum",
            fields=_of_body(
                ("grade", models.CharField(blank=True, max_length=40)),
                ("of_department", models.BooleanField()),
                ("forms", models.IntegerField()),
                ("indicators", models.BigIntegerField()),
                ("reached", models.BigIntegerField()),
                ("points", models.BigIntegerField()),
                ("scored", models.IntegerField()),
            ),
            options={
                "indexes": [
                    models.Index(
                        fields=["fiscal_year", "organisation", "grade", "of_department"],
                        name="scores_of_bodies",
                    )
                ]
            },
        ),
        migrations.RunPython(migrations.RunPython.noop, _away),
    ]
