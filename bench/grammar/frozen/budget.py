"""Frozen half: how budget execution reports and monthly bulletins put it."""

PHRASES: dict[str, tuple[str, ...]] = {
    "budget.title": ("{place}{year}年财政决算（草案）的报告", "{place}{year}年财政收支决算情况"),
    "bulletin.title": ("{place}财政收支简报（{year}年{m}月）", "{year}年{m}月{place}财政运行分析"),
    "budget.intro": (
        "各位代表：我受{tier}人民政府委托，向大会报告{year}年财政决算，[请予审查。|请审议。]",
        "一年来，全{tier}上下齐心协力，[依法组织收入，|]较好地完成了各项预算任务。",
    ),
    "income.total": (
        "{t}，{who}一般公共预算收入入库{now}，<增长|下降>{g}，<增收|减收>{d}，占年初预算{plan}的{r}",
        "{t}，一般公共预算收入{plan}的年初预算，实际入库{now}，完成率{r}；与上年同期相比<多收|少收>{d}，<增幅|降幅>{g}",
        "{t}，{who}组织一般公共预算收入{now}，上年同期{base}，<增长|下降>{g}",
        "{t}，{who}一般公共预算收入达到{now}，在上年{base}的基础上<增加|减少>{d}，<增长|降低>{g}",
        "{t}，一般公共预算收入完成{now}，比调整预算数{revised}计算，完成{rr}；比上年<多收|少收>{d}，<增长|下降>{g}",
        "{t}{who}一般公共预算收入较去年同期<增收|减收>{d}，<增长|下降>{g}，累计完成{now}",
    ),
    "expense.total": (
        "{t}，{who}一般公共预算支出执行{now}，为年初预算{plan}的{r}，<增长|下降>{g}，<多支|少支>{d}",
        "{t}，一般公共预算支出{now}，较上年同期<多支出|少支出>{d}，<增长|下降>{g}",
        "{t}，一般公共预算支出预算{plan}，实际支出{now}，支出进度{r}",
        "{t}，{who}一般公共预算支出{now}，上年为{base}，<增长|下降>{g}，<增支|减支>{d}",
    ),
    "fund.total": (
        "{t}，政府性基金收入入库{now}，占年初预算{plan}的{r}，<增长|下降>{g}，<多收|少收>{d}",
        "{t}，{who}基金预算收入{now}，上年同期{base}，<增加|减少>{d}，<增幅|降幅>{g}",
    ),
    "fund.out": (
        "政府性基金支出执行{now}，<多支|少支>{d}，<增长|下降>{g}",
        "基金支出年初预算{plan}，执行{now}，支出进度{r}",
    ),
    "capital.total": ("国有资本经营收入入库{now}，占预算{plan}的{r}，<增加|减少>{d}，<增长|下降>{g}",),
    "tax.share": (
        "税收比重{now}，上年为{base}，<提升|回落>{pp}",
        "税收收入占比{now}，<高于|低于>上年{base}的水平{pp}",
    ),
    "progress": (
        "累计完成年度计划的{r}，<超|欠>序时进度{pp}",
        "执行进度{r}，<快于|滞后于>均衡进度{pp}",
    ),
    "balance.in": (
        "财力情况：{own}，{list}，以上各项相加，收入总量{whole}",
        "收入总计{whole}，由{own}、{list}构成",
    ),
    "balance.out": (
        "支出总计{whole}，由{own}、{list}组成",
        "{own}，{list}，合计支出总量{whole}",
    ),
    "balance.left": (
        "总收入减去总支出，滚存结余{left}",
        "以上收入总量{a}，支出总量{b}，两者相抵结余{left}",
    ),
    "debt": (
        "上级核定{place}{year}年债务限额{limit}，年末余额{now}（一般债务{general}、专项债务{special}）。",
        "{year}年底政府债务余额{now}，由一般债务{general}和专项债务{special}构成，占限额{limit}的{r}。",
    ),
    "average": (
        "{n}从{first}年的{base}跃升至{year}年的{now}，五年年均增长{g}。",
        "{year}年{n}{now}，为{first}年{base}的{r}，年均增速{g}。",
    ),
    "structure": (
        "按产业分，一产、二产、三产税收{x}、{y}、{z}，比例为{a}:{b}:{c}。",
        "一二三产业完成税收分别为{x}、{y}、{z}，结构为{a}:{b}:{c}。",
    ),
    "again.total": (
        "回顾全年，一般公共预算收入{now}的成绩来之不易。",
        "全年一般公共预算收入最终为{now}[，任务圆满完成|]。",
    ),
}
