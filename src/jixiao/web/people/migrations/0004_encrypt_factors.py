from django.db import migrations

from jixiao.web.people.encryption import SIGN, changed, decrypted, encrypted


def encrypt(apps, schema_editor):
    """Encrypt the secrets that older versions kept as they were."""
    if schema_editor.connection.vendor == "sqlite":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")  # nothing of them is left in the pages of the file
    _change(apps, lambda text: text if text.startswith(SIGN) else encrypted(text))


def decrypt(apps, schema_editor):
    """As they were."""
    _change(apps, decrypted)


def _change(apps, change):
    for row in apps.get_model("mfa", "Authenticator").objects.order_by("pk"):
        row.data = changed(row.data, change)
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_factors_and_former_passwords"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(encrypt, decrypt)]
