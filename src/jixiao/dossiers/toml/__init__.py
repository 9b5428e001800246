"""Dossiers as TOML text: the strict reader and the writer."""

from jixiao.dossiers.toml.reading import read_toml
from jixiao.dossiers.toml.writing import write_toml

__all__ = ["read_toml", "write_toml"]
