"""Names of the files of a package: letters and digits alone, so that every system unpacks them alike."""

from typing import Final

from jixiao.core.open_data import DataTable

DESCRIPTOR: Final = "datapackage.json"
FACTS: Final = "facts.json"
FACTS_TABLE: Final = "facts.csv"
SCHEMA: Final = "facts.schema.json"
GUIDE: Final = "README.txt"


def table_file(table: DataTable) -> str:
    """The CSV file of a table: ``tables/01-total.csv``."""
    return f"tables/{table.number:02}-{table.id}.csv"
