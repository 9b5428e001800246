"""The bodies whose forms a year is about."""

from jixiao.web.organisations.models import Kind, Organisation


def filing_bodies(jurisdiction: Organisation) -> list[Organisation]:
    """The departments and units in use of the jurisdiction itself, in the order of the tree.

    Those of a jurisdiction below it have a year of their own; a unit below a body out of use is out of use.
    """
    found = {jurisdiction.pk: jurisdiction}
    for body in Organisation.objects.descendants(jurisdiction).with_tree_fields():  # parents come first
        if body.active and body.parent_id in found and body.kind != Kind.JURISDICTION:
            found[body.pk] = body
    return [body for body in found.values() if body.kind in {Kind.DEPARTMENT, Kind.UNIT}]
