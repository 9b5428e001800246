"""What each named thing of an appraisal could have and has, wherever the text or a table tells it."""

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.losses import thing
from jixiao.claims.scores.scored import scored

Marks = dict[str, tuple[Token, Token]]


@once
def marks(reading: Reading) -> Marks:
    """Full mark and score by the name of the thing; names that have two of either are left out."""
    found: Marks = {}
    several: set[str] = set()

    def take(name: str, full: Token | None, score: Token | None) -> None:
        if full is None or score is None or not name:
            return
        known = found.setdefault(name, (full, score))
        if (known[0].number, known[1].number) != (full.number, score.number):
            several.add(name)

    for paragraph in reading.paragraphs:
        for one in scored(paragraph) if paragraph.points else ():
            take(thing(one.name), one.get("full"), one.get("score"))
    for table in reading.tables:
        for row in table.rows:
            roles = {column.role: row.tokens.get(c) for c, column in row.columns.items() if column.role}
            applied = next((c for c, column in row.columns.items() if "适用分" in column.header), None)
            if applied is not None:  # what does not apply to the body is left out of the full mark
                roles["full"] = row.tokens.get(applied)
            if row.label and "full" in roles and "score" in roles:
                name = row.label.replace("指标", "").replace("部门", "").strip()
                take(thing(name), roles["full"], roles["score"])
    return {name: pair for name, pair in found.items() if name not in several}
