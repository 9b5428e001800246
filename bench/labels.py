"""Labelled collections: loading them, and finding a labelled relation among the checker's claims."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from bench.scoring import number

if TYPE_CHECKING:
    from pathlib import Path

Data = dict[str, Any]
LINES = re.compile(r"\r\n|\r|\n")
NUMBERS = re.compile(r"\d[\d,]*(?:\.\d+)?")
REFERENCE = re.compile(r"(?:\bl\.|\blines?\s+)[\d\s,\-–和and]+")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
"""A year in a label, which is none of its figures (2022 base, 2023年度)."""
FULL = Decimal(100)
UNSEEN = "unseen"
_PAIR = 2
QUOTIENTS = ("rate", "share", "growth")
LARGER = (("亿元", (4, 8)), ("万元", (4,)), ("亿", (4, 8)))
"""Units of money, and how many tenfold smaller those are in which the same amount may be told."""
CHANGING = ("growth", "rate")
"""Kinds of quotients that a change, or what it is the difference of, makes alike."""
MEAN = re.compile(r"(?<=\)) / (\d+)$")
"""What a mean of points is divided by: how many there are, which is no figure of the text."""
NUMERALS = "一二三四五六七八九"
SPELLED = re.compile(
    r"(?=[一二三四五六七八九十两])(?P<tens>[一二三四五六七八九两])?(?P<ten>十)?"
    r"(?P<ones>(?<=十)[一二三四五六七八九])?\D{0,2}"
)
"""A number in Chinese numerals, with the word that counts behind it."""
FAMILIES = (
    {"rate", "share", "ratio", "growth"},
    {"sum", "difference", "score_sum", "count", "restated"},
    {"unit", "restated", "sum"},  # one amount in two units is told twice, or added up in the other
    {"ratio", "score_sum"},  # a mean of points is a quotient, and points converted are a product
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its labels."""

    name: str
    text: str
    labels: list[Data]


def read_text(path: Path) -> str:
    """Read a text without touching its line ends."""
    return path.read_bytes().decode("utf-8")


def load(texts: Path, labels: Path) -> list[Labelled]:
    """Pair label files with the texts whose names begin like theirs."""
    found = []
    for path in sorted(labels.glob("*.json")):
        matches = sorted(texts.glob(f"{path.stem}.txt")) or sorted(texts.glob(f"{path.stem}_*.txt"))
        if matches:
            entries = json.loads(path.read_text(encoding="utf-8"))
            found.append(Labelled(path.stem, read_text(matches[0]), entries))
    return found


def collections(root: Path, extra: tuple[Path, Path] | None = None) -> dict[str, list[Labelled]]:
    """Find the labelled collections there are: ours, the seeds beside the repository, a folder given.

    Of ours, ``unseen`` is what nobody has mended anything by: only its figures are looked at.
    """
    places = {
        "collection": (root / "bench" / "collection", root / "bench" / "collection"),
        UNSEEN: (root / "bench" / UNSEEN, root / "bench" / UNSEEN),
        "seeds": (root.parent / "shared" / "seeds", root.parent / "shared" / "labels"),
    }
    if extra:
        places["folder"] = extra
    return {name: load(*pair) for name, pair in places.items() if pair[0].is_dir() and pair[1].is_dir()}


def numbers_in(text: str) -> set[Decimal]:
    """Read every number in a text but references to lines and years, without signs."""
    plain = YEAR.sub(" ", REFERENCE.sub(" ", text))
    return {Decimal(found.replace(",", "")) for found in NUMBERS.findall(plain)}


def figure_of(text: str) -> Decimal | None:
    """Read the first number of a printed figure; of a Chinese numeral (三, 四类, 十二个), its value."""
    spelled = SPELLED.fullmatch(text.strip())
    if spelled is None:
        return number(text)
    tens, ten, ones = spelled["tens"] or "", spelled["ten"] or "", spelled["ones"] or ""
    first = NUMERALS.find(tens.replace("两", "二")) + 1 if tens else 0
    return Decimal((first or 1) * 10 if ten else first) + (NUMERALS.find(ones) + 1 if ones else 0)


def lines_named(label: Data) -> set[int]:
    """Read the lines that a label names, its own among them: “lines 33, 64”, “line 173 = line 29”."""
    named = REFERENCE.findall(label["expression"])
    return {label["line"], *(int(number) for found in named for number in re.findall(r"\d+", found))}


