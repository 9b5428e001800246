"""Programs that ask the API: each with a token of its person."""

import datetime as dt
import itertools
import json
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone
from tests.web.support import signed_in

from jixiao.web.people.models import User
from jixiao.web.tokens.models import Token, digest

if TYPE_CHECKING:
    from django.test import Client

_NUMBERS = itertools.count()


def token(user: User, **more: Any) -> str:
    """The secret of a new token of the person."""
    secret = f"secret-{next(_NUMBERS)}"
    until = timezone.localdate() + dt.timedelta(days=30)
    Token.objects.create(user=user, name="Program", digest=digest(secret), **{"until": until, **more})
    return secret


class Program:
    """Asks with a token; ``ask`` takes the method, the address below ``/api/v1/`` and what is sent as JSON."""

    def __init__(self, secret: str | None) -> None:
        self.client: Client = signed_in(None)
        self.headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}

    def ask(self, method: str, path: str, sent: object = None, **headers: str) -> HttpResponse:
        body = "" if sent is None else sent if isinstance(sent, str) else json.dumps(sent)
        return self.client.generic(
            method, f"/api/v1/{path}", body, "application/json", headers={**self.headers, **headers}
        )

    def send(self, path: str, sent: dict[str, Any]) -> HttpResponse:
        """A form with files."""
        return self.client.post(f"/api/v1/{path}", sent, headers=self.headers)

    def get(self, path: str) -> Any:
        """The JSON of an answer that is no refusal."""
        answer = self.ask("GET", path)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()


def program(user: User) -> Program:
    """A program of the person."""
    return Program(token(user))


def errors(answer: HttpResponse) -> list[dict[str, str]]:
    """The refusals of an answer, which have one shape everywhere."""
    assert answer["Content-Type"].partition(";")[0] == "application/json", answer.content[:200]
    found = answer.json()["errors"]
    assert found
    assert all(set(one) == {"code", "where", "message"} and one["message"] for one in found)
    return list(found)
