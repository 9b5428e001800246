"""The score table on the terminal."""

from collections import Counter
from pathlib import PurePath
from typing import Final

from jixiao.core.scoretable import Origin, ScoreTable, TableRow
from jixiao.renderers.scorecards.columns import table, wrapped
from jixiao.renderers.scorecards.words import chosen, contradictions, figure
from jixiao.renderers.wording import Language

_HEADS: Final[dict[Language, list[str]]] = {
    "zh": ["名次", "部门", "年度", "规则库", "得分", "等级", "来源", "不一致"],
    "en": ["rank", "department", "year", "rulebook", "score", "grade", "origin", "contradictions"],
}
_ORIGINS: Final[dict[Language, dict[Origin, str]]] = {
    "zh": {"computed": "复算", "partly": "部分照录", "published": "照录", "none": "无"},
    "en": {"computed": "computed", "partly": "partly published", "published": "published", "none": "none"},
}


def render(ranking: ScoreTable, language: Language = "zh", columns: int = 100) -> str:
    """Rows by rank, the sample, what could not be read, and a last line with the counts."""
    zh = language == "zh"
    told = Counter((row.card.department, row.card.year) for row in ranking.rows)
    twice = {key for key, number in told.items() if number > 1}
    rows = [_HEADS[language], *(_row(row, language, twice) for row in ranking.rows)]
    lines = table(rows, (0, 4, 7))
    if ranking.sample is not None:
        lines += ["", *_sample(ranking, language)]
    if ranking.unread:
        lines += ["", "不能评分的档案" if zh else "Not scored"]
        for one in ranking.unread:
            lines.append(f"  {one.file}")
            lines += [
                line for fault in one.faults for line in wrapped(chosen(language, *fault), columns, "    ")
            ]
    scored = sum(row.rank is not None for row in ranking.rows)
    counts = (len(ranking.rows), scored, len(ranking.unread))
    last = (
        "部门 {} 个，有得分 {} 个，不能读取 {} 个" if zh else "{} departments, {} with a score, {} unreadable"
    )
    return "\n".join([*lines, "", last.format(*counts)]) + "\n"


def origin(row: TableRow, language: Language = "zh") -> str:
    """Whether the score was computed or copied."""
    return _ORIGINS[language][row.origin]


def _row(row: TableRow, language: Language, twice: set[tuple[str, int]]) -> list[str]:
    card = row.card
    name = card.department
    if (name, card.year) in twice:  # two dossiers of one body: only the file tells them apart
        path = PurePath(row.file)
        name += f"（{path.parent.name if path.stem == 'dossier' else path.name}）"
    return [
        "—" if row.rank is None else str(row.rank),
        name,
        str(card.year),
        card.rulebook,
        figure(row.score),
        card.grade or card.published.grade or "—",
        origin(row, language),
        str(contradictions(card)),
    ]


def _sample(ranking: ScoreTable, language: Language) -> list[str]:
    sample = ranking.sample
    if sample is None:
        return []
    zh = language == "zh"
    head = (
        f"复核抽样 {len(sample.rows)} 个部门，种子 {sample.seed}（用同一种子可重新抽出同一结果）"
        if zh
        else f"Re-check sample of {len(sample.rows)}, seed {sample.seed} (the same seed draws the same again)"
    )
    return [head, *(f"  {row.card.department}（{row.file}）" for row in sample.rows)]
