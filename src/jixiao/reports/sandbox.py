"""What a template may touch: stated fields of facts and nothing else."""

from typing import Any

from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from jixiao.reports.accounts.rows import BudgetRow
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Nothing, Rows, View, Words, names_of
from jixiao.rulebooks.schema.accounts import CodeRow

_TOOLS = (LoopContext, Cycler, Joiner, Namespace)


class Sandbox(ImmutableSandboxedEnvironment):
    """Lets templates read fields of views, and the tools of Jinja; numbers and words are closed.

    So a template cannot print words of the dossier without their marks, nor reach a file or a module.
    """

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  # as in Jinja
        """Whether a template may read this attribute."""
        if isinstance(obj, View):
            return attr in names_of(obj._model)  # noqa: SLF001  # views hide it from templates
        if isinstance(obj, Rows):
            return attr == "number"
        if isinstance(obj, Gap):
            return isinstance(value, Gap)
        if isinstance(obj, BudgetRow | CodeRow):
            return not attr.startswith("_") and isinstance(value, View | Gap | Words | str)
        if isinstance(obj, Traced | Words | Nothing):
            return False
        if isinstance(obj, (*_TOOLS, str, dict, list, tuple)):
            return super().is_safe_attribute(obj, attr, value)
        return False
