"""Tasks of dead workers are taken up again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.web.documents.conftest import WRONG
from tests.web.documents.people import Place

from jixiao.web.actions import carry_out
from jixiao.web.background.loop import drain
from jixiao.web.background.models import Beat
from jixiao.web.background.storing import SILENCE, beat, forget, revive
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.models import State, Version
from jixiao.web.documents.storage import store
from jixiao.web.documents.tasks import ATTEMPTS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begun(_own_folder: None) -> DBTaskResult:
    """A check that a worker has begun."""
    place = Place()
    carry_out(UploadDocument(place.clinic, "a.txt", store([WRONG.encode()]), declared=True), place.clerk)
    task = DBTaskResult.objects.get()
    beat("first")
    task.claim("first")
    Version.objects.update(state=State.CHECKING)
    return task


def test_a_living_worker_keeps_its_task(begun: DBTaskResult) -> None:
    assert revive() == 0
    begun.refresh_from_db()
    assert begun.status == TaskResultStatus.RUNNING


def test_a_silent_worker_loses_it(begun: DBTaskResult) -> None:
    assert revive(timezone.now() + SILENCE + timedelta(seconds=1)) == 1
    begun.refresh_from_db()
    assert begun.status == TaskResultStatus.READY
    assert not Beat.objects.exists()


def test_what_an_ended_worker_left_is_done_by_the_next(begun: DBTaskResult) -> None:
    forget("first")
    drain("second")
    begun.refresh_from_db()
    assert begun.status == TaskResultStatus.SUCCESSFUL
    assert begun.worker_ids == ["first", "second"]
    assert Version.objects.get().state == State.CHECKED


def test_a_file_that_kills_worker_after_worker_is_left_alone(begun: DBTaskResult) -> None:
    forget("first")
    begun.worker_ids = [f"dead-{number}" for number in range(ATTEMPTS)]
    begun.save()
    drain("last")
    version = Version.objects.get()
    assert version.state == State.UNREADABLE
    assert version.error_code == "worker_died"
