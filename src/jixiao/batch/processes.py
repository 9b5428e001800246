"""Does one thing to many files in worker processes and gives the results back in the order of the arguments.

A worker that dies (out of memory, a fault in a library) takes the pool with it. The files that were in work
then are tried again one by one, each in a process of its own, so that exactly the fatal one becomes an error
and the rest go on.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from jixiao.batch.work import Check, crashed, work
from jixiao.core.report import Report

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_PROCESSES = 4
"""Fewer files than this are done sooner than processes start."""
_IN_FLIGHT = 4
"""Files handed out ahead per worker: enough to keep it busy, few enough to keep results small in memory."""


@dataclass(frozen=True, slots=True)
class Job(Generic[Item, Result]):
    """What workers do; all of it must be importable by name, items and results picklable.

    ``run`` never raises. ``lost`` gives the result of an item at which a process died. ``preload`` are the
    modules that every worker needs.
    """

    run: Callable[[Item], Result]
    lost: Callable[[Item], Result]
    preload: tuple[str, ...]


def map_reports(
    paths: Sequence[str],
    then: Callable[[Report], Result],
    *,
    jobs: int | None = None,
    check: Check | None = None,
) -> Iterator[Result]:
    """Check each path and yield ``then(report)``, which runs in the worker too, in the order of the paths.

    With processes, ``then`` and ``check`` (the pipeline's ``check_path`` by default) must be importable by
    name and results picklable. No file stops the others.
    """
    run = partial(work, then=then, check=check)
    job = Job(run, partial(_crashed, then), ("jixiao.batch.work", "jixiao.pipeline"))
    yield from map_items(paths, job, jobs)


def map_items(items: Sequence[Item], job: Job[Item, Result], jobs: int | None = None) -> Iterator[Result]:
    """The job's result of each item, in order; few items are done here unless ``jobs`` asks for processes."""
    workers = min(jobs or os.cpu_count() or 1, len(items))
    if workers <= 1 or (jobs is None and len(items) < _WORTH_PROCESSES):
        for item in items:
            yield job.run(item)
        return
    yield from _parallel(deque(items), job, workers)


def _crashed(then: Callable[[Report], Result], path: str) -> Result:
    return then(crashed(path))


def _parallel(waiting: deque[Item], job: Job[Item, Result], workers: int) -> Iterator[Result]:
    while waiting:
        flying: deque[tuple[Item, Future[Result]]] = deque()
        pool = _pool(workers, job.preload)
        try:
            while waiting or flying:
                while waiting and len(flying) < workers * _IN_FLIGHT:
                    flying.append((waiting[0], pool.submit(job.run, waiting[0])))
                    waiting.popleft()
                yield flying[0][1].result()
                flying.popleft()
        except BrokenProcessPool:
            suspects = [item for item, _ in flying]
        else:
            return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        for item in suspects:
            yield _alone(item, job)


def _alone(item: Item, job: Job[Item, Result]) -> Result:
    """One file in a process of its own, which may die."""
    with _pool(1, job.preload) as pool:
        try:
            return pool.submit(job.run, item).result()
        except BrokenProcessPool:
            return job.lost(item)


def _pool(workers: int, preload: tuple[str, ...]) -> ProcessPoolExecutor:
    """Fresh processes: a forked copy of a program with threads (a progress bar is one) may hang."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(list(preload))
    return ProcessPoolExecutor(workers, mp_context=context)
