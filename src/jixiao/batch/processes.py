"""Checks files in worker processes and gives the results back in the order of the arguments.

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
from typing import TypeVar

from jixiao.batch.work import Check, crashed, work
from jixiao.core.report import Report

Result = TypeVar("Result")

_WORTH_PROCESSES = 4
"""Fewer files than this are checked sooner than processes start."""
_IN_FLIGHT = 4
"""Files handed out ahead per worker: enough to keep it busy, few enough to keep results small in memory."""


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
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers <= 1 or (jobs is None and len(paths) < _WORTH_PROCESSES):
        for path in paths:
            yield work(path, then, check)
        return
    yield from _parallel(deque(paths), then, workers, check)


def _parallel(
    waiting: deque[str], then: Callable[[Report], Result], workers: int, check: Check | None
) -> Iterator[Result]:
    while waiting:
        flying: deque[tuple[str, Future[Result]]] = deque()
        pool = _pool(workers)
        try:
            while waiting or flying:
                while waiting and len(flying) < workers * _IN_FLIGHT:
                    flying.append((waiting[0], pool.submit(work, waiting[0], then, check)))
                    waiting.popleft()
                yield flying[0][1].result()
                flying.popleft()
        except BrokenProcessPool:
            suspects = [path for path, _ in flying]
        else:
            return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        for path in suspects:
            yield _alone(path, then, check)


def _alone(path: str, then: Callable[[Report], Result], check: Check | None) -> Result:
    """One file in a process of its own, which may die."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, path, then, check).result()
        except BrokenProcessPool:
            return then(crashed(path))


def _pool(workers: int) -> ProcessPoolExecutor:
    """Fresh processes: a forked copy of a program with threads (a progress bar is one) may hang."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["jixiao.batch.work", "jixiao.pipeline"])
    return ProcessPoolExecutor(workers, mp_context=context)
