"""The review as lines for the terminal: what was recognised, what would change, what stands against it."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from unicodedata import east_asian_width

from jixiao.core.accounts_review import Change, Conflict, Notice, Review, TableRead
from jixiao.core.money import Money
from jixiao.core.place import Place
from jixiao.renderers.text import safe_name
from jixiao.renderers.wording import Language, message_of, place_words

_WIDEST = 44
"""Columns of a name before its amounts follow without alignment."""

_MOST_PLACES = 6


def render(review: Review, language: Language = "zh") -> str:
    """The whole review, with what to do next as its last line."""
    return "\n".join(_lines(review, language)) + "\n"


def _lines(review: Review, language: Language) -> Iterator[str]:
    zh = language == "zh"
    target = (
        (review.dossier or "新档案")
        if zh
        else (f"the dossier {review.dossier}" if review.dossier else "a new dossier")
    )
    whose = f"{review.department} {review.year}"
    yield f"决算表导入审核：{whose}年度 → {target}" if zh else f"Final accounts of {whose} for {target}"
    yield from _recognised(review, zh=zh)
    yield from _passed_by(review.passed_by, zh=zh)
    yield from _changes(review, zh=zh)
    yield from _conflicts(review.conflicts, zh=zh)
    yield from _notices("不能存入的原因" if zh else "What stands against it", review.problems, zh=zh)
    yield from _contradictions(review, language)
    yield from _notices("请留意" if zh else "Please note", review.notices, zh=zh)
    yield from _missing(review, zh=zh)
    yield ""


def _recognised(review: Review, *, zh: bool) -> Iterator[str]:
    for file, tables in groupby(review.tables, key=lambda one: one.file):
        yield ""
        yield f"{safe_name(file)} 中认出的表：" if zh else f"Recognised in {safe_name(file)}:"
        for table in tables:
            yield f"  {_table(table, zh=zh)}"
            yield from (f"      {line}" for line in _columns(table, zh=zh))
            yield from (f"      {_notice(one, zh=zh, named=False)}" for one in table.not_read)


def _table(table: TableRead, *, zh: bool) -> str:
    place = _sheet(table.place, zh=zh)
    if not table.figures:
        return f"{place}《{table.title}》：没有数" if zh else f"{place} {table.title}: no figures"
    if zh:
        unit = table.unit or "没有写"
        return f"{place}《{table.title}》：单位{unit}，读了{table.lines}行、{table.figures}个数"
    return f"{place} {table.title}: in {table.unit or '?'}, {table.lines} rows, {table.figures} figures"


def _sheet(place: Place, *, zh: bool) -> str:
    if place.sheet is not None:
        return f"工作表“{place.sheet}”" if zh else f"sheet “{place.sheet}”,"
    return f"表{(place.table or 0) + 1}" if zh else f"table {(place.table or 0) + 1},"


def _columns(table: TableRead, *, zh: bool) -> Iterator[str]:
    """Columns that stand under another name, and those that were not read."""
    if not table.figures:
        return
    other = [one for one in table.columns if one.means and not _same(one.heading, one.means)]
    unread = [one.heading for one in table.columns if not one.means]
    if other:
        told = "；".join(f"“{one.heading}”→{one.means}" for one in other)
        yield f"栏目：{told}" if zh else f"columns: {told}"
    if unread:
        yield f"没有读的栏目：{'、'.join(unread)}" if zh else f"columns not read: {', '.join(unread)}"


def _same(heading: str, means: str) -> bool:
    """Whether both name the column alike, though one may say more of what stands above it."""
    one, other = _own(heading), _own(means)
    return one.endswith(other) or other.endswith(one)


def _own(heading: str) -> str:
    return heading.replace("（", "(").replace("）", ")").replace(" ", "")


def _changes(review: Review, *, zh: bool) -> Iterator[str]:
    new = sum(one.old is None for one in review.changes)
    changed = len(review.changes) - new
    yield ""
    if not review.changes:
        yield (
            f"没有要存入的：{review.unchanged}个事实与档案相同。"
            if zh
            else f"Nothing to store: {review.unchanged} facts are as the dossier has them."
        )
        return
    yield (
        f"要存入的事实：新增{new}个，改动{changed}个，另有{review.unchanged}个与档案相同："
        if zh
        else f"Facts to store: {new} new, {changed} changed; {review.unchanged} are as the dossier has them:"
    )
    for (file, table), changes in groupby(
        review.changes, key=lambda one: (one.origin.file, one.origin.table)
    ):
        yield f"  {Path(file).name}《{table}》" if zh else f"  {Path(file).name}, {table}"
        yield from (f"    {_change(one, zh=zh)}" for one in changes)


def _change(one: Change, *, zh: bool) -> str:
    name = one.name or one.fact
    old = one.old if one.old is not None else ("（空）" if zh else "(blank)")
    where = place_words(one.origin.place, "zh" if zh else "en")
    return f"{_padded(name)}  {old} → {one.new}  {where}"


def _padded(name: str) -> str:
    width = sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in name)
    return name + " " * max(_WIDEST - width, 0)


def _conflicts(conflicts: tuple[Conflict, ...], *, zh: bool) -> Iterator[str]:
    if not conflicts:
        return
    yield ""
    yield (
        f"同一事实几处不同（{len(conflicts)}个），请改正其中一处："
        if zh
        else f"Facts told differently ({len(conflicts)}); correct one of the places:"
    )
    for conflict in conflicts:
        yield f"  {conflict.name or conflict.fact}"
        for amount, origin in conflict.told:
            where = place_words(origin.place, "zh" if zh else "en")
            yield f"    {_money(amount)}  {Path(origin.file).name}《{origin.table}》{where}"


def _money(amount: Money) -> str:
    return str(amount)


def _notices(title: str, notices: tuple[Notice, ...], *, zh: bool) -> Iterator[str]:
    if notices:
        yield ""
        yield f"{title}：" if zh else f"{title}:"
        yield from (f"  {_notice(one, zh=zh)}" for one in notices)


def _passed_by(notices: tuple[Notice, ...], *, zh: bool) -> Iterator[str]:
    """Tables of one file that were left for one reason share a line."""
    if not notices:
        return
    yield ""
    yield "没有读的表：" if zh else "Tables that were not read:"
    alike: dict[tuple[str, str], list[Notice]] = {}
    for one in notices:
        alike.setdefault((one.file, one.zh), []).append(one)
    for (file, _), several in alike.items():
        places = [_sheet(one.place, zh=zh).rstrip(",") for one in several if one.place is not None]
        shown = ("、" if zh else ", ").join(places[:_MOST_PLACES])
        if len(places) > _MOST_PLACES:
            shown += f"等{len(places)}张" if zh else f" and {len(places) - _MOST_PLACES} more"
        told = _notice(several[0], zh=zh, named=False, placed=False)
        yield f"  {Path(file).name} {shown}{'：' if zh else ': '}{told}"


def _notice(one: Notice, *, zh: bool, named: bool = True, placed: bool = True) -> str:
    parts = []
    if named and one.file:
        parts.append(Path(one.file).name)
    if placed and one.place is not None:
        parts.append(place_words(one.place, "zh" if zh else "en"))
    where = " ".join(parts)
    if zh:
        return (f"{where}：" if where else "") + one.zh + (f"。改正：{one.fix}。" if one.fix else "。")
    return (f"{where}: " if where else "") + one.en + (f". To mend: {one.fix_en}." if one.fix_en else ".")


def _contradictions(review: Review, language: Language) -> Iterator[str]:
    if not review.contradictions:
        return
    yield ""
    count = len(review.contradictions)
    yield (
        f"检查发现文件里有{count}处自相矛盾（可以存入，数错了请先改文件）："
        if language == "zh"
        else f"The checks found {count} contradictions in the files (they do not stop the storing):"
    )
    for file, finding in review.contradictions:
        where = place_words(finding.place, language)
        yield f"  {finding.code} {Path(file).name} {where}：{message_of(finding, language)}"


def _missing(review: Review, *, zh: bool) -> Iterator[str]:
    if review.missing_tables:
        yield ""
        yield "文件里没有的表：" if zh else "Tables that no file has:"
        yield from (f"  《{title}》" if zh else f"  {title}" for title in review.missing_tables)
    if review.missing_facts:
        yield ""
        yield "存入后表里仍然空着的：" if zh else "Still blank afterwards:"
        yield f"  {'、'.join(review.missing_facts)}" if zh else f"  {', '.join(review.missing_facts)}"
