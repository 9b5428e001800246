"""Posts and people as one sentence: 核定编制34名，实有在职人员34人，其中：…."""

from typing import TYPE_CHECKING, Any

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``people``."""

    def people(staff: Any) -> str:  # noqa: ANN401  # staff of a department
        parts = [
            words + printer.printed(value, unit=unit)
            for words, value, unit in (
                ("核定编制", staff.established_posts, "名"),
                ("在职人员", staff.in_post, "人"),
                ("离退休人员", staff.retired, "人"),
            )
            if isinstance(value, Traced)
        ]
        if not any(isinstance(value, Traced) for value in (staff.established_posts, staff.in_post)):
            parts.insert(0, f"在职人员{staff.in_post}")
        groups = [_group(group) for group in staff.groups]
        return "，".join(parts) + (f"。其中：{'；'.join(groups)}" if groups else "")

    def _group(group: Any) -> str:  # noqa: ANN401  # staff of one kind
        posts = "" if isinstance(group.name, Words) and group.name.text.endswith("编制") else "编制"
        parts = [
            words + printer.printed(value, unit=unit)
            for words, value, unit in ((posts, group.established_posts, "名"), ("实有", group.in_post, "人"))
            if isinstance(value, Traced)
        ]
        return f"{group.name}{'，'.join(parts)}" if parts else str(group.name)

    return {"people": people}
