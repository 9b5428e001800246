"""The code of the department of a new dossier, where nobody gives one."""

from zlib import crc32

from jixiao.rulebooks.loading import load


def department_code(rulebook: str, name: str) -> str:
    """The division of the rulebook and a number made of the name: 511902-2754398401.

    The same department has the same code whenever it is imported, and two of one place differ, so that
    dossiers can be scored together. Bodies have codes of their own in no source that an import reads.

    Raises:
        RulebookError: there is no such rulebook.
    """
    division = load(rulebook).key.split("-")[0]
    return f"{division}-{crc32(name.encode('utf-8')):010d}"
