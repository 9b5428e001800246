"""The command line: ``jixiao COMMAND``. Each module of this package is one command."""

from jixiao.cli.support.application import application


def main() -> None:
    """Run the command that was typed and end the program with its exit status."""
    raise SystemExit(application())


__all__ = ["main"]
