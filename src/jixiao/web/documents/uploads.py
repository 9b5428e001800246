"""Files that come with a request, taken in one by one."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Assignment
from jixiao.web.documents.actions.upload_document import UploadDocument, fits
from jixiao.web.documents.models import Document
from jixiao.web.documents.permissions import UPLOAD
from jixiao.web.documents.storage import store
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Kind, Organisation, Organisations
from jixiao.web.people.models import User
from jixiao.web.people.permissions import ask
from jixiao.web.people.roles import BUREAU, FILING, Role

MOST_FILES = 50
"""In one request; thousands come in through the batch."""


@dataclass(slots=True)
class Taken:
    """What came of the files of one request."""

    documents: list[Document] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def bodies_for(user: User) -> list[tuple[int, str]]:
    """Number and name of the bodies for which the person may hand in, their own first."""
    columns = ("pk", "name", "position", "code")
    found = {row[0]: row for bodies in _bodies(user) for row in bodies.order_by().values_list(*columns)}
    own = user.organisation_id
    return [row[:2] for row in sorted(found.values(), key=lambda row: (row[0] != own, *row[2:]))]


def body_for(user: User, number: str) -> Organisation | None:
    """The body of this number, if the person may hand in for it."""
    pk = whole(number)
    return next((one for bodies in _bodies(user) for one in bodies.filter(pk=pk)), None)


def _bodies(user: User) -> list[Organisations]:
    active = Organisation.objects.filter(active=True)
    found = []
    if tops := user.scopes((*FILING, *BUREAU)):
        found.append(active.filter(pk__in=user.reach(tops)).exclude(kind=Kind.JURISDICTION))
    if user.holds({Role.EVALUATOR}):
        found.append(active.filter(pk__in=Assignment.objects.in_force(user).values("task__organisation")))
    return found


def take(
    user: User, organisation: Organisation | None, files: list[UploadedFile], *, declared: bool
) -> Taken:
    """Each file as a new document; one that is refused stops none of the others."""
    taken = Taken()
    if organisation is None:
        taken.errors.append(_("请选择文件所属的单位。"))
    if not files:
        taken.errors.append(_("请选择要检查的文件。"))
    if len(files) > MOST_FILES:
        taken.errors.append(_("一次最多上传 %(limit)s 个文件。") % {"limit": MOST_FILES})
    if not declared:
        taken.errors.append(_("请先确认文件不含涉密内容。涉密文件不得上传到本系统。"))
    if taken.errors or organisation is None:
        return taken
    ask(UPLOAD, user, organisation)  # before anything is kept
    for file in files:
        try:
            fits(file.size)
            action = UploadDocument(organisation, file.name or "", store(file.chunks()), declared)
            taken.documents.append(carry_out(action, user))
        except ValidationError as refused:
            taken.errors.extend(
                f"{file.name}：{message}" if len(files) > 1 else message for message in refused.messages
            )
    return taken
