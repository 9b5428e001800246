"""Fills the folder once."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import BUREAU, Role


def fill() -> list[tuple[str, str, str]]:
    """The accounts to try: account, role, body; made at the first call, looked up afterwards."""
    if not User.objects.exists():
        # Only now: what reads and scores dossiers takes longer to load than a second start takes as a whole.
        from jixiao.web.demo import PASSWORD
        from jixiao.web.demo.people import accounts, bodies, departments
        from jixiao.web.demo.year import year

        with transaction.atomic():
            dossiers, hashed = departments(), make_password(PASSWORD)
            county, made = bodies(dossiers, hashed)
            accounts(made, hashed)
            year(county, made, dossiers)
    return known()


def known() -> list[tuple[str, str, str]]:
    """One account of each role, and every officer of the bureau, in the order of the roles."""
    order = [role.value for role in Role]
    found: dict[tuple[str, int], Membership] = {}
    for one in Membership.objects.select_related("user", "organisation").order_by("user_id"):
        found.setdefault((one.role, one.user_id if one.role in BUREAU else 0), one)
    chosen = sorted(found.values(), key=lambda one: (order.index(one.role), one.user_id))
    return [(one.user.username, str(Role(one.role).label), str(one.organisation)) for one in chosen]
