"""Files from outside are opened in a worker process with limits on time, memory and output."""

from jixiao.formats.guarded.guard import Guard, Limits, of_process

__all__ = ["Guard", "Limits", "of_process"]
