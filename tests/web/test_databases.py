"""Where ``make test`` has both databases no test falls between them, and what the Makefile says is what the marks mean."""

import re
from itertools import combinations

import pytest
from _pytest.mark.expression import Expression
from tests.support import ROOT
from tests.web.databases import runs, tell_apart

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
MARKS = ("both", "browser", "django_db", "long", "sqlite")


def expression(target: str) -> Expression:
    """What ``make`` gives pytest as ``-m`` for a target where there is PostgreSQL."""
    recipe = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.MULTILINE)
    assert recipe
    (found,) = re.findall(r"-m \"([^\"]+)\"", recipe[1])
    return Expression.compile(found)


@pytest.mark.parametrize(
    "marks",
    [some for number in range(len(MARKS) + 1) for some in combinations(MARKS, number)],
    ids=lambda marks: "+".join(marks) or "none",
)
def test_the_makefile_runs_what_the_marks_say(marks: tuple[str, ...]) -> None:
    selected = [
        database
        for database, target in (("sqlite", "unit"), ("postgresql", "postgresql"))
        if expression(target).evaluate(lambda name, **_: name in marks)
    ]
    assert selected == runs(set(marks))


def test_nothing_is_left_out_where_postgresql_does_not_follow() -> None:
    (condition,) = re.findall(r"\$\(if \$\((\w+)\),-m \"not browser\"\)", MAKEFILE)
    assert f'{condition}="$(shell $(PY) tools/postgresql.py)"' in MAKEFILE
    assert f"\n{condition} " not in MAKEFILE


@pytest.mark.parametrize(
    ("marks", "fixtures", "on"),
    [
        ([], [], ["sqlite"]),
        ([], ["db"], ["sqlite", "postgresql"]),
        (["django_db"], [], ["sqlite", "postgresql"]),
        ([], ["live_server"], ["sqlite", "postgresql"]),
        ([], ["set_up"], ["sqlite", "postgresql"]),
        (["sqlite"], ["db"], ["sqlite"]),
        ([], ["browser", "live_server"], ["postgresql"]),
        (["django_db"], ["browser"], ["postgresql"]),
        (["both"], ["browser", "live_server"], ["sqlite", "postgresql"]),
    ],
)
def test_where_a_test_runs(
    marks: list[str], fixtures: list[str], on: list[str], request: pytest.FixtureRequest
) -> None:
    item = another(request, marks, fixtures)
    tell_apart([item])
    assert runs({mark.name for mark in item.iter_markers()}) == on


def test_one_that_would_run_nowhere_is_refused(request: pytest.FixtureRequest) -> None:
    with pytest.raises(pytest.UsageError, match="neither database"):
        tell_apart([another(request, ["sqlite"], ["browser"])])


def another(request: pytest.FixtureRequest, marks: list[str], fixtures: list[str]) -> pytest.Item:
    """A test beside the one that asks, with these marks and fixtures."""
    made: pytest.Function = pytest.Function.from_parent(
        request.node.parent, name="test", callobj=lambda: None
    )
    made.fixturenames = fixtures
    for mark in marks:
        made.add_marker(mark)
    return made
