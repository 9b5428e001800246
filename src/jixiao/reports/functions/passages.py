"""Passages that templates share: ``{{ passage("running_cost") }}``, ``{{ passage("assets", limit="100") }}``.

A passage sees the facts and what it is given by name, nothing else of the template that takes it in. Its
headings are numbered on with those around it.
"""

import difflib
from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.reports.accounts.place import rules_of
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Unfit
from jixiao.rulebooks.passages import passages

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``passage``: the text of that name, of the place or the nearest parent that has it."""

    @pass_context
    def passage(context: Context, name: str, **given: object) -> str:
        from jixiao.reports.environment import rendered

        rules = rules_of(context)
        known = passages(rules.folders, rules.year)
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"，可能是“{near[0]}”" if near else f"；有：{'、'.join(sorted(known)) or '无'}"
            raise Unfit(f"没有“{name}”这一段{hint}")
        found = known[name]
        if set(given) != set(found.head.takes):
            wanted = "、".join(found.head.takes) or "不用"
            raise Unfit(f"“{name}”这一段要给的名称是：{wanted}；给了：{'、'.join(given) or '没有'}")
        text = rendered(found.body, found.file, found.body_line, {**context.parent, **given}, printer)
        return f"\n\n{text}\n\n"

    return {"passage": passage}
