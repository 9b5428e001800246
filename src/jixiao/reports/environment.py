"""The sandbox in which templates run, and how a fault in one is told: file, line, what is missing."""

import difflib
import traceback
from collections.abc import Mapping
from typing import Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from jixiao.reports.faults import TemplateFault
from jixiao.reports.functions import filters, functions
from jixiao.reports.printing import Printer
from jixiao.reports.sandbox import Sandbox
from jixiao.reports.traced import Unfit
from jixiao.reports.views import View, names_of

LONGEST: Final = 2_000_000
"""Characters that a template may yield: a thousand pages."""


def environment(printer: Printer) -> Sandbox:
    """An environment of one report."""
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
    try:
        template = environment(printer).from_string(source)
        text = template.render(given)
    except TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        raise TemplateFault(
            file, line, f"模板写法有误：{error.message}", f"syntax: {error.message}"
        ) from error
    except (UndefinedError, Unfit, SecurityError, TemplateError, TypeError, ArithmeticError) as error:
        line = first_line + _line(error) - 1
        raise TemplateFault(file, line, *_told(error, given)) from error
    if len(text) > LONGEST:
        raise TemplateFault(file, first_line, "生成的内容过长，请检查循环", "the output is too long")
    return text


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
    return f"模板计算出错：{words}", f"the template failed: {words}"


def _fields(view: View) -> tuple[str, ...]:
    return names_of(view._model)  # noqa: SLF001  # views hide it from templates
