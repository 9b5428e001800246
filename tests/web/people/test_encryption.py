"""Secrets of second factors: encrypted in the database, read after the key changed, told where they cannot be."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tests.web.people.test_login import code_of, enter, is_in
from tests.web.support import PASSWORD, County
from tests.web.test_pages import faults

from jixiao.web.people.encryption import SIGN, UnreadableSecretError, decrypted, encrypted
from jixiao.web.people.models import User
from jixiao.web.people.storing import accounts_with_unreadable_factors, encrypt_anew

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of this test
SEED = "0123456789abcdef"


@pytest.fixture
def user(county: County) -> User:
    """Somebody with a code and recovery codes."""
    found = county.people["unit_clerk"]
    TOTP.activate(found, SECRET)
    RecoveryCodes.activate(found)
    return found


def kept() -> str:
    """What the database holds, as it stands there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator ORDER BY id")
        return json.dumps([str(row[0]) for row in cursor.fetchall()])


def logs_in(user: User, code: str) -> bool:
    client = enter(user.username)
    client.post("/account/2fa/authenticate/", {"code": code})
    return is_in(client)


def recovery_codes(user: User) -> list[str]:
    found: list[str] = RecoveryCodes(
        Authenticator.objects.get(user=user, type="recovery_codes")
    ).get_unused_codes()
    return found


def test_the_database_holds_no_secret_that_can_be_read(user: User) -> None:
    assert SECRET not in kept()
    assert kept().count(SIGN) == 2
    first, *others = recovery_codes(user)
    assert logs_in(user, first)
    assert recovery_codes(user) == others
    assert logs_in(user, code_of(SECRET))


def test_two_that_are_alike_do_not_look_alike() -> None:
    assert encrypted(SECRET) != encrypted(SECRET)
    assert decrypted(encrypted(SECRET)) == SECRET


@pytest.mark.parametrize("text", [SECRET, "", SIGN, f"{SIGN}gAAAAA", f"{SIGN}口令"])
def test_what_is_not_encrypted_is_not_believed(text: str) -> None:
    with pytest.raises(UnreadableSecretError):
        decrypted(text)


def test_an_earlier_key_still_reads_and_is_needed_for_one_start_only(
    user: User, settings: LazySettings
) -> None:
    codes, before = recovery_codes(user), kept()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key"  # noqa: S105  # of this test
    assert logs_in(user, codes[0])
    encrypt_anew()
    assert kept() != before
    settings.SECRET_KEY_FALLBACKS = []
    assert recovery_codes(user) == codes[1:]
    assert logs_in(user, code_of(SECRET))
    assert accounts_with_unreadable_factors() == []


def test_a_start_changes_nothing_that_needs_no_change(user: User, settings: LazySettings) -> None:
    before = kept()
    encrypt_anew()
    settings.SECRET_KEY_FALLBACKS = ["an earlier key"]
    encrypt_anew()
    assert kept() == before
    settings.SECRET_KEY = "a third key"  # noqa: S105  # of this test
    encrypt_anew()  # nothing here can read them: they are left as they are, for the key that can
    assert kept() == before


def test_a_key_that_is_lost_is_told_at_the_login(user: User, settings: LazySettings) -> None:
    settings.SECRET_KEY = "another key"  # noqa: S105  # of this test
    assert accounts_with_unreadable_factors() == [user.username]
    client = enter(user.username)
    answer = client.post("/account/2fa/authenticate/", {"code": code_of(SECRET)})
    assert (answer.status_code, is_in(client)) == (200, False)
    assert "签名密钥已更换" in answer.content.decode()
    assert not list(faults(answer))


def test_recovery_codes_that_cannot_be_read_are_told(user: User, settings: LazySettings) -> None:
    row = Authenticator.objects.get(user=user, type="recovery_codes")
    row.data["seed"] = f"{SIGN}gAAAAA"
    row.save()
    client = enter(user.username)
    client.post("/account/2fa/authenticate/", {"code": code_of(SECRET)})
    path = "/account/2fa/recovery-codes/"
    asked = client.get(path)
    if asked.status_code == 302 and "reauthenticate" in asked["Location"]:
        client.post(asked["Location"], {"password": PASSWORD})
    answer = client.get(path, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "签名密钥已更换" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_what_an_older_version_kept_is_encrypted_and_back(user: User) -> None:
    Authenticator.objects.filter(type="recovery_codes").update(
        data={"seed": encrypted(SEED), "used_mask": 5, "migrated_codes": [encrypted("11112222")]}
    )
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    try:
        executor.migrate([("people", "0003_factors_and_former_passwords")])
        plain = [row.data for row in Authenticator.objects.order_by("pk")]
        with pytest.raises(ValidationError):  # nothing plain is taken any more
            TOTP(Authenticator.objects.get(type="totp")).validate_code("000000")
    finally:
        MigrationExecutor(connection).migrate(latest)
    assert plain == [
        {"secret": SECRET},
        {"seed": SEED, "used_mask": 5, "migrated_codes": ["11112222"]},
    ]
    assert not any(one in kept() for one in (SECRET, SEED, "11112222"))
    assert recovery_codes(user) == ["11112222"]
    assert logs_in(user, code_of(SECRET))
