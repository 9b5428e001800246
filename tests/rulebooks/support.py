"""Small rulebooks for tests, written into a scratch folder."""

from pathlib import Path


def write(folder: Path, text: str = "", *, parent: str = "", level: str = "county", code: str = "") -> Path:
    """A rulebook folder with a head, one source ``s`` and ``text``."""
    head = f'name = "{folder.name}"\nlevel = "{level}"\n'
    head += f'parent = "{parent}"\n' if parent else ""
    head += f'division_code = "{code}"\n' if code else ""
    folder.mkdir(parents=True)
    (folder / "rulebook.toml").write_text(
        f'{head}\n[[sources]]\nid = "s"\ntitle = "某文件"\nevidence = "read"\n\n{text}', encoding="utf-8"
    )
    return folder


def rounding(first: int, until: int | None, decimals: int) -> str:
    """A row of the topic ``rounding``."""
    last = f"until = {until}\n" if until else ""
    return (
        f"[[rounding]]\nfrom = {first}\n{last}value = {{ decimals = {decimals}, at = 'leaf' }}\n"
        "source = 's'\nverified = true\n"
    )
