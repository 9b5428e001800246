"""A checked document with a finding and a verdict on it."""

from tests.web.support import County

from jixiao.web.documents.models import CheckRun, Decision, Document, Found, State, Verdict, Version, packed
from jixiao.web.people.roles import Role


def make(county: County, number: int) -> None:
    """The rows of this number; the unit's clerk handed the document in."""
    clerk = county.people[str(Role.UNIT_CLERK)]
    document = Document.objects.create(
        pk=number, organisation=county.unit, title="Report 2023", year=2023, uploaded_by=clerk
    )
    version = Version.objects.create(
        pk=number,
        document=document,
        number=number,
        name="report.docx",
        sha256="0" * 64,
        size=1,
        uploaded_by=clerk,
        state=State.CHECKED,
        format="docx",
        errors=1,
        numbers=3,
        checked=3,
    )
    document.latest = version
    document.save()
    page = f'<main id="document" lang="zh-CN"><p><mark class="error" data-f="{number}">90%</mark></p></main>'
    CheckRun.objects.create(
        version=version, program="0", packed_result=packed("{}"), packed_page=packed(page)
    )
    words = {"zh": "p. 1", "en": "p. 1"}
    told = {
        "title": "Rate", "title_en": "Rate", "message": "90 % is not 80 %.", "message_en": "90 % is not 80 %.",
        "suggestion": "", "suggestion_en": "", "quote": "90%", "where": words, "proof": {"zh": "", "en": ""},
        "placed": [], "sides": [{"quote": "80", "where": words}],
    }  # fmt: skip
    found = Found.objects.create(
        version=version,
        number=number,
        identity="one",
        likeness="one",
        code="JX101",
        severity="error",
        told=told,
    )
    Verdict.objects.create(
        document=document,
        identity=found.identity,
        likeness=found.likeness,
        decision=Decision.WAIVED,
        reason="Counted otherwise",
        version=version,
        by=clerk,
    )
