"""What a browser says of itself, in words that a person recognises."""

from typing import Final

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()
# In order: later ones are also named by those before them, for the sake of old sites.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("QQBrowser", _("QQ 浏览器")),
    ("360SE", _("360 浏览器")),
    ("QIHU", _("360 浏览器")),
    ("MicroMessenger", _("微信")),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("UOS", "UOS"),
    ("Kylin", "Kylin"),
    ("Linux", "Linux"),
)


@register.filter
def browser(agent: str) -> str:
    """The names of browser and system, such as ``Edge · Windows``; else the first forty signs."""
    named = [
        next((str(name) for sign, name in table if sign in agent), "") for table in (_BROWSERS, _SYSTEMS)
    ]
    return " · ".join(filter(None, named)) or agent[:40]
