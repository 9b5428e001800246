"""Builds the application from the commands, and groups of commands, found in the package."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from jixiao.cli.support.messages import WrongUsageError, prepare_streams
from jixiao.core.errors import UserError
from jixiao.renderers.wording import Language

USAGE: Final = 2
_PACKAGES: Final = ("jixiao.cli", "jixiao.web.commands")  # named, not imported: the site is beside, not below
_HEADINGS = {
    "Usage:": "用法：",
    "Options:": "选项：",
    "Arguments:": "参数：",
    "Commands:": "命令：",
    "[required]": "［必填］",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Show this message and exit.": "显示本说明。",
}
_HELP = "核对预算绩效报告中的每一个数字，指出互相矛盾之处并给出依据。"
_DEFAULT = re.compile(r"\[default: (.*?)\]")
_TROUBLES = (
    (re.compile(r"No such option:? '?([^'\s]+?)'?[.\s]"), "没有 {} 这个选项"),
    (re.compile(r"No such command '?([^'\s]+?)'?[.\s]"), "没有 {} 这个命令"),
    (re.compile(r"Missing argument '?([^'\s]+?)'?[.\s]"), "缺少参数 {}"),
    (re.compile(r"Missing command[.\s]"), "没有写命令"),
    (re.compile(r"Option '?([^'\s]+?)'? requires an argument"), "选项 {} 后面要写值"),
    (
        re.compile(r"Invalid value for '?([^':]+?)'?: .*?'([^']*?)' is not one of (.*)"),
        "{} 不能是 {}，可以写：{}",
    ),
    (
        re.compile(r"Invalid value for '?([^':]+?)'?: Input should be greater\D*([\d.]+)"),
        "{} 不能小于 {}",
    ),
    (re.compile(r"Invalid value for '?([^':]+?)'?: .*valid int"), "{} 要写整数"),
    (re.compile(r"Invalid value for '?([^':]+?)'?: (.*)"), "{} 的值不对：{}"),
    (re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)"), "多写了参数 {}"),
)


class Group(TyperGroup):
    """The application, its help in Chinese."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer keeps its context type to itself
        """The help with Chinese headings."""
        return _translated(super().get_help(ctx))


class Command(TyperCommand):
    """A command, its help in Chinese."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  # typer keeps its context type to itself
        """The help with Chinese headings."""
        return _translated(super().get_help(ctx))


def build(only: str = "") -> typer.Typer:
    """The application with every command of the package; with ``only`` just that one, if there is such a one.

    To import the others takes longer than most commands do.
    """
    app = typer.Typer(
        name="jixiao",
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        context_settings=_help_options(),
    )
    app.callback(invoke_without_command=True, help=_HELP)(_root)
    packages = [importlib.import_module(package) for package in _PACKAGES]
    known = any(_name(found.name) == only for package in packages for found in _members(package))
    for package in packages:
        _add_members(app, package, only if known else "")
    return app


def _members(package: ModuleType) -> "list[pkgutil.ModuleInfo]":
    return [found for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_")]


def _name(module: str) -> str:
    return module.rstrip("_").replace("_", "-")  # import_ is the command import


def _add_members(app: typer.Typer, package: ModuleType, only: str = "") -> None:
    """Every module of a package as a command; a package with HELP as a group of commands, found likewise."""
    for found in _members(package):
        name = _name(found.name)
        if only not in {"", name}:
            continue
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        if not found.ispkg:
            register = app.command(name, cls=Command, help=module.HELP, context_settings=_help_options())
            register(module.command)
        elif hasattr(module, "HELP"):
            group = typer.Typer(cls=Group, rich_markup_mode=None, context_settings=_help_options())
            group.callback(help=module.HELP)(_group)
            _add_members(group, module)
            app.add_typer(group, name=name)


def _group() -> None:
    """Groups do nothing of their own."""


def application(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit status."""
    prepare_streams()
    arguments = sys.argv[1:] if arguments is None else arguments
    language: Language = "en" if _wants_english(arguments) else "zh"
    try:
        status = build(arguments[0] if arguments else "")(
            args=list(arguments), prog_name="jixiao", standalone_mode=False
        )
    except WrongUsageError as fault:
        sys.stderr.write(fault.words(language) + "\n")
        return USAGE
    except UserError as fault:
        words = f"error: {fault.message_en}" if language == "en" else f"错误：{fault.message}。"
        sys.stderr.write(f"{words}\n")
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        sys.stderr.write("stopped\n" if language == "en" else "已中止。\n")
        return 130
    except BrokenPipeError:  # the reader, such as `head`, has gone
        sys.stderr.close()
        return 0
    except Exception as error:
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        sys.stderr.write(_trouble(message(), language, error) + "\n")
        return USAGE
    return status if isinstance(status, int) else 0


def _root(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", help="显示版本号。"),  # noqa: FBT001, FBT003  # a flag of the command line
) -> None:
    """核对预算绩效报告中的每一个数字，指出互相矛盾之处并给出依据。"""  # noqa: D400  # a Chinese sentence
    if version:
        from jixiao.renderers.json import version as installed

        typer.echo(f"jixiao {installed()}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit


def _help_options() -> dict[str, list[str]]:
    return {"help_option_names": ["-h", "--help"]}


def _wants_english(arguments: Sequence[str]) -> bool:
    """Whether the user asked for English; looked up before the arguments are understood, for usage errors."""
    pairs = pairwise([*arguments, ""])
    return any(one == "--lang=en" or (one, two) == ("--lang", "en") for one, two in pairs)


def _translated(text: str) -> str:
    for english, chinese in _HEADINGS.items():
        text = text.replace(english, chinese)
    return _DEFAULT.sub(r"［默认：\1］", text)


def _trouble(message: str, language: Language, error: Exception) -> str:
    """A usage error as a sentence, with the way to help."""
    context = getattr(error, "ctx", None)
    path = getattr(context, "command_path", "jixiao")
    if language == "en":
        return f"error: {message}\nSee: {path} --help"
    words = message
    for pattern, sentence in _TROUBLES:
        match = pattern.search(message + " ")
        if match:
            words = sentence.format(*(part.strip().rstrip(".") for part in match.groups()))
            break
    hint = re.search(r"Did you mean (.*?)\?", message)
    if hint:
        words += f"，是否想写 {hint[1].strip(chr(39))}？"
    return f"错误：{words}\n说明见：{path} --help"
