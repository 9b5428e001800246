"""Follows the syntax tree of a snippet and says which names, fields, functions and filters do not exist."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes

from jixiao.core.money import MoneyUnit
from jixiao.reports.environment import environment
from jixiao.reports.inspection.types import LEAF, UNKNOWN, fields, is_list, list_of, member
from jixiao.reports.printing import Printer
from jixiao.reports.sandbox import Sandbox
from jixiao.reports.syntax import in_chinese

_OF_JINJA: Final = ("loop", "caller", "varargs", "kwargs", "self", "true", "false", "none")
_SAME: Final = ("list", "sort", "reverse", "selectattr", "rejectattr", "select", "reject", "unique")
_ONE: Final = ("first", "last", "min", "max", "random")

Scope = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that does not exist; ``line`` counts from 1 within the snippet."""

    line: int
    message: str
    message_en: str


@dataclass(slots=True)
class Walker:
    """Looks over snippets.

    ``forms`` are the names that ``form`` may be given; ``passages`` those of ``passage``, with what each
    takes.
    """

    forms: Collection[str] = ()
    passages: Mapping[str, Collection[str]] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    env: Sandbox = field(default_factory=lambda: environment(Printer(MoneyUnit.YUAN)))

    def snippet(self, source: str, scope: Scope) -> None:
        """Look over a snippet; names that it sets come into the scope."""
        tree = self._parsed(source)
        if tree is not None:
            self._all(tree.body, scope)

    def expression(self, source: str, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        """Look over an expression; its type."""
        tree = self._parsed(f"{{{{ ({source}) }}}}")
        if tree is None:
            return UNKNOWN
        output = tree.body[0]
        return self.type(output.nodes[0], scope) if isinstance(output, nodes.Output) else UNKNOWN

    def _parsed(self, source: str) -> nodes.Template | None:
        try:
            return self.env.parse(source)
        except TemplateSyntaxError as error:
            zh = f"模板写法有误：{in_chinese(error.message or '')}。请改正。"
            en = f"syntax: {(error.message or '').rstrip('.')}."
            self.slips.append(Slip(error.lineno, zh, en))
            return None

    def _all(self, several: Iterable[nodes.Node], scope: Scope) -> None:
        for node in several:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.For):
            inner = {**scope, "loop": UNKNOWN}
            self._bind(node.target, member(self.type(node.iter, scope)), inner)
            if node.test is not None:
                self.type(node.test, inner)
            self._all(node.body, inner)
            self._all(node.else_, dict(scope))
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self.type(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self._all(node.body, dict(scope))
            self._bind(node.target, UNKNOWN, scope)
        elif isinstance(node, nodes.Macro):
            scope[node.name] = UNKNOWN
            inner = {**scope, **{str(one.name): UNKNOWN for one in node.args}, "caller": UNKNOWN}
            self._all(node.body, inner)
        elif isinstance(node, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
            zh = '模板不能引用别的文件。共用的段落用 passage("名称") 插入，表用 form("名称") 插入。'
            en = "templates take in no other file; insert passages by passage() and forms by form()."
            self.slips.append(Slip(node.lineno, zh, en))
        elif isinstance(node, nodes.Expr):
            self.type(node, scope)
        else:
            self._all(node.iter_child_nodes(), scope)

    @staticmethod
    def _bind(target: nodes.Node, kind: Any, scope: Scope) -> None:  # noqa: ANN401  # a type, if known
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        for one in target.find_all(nodes.Name):
            scope.setdefault(one.name, UNKNOWN)

    def type(self, node: nodes.Node, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        """The type of an expression, all of which is looked over."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, self.type(node.node, scope))
        if isinstance(node, nodes.Getitem):
            self._all([node.arg], scope)
            whole = self.type(node.node, scope)
            return whole if isinstance(node.arg, nodes.Slice) else member(whole)
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Test):
            return self._test(node, scope)
        if isinstance(node, nodes.Or | nodes.And):
            left, right = self.type(node.left, scope), self.type(node.right, scope)
            return left if left is right else UNKNOWN
        if isinstance(node, nodes.Const) and isinstance(node.value, float):
            zh = f'小数请加引号写成 "{node.value}"，不要直接写 {node.value}。'
            self.slips.append(Slip(node.lineno, zh, f'quote decimals: "{node.value}".'))
        if isinstance(node, nodes.List):
            return list_of([self.type(one, scope) for one in node.items])
        self._all(node.iter_child_nodes(), scope)
        return UNKNOWN

    def _name(self, node: nodes.Name, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        if node.name not in scope and node.name not in self.env.globals and node.name not in _OF_JINJA:
            self._unknown(
                node.lineno, "事实或函数", "fact or function", node.name, (*scope, *self.env.globals)
            )
        return scope.get(node.name, UNKNOWN)

    def _field(self, node: nodes.Getattr, kind: Any) -> Any:  # noqa: ANN401  # a type, if known
        if is_list(kind):
            return UNKNOWN if node.attr == "number" else member(kind)
        known = fields(kind)
        if known is None:
            return UNKNOWN
        if node.attr not in known:
            self._unknown(node.lineno, "字段", "field", node.attr, known)
        return known.get(node.attr, UNKNOWN)

    def _call(self, node: nodes.Call, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        self._all([*node.args, *(one.value for one in node.kwargs)], scope)
        self.type(node.node, scope)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        first = node.args[0] if node.args else None
        if name == "form" and isinstance(first, nodes.Const) and first.value not in self.forms:
            self._unknown(node.lineno, "表", "form", str(first.value), self.forms)
        if name == "passage" and isinstance(first, nodes.Const):
            self._passage(node, str(first.value))
        if name == "leaf":
            return LEAF
        return member(self.type(first, scope)) if name == "member" and first is not None else UNKNOWN

    def _passage(self, node: nodes.Call, name: str) -> None:
        takes = self.passages.get(name)
        if takes is None:
            self._unknown(node.lineno, "段落", "passage", name, self.passages)
        elif {one.key for one in node.kwargs} != set(takes):
            wanted = "、".join(takes) or "不用给"
            zh = f"“{name}”这一段的文件头写明要给的名称是：{wanted}。请照着给。"
            en = f"the passage {name} takes {', '.join(takes) or 'nothing'}. Give it that."
            self.slips.append(Slip(node.lineno, zh, en))

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        if node.name not in self.env.filters:
            self._unknown(node.lineno, "过滤器", "filter", node.name, self.env.filters)
        self._all([*node.args, *(one.value for one in node.kwargs)], scope)
        whole = self.type(node.node, scope) if node.node is not None else UNKNOWN
        if node.name in _SAME:
            return whole
        return member(whole) if node.name in _ONE else UNKNOWN

    def _test(self, node: nodes.Test, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        self._all([*node.args, *(one.value for one in node.kwargs)], scope)
        if node.name not in self.env.tests:
            self._unknown(node.lineno, "判断", "test", node.name, self.env.tests)
        if node.name not in ("defined", "undefined"):
            self.type(node.node, scope)
        return UNKNOWN

    def _unknown(self, line: int, what: str, what_en: str, name: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        zh = f"没有“{name}”这个{what}" + (f"，是否想写 {near[0]}？" if near else "。请对照报告模板说明改正。")
        en = f"there is no {what_en} {name!r}" + (
            f"; did you mean {near[0]}?" if near else ". Correct the name."
        )
        self.slips.append(Slip(line, zh, en))


def known_names(given: Mapping[str, Any], more: Iterable[str]) -> Scope:
    """A scope of names with known types and others."""
    return {**dict.fromkeys(more, UNKNOWN), **given}


def distinct(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Each slip once, in the order of the lines."""
    yield from sorted(set(slips), key=lambda slip: (slip.line, slip.message))
