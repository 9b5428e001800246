"""What every surface calls: check a document, score a dossier.

What checks is imported here; what scores (``jixiao.pipeline.scoring``) brings the rulebooks along and is
imported by whoever scores.
"""

from jixiao.pipeline.checking import check_bytes, check_document, check_path, check_text, run_checks

__all__ = ["check_bytes", "check_document", "check_path", "check_text", "run_checks"]
