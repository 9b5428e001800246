"""What published reports printed about a fact, where they disagree, and what a unit states about it."""

from jixiao.core.dossier.values import Model


class Published(Model):
    """One printing of a fact: its path in the dossier, the value as printed and where it stands."""

    fact: str
    value: str
    place: str
    note: str = ""


class Unresolved(Model):
    """A fact on which the printed values disagree and nothing decides."""

    fact: str
    reason: str


class Discrepancy(Model):
    """A contradiction that the unit itself states and signs; reports print it."""

    fact: str
    statement: str
    signed_by: str
