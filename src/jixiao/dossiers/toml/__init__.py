"""Dossiers as TOML text."""

from jixiao.dossiers.toml.reading import read_toml

__all__ = ["read_toml"]
