"""The command line: ``jixiao COMMAND``. Each module of this package is one command; there is no list to edit."""

from jixiao.cli.support.application import application


def main() -> None:
    """Run the command that was typed and end the program with its exit status."""
    raise SystemExit(application())


__all__ = ["main"]
