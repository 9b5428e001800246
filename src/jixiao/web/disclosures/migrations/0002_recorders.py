"""Which side recorded an approval or an exemption: until now only the bureau could."""

from django.db import migrations, models

RECORDERS = [("bureau", "财政部门登记"), ("department", "部门登记")]


def recorded_by_the_bureau(apps, _schema) -> None:
    disclosures = apps.get_model("disclosures", "Disclosure").objects
    disclosures.filter(approved_on__isnull=False).update(approved_by="bureau")
    disclosures.exclude(exempt_reason="").update(exempt_by="bureau")


class Migration(migrations.Migration):
    dependencies = [("disclosures", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="disclosure",
            name="approved_by",
            field=models.CharField(
                blank=True, choices=RECORDERS, default="", max_length=10, verbose_name="批复日期登记方"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="disclosure",
            name="exempt_by",
            field=models.CharField(
                blank=True, choices=RECORDERS, default="", max_length=10, verbose_name="不适用登记方"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(recorded_by_the_bureau, migrations.RunPython.noop),
    ]
