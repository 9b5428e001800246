"""Key work told with its counts: what the unit wrote about a topic, and the facts that its words leave out.

``{{ works(topics(facts, "督查工作"), mine.reason) }}``: …发出督查通报7期。按时办结回复率为100%.
A fact of 无 is told as 没有…; one in words as 督查机制：…. Nothing where there is neither.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from jixiao.reports.functions.achieving import measured
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced
from jixiao.reports.views import Words, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_COUNTED: Final = re.compile(r"[0-9]")
_ENDS: Final = "。；，"
_BLOCK: Final = 3
"""Characters in a row that count as the same words; fewer meet by chance."""


def functions(printer: Printer) -> "Callables":
    """``works``, and ``topics`` and ``others``, which choose the facts of one topic."""

    def works(facts: Iterable[Any], *told: object) -> str:
        """Sentences with their full stops."""
        words = [one for one in told if isinstance(one, Words)]
        text = "。".join(one.text for one in words)
        counted: list[str] = []
        others: list[str] = []
        for fact in facts:
            if _told(fact, text):
                continue
            value = fact.value
            if isinstance(value, Gap):
                others.append(f"{fact.name}：{value}")
            elif value == "无":
                others.append(f"不存在{fact.name}的情况" if _begins(fact.name, "无") else f"没有{fact.name}")
            elif _COUNTED.match(value.text):
                link = "为" if fact.unit == "%" else ""
                counted.append(f"{fact.name}{link}{_figure(fact)}")
            else:
                name = "" if fact.name == fact.topic else f"{fact.name}{'' if '：' in value else '：'}"
                others.append(f"{name}{_shorter(value)}")
        sentences = [str(_shorter(one)) for one in words]
        sentences += ["；".join((["，".join(counted)] if counted else []) + others)]
        return "".join(f"{sentence}。" for sentence in sentences if sentence)

    def _shorter(words: Words) -> Words:
        return Words(words.text.strip().rstrip(_ENDS), words.path, printer)

    def _figure(fact: Any) -> str:  # noqa: ANN401  # a fact of the dossier
        unit = plain(fact.unit)
        if isinstance(fact.number, Traced) and str(fact.number.value) == fact.value.text:
            return printer.printed(fact.number, unit=unit)
        return printer.words(measured(fact.value.text, unit), fact.value.path)

    return {"works": works, "topics": topics, "others": others}


def topics(facts: Iterable[Any], topic: object, *names: str) -> list[Any]:
    """The facts of a topic; with names, those whose own name holds one of them."""
    return [fact for fact in _of(facts, topic) if not names or _is_named(fact, names)]


def others(facts: Iterable[Any], topic: object, *names: str) -> list[Any]:
    """The facts of a topic whose name holds none of these."""
    return [fact for fact in _of(facts, topic) if not _is_named(fact, names)]


def _of(facts: Iterable[Any], topic: object) -> list[Any]:
    name = topic.text if isinstance(topic, Words) else str(topic)
    return [fact for fact in facts if fact.topic == name]


def _is_named(fact: Any, names: Iterable[str]) -> bool:  # noqa: ANN401  # a fact of the dossier
    return any(name in fact.name for name in names)


def _begins(words: object, sign: str) -> bool:
    return isinstance(words, Words) and words.text.startswith(sign)


def _told(fact: Any, text: str) -> bool:  # noqa: ANN401  # a fact of the dossier
    """Whether the words say it: the same figure with its unit, or more than half of its words."""
    if not isinstance(fact.value, Words):
        return False
    value = fact.value.text
    if _COUNTED.match(value):
        return re.search(rf"(?<![0-9.]){re.escape(measured(value, plain(fact.unit)))}", text) is not None
    blocks = SequenceMatcher(None, value, text, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size >= _BLOCK)
    return same * 2 > len(value)
