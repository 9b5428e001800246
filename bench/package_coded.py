"""The tables of a made-up package whose lines are functional codes."""

from collections.abc import Callable, Sequence

from bench.package_grid import Style, Table
from bench.packages import FUND, SOURCES, Accounts, Codes

SOURCE_NAMES = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")


class Coded:
    """Tables by functional codes."""

    def __init__(self, made: Accounts, how: Style) -> None:
        self.made, self.how = made, how
        self.width = 4 if how.split else 2

    def table(
        self,
        kind: str,
        roles: Sequence[tuple[str, str]],
        codes: Sequence[Codes],
        amounts: Callable[[Codes], Sequence[int]],
        name: str = "科目名称",
    ) -> Table:
        """A line for each code under that of all; ``roles`` are the columns, each with its header."""
        table, how = Table(kind), self.how
        heads = [header for _, header in roles]
        table.head(("项目", 1, self.width), *[None] * (self.width - 1), *((header, 2, 1) for header in heads))
        levels = ("类", "款", "项") if how.split else ("功能分类科目编码",)
        table.head(*levels, name, *[None] * len(heads))
        if how.numbered:
            table.add("栏次", *[""] * (self.width - 1), *(str(at) for at in range(1, len(heads) + 1)))
        blank = [""] * (self.width - 1)
        total = table.add(*blank, "合计", *(how.show(each) for each in amounts(())))
        lines = [(total, "合计")]
        for code in codes:
            cells = [code[at] if at < len(code) else "" for at in range(3)] if how.split else ["".join(code)]
            row = table.add(*cells, self.made.names[code], *(how.show(each) for each in amounts(code)))
            lines.append((row, "".join(code)))
        for row, label in lines:
            table.where[label, "name"] = row, self.width - 1
            for at, (role, _) in enumerate(roles):
                table.where[label, role] = row, self.width + at
        return table

    def receipts(self) -> Table:
        """What came in, by source; what is moved between years stands with the first code."""
        made = self.made
        codes = made.chapters(fund=True)
        first = next(iter(made.general))
        moved = made.closing["general"] - made.opening["general"]

        def amounts(code: Codes) -> list[int]:
            fiscal = sum(made.spent_general(code)) + (moved if first[: len(code)] == code else 0)
            fiscal += made.receipts["funds"] if made.fund and FUND[: len(code)] == code else 0
            others = [made.receipts[source] if first[: len(code)] == code else 0 for source in SOURCES]
            return [fiscal + sum(others), fiscal, *others]

        roles = [
            ("total", "本年收入合计"),
            ("fiscal", "财政拨款收入"),
            *zip(SOURCES, SOURCE_NAMES, strict=True),
        ]
        return self.table("receipts", roles, codes, amounts)

    def spending(self, kind: str, *, fund: bool) -> Table:
        """What was spent, of all or, without the ``fund``, of the general budget."""
        made = self.made

        def amounts(code: Codes) -> list[int]:
            basic, project = made.spent(code) if fund else made.spent_general(code)
            return [basic + project, basic, project, *([0, 0, 0] if fund else [])]

        roles = [
            ("total", "本年支出合计" if fund else "合计"),
            ("basic", "基本支出"),
            ("project", "项目支出"),
        ]
        if fund:
            roles += [
                ("superior", "上缴上级支出"),
                ("operating", "经营支出"),
                ("attached", "对附属单位补助支出"),
            ]
        return self.table(kind, roles, made.chapters(fund=fund), amounts)

    def projects(self) -> Table:
        """The spending on projects, of the codes that have any."""
        made = self.made
        codes = [code for code in made.chapters(fund=False) if made.spent_general(code)[1]]
        return self.table(
            "projects",
            [("amount", "金额")],
            codes,
            lambda code: [made.spent_general(code)[1]],
            "科目名称（项目）",
        )

    def funds(self) -> Table:
        """The government funds, from one year to the next."""
        made = self.made
        if not made.fund:
            return self.nothing("funds")
        row = [made.opening["funds"], made.receipts["funds"], made.fund, 0, made.fund, made.closing["funds"]]
        roles = [
            ("opening", "年初结转和结余"),
            ("receipts", "本年收入"),
            ("total", "本年支出合计"),
            ("basic", "基本支出"),
        ]
        roles += [("project", "项目支出"), ("closing", "年末结转和结余")]
        return self.table("funds", roles, [FUND[:depth] for depth in (1, 2, 3)], lambda _: row)

    def nothing(self, kind: str) -> Table:
        """A table that keeps its grid and has no figure."""
        table = Table(kind)
        table.head("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出")
        table.add("", "合计", "", "", "")
        table.add("", "", "", "", "")
        return table
