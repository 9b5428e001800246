"""Templates and forms looked over without facts: syntax, functions, and fields that no dossier has."""

from jixiao.reports.inspection.accounts import accounts_faults
from jixiao.reports.inspection.layouts import form_faults, paper_faults, passage_faults

__all__ = ["accounts_faults", "form_faults", "paper_faults", "passage_faults"]
