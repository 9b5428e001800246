"""The bodies whose forms a year is about."""

from jixiao.web.organisations.models import Kind, Organisation


def filing_bodies(jurisdiction: Organisation, *, in_use: bool = True) -> list[Organisation]:
    """The departments and units of the jurisdiction itself, those in use or all, in the order of the tree.

    Those of a jurisdiction below it have a year of their own; a unit below a body out of use is out of use.
    """
    found = {jurisdiction.pk: jurisdiction}
    for body in Organisation.objects.descendants(jurisdiction).with_tree_fields():  # parents come first
        if (body.active or not in_use) and body.parent_id in found and body.kind != Kind.JURISDICTION:
            found[body.pk] = body
    return [body for body in found.values() if body.kind in {Kind.DEPARTMENT, Kind.UNIT}]
