"""What whoever saved cells is told: the page's grid, and programs."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from jixiao.web.filings.grid_data import computed
from jixiao.web.filings.scores import score_of

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task
    from jixiao.web.filings.actions.save_cells import Saved


def after_saving(task: "Task", saved: "Saved") -> dict[str, Any]:
    """What became of each cell, what follows from them, and the score.

    A cell with ``error`` was not saved and ``text`` is what stands there now; ``theirs``: by somebody else.
    """
    outcomes = [
        {
            "table": one.cell.table,
            "row": one.cell.row,
            "column": one.cell.column,
            "text": one.text,
            "error": one.error,
            "theirs": one.theirs,
        }
        for one in saved.outcomes
    ]
    return {
        "cells": outcomes,
        "computed": computed(saved.form, [one.cell for one in saved.outcomes if not one.error]),
        "score": score_of(task, language(), saved.form),
    }


def language() -> str:
    """``zh`` or ``en``."""
    return "en" if get_language() == "en" else "zh"
