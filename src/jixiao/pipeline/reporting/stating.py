"""What a unit states about its own contradictions, and which facts a statement answers for."""

from collections.abc import Iterable

from jixiao.core.document import Document
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import canonical
from jixiao.core.dossier.published import Discrepancy

_OWN = "discrepancies."


class Statements:
    """The discrepancies of a dossier by fact.

    A statement answers for its fact and for everything below it. A whole part of the dossier, such as
    ``accounts``, is no fact: a statement about it answers for nothing. Nor does one that nobody has signed.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._members = [
            (canonical(dossier, one.fact), one)
            for one in dossier.discrepancies
            if one.statement.strip() and one.signed_by.strip()
        ]

    def about(self, path: str) -> Discrepancy | None:
        """The statement that answers for a fact, if there is one."""
        return next((one for stated, one in self._members if "." in stated and below(path, stated)), None)

    def about_any(self, paths: Iterable[str]) -> Discrepancy | None:
        """The statement that answers for one of these paths, which a ledger names.

        A number within the words of a statement leads to that statement.
        """
        for path in paths:
            if path.startswith(_OWN):
                number = path.removeprefix(_OWN).partition(".")[0]
                if number.isdecimal() and 0 < int(number) <= len(self._dossier.discrepancies):
                    stated = self._dossier.discrepancies[int(number) - 1]
                    return next((one for _, one in self._members if one is stated), None)
            found = self.about(self.fact(path))
            if found is not None:
                return found
        return None

    def unprinted(self, document: Document) -> list[int]:
        """The numbers, from 1, of the statements about printed facts that the report does not print."""
        if not self._members or document.ledger is None:
            return []
        text = document.plain_text()
        printed = {path for entry in document.ledger.entries for path in entry.facts}
        found = [self.about_any((path,)) for path in printed]
        return [
            number
            for number, one in enumerate(self._dossier.discrepancies, start=1)
            if any(one is stated for stated in found) and one.statement.strip().rstrip("。") not in text
        ]

    def fact(self, path: str) -> str:
        """The fact of the dossier that stands behind a path of the scorecard; other paths stay."""
        steps = path.split(".")
        if steps[0] != "score":
            return path
        base, rest = "appraisal", steps[1:]
        if rest[:1] == ["projects"] and len(rest) > 1:
            base, rest = f"projects.{rest[1]}", rest[2:]
        if rest[:1] == ["roll_ups"] and len(rest) > 2:
            return _of_roll_up(self._dossier, rest[1], rest[2])
        if rest[:1] == ["groups"]:
            if "leaves" in rest[:-1]:
                return _of_leaf(base, rest[rest.index("leaves") + 1], rest[-1])
            return f"{base}.indicators"
        return f"{base}.{_PRINTED.get(rest[-1] if rest else '', 'printed.total')}"


_PRINTED = {
    "converted": "printed.converted",
    "grade": "printed.grade",
    "full": "indicators",
    "rate": "printed_rate",
    "budget": "revised_budget",
    "outturn": "outturn",
}


def below(path: str, stated: str) -> bool:
    """Whether a path is the other or leads to a part of it."""
    return path == stated or path.startswith(f"{stated}.")


def _of_leaf(base: str, code: str, field: str) -> str:
    if code == "execution":
        return f"{base}.printed.execution"
    own = field if field in ("weight", "actual", "target") else "printed_score"
    return f"{base}.indicators.{code}.{own}"


def _of_roll_up(dossier: Dossier, name: str, field: str) -> str:
    fields = {"budget": "revised_budget", "outturn": "outturn", "rate": "printed_rate"}
    names = {line.name for line in dossier.accounts.roll_ups}
    base = f"accounts.roll_ups.{name}" if name in names else "accounts.expenditure"
    return f"{base}.{fields.get(field, field)}"
