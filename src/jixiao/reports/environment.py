"""The sandbox in which templates run, and how a fault in one is told: file, line, what is missing."""

import difflib
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import CodeType
from typing import Final

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError

from jixiao.reports.faults import TemplateFault
from jixiao.reports.functions import filters, functions
from jixiao.reports.printing import Printer
from jixiao.reports.sandbox import Sandbox
from jixiao.reports.syntax import in_chinese
from jixiao.reports.traced import Unfit
from jixiao.reports.views import View, names_of

LONGEST: Final = 2_000_000
"""Characters that a template may yield: a thousand pages."""


_codes: dict[str, CodeType] = {}
"""Compiled snippets by their text: thousands of reports share the few hundred snippets of a place."""
_MOST: Final = 4096


def environment(printer: Printer) -> Sandbox:
    """The environment of one report, made once."""
    if printer.environment is None:
        printer.environment = _made(printer)
    made: Sandbox = printer.environment
    return made


def _made(printer: Printer) -> Sandbox:
    made = Sandbox(
        undefined=StrictUndefined,  # a fault of the template; a gap of the data is defined
        autoescape=False,  # Markdown, in which words of the dossier come disguised
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    made.filters.update(filters(printer))
    made.globals.update(functions(printer))
    return made


def rendered(source: str, file: str, first_line: int, given: Mapping[str, object], printer: Printer) -> str:
    """The text of a template.

    ``first_line`` is the line of the file on which ``source`` begins.

    Raises:
        TemplateFault: it cannot be run; with file and line.
    """
    with _telling(file, first_line, given):
        text = _template(source, environment(printer)).render(given)
    if len(text) > LONGEST:
        raise TemplateFault(file, first_line, "生成的内容过长，请检查循环", "the output is too long")
    return text


def evaluated(source: str, file: str, line: int, given: Mapping[str, object], printer: Printer) -> object:
    """The value of an expression, such as the list of a repeated row.

    Raises:
        TemplateFault: it cannot be computed.
    """
    with _telling(file, line, given):
        module = _template(f"{{% set result = ({source}) %}}", environment(printer)).make_module(dict(given))
        result = vars(module)["result"]
        if isinstance(result, Undefined):
            str(result)  # raises with the name
        return result


def _template(source: str, env: Sandbox) -> Template:
    code = _codes.get(source)
    if code is None:
        if len(_codes) >= _MOST:
            _codes.clear()
        code = _codes[source] = env.compile(source)
    return env.template_class.from_code(env, code, env.make_globals(None))


@contextmanager
def _telling(file: str, first_line: int, given: Mapping[str, object]) -> Iterator[None]:
    """Tell what goes wrong inside as a fault of the file."""
    try:
        yield
    except TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        raise TemplateFault(
            file, line, f"模板写法有误：{in_chinese(error.message or '')}", f"syntax: {error.message}"
        ) from error
    except (
        UndefinedError,
        Unfit,
        SecurityError,
        TemplateError,
        TypeError,
        AttributeError,
        ArithmeticError,
    ) as error:
        line = first_line + _line(error) - 1
        raise TemplateFault(file, line, *_told(error, given)) from error


def _line(error: BaseException) -> int:
    """The line of the template, which Jinja puts into the traceback."""
    lines = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"
    ]
    return (lines[-1] or 1) if lines else 1


def _told(error: BaseException, given: Mapping[str, object]) -> tuple[str, str]:
    words = str(error)
    if isinstance(error, SecurityError):
        return f"模板不允许这样做：{words}", f"not allowed in a template: {words}"
    if isinstance(error, UndefinedError):
        name = words.split("'")[-2] if "'" in words else words
        known = {
            *given,
            *(field for one in given.values() if isinstance(one, View) for field in _fields(one)),
        }
        near = difflib.get_close_matches(name, sorted(known), n=1)
        hint = f"，可能是“{near[0]}”" if near else ""
        hint_en = f"; perhaps “{near[0]}” is meant" if near else ""
        return f"没有“{name}”这个事实或函数{hint}", f"there is no fact or function “{name}”{hint_en}"
    if isinstance(error, AttributeError):  # a function was given something else than the rows it is for
        return f"这里给的事实没有“{error.name}”这一项", f"what is given here has no “{error.name}”"
    return f"模板计算出错：{words}", f"the template failed: {words}"


def _fields(view: View) -> tuple[str, ...]:
    return names_of(view._model)  # noqa: SLF001  # views hide it from templates
