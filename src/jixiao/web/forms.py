"""Forms whose action may refuse, and those of a row that others may change meanwhile."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, carry_out

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class RefusableForm(forms.BaseForm):
    """A form that shows what the action refused: mixed in before ``Form`` or ``ModelForm``."""

    def refuse(self, refused: ValidationError) -> None:
        """Show each sentence at its field, or above the form where it has none."""
        told = (
            refused.message_dict if hasattr(refused, "error_dict") else {NON_FIELD_ERRORS: refused.messages}
        )
        for name, words in told.items():
            self.add_error(name if name in self.fields else None, words)


class RevisedForm(RefusableForm, forms.ModelForm):
    """A form that remembers which ``revision`` of its row it showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision

    @property
    def seen(self) -> int:
        """The revision that the person looked at."""
        return self.cleaned_data.get("revision") or 0

    def carried_out(self, action: Action[Any], actor: "User") -> bool:
        """Whether the action was carried out; what it refused is told at the fields."""
        try:
            carry_out(action, actor)
        except Changed as changed:
            self.show_change(changed)
        except ValidationError as refused:
            self.refuse(refused)
        else:
            return True
        return False

    def show_change(self, changed: Changed) -> None:
        """Say at each field what it is by now; what was typed stays, and saving again means it."""
        for name in self._meta.fields:
            if name in self.cleaned_data and hasattr(changed.current, name):
                theirs = getattr(changed.current, name)
                if theirs != self.cleaned_data[name]:
                    self.add_error(name, _("他人已改为“%(value)s”") % {"value": _told(changed.current, name)})
        self.add_error(None, changed)
        self.data: Any = self.data.copy()
        self.data[self.add_prefix("revision")] = changed.current.revision


def _told(row: models.Model, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    label = getattr(row, f"get_{name}_display", None)
    return label() if label else value
