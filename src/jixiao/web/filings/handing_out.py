"""How a file that proves something leaves the site."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from jixiao.web.filings.evidence import KeptFile, SecrecyState


def handed_out(file: KeptFile) -> HttpResponse:
    """The file as an attachment, never shown in the browser.

    Raises:
        Http404: the secrecy review refused it, or it is away.
    """
    if file.secrecy == SecrecyState.REFUSED or not file.path.exists():
        raise Http404
    response = HttpResponse(file.path.read_bytes(), content_type="application/octet-stream")
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    )
    return response
