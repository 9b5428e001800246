"""A made-up package as a Document: narrative in its sections, charts with their data, thirteen tables."""

from dataclasses import dataclass, field
from random import Random

from bench.package_coded import SOURCE_NAMES
from bench.package_grid import Address, Style, Table, figure, style
from bench.package_tables import TITLES, tables
from bench.packages import SOURCES, Accounts, accounts

from jixiao.core.document import Block, Cell, Document
from jixiao.formats.kinds import classify

REASON = "主要变动原因是项目安排有调整。"


@dataclass(slots=True)
class Made:
    """A package and where its figures stand: (table, line, column) to (block, row, column)."""

    document: Document
    style: Style
    places: dict[Address, tuple[int, int, int]] = field(default_factory=dict)
    items: list[int] = field(default_factory=list)
    """Blocks that each tell one 项."""
    reasons: list[int] = field(default_factory=list)
    """Blocks that tell a change with its reason."""
    figures: list[tuple[int, str]] = field(default_factory=list)
    """Blocks of the narrative with a figure that stands in a table."""
    notes: dict[str, int] = field(default_factory=dict)
    """Blocks that say of an empty table that there is nothing."""


def package(chance: Random) -> Made:
    """A clean package."""
    figures, how = accounts(chance), style(chance)
    writer = _Writer(figures, how)
    parts = [writer.narrative, writer.tables]
    for part in parts if chance.random() < 0.6 else reversed(parts):
        part()
    return Made(
        Document("决算公开", "docx", tuple(writer.blocks)),
        how,
        writer.places,
        writer.items,
        writer.reasons,
        writer.told,
        writer.notes,
    )


