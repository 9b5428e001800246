"""Work without the collector of cycles: what it makes lives until it ends, and would be searched in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector, unless it is paused already."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def acyclic() -> Iterator[None]:
    """Pause the collector for work that makes no cycles, and spare it the search of what was made.

    Once it is on again, it would search all that was made since; freezing and thawing counts that as old,
    which only a full search looks at. What others froze stays frozen: then it is as ``uncollected``.
    """
    if not gc.isenabled():
        yield
        return
    with uncollected():
        yield
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
