"""One worker: takes tasks from the database, one after another, until it is told to stop."""

import contextlib
import os
import secrets
import signal
import socket
import threading
from typing import Final

from django.db import DatabaseError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from jixiao.web.background import parent
from jixiao.web.background.storing import beat, forget, revive

_QUEUE: Final = "default"
_PAUSE: Final = 0.5
"""Seconds between two looks at an empty queue."""
_BEAT: Final = 5.0
_GRACE: Final = 5.0
"""Seconds that a running task gets when the worker is told to stop; longer ones are taken up again later."""


def worker_named(name: str) -> Worker:
    """A worker of django-tasks that empties the queue and returns."""
    return Worker(
        queue_names=[_QUEUE],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )


def drain(name: str = "drain") -> None:
    """Do everything that waits, here and now."""
    revive()
    beat(name)
    worker_named(name).run()
    forget(name)


def run(*, attached: bool) -> int:
    """Work until a signal comes or, where ``attached``, until the parent is gone."""
    name = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
    stop = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    if attached:
        parent.watch(stop)
    worker = worker_named(name)
    beat(name)
    threading.Thread(target=_beating, args=(name, stop), daemon=True).start()
    threading.Thread(target=_ending, args=(name, worker, stop), daemon=True).start()
    while not stop.is_set():
        with contextlib.suppress(DatabaseError):  # it may be away for a moment; the next look tells
            revive()
            worker.run()
        close_old_connections()
        stop.wait(_PAUSE)
    forget(name)
    return 0


def _beating(name: str, stop: threading.Event) -> None:
    while not stop.wait(_BEAT):
        with contextlib.suppress(DatabaseError):
            beat(name)
        close_old_connections()
    connection.close()


def _ending(name: str, worker: Worker, stop: threading.Event) -> None:
    """End the process even in the middle of a task: it stays in the queue and nothing of it was written."""
    stop.wait()
    worker.running = False
    threading.Event().wait(_GRACE)
    with contextlib.suppress(DatabaseError):
        forget(name)
    os._exit(0)
