"""Final accounts in words and tables: items under their classes, the glossary, the tables of the place.

``{{ accounts_tables() }}`` puts every table of the package; ``{{ glossary(text, lines) }}`` explains the
terms that the text uses and the items of the lines; ``path_of(line)`` names an item with its classes.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.core.classification import EconomicCode, FunctionalCode
from jixiao.reports import signs
from jixiao.reports.accounts.place import codes_of, rules_of
from jixiao.reports.accounts.tree import grown
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import field, plain
from jixiao.rulebooks.accounts import terms

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``accounts_tables``, ``class_sums``, ``economic_items``, ``path_of`` and ``glossary``."""

    @pass_context
    def accounts_tables(context: Context) -> str:
        """Every table of the place's package, each on a page of its own; a gap where it has none."""
        from jixiao.reports.accounts.tables import inserts

        rules = rules_of(context)
        given = dict(context.get_all())
        made = [printer.insert(one) for one in inserts(rules.folders, rules.year, given, printer)]
        return "".join(made) or str(Gap(printer, "决算表的表样"))

    @pass_context
    def class_sums(context: Context, rows: Iterable[object]) -> list[tuple[object, object]]:
        """The name and the outturn of every class, from the highest level that is stated."""
        known = codes_of(context)

        def name_of(code: object) -> object:
            row = known.row(code) if isinstance(code, FunctionalCode) else None
            return row.name if row is not None else Gap(printer, f"科目{code}的名称")

        tops = grown(rows, FunctionalCode, name_of)
        pairs = [(top.name, top.value(lambda line: field(line, "outturn"), printer)) for top in tops]
        return [(name, value) for name, value in pairs if isinstance(value, Traced) and value.value != 0]

    def economic_items(rows: Sequence[object], classes: Iterable[str], *, amounts: bool = True) -> object:
        """基本工资236.95万元、津贴补贴164.00万元 of these classes; a gap where no item is stated.

        ``amounts=False`` names them only.
        """
        above = {EconomicCode.parse(text) for text in classes}
        told = [
            f"{field(row, 'name')}{value if amounts else ''}"
            for row in rows
            if (code := EconomicCode.read(plain(field(row, "code")))) is not None
            and code.parent in above
            and isinstance(value := field(row, "outturn"), Traced)
            and value.value != 0
        ]
        return "、".join(told) if told else Gap(printer, "经济分类明细")

    @pass_context
    def path_of(context: Context, line: object) -> str:
        """The names of a functional item and of what stands above it, as reports write them."""
        code = FunctionalCode.read(plain(field(line, "code")))
        if code is None:
            return str(field(line, "name"))
        names = [f"{field(line, 'name')}（{code.level}）"]
        above = code.parent
        while above is not None:
            row = codes_of(context).row(above)
            name = row.name if row is not None else _stated_name(context, above)
            if name:
                names.insert(0, f"{name}（{above.level}）")
            above = above.parent
        return "".join(names)

    @pass_context
    def glossary(context: Context, text: str, rows: Iterable[object]) -> str:
        """Numbered: the terms that the text uses, then the items whose purpose the place's list tells."""
        rules = rules_of(context)
        plain_text = signs.opened(text)[0]
        told = [
            f"{term.name}：{term.text}"
            for term in terms(rules.folders, rules.year)
            if any(word in plain_text for word in (term.name, *term.aliases))
        ]
        for row in rows:
            known = codes_of(context).row(FunctionalCode.read(plain(field(row, "code"))))
            if known is not None and known.means:
                told.append(f"{path_of(context, row)}：指{known.means}。")
        return "\n\n" + "\n".join(f"{number}. {one}" for number, one in enumerate(told, start=1)) + "\n\n"

    return {
        "accounts_tables": accounts_tables,
        "class_sums": class_sums,
        "economic_items": economic_items,
        "path_of": path_of,
        "glossary": glossary,
    }


def _stated_name(context: Context, code: FunctionalCode) -> object:
    """The name that the dossier itself gives a code that the place's list lacks; empty where it has none."""
    accounts = context["accounts"]
    for rows in (accounts.functions, accounts.general_lines, accounts.fund_lines, accounts.capital_lines):
        for row in rows:
            if plain(field(row, "code")) == str(code):
                return field(row, "name")
    return ""
