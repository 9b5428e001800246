"""The body that a line names: by its code, or by its name where only one has it."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.importing.table import plain
from jixiao.web.organisations.models import Organisation


class Bodies:
    """Bodies to be named; each with ``parent_id``, nothing is read again."""

    def __init__(self, bodies: Iterable[Organisation]) -> None:
        self._by_pk: dict[int, Organisation] = {}
        self._by_code: dict[str, Organisation] = {}
        self._by_name: dict[str, list[Organisation]] = defaultdict(list)
        for body in bodies:
            self._by_pk[body.pk] = body
            self.add(body)

    def add(self, body: Organisation) -> None:
        """One more, stored or not, that can be named from now on."""
        self._by_code[plain(body.code)] = body
        for name in {plain(body.name), plain(body.short_name)} - {""}:
            self._by_name[name].append(body)

    def named(self, text: str, above: Organisation | None = None) -> Organisation:
        """The one of this code or name, below ``above`` where that is given; it may be ``above`` itself.

        Raises:
            Refused: there is none, or several have the name.
        """
        by_code = self._by_code.get(plain(text))
        found = [by_code] if by_code else self._by_name.get(plain(text), [])
        if above is not None:
            found = [one for one in found if self._below(one, above)]
        if not found:
            if above is not None:
                raise Refused(
                    _("“%(above)s”之下没有“%(text)s”。请核对名称或代码，或先在“组织”里新增。")
                    % {"above": above.name, "text": text}
                )
            raise Refused(
                _("没有“%(text)s”，或不在您的范围内。请核对名称或代码，或先在“组织”里新增。") % {"text": text}
            )
        if len(found) > 1:
            raise Refused(_("有 %(count)s 个“%(text)s”。请改填代码。") % {"count": len(found), "text": text})
        return found[0]

    def _below(self, body: Organisation, above: Organisation) -> bool:
        one: Organisation | None = body
        for _step in range(len(self._by_pk)):
            if one is None or one.pk == above.pk:
                break
            one = self._by_pk.get(one.parent_id or 0)
        return one is not None and one.pk == above.pk
