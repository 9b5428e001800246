"""Files to take away."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.core.errors import UserError
from jixiao.web.documents.copies import FORMS
from jixiao.web.documents.models import State
from jixiao.web.documents.permissions import SEE
from jixiao.web.documents.showing import language
from jixiao.web.documents.views.reaching import opened, version_of
from jixiao.web.people.permissions import needs


@require_safe
@needs(SEE)
def download(request: HttpRequest, pk: int, number: int, form: str) -> HttpResponseBase:
    """A file of the version in one of the forms; always saved, never opened in the browser."""
    version = opened(version_of(request, pk, number))
    if form != "original" and version.state != State.CHECKED:
        raise Http404
    try:
        copy = FORMS[form](version)
    except UserError as error:
        messages.error(request, error.message_en if language() == "en" else error.message)
        return redirect("documents:version", pk=pk, number=number)
    except OSError:
        messages.error(request, _("服务器上找不到这个文件的内容，请重新上传。"))
        return redirect("documents:version", pk=pk, number=number)
    if copy is None:
        messages.info(request, _("没有可下载的内容：这种格式不能加批注，或没有待改的问题。"))
        return redirect("documents:version", pk=pk, number=number)
    return FileResponse(
        BytesIO(copy.data), as_attachment=True, filename=copy.name, content_type="application/octet-stream"
    )
