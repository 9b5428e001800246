"""Records put together: the data of a dossier, and where in the workbook each part of it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jixiao.core.toml_places import Path
from jixiao.dossiers.faults import Position
from jixiao.dossiers.workbook.kinds import Sort
from jixiao.dossiers.workbook.reading.plain import plain
from jixiao.dossiers.workbook.reading.records import Log, Record
from jixiao.dossiers.workbook.shapes import Block, Column, Line, Role
from jixiao.dossiers.workbook.trouble import Trouble

Node = dict[str, Any]
References = tuple[str, ...]


@dataclass(slots=True)
class Assembly:
    """The data so far.

    ``members`` finds members of lists by the path of the list and the names of all that lead to them.
    """

    log: Log
    data: Node = field(default_factory=dict)
    places: dict[Path, Position] = field(default_factory=dict)
    members: dict[tuple[str, References], tuple[Node, Path]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    """Codes of projects by their names."""

    def locate(self, path: Path) -> Position:
        """Where a value stands, or the nearest thing around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Position()

    def add_form(self, record: Record) -> None:
        """The lines of a form."""
        for column in record.block.columns[1:]:
            self._set(self.data, (), column, record)

    def add_matrix(self, lines: Iterable[tuple[Line, Record]]) -> None:
        """The lines of a matrix."""
        for line, record in lines:
            node = self.data
            path: Path = ()
            for name in line.path.split("."):
                node = node.setdefault(name, {})
                path = (*path, name)
            self.places.setdefault(path, record.position)
            for column in record.block.columns[1:]:
                if column.role is Role.FIELD:
                    self._set(node, path, column, record)

    def add_table(self, block: Block, records: Iterable[Record]) -> None:
        """The rows of a table; those of its parents must have been added before."""
        for record in records:
            if block.lists:
                self._add_listed(block, record)
            elif block.satellite:
                self._add_to_member(block, record)
            else:
                self._add_member(block, record)

    # --- one row ---

    def _add_listed(self, block: Block, record: Record) -> None:
        """A row of a table over several lists."""
        selector = next(column for column in block.columns if column.role is Role.LIST)
        label = record.values.get(selector.heading)
        if label is None:
            return
        name = next((name for name, words in block.lists.items() if plain(words) == plain(str(label))), None)
        if name is None:
            listed = "、".join(block.lists.values())
            self.log.fault(
                record.positions[selector.heading],
                Trouble(
                    f"“{selector.heading}”的“{label}”不在可选的内容之中",
                    f"“{label}” is no choice for “{selector.heading}”",
                    f"从下拉列表中选：{listed}",
                    f"choose one of: {listed}",
                ),
                str(label),
            )
            return
        node: Node = self.data
        path: Path = tuple(block.rows.removesuffix(".*").split("."))
        for step in path:
            node = node.setdefault(str(step), {})
        self._append(node.setdefault(name, []), (*path, name), record)

    def _add_to_member(self, block: Block, record: Record) -> None:
        parents = self._parents(block, record)
        found = self.members.get((block.rows, parents)) if parents is not None else None
        if parents is not None and found is None:
            self._lost(block.keys[-1], record)
        if found is None:
            return
        node, path = found
        for column in block.columns:
            if column.role is Role.FIELD and record.values.get(column.heading) is not None:
                if (*path, *column.field.split(".")) in self.places:
                    self.log.fault(record.positions[column.heading], _again(column))
                    continue
                self._set(node, path, column, record)

    def _add_member(self, block: Block, record: Record) -> None:
        parents = self._parents(block, record)
        if parents is None:
            return
        node, walked, used = self.data, "", 0
        node_path: Path = ()
        for step in block.steps[:-1]:
            walked = f"{walked}.{step.name}".lstrip(".")
            if step.sort is Sort.MANY:
                used += 1
                found = self.members.get((walked, parents[:used]))
                if found is None:
                    self._lost(block.keys[used - 1], record)
                    return
                node, node_path = found
            else:
                node = node.setdefault(step.name, {})
                node_path = (*node_path, step.name)
                self.places.setdefault(node_path, record.position)
        last = block.steps[-1]
        here: Path = (*node_path, last.name)
        if last.sort is Sort.MANY:
            self._add_to_list(node.setdefault(last.name, []), here, record, parents)
        elif last.sort is Sort.MAP:
            self._add_to_map(node.setdefault(last.name, {}), here, record)
        elif last.name in node:
            self.log.fault(record.position, _again(block.keys[-1]))
        else:
            node[last.name] = {}
            self.places[here] = record.position
            for column in block.columns:
                if column.role is Role.FIELD:
                    self._set(node[last.name], here, column, record)

    def _add_to_list(self, members: list[Any], path: Path, record: Record, parents: References) -> None:
        block = record.block
        if block.steps[-1].model is None:
            item = next(column for column in block.columns if column.field == "$item")
            stated = record.values.get(item.heading)
            if stated is not None:
                self.places[*path, len(members)] = record.positions[item.heading]
                members.append(stated)
            return
        node, here = self._append(members, path, record)
        own = str(node.get("code", node.get("through_month", "")))
        count = 1 + sum(
            1
            for rows, names in self.members
            if rows == block.rows and names[:-1] == parents and names[-1].partition("#")[0] == own
        )
        name = f"{own}#{count}" if count > 1 else own
        self.members[block.rows, (*parents, name)] = node, here
        if block.rows == "projects":
            self.names.setdefault(str(node.get("name", "")).strip(), []).append(own)

    def _add_to_map(self, members: Node, path: Path, record: Record) -> None:
        key, item = (
            next(column for column in record.block.columns if column.field == name)
            for name in ("$key", "$item")
        )
        name = record.values.get(key.heading)
        if name is None:
            return
        if name in members:
            self.log.fault(record.positions[key.heading], _again(key))
            return
        self.places[*path, str(name)] = record.positions[item.heading]
        members[str(name)] = record.values.get(item.heading)

    def _append(self, members: list[Any], path: Path, record: Record) -> tuple[Node, Path]:
        node: Node = {}
        here: Path = (*path, len(members))
        members.append(node)
        self.places[here] = record.position
        for column in record.block.columns:
            if column.role is Role.FIELD:
                self._set(node, here, column, record)
        return node, here

    def _set(self, node: Node, path: Path, column: Column, record: Record) -> None:
        names = column.field.split(".")
        stated = record.values.get(column.heading)
        position = record.positions.get(column.heading)
        if position is not None and (stated is not None or column.content.required):
            self.places[*path, *names] = position
        if stated is None and not column.content.required:
            return
        for name in names[:-1]:
            node = node.setdefault(name, {})
        if stated is not None:
            node[names[-1]] = stated

    # --- parents ---

    def _parents(self, block: Block, record: Record) -> References | None:
        """The names of the parents; None where one of them is missing, which is in the log already."""
        found: list[str] = []
        for column in block.keys:
            stated = record.values.get(column.heading)
            if stated is None:
                return None
            found.append(self._name(column, str(stated), tuple(found)))
        return tuple(found)

    def _name(self, column: Column, stated: str, before: References) -> str:
        """The name as it is known: in small letters, without 月, or the code of a project told by name."""
        if (column.field, (*before, stated)) in self.members:
            return stated
        bare = plain(stated).lower().removesuffix("月")
        if (column.field, (*before, bare)) in self.members:
            return bare
        codes = self.names.get(stated.strip(), []) if column.field == "projects" else []
        return codes[0] if len(codes) == 1 else stated

    def _lost(self, column: Column, record: Record) -> None:
        stated = str(record.values.get(column.heading))
        known = [names[-1] for rows, names in self.members if rows == column.field]
        listed = "、".join(dict.fromkeys(known[:8])) or "（还没有）"
        self.log.fault(
            record.positions.get(column.heading, record.position),
            Trouble(
                f"“{column.heading}”的“{stated}”在它所指的表中找不到",
                f"“{stated}” (“{column.heading}”) is not among the rows it refers to",
                f"填已有的代码：{listed}；或先补上那一行",
                f"use one of the codes: {listed}; or add that row first",
            ),
            stated,
        )


def _again(column: Column) -> Trouble:
    return Trouble(
        f"同一对象的“{column.heading}”写了两次，无法确定以哪一行为准",
        f"“{column.heading}” of the same thing is stated twice, and either may count",
        "只保留一行",
        "keep one of the rows",
    )