def same_family(kind: str, other: str) -> bool:
    """Tell whether two kinds state the same sort of thing; cross-checks of accounts add up."""
    kinds = {"sum" if one.startswith("accounts_") else one for one in (kind, other)}
    return kind == other or any(kinds <= family for family in FAMILIES)


def operands_fit(claim: Data, label: Data) -> bool:
    """Tell whether a claim's operands are those of the label."""
    printed = {
        value for operand in claim["operands"] if (value := number(operand["text"])) is not None and value
    }
    divided = None
    if "score_sum" in (label["kind"], claim["kind"]) and not printed:
        printed = numbers_in(MEAN.sub("", claim["expression"])) - {FULL}  # observed: 86.30 / 92 × 100
        divided = MEAN.search(claim["expression"])
    stated = figure_of(str(label["stated"]))
    if counts_names(label):
        return not printed - {stated}
    if "operands" in label:
        wanted = [{number(text) for text in reading} for reading in readings_of(label)]
        told = [printed - {stated}]
        if divided is not None:  # 12个项目平均得分: how many there are may be told as well
            told.append(told[0] | {Decimal(divided[1])})
        if label["kind"] == "score_sum":  # a full mark that the rate is taken of (2083.66/2122.00*10)
            wanted += [reading | (numbers_in(label["expression"]) - {FULL}) for reading in wanted]
            told.append(printed - {stated, FULL})  # 94.95% of a target of 100%: 8 * 94.95 / 100
        return any(one == reading - {stated, None, Decimal(0)} for reading in wanted for one in told)
    return printed <= numbers_in(
        f"{label['expression']} {label['quote']} {label['stated']} {label['computed']}"
    )


def counts_names(label: Data) -> bool:
    """Tell whether a label's operands are the names that its number counts: no figures (2型糖尿病).

    Authors write “count of …”, “number of names listed” or “1+1+1”: figures within the names (12315平台)
    are none of the expression's.
    """
    if label["kind"] != "count":
        return False
    figures = {found for text in label.get("operands", []) if (found := number(text)) is not None}
    expression = str(label["expression"])
    return expression.startswith("count") or not figures <= numbers_in(expression)


def readings_of(label: Data) -> list[list[str]]:
    """List the sets of printed operands that recognise the label."""
    return [label["operands"], *label.get("alternatives", [])]


def recognised(claims: list[Data], label: Data, verdict: str) -> Data | None:
    """Find the claim that states a labelled relation, with the given verdict.

    The relation may be told for another of its figures (of shares that make 100 %, the last is what the
    others leave); one of a completion of 100 % may say that value and target are equal.
    """
    touching = [claim for claim in claims if claim["verdict"] == verdict and label["line"] in lines_of(claim)]
    near = [claim for claim in touching if same_family(claim["kind"], label["kind"])]
    near.sort(key=lambda claim: lines_of(claim) != {label["line"]})  # told in this line before told across
    stated = figure_of(str(label["stated"]))
    if stated is None and label["kind"] == "grade":
        return _graded([claim for claim in claims if claim["verdict"] == verdict], label)
    if stated is None:
        return _without_figure([claim for claim in claims if claim["verdict"] == verdict], label)
    near += [claim for claim in touching if label["kind"] == "rate" and tells_completion(claim)]
    for claim in near:
        if stated == figure_of(claim["stated"]) and operands_fit(claim, label):
            return claim
    same = next((claim for claim in near if figures_of(claim) == figures_wanted(label)), None)
    return same or _of_a_change(near, touching, label) or _in_larger_unit(near, label)


def _of_a_change(near: list[Data], touching: list[Data], label: Data) -> Data | None:
    """Find a rate told of other two of the three figures: now, before and the change between them.

    Where the change is told and is held against both amounts (增加d = A − B; B + 追加d = A), the rate of d in
    B is the rate of A over B; a slip in any of the three shows in one of the two claims. So is what was done
    the plan less what was saved (为控制数的80.5%，节约d), and 调整率 of what was added, or became of it.
    """
    if label["kind"] not in CHANGING:
        return None
    stated, wanted = figure_of(str(label["stated"])), figures_wanted(label)
    changes = [figures_of(claim) for claim in touching if claim["kind"] in ("difference", "sum")]
    for claim in near:
        told = figures_of(claim) - {stated}
        if stated == number(claim["stated"]) and len(told) == _PAIR and claim["kind"] in CHANGING:
            for figures in changes:
                if len(figures) == _PAIR + 1 and told | (wanted - {stated}) == figures:
                    return claim
    return None


