"""What the console of the server may do to an account, where no account of the site acts."""

from allauth.mfa.utils import is_mfa_enabled

from jixiao.core.errors import UserError
from jixiao.web.people.models import User


def account_with_factor(username: str) -> User:
    """The account of this name.

    Raises:
        UserError: there is none, or it has no second factor.
    """
    user = User.objects.select_related("organisation").filter(username=username).first()
    if user is None:
        raise UserError(
            "no_account",
            f"没有账号“{username}”，请核对写法（区分大小写）和 JIXIAO_DATA 指定的数据文件夹",
            f"there is no account {username}: look at how it is written and at JIXIAO_DATA",
        )
    if not is_mfa_enabled(user):
        raise UserError(
            "no_factor",
            f"账号“{username}”没有启用动态口令，不用重置；进不去时请系统管理员重设口令，或由安全管理员解除锁定",
            f"the account {username} has no second factor, so there is nothing to reset",
        )
    return user
