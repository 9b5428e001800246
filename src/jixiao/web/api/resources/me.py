"""Who asks: the account, its roles, the token."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from jixiao.web.api.shapes import REFUSED, Body, body
from jixiao.web.people.permissions import ANYONE, needs

router = Router(tags=["me"])


class Held(Schema):
    """A role at a body; it reaches everything below."""

    role: str
    body: Body
    until: date | None


class Shown(Schema):
    """The token that was shown."""

    id: int
    name: str
    until: date


class Me(Schema):
    """The person of the token."""

    username: str
    full_name: str
    body: Body
    roles: list[Held]
    token: Shown


@router.get("/me", response={200: Me, **REFUSED}, url_name="me")
@needs(ANYONE)
def me(request: HttpRequest) -> Any:
    """The person of the token, the roles in force, and until when the token holds."""
    user, token = request.user, request.token
    return {
        "username": user.username,
        "full_name": user.full_name,
        "body": body(user.organisation),
        "roles": [
            {"role": one.role, "body": body(one.organisation), "until": one.until} for one in user.held()
        ],
        "token": {"id": token.pk, "name": token.name, "until": token.until},
    }