def _in_larger_unit(near: list[Data], label: Data) -> Data | None:
    """Find a quotient of the label's figures where its line tells one of them in a larger unit.

    支出1.91亿元，其中甲13,640万元，占71.3%: an author may label 13640/19126.5 by the exact amount of another
    section; the sentence tells it as 1.91亿元, which is just that amount rounded. One figure may differ so.
    """
    stated, wanted = figure_of(str(label["stated"])), figures_wanted(label)
    wanted = wanted - {stated}
    for claim in near:
        operands = {number(one["text"]): one["text"].strip() for one in claim["operands"]}
        if claim["kind"] not in QUOTIENTS or stated != number(claim["stated"]) or len(operands) != _PAIR:
            continue
        mine, theirs = operands.keys() - wanted, wanted - operands.keys()
        if len(wanted) == _PAIR and len(mine) == len(theirs) == 1:
            (told,), (exact,) = mine, theirs
            unit = next((scale for word, scale in LARGER if operands[told].endswith(word)), None)
            if unit and told is not None and exact is not None:
                scales = [Decimal(10) ** power for power in unit]
                if any(_rounds(exact / scale, told) for scale in scales):
                    return claim
    return None


def _rounds(exact: Decimal, told: Decimal) -> bool:
    """Tell whether an amount rounds half up to a printed figure."""
    return exact.quantize(told, ROUND_HALF_UP) == told


def _graded(claims: list[Data], label: Data) -> Data | None:
    """Find what states a grade that is labelled by its word: a claim about the score that has it.

    The word may stand in a line of its own (评价等级：优) below that of the score. Where the label tells the
    right score and the line prints a wrong one, it is the only grade that the line tells.
    """
    scores = {number(text) for text in label.get("operands", [])[:1]}
    graded = [claim for claim in claims if claim["kind"] == "grade"]
    graded.sort(key=lambda claim: lines_of(claim) != {label["line"]})
    own = [claim for claim in graded if lines_of(claim) == {label["line"]}]
    named = next((claim for claim in graded if number(claim["stated"]) in scores), None)
    return named or (own[0] if len(own) == 1 else None)


def _without_figure(claims: list[Data], label: Data) -> Data | None:
    """Find what states a label whose own figure is in words (两处相同, 未扣分).

    It needs a claim for each figure that it quotes; where it quotes none (a list of names told again), claims
    that join the very lines that it names.
    """
    quoted = numbers_in(label["quote"])
    near = [claim for claim in claims if label["line"] in lines_of(claim)]
    if not quoted:
        named = lines_named(label)
        joining = (one for one in near if one["kind"] == label["kind"] and lines_of(one) == named)
        return next(joining, None) if len(named) > 1 else None
    near = [claim for claim in near if same_family(claim["kind"], label["kind"])]
    found = [claim for claim in near if number(claim["stated"]) in quoted]
    return found[0] if found and {number(claim["stated"]) for claim in found} == quoted else None


def tells_completion(claim: Data) -> bool:
    """Tell whether a claim sets a value equal to its target: both print the same number."""
    sides = [number(operand["text"]) for operand in claim["operands"]]
    return claim["kind"] == "bound" and sides == [number(claim["stated"])]


def lines_of(claim: Data) -> set[int | None]:
    """Collect the lines where figures of a claim stand."""
    places = [claim.get("place") or {}, *((operand.get("place") or {}) for operand in claim["operands"])]
    return {place.get("line") for place in places}


def figures_of(claim: Data) -> set[Decimal | None]:
    """Collect the printed figures of a claim, the stated one among them; zeros aside."""
    told = {number(claim["stated"]), *(number(operand["text"]) for operand in claim["operands"])}
    return told - {Decimal(0)}


def figures_wanted(label: Data) -> set[Decimal | None]:
    """Collect the printed figures of a label; a full hundred is seldom printed, a zero adds nothing."""
    if "operands" in label:
        return {number(str(label["stated"])), *(number(text) for text in label["operands"])} - {
            FULL,
            Decimal(0),
        }
    return (numbers_in(label["expression"]) | {number(str(label["stated"]))}) - {FULL, Decimal(0)}
