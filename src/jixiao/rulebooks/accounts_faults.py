"""What must fit together in the tables of the final accounts and in a classification."""

from collections.abc import Iterable, Iterator

from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.rulebooks.schema.accounts import AccountsFile, AccountsTable, ClassificationFile, CodeRow, Term
from jixiao.rulebooks.stated import Problem

_ENDLESS = 9999


def of_tables(file: AccountsFile, source_ids: Iterable[str] | None = None) -> Iterator[Problem]:
    """Ids, numbers and years that clash, parts that the layout lacks, sources that the rulebook lacks."""
    known = None if source_ids is None else set(source_ids)
    for number, table in enumerate(file.tables):
        path = ("tables", number)
        for other in file.tables[:number]:
            if not _overlap(table, other):
                continue
            if table.id == other.id:
                yield _twice(path, "id", table.id)
            if table.number == other.number:
                yield _twice(path, "number", str(table.number))
        yield from _parts(path, table)
        yield from _source(path, table.source, known)
    for number, term in enumerate(file.terms):
        if any(term.name == other.name and _overlap(term, other) for other in file.terms[:number]):
            yield _twice(("terms", number), "name", term.name)
        yield from _source(("terms", number), term.source, known)


def of_codes(file: ClassificationFile, source_ids: Iterable[str] | None = None) -> Iterator[Problem]:
    """Codes that are none, that stand twice in a year, or whose source the rulebook lacks."""
    known = None if source_ids is None else set(source_ids)
    both: tuple[tuple[str, type[Code], tuple[CodeRow, ...]], ...] = (
        ("functional", FunctionalCode, file.functional),
        ("economic", EconomicCode, file.economic),
    )
    for topic, kind, rows in both:
        digits = "、".join(str(sum(kind.WIDTHS[: level + 1])) for level in range(len(kind.WIDTHS)))
        for number, row in enumerate(rows):
            path = (topic, number)
            if kind.read(row.code) is None:
                zh = f"“{row.code}”不是科目编码，应为{digits}位数字。请改正。"
                en = f"{row.code!r} is no code: it has {digits.replace('、', ', ')} digits. Correct it."
                yield Problem((*path, "code"), zh, en)
            if any(row.code == other.code and _overlap(row, other) for other in rows[:number]):
                yield _twice(path, "code", row.code)
            yield from _source(path, row.source, known)


def _parts(path: tuple[str | int, ...], table: AccountsTable) -> Iterator[Problem]:
    """Every layout needs parts of its own; figures of a lane are as many as its columns."""
    wanted = {
        "lanes": ("left", "columns", "rows"),
        "codes": ("columns", "rows"),
        "economic_lanes": ("lanes", "rows", "columns"),
        "single": ("columns",),
    }[table.layout]
    for name in wanted:
        if not getattr(table, name):
            zh = f"版式 layout = “{table.layout}”的表缺少 {name}。请补上。"
            yield Problem(path, zh, f"a table with layout {table.layout!r} lacks {name}. Add it.")
    if table.layout != "lanes":
        return
    for number, foot in enumerate(table.feet):
        if foot.right.label and len(foot.right.facts) != len(table.columns):
            zh = f"右边有{len(table.columns)}栏，这一行写了{len(foot.right.facts)}个数。请写成一样多。"
            en = f"the right side has {len(table.columns)} columns, this line {len(foot.right.facts)} facts."
            yield Problem((*path, "feet", number), zh, en)


def _source(path: tuple[str | int, ...], name: str, known: set[str] | None) -> Iterator[Problem]:
    if known is not None and name not in known:
        zh = f"没有编号为“{name}”的依据。请在 rulebook.toml 的 [[sources]] 里加上，或改正编号。"
        en = (
            f"there is no source with the id {name!r}. Add it to [[sources]] of rulebook.toml, or correct it."
        )
        yield Problem((*path, "source"), zh, en)


def _twice(path: tuple[str | int, ...], name: str, value: str) -> Problem:
    zh = f"同一年度里 {name} = “{value}”用了两次。请改正一个，或用 from、until 分开。"
    en = f"{name} = {value!r} stands twice for the same year. Correct one, or part them by from, until."
    return Problem((*path, name), zh, en)


def _overlap(one: AccountsTable | CodeRow | Term, other: AccountsTable | CodeRow | Term) -> bool:
    return one.from_year <= (other.until or _ENDLESS) and other.from_year <= (one.until or _ENDLESS)