class _Writer:
    """Writes block after block, noting places."""

    def __init__(self, made: Accounts, how: Style) -> None:
        self.made, self.how = made, how
        self.blocks: list[Block] = []
        self.places: dict[Address, tuple[int, int, int]] = {}
        self.items: list[int] = []
        self.reasons: list[int] = []
        self.told: list[tuple[int, str]] = []
        self.notes: dict[str, int] = {}
        self.grids = 0
        self.say(f"测试市测试局{made.year}年度部门决算")
        self.parts = 0
        self.part("部门概况")
        self.say("测试局为一级预算单位。")

    def say(self, text: str) -> int:
        """A heading or paragraph; its number."""
        kind, level, number = classify(text)
        self.blocks.append(Block(len(self.blocks), kind, text, level=level, number=number))
        return len(self.blocks) - 1

    def part(self, title: str) -> int:
        """The heading of the next part."""
        self.parts += 1
        return self.say(f"第{'一二三四五'[self.parts - 1]}部分 {title}")

    def tell(self, text: str, amount: int) -> int:
        """A paragraph whose first figure stands in a table."""
        block = self.say(text)
        if amount:
            self.told.append((block, self.money(amount)))
        return block

    @staticmethod
    def money(amount: int) -> str:
        """An amount in 万元."""
        return figure(amount, "万元")

    def tables(self) -> None:
        """The part of tables."""
        self.part("附表")
        for table in tables(self.made, self.how):
            if not table.rows:
                continue  # the detail tables, which no rule looks into
            self.say(TITLES[table.kind])
            self.say(f"单位：{self.how.unit}")
            self.grid(table)
            if table.kind in ("funds", "capital", "capital_spending") and len(table.rows) == 3:
                self.notes[table.kind] = self.say("注：本部门没有此项收支，本表为空。")

    def grid(self, table: Table) -> None:
        """A table."""
        cells = tuple(
            Cell(row, column, cell[0], cell[1], cell[2])
            for row, line in enumerate(table.rows)
            for column, cell in enumerate(line)
            if cell is not None
        )
        index = len(self.blocks)
        self.blocks.append(Block(index, "table", cells=cells, table=self.grids))
        self.grids += 1
        for (label, role), (row, column) in table.where.items():
            self.places[table.kind, label, role] = index, row, column

    def chart(self, title: str, names: list[str], amounts: list[int]) -> None:
        """A chart of amounts in 万元."""
        index = len(self.blocks)
        cells = [Cell(0, 0, ""), Cell(0, 1, "金额")]
        for row, (name, amount) in enumerate(zip(names, amounts, strict=True), start=1):
            cells += [Cell(row, 0, name), Cell(row, 1, self.money(amount))]
            self.places["chart", title, name] = index, row, 1
        self.blocks.append(Block(index, "chart", title, cells=tuple(cells), table=self.grids))
        self.grids += 1

    def narrative(self) -> None:
        """The part that explains the figures."""
        self.part(f"{self.made.year}年度部门决算情况说明")
        self._totals()
        self._general()
        self._rest()

    def _change(self, what: str, now: int, before: int) -> str:
        """A change whose amount and rate follow from the printed figures."""
        shown, last = (int(self.money(amount).replace(".", "")) for amount in (now, before))
        moved = shown - last
        if not moved or not last:
            return f"与{self.made.year - 1}年度相比，{what}持平。"
        rate = (abs(moved) * 100_000 // last + 5) // 10
        words = ("增加", "增长") if moved > 0 else ("减少", "下降")
        change = f"{abs(moved) // 100}.{abs(moved) % 100:02d}万元"
        return (
            f"与{self.made.year - 1}年度相比，{what}{words[0]}{change}，"
            f"{words[1]}{rate // 100}.{rate % 100:02d}%。{REASON}"
        )

    def _explained(self, text: str, amount: int) -> None:
        block = self.tell(text, amount)
        if REASON in text:
            self.reasons.append(block)

    def _totals(self) -> None:
        made, year = self.made, self.made.year
        receipts = sum(made.receipts.values())
        whole = receipts + made.used + sum(made.opening.values())
        before = whole + made.last_year - sum(made.spent(()))
        self.say("一、收入支出决算总体情况说明")
        self._explained(
            f"{year}年度收、支总计均为{self.money(whole)}万元。{self._change('收、支总计各', whole, before)}",
            whole,
        )
        self.chart("图1 收支决算总计变动情况图", [f"{year - 1}年", f"{year}年"], [before, whole])
        self.say("二、收入决算情况说明")
        parts = [
            ("一般公共预算财政拨款收入", made.receipts["general"]),
            ("政府性基金预算财政拨款收入", made.receipts["funds"]),
        ]
        parts += [(name, made.receipts[key]) for name, key in zip(SOURCE_NAMES, SOURCES, strict=True)]
        listed = "；".join(f"{name}{self.money(amount)}万元" for name, amount in parts if amount)
        self.tell(f"{year}年度本年收入合计{self.money(receipts)}万元，其中：{listed}。", receipts)
        self.say("三、支出决算情况说明")
        basic, project = made.spent(())
        self.tell(
            f"{year}年度本年支出合计{self.money(basic + project)}万元，"
            f"其中：基本支出{self.money(basic)}万元；"
            f"项目支出{self.money(project)}万元。",
            basic + project,
        )
        self.chart("图3 支出决算结构图", ["基本支出", "项目支出"], [basic, project])
        self.say("四、财政拨款收入支出决算总体情况说明")
        came = sum(made.receipts[key] + made.opening[key] for key in ("general", "funds", "capital"))
        self._explained(
            f"{year}年度财政拨款收、支总计均为{self.money(came)}万元。"
            f"{self._change('财政拨款收、支总计各', came, came - 31_750_000)}",
            came,
        )

    def _general(self) -> None:
        made, year = self.made, self.made.year
        spent = sum(made.spent_general(()))
        classes = [code for code in made.chapters(fund=False) if len(code) == 1]
        self.say("五、一般公共预算财政拨款支出决算情况说明")
        self.say("（一）一般公共预算财政拨款支出决算总体情况")
        self._explained(
            f"{year}年度一般公共预算财政拨款支出{self.money(spent)}万元。"
            f"{self._change('一般公共预算财政拨款支出', spent, spent + 21_120_000)}",
            spent,
        )
        self.say("（二）一般公共预算财政拨款支出决算结构情况")
        listed = "；".join(
            f"{made.names[code]}{self.money(sum(made.spent_general(code)))}万元" for code in classes
        )
        self.tell(
            f"{year}年度一般公共预算财政拨款支出{self.money(spent)}万元，主要用于以下方面：{listed}。", spent
        )
        self.chart(
            "图6 一般公共预算财政拨款支出决算结构图",
            [made.names[code] for code in classes],
            [sum(made.spent_general(code)) for code in classes],
        )
        self.say("（三）一般公共预算财政拨款支出决算具体情况")
        for number, leaf in enumerate(sorted(made.general), start=1):
            amount = sum(made.general[leaf])
            names = [made.names[leaf[:depth]] for depth in (1, 2, 3)]
            text = f"{number}.{names[0]}（类）{names[1]}（款）{names[2]}（项）："
            self.items.append(self.tell(f"{text}支出决算为{self.money(amount)}万元。", amount))

    def _rest(self) -> None:
        made, year = self.made, self.made.year
        personnel, operating = made.basic
        self.say("六、一般公共预算财政拨款基本支出决算情况说明")
        self.tell(
            f"{year}年度一般公共预算财政拨款基本支出{self.money(personnel + operating)}万元，其中："
            f"人员经费{self.money(personnel)}万元，公用经费{self.money(operating)}万元。",
            personnel + operating,
        )
        self.say("七、财政拨款“三公”经费支出决算情况说明")
        costs = made.publics
        self.tell(
            f"{year}年度“三公”经费财政拨款支出决算为{self.money(costs['all'][1])}万元。", costs["all"][1]
        )
        names = (
            ("abroad", "因公出国（境）费"),
            ("vehicles", "公务用车购置及运行维护费"),
            ("reception", "公务接待费"),
        )
        for cost, name in names:
            self.tell(f"{name}支出决算{self.money(costs[cost][1])}万元。", costs[cost][1])
        self.chart(
            "图7 “三公”经费财政拨款支出结构图",
            [name for _, name in names],
            [costs[cost][1] for cost, _ in names],
        )
        self.say("八、政府性基金预算支出决算情况说明")
        self.tell(f"{year}年度政府性基金预算财政拨款支出{self.money(made.fund)}万元。", made.fund)
        self.say("九、国有资本经营预算支出决算情况说明")
        self.say(f"{year}年度国有资本经营预算财政拨款支出0.00万元。")
        self.say("十、其他重要事项的情况说明")
        self.say("（一）机关运行经费支出情况")
        block = self.say(f"{year}年度，机关运行经费支出{self.money(operating)}万元。")
        self.places["text", "running", "amount"] = block, -1, -1
        budgets = [personnel // 7, operating // 3, operating // 5]
        self.say("（二）预算绩效管理情况")
        evaluated = f"开展项目绩效自评{len(budgets)}个，涉及资金{self.money(sum(budgets))}万元。"
        self.places["text", "evaluated", "amount"] = self.say(f"{year}年度{evaluated}"), -1, -1
        self.places["text", "terms", "part"] = self.part("名词解释"), -1, -1
        self.say("1.基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。")
        self.part("附件")
        for number, budget in enumerate(budgets):
            self.form(f"测试项目{'甲乙丙'[number]}", self.money(budget))

    def form(self, name: str, budget: str) -> None:
        """The self-evaluation form of a project that spent its budget."""
        self.say("项目支出绩效自评表")
        self.say("单位：万元")
        rows = (
            ("项目名称", name, "", "", "", "", ""),
            ("项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
            ("年度资金总额", budget, budget, budget, "10", "100%", "10"),
        )
        cells = tuple(Cell(row, c, text) for row, line in enumerate(rows) for c, text in enumerate(line))
        self.blocks.append(Block(len(self.blocks), "table", cells=cells, table=self.grids))
        self.grids += 1
