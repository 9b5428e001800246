"""Key work told with its counts: what the unit wrote about a topic, and the facts that its words leave out.

``{{ works(facts, "督查工作", mine.reason) }}``: …发出督查通报7期。按时办结回复率为100%.
A fact of 无 is told as 没有…; one in words as 督查机制：…. Nothing where there is neither.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced
from jixiao.reports.views import Words

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_COUNTED: Final = re.compile(r"[0-9]")
_AFTER: Final = re.compile(r"(?:以上|以下|以内|左右)$")
_ENDS: Final = "。；，"
_BLOCK: Final = 3
"""Characters in a row that count as the same words; fewer meet by chance."""


def functions(printer: Printer) -> "Callables":
    """``works`` and ``topics`` (the facts of one topic)."""

    def topics(facts: Iterable[Any], topic: object) -> list[Any]:
        return [fact for fact in facts if fact.topic == name_of(topic)]

    def name_of(topic: object) -> str:
        return topic.text if isinstance(topic, Words) else str(topic)

    def works(facts: Iterable[Any], topic: object, *told: object) -> str:
        """Sentences with their full stops."""
        words = [one for one in told if isinstance(one, Words)]
        text = "。".join(one.text for one in words)
        counted: list[str] = []
        others: list[str] = []
        for fact in topics(facts, topic):
            if _told(fact, text):
                continue
            value = fact.value
            if value == "无":
                others.append(f"没有{fact.name}")
            elif _COUNTED.match(value.text):
                link = "为" if fact.unit == "%" else ""
                counted.append(f"{fact.name}{link}{_figure(fact)}")
            else:
                name = "" if fact.name == name_of(topic) else f"{fact.name}{'' if '：' in value else '：'}"
                others.append(f"{name}{_shorter(value)}")
        sentences = [str(_shorter(one)) for one in words]
        sentences += ["；".join((["，".join(counted)] if counted else []) + others)]
        return "".join(f"{sentence}。" for sentence in sentences if sentence)

    def _shorter(words: Words) -> Words:
        return Words(words.text.strip().rstrip(_ENDS), words.path, printer)

    def _figure(fact: Any) -> str:  # noqa: ANN401  # a fact of the dossier
        unit = _unit(fact)
        if isinstance(fact.number, Traced) and str(fact.number.value) == fact.value.text:
            return printer.printed(fact.number, unit=unit)
        text, after = fact.value.text, _AFTER.search(fact.value.text)
        if after and unit:  # 90以上 and % are 90%以上
            text = text[: after.start()]
        tail = after[0] if after and unit else ""
        return printer.words((text if text.endswith(unit) else text + unit) + tail, fact.value.path)

    return {"works": works, "topics": topics}


def _unit(fact: Any) -> str:  # noqa: ANN401  # a fact of the dossier
    return fact.unit.text if isinstance(fact.unit, Words) else ""


def _told(fact: Any, text: str) -> bool:  # noqa: ANN401  # a fact of the dossier
    """Whether the words say it: the same figure with its unit, or more than half of its words."""
    value = str(getattr(fact.value, "text", fact.value))
    if _COUNTED.match(value):
        figure = value if value.endswith(_unit(fact)) else value + _unit(fact)
        return re.search(rf"(?<![0-9.]){re.escape(figure)}", text) is not None
    blocks = SequenceMatcher(None, value, text, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size >= _BLOCK)
    return same * 2 > len(value)
