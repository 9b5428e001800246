"""The examples of docs/api.md are asked and answered as it says; answers are of the shapes that OpenAPI states."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.support import ROOT
from tests.web.api.operations import operations
from tests.web.api.support import program
from tests.web.api.test_access import asked
from tests.web.filings.support import form
from tests.web.support import HERE, County

from jixiao.web.api.service import API
from jixiao.web.people.roles import Role
from jixiao.web.programs import CODES

pytestmark = pytest.mark.django_db
GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```http\n(.+?)\n(?:\n(.+?)\n)?```", re.DOTALL)


def holds(told: Any, answer: Any) -> bool:
    """Whether the answer says all that the guide tells of it; of a list the guide may leave items out."""
    if isinstance(told, dict):
        return all(name in answer and holds(value, answer[name]) for name, value in told.items())
    if isinstance(told, list):
        return all(any(holds(one, other) for other in answer) for one in told)
    return bool(told == answer)


def test_every_example_of_the_guide(county: County) -> None:
    task = form(county)
    asking = program(county.people[str(Role.UNIT_CLERK)])
    known = {"{form}": str(task.pk), "{project}": str(task.project_id)}
    text = GUIDE
    for name, value in known.items():
        text = text.replace(name, value)
    blocks = BLOCK.findall(text)
    assert len(blocks) == 2 * text.count("HTTP/1.1") == 14
    for (question, body), (status, told) in zip(blocks[::2], blocks[1::2], strict=True):
        method, path = question.split()
        answer = asking.ask(method, path.removeprefix("/api/v1/"), body or None)
        assert f"HTTP/1.1 {answer.status_code}" == status, (question, answer.content.decode())
        assert holds(json.loads(told), answer.json()), (question, answer.content.decode())


def test_the_guide_names_every_address_and_code() -> None:
    for path in API.get_openapi_schema()["paths"]:
        words = re.sub(r"\{.*?\}", "{}", path.removeprefix("/api/v1/"))
        assert f"{words}`" in re.sub(r"\{.*?\}", "{}", GUIDE), path
    for code in set(CODES.values()) - {"failed"}:
        assert f"`{code}`" in GUIDE, code


def test_the_document_states_every_operation_and_needs_a_token(county: County) -> None:
    asking = program(county.people[str(Role.UNIT_CLERK)])
    told = asking.get("openapi.json")
    ((name, scheme),) = told["components"]["securitySchemes"].items()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    stated = [one for path in told["paths"].values() for one in path.values()]
    assert len(stated) == len(operations())
    for one in stated:
        assert one["security"] == [{name: []}]
        assert one["description"]
        assert {"401", "403", "404", "413", "422", "429"} <= set(map(str, one["responses"])), one[
            "operationId"
        ]


@pytest.mark.parametrize("operation", operations(), ids=lambda one: f"{one.method} {one.name}")
def test_answers_are_as_the_document_states(county: County, operation: Any) -> None:
    stated = json.loads(json.dumps(API.get_openapi_schema()))
    path = next(one for one in stated["paths"] if fits(one, f"/api/v1/{operation.at(HERE)}"))
    responses = stated["paths"][path][operation.method.lower()]["responses"]
    for role in (Role.UNIT_CLERK, Role.PERFORMANCE_OFFICER, Role.SYSTEM_ADMINISTRATOR):
        answer = asked(program(county.people[str(role)]), operation, HERE)
        if answer.streaming:
            continue
        schema = responses[str(answer.status_code)]["content"]["application/json"]["schema"]
        Draft202012Validator({**schema, "components": stated["components"]}).validate(answer.json())


def fits(stated: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"\{.*?\}", "[^/]+", stated), path) is not None
