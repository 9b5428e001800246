"""What a file that proves something must be before it is kept, and who may say that it is not classified."""

from typing import TypeVar

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.contents import admit
from jixiao.web.filings.evidence import ENDINGS, MOST, KeptFile, SecrecyState
from jixiao.web.people.models import User

File = TypeVar("File", bound=KeptFile)


def admitted(name: str, data: bytes, *, declared: bool) -> None:
    """Let a file in that is declared, of a known kind, what its name says, and neither empty nor too large.

    Raises:
        Refused: it is not, with a sentence for the person.
    """
    if not declared:
        raise Refused(_("请先声明文件不含涉密信息。"))
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        raise Refused(_("只能上传 %(endings)s 文件。") % {"endings": "、".join(sorted(ENDINGS))})
    if len(data) > MOST:
        raise Refused(_("文件超过 %(most)s MB。请压缩或分成几个文件再上传。") % {"most": MOST // 2**20})
    if not data:
        raise Refused(_("文件是空的，请在本机打开核对后再上传。"))
    admit(ending, data)


def judged(file: File, actor: User, *, passed: bool) -> File:
    """Keep the verdict of the secrecy review; the file is read anew and locked.

    Raises:
        Refused: the actor would pass what they handed in themselves.
    """
    now = type(file)._default_manager.select_for_update().get(pk=file.pk)  # noqa: SLF001  # Django's own
    if passed and now.by_id == actor.pk:
        raise Refused(
            _("“%(file)s”是您本人上传的，上传和保密审查不能是同一个人；请由其他有审核角色的人审查。")
            % {"file": now.name}
        )
    now.secrecy = SecrecyState.PASSED if passed else SecrecyState.REFUSED
    now.reviewed_by = actor
    now.save()
    return now
