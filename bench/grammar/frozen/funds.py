"""Frozen half: social insurance funds, hospitals and lotteries."""

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": ("{place}{year}年度社保基金收支情况", "关于{place}{year}年社会保险基金执行情况的说明"),
    "social.fund": (
        "{n}：收入{in}、支出{out}、本期结余{left}，期末累计结余{stock}。",
        "{n}预算收入{plan}，实际收入{in}，为预算的{r}；实际支出{out}，当期结余{left}；上年结转{carry}，期末滚存{stock}。",
        "{n}上年结余{carry}，当年收入{in}，当年支出{out}，当年收支结余{left}，年末累计结余{stock}。",
    ),
    "social.total": (
        "{year}年各项社会保险基金总收入{in}，总支出{out}，收支相抵结余{left}。",
        "全{tier}社保基金共收入{in}，共支出{out}，当期结余{left}。",
    ),
    "social.parts": (
        "按来源分：保险费{a}（占{pa}），财政补贴{b}（占{pb}），利息及其他{c}（占{pc}）。",
        "保险费收入{a}，比重为{pa}；财政补贴{b}，比重为{pb}；利息及其他收入{c}，比重为{pc}。",
    ),
    "lottery.title": ("{place}{year}年度彩票公益金使用情况", "{place}{year}年彩票市场运行情况"),
    "lottery.total": (
        "{year}年全{tier}彩票销量{now}，上年同期{base}，<增长|下降>{g}",
        "{year}年，{place}彩票销售额{now}，较上年<增长|下降>{g}，<增加|减少>{d}",
    ),
    "lottery.levy": (
        "筹集公益金{now}，占彩票销量的{r}。",
        "上缴和留存公益金共{now}，筹集比例{r}。",
    ),
    "lottery.use": (
        "全年支出公益金{whole}，用于{list}。",
        "公益金支出方向为：{list}，合计{whole}。",
    ),
    "hospital.title": ("{place}人民医院{year}年运营分析", "{year}年{place}妇幼保健院收支情况"),
    "hospital.income": (
        "全院总收入{now}，同比<增加|减少>{d}，<增幅|降幅>{g}",
        "医院本年收入{now}，去年同期{base}，<增加|减少>{d}，<增长|下降>{g}",
    ),
    "hospital.balance": (
        "总收入{in}，总成本费用{out}，结余{left}。",
        "收支相抵（收入{in}，支出{out}）后结余{left}。",
    ),
    "hospital.assets": (
        "期末总资产{assets}，总负债{debts}，净资产{net}，负债率{r}。",
        "负债{debts}，净资产{net}，资产合计{assets}，资产负债率{r}。",
    ),
}
