"""How a file that proves something leaves the site."""

import logging
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from jixiao.web.filings.evidence import KeptFile, SecrecyState
from jixiao.web.refusals import refusal

_LOG: Final = logging.getLogger(__name__)


def handed_out(request: HttpRequest, file: KeptFile) -> HttpResponse:
    """The file as an attachment, never shown in the browser; a page that says so where its content is away.

    Raises:
        Http404: the secrecy review refused it.
    """
    if file.secrecy == SecrecyState.REFUSED:
        raise Http404
    try:
        content = file.path.read_bytes()
    except OSError as error:
        _LOG.error("the content of an uploaded file cannot be read: %s", type(error).__name__)
        words = _("服务器上找不到这个文件的内容，请重新上传，并请系统管理员检查数据文件夹。")
        return refusal(request, "404.html", words, 404)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    )
    return response
