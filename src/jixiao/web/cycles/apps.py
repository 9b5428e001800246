"""Looks after the numbers of forms."""

from django.apps import AppConfig


class CyclesConfig(AppConfig):
    """Cycles."""

    name = "jixiao.web.cycles"

    def ready(self) -> None:
        """See to the triggers after every migration."""
        from jixiao.web.cycles.tally_triggers import TALLIES
        from jixiao.web.looked_after import look_after

        look_after(self, TALLIES.ensure, "cycles.tallies")
