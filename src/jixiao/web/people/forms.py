"""Forms of accounts and roles."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from jixiao.web.forms import RevisedForm
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.passwords import RULES


class AccountForm(RevisedForm):
    """An account; the password is only typed to set it."""

    password = forms.CharField(
        label=_("初始口令"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta:
        model = User
        fields = ("username", "full_name", "organisation", "email", "is_active", "password")

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.visible_to(actor)
        self.fields["password"].help_text = RULES
        self.fields["username"].label = _("账号")
        self.fields["username"].help_text = _("字母、数字和 @ . + - _，登录时使用。")
        self.fields["is_active"].label = _("在用")
        self.fields["is_active"].help_text = _("停用后不能登录，已做的事保留。")
        if self.instance.pk:
            self.fields["password"].label = _("重设口令（不改则留空）")

    def clean_password(self) -> str:
        """Refuse a weak one."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, self.instance)
        return password


class RoleForm(forms.ModelForm):
    """A role at a body."""

    class Meta:
        model = Membership
        fields = ("organisation", "role", "portfolio", "until")
        widgets = {"until": forms.DateInput(attrs={"type": "date"})}

    def __init__(self, *args, actor: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        visible = Organisation.objects.visible_to(actor)
        self.fields["organisation"].queryset = visible
        self.fields["portfolio"].queryset = visible.filter(kind="department")
        self.fields["portfolio"].help_text = _("只用于财政业务股室；不选则联系全部部门。")
