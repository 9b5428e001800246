"""Limits as data: so many in so many seconds, by account or by address."""

import re
from dataclasses import dataclass
from typing import Final

from jixiao.core.errors import UserError

VARIABLE: Final = "JIXIAO_RATE_LIMITS"
_WRITTEN: Final = re.compile(r"([a-z_]+)=(\d{1,9})/(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate:
    """At most ``number`` in any window of ``seconds`` that begins with its first; 0 is no limit.

    ``by_address``: counted for the address that the request came from, where nobody has logged in yet.
    """

    number: int
    seconds: int
    by_address: bool = False


DEFAULT: Final = {
    "login": Rate(120, 60, by_address=True),  # an office shares one address; axes locks a guessed account
    "code": Rate(
        10, 900
    ),  # one-time codes tried for an account, right or wrong: a million, three of them right
    "upload": Rate(300, 3600),  # requests with files; a request may carry several
    "export": Rate(60, 60),
    "api": Rate(600, 60),
    "token": Rate(30, 60, by_address=True),  # wrong ones alone: right ones do not wait for them
}


def rates(written: str) -> dict[str, Rate]:
    """The limits, with what an installation says otherwise: ``export=30/60,api=0/60``.

    Raises:
        UserError: it cannot be read, or names no limit.
    """
    found = dict(DEFAULT)
    for part in filter(None, (one.strip() for one in written.split(","))):
        match = _WRITTEN.fullmatch(part)
        if match is None or match[1] not in found or not int(match[3]):
            names = "、".join(DEFAULT)
            raise UserError(
                "rate_limits",
                f"环境变量 {VARIABLE} 中的“{part}”读不懂：应写成 名称=次数/秒数，如 export=30/60；"
                f"名称有 {names}",
                f"{VARIABLE}: cannot read {part!r}: write name=number/seconds, such as export=30/60, "
                f"with one of {', '.join(DEFAULT)}",
            )
        name = match[1]
        found[name] = Rate(int(match[2]), int(match[3]), by_address=found[name].by_address)
    return found
