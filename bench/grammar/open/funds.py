"""Open half: social insurance funds, hospitals and lotteries."""

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": ("{place}{year}年社会保险基金预算执行情况", "{year}年{place}社会保险基金决算"),
    "social.fund": (
        "{n}收入{in}，支出{out}，当年[收支|]结余{left}，年末滚存结余{stock}。",
        "{n}收入完成{in}，完成预算{plan}的{r}；支出{out}，本年收支结余{left}，加上年结余{carry}，累计结余{stock}。",
        "{n}全年收入{in}、支出{out}，收支相抵当年结余{left}，上年结余{carry}，年末滚存结余{stock}。",
    ),
    "social.total": (
        "{year}年全{tier}社会保险基金收入合计{in}，支出合计{out}，当年结余{left}。",
        "社会保险基金总收入{in}，总支出{out}，本年结余{left}。",
    ),
    "social.parts": (
        "其中：保险费收入{a}，占{pa}；财政补贴收入{b}，占{pb}；利息等其他收入{c}，占{pc}。",
        "收入中，保险费收入{a}、财政补贴收入{b}、利息等其他收入{c}，分别占总收入的{pa}、{pb}、{pc}。",
    ),
    "lottery.title": ("{place}{year}年彩票公益金筹集分配和使用情况公告", "{year}年{place}彩票销售情况"),
    "lottery.total": (
        "{year}年，{place}共销售彩票{now}，比上年<增加|减少>{d}，<增长|下降>{g}",
        "{year}年全{tier}彩票销售{now}，同比<增长|下降>{g}，<增加|减少>{d}",
    ),
    "lottery.levy": (
        "共筹集彩票公益金{now}，占销售额的{r}。",
        "按规定提取公益金{now}，为彩票销售额的{r}。",
    ),
    "lottery.use": (
        "公益金安排使用{whole}，其中：{list}。",
        "当年分配公益金{whole}：{list}。",
    ),
    "hospital.title": ("{place}人民医院{year}年度财务收支情况", "{year}年度{place}中医院运行情况报告"),
    "hospital.income": (
        "{year}年医院总收入{now}，比上年<增加|减少>{d}，<增长|下降>{g}",
        "全年实现收入{now}，上年为{base}，<增长|下降>{g}",
    ),
    "hospital.balance": (
        "全年总收入{in}，总支出{out}，收支结余{left}。",
        "收入{in}减支出{out}，本期盈余{left}。",
    ),
    "hospital.assets": (
        "年末资产总额{assets}，负债{debts}，净资产{net}，资产负债率{r}。",
        "资产总计{assets}，其中负债{debts}、净资产{net}，资产负债率为{r}。",
    ),
}
