"""Reads open data back with readers that are not ours: frictionless, jsonschema and Python's csv and json."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
from frictionless import Package

from jixiao.renderers.open_data import unpacked
from jixiao.renderers.open_data.files import schema


def saved(data: bytes, folder: Path) -> dict[str, bytes]:
    """The files of a zip, written into a folder."""
    files = unpacked(data)
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return files


def faults(files: dict[str, bytes]) -> list[str]:
    """What our own JSON Schemas find wrong."""
    found = []
    for name, told in (
        ("facts.schema.json", "facts.json"),
        ("datapackage.schema.json", "datapackage.json"),
    ):
        stated = json.loads(schema(name))
        jsonschema.Draft202012Validator.check_schema(stated)
        validator = jsonschema.Draft202012Validator(stated)
        found += [
            f"{told} {one.json_path}: {one.message}" for one in validator.iter_errors(json.loads(files[told]))
        ]
    return found


def package(folder: Path) -> Package:
    """The package as frictionless reads it.

    It ships no fiscal profile and would fetch one; a fiscal package is a tabular one, whose rules it knows.
    """
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    return Package.from_descriptor({**descriptor, "profile": "tabular-data-package"}, basepath=str(folder))


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV as anybody reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def told(files: dict[str, bytes]) -> dict[str, Any]:
    """``facts.json``."""
    found: dict[str, Any] = json.loads(files["facts.json"])
    return found
