"""Files with final-accounts tables, reviewed and brought into a dossier."""

from jixiao.pipeline.exports.importing import FAULTS, Import, Request, faults, reviewed

__all__ = ["FAULTS", "Import", "Request", "faults", "reviewed"]
