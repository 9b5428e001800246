"""Wording of social insurance funds, lotteries and hospitals."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": (
        "{place}{year}年社保基金收支执行情况",
        "{year}年{place}社会保险基金决算说明",
        "关于{place}{year}年度社保基金预算完成情况的汇报",
        "{place}社会保险基金{year}年运行分析",
    ),
    "social.fund": (
        "{n}：收入{in}，支出{out}，当年结余{left}，年末累计结余{stock}。",
        "{n}收入{in}、支出{out}，收支相抵后结余{left}，加上上年结转{carry}，滚存结余{stock}。",
        "{n}上年末滚存{carry}，当年收入{in}、支出{out}，当年结余{left}，年末滚存{stock}。",
        "{n}收入为预算{plan}的{r}，达{in}；支出{out}；当年收支结余{left}；累计结余{stock}（含历年结余{carry}）。",
        "{n}收入预算{plan}，实际{in}（完成{r}），支出{out}，当期结余{left}，历年结余{carry}，累计结余{stock}。",
        "{n}当年结余{left}，其中收入{in}、支出{out}；年末累计结余为{stock}，上年累计结余为{carry}。",
    ),
    "social.total": (
        "{year}年，全{tier}社保基金总收入{in}，总支出{out}，当年收支结余{left}。",
        "各项社会保险基金收入、支出合计分别为{in}、{out}，当期结余{left}。",
        "全{tier}社保基金当年结余{left}，即收入{in}减去支出{out}。",
        "{year}年社会保险基金收入共计{in}、支出共计{out}，收支轧差后结余{left}。",
    ),
    "social.parts": (
        "基金收入中，保险费收入{a}、财政补贴{b}、其他收入{c}，占比依次为{pa}、{pb}、{pc}。",
        "从收入来源看，保费收入{a}（占{pa}），财政补助{b}（占{pb}），利息等其他收入{c}（占{pc}）。",
        "总收入由保费{a}、财政补贴{b}和利息等{c}构成，各占{pa}、{pb}和{pc}。",
        "保险费收入占总收入的{pa}，为{a}；财政补贴占{pb}，为{b}；其他收入占{pc}，为{c}。",
    ),
    "lottery.title": (
        "{place}{year}年彩票销售及公益金使用公告",
        "{year}年度{place}彩票公益金筹集分配情况",
        "{place}{year}年度福利彩票、体育彩票销售和公益金使用说明",
        "关于{place}{year}年彩票公益金收支的公告",
    ),
    "lottery.total": (
        "{year}年，{place}彩票销量{now}，<增长|下降>{g}，比上年<增加|减少>{d}",
        "{place}彩票销售由{last}年的{base}<增至|减至>{now}，<增长|下降>{g}",
        "全{tier}{year}年售出彩票{now}，同比<多|少>销{d}，<增幅|降幅>{g}",
        "{last}年{place}彩票销售额{base}，{year}年{now}，<增|减>{d}，<增长|下降>{g}",
    ),
    "lottery.levy": (
        "提取彩票公益金{now}，占彩票销售总额的{r}。",
        "按销售总额{r}的综合比例，筹集公益金{now}。",
        "全年共筹得公益金{now}，为彩票销售额的{r}。",
        "彩票公益金相当于全部销量的{r}，计{now}。",
    ),
    "lottery.use": (
        "安排公益金{whole}，分别用于：{list}。",
        "公益金支出{whole}，去向为{list}。",
        "{list}，上述公益金支出共计{whole}。",
        "当年使用公益金{whole}，投向{list}。",
    ),
    "hospital.title": (
        "{place}公立医院{year}年财务收支情况",
        "{year}年{place}中医医院财务分析报告",
        "{place}妇幼保健院{year}年度财务情况说明",
        "{place}第一人民医院{year}年财务决算情况",
    ),
    "hospital.income": (
        "{year}年医院总收入{now}，上年{base}，<增幅|降幅>{g}",
        "全年总收入{now}，比{last}年<增加|减少>{d}（<增长|下降>{g}）",
        "总收入由上年的{base}<增至|降至>{now}，<增长|下降>{g}",
        "总收入同比<增长|下降>{g}，实现{now}，<增|减>额{d}",
    ),
    "hospital.balance": (
        "总收入{in}，收支结余{left}，总支出{out}。",
        "全年收支结余{left}，其中总收入{in}，总支出{out}。",
        "收支相抵结余{left}，由总收入{in}抵减总支出{out}得出。",
        "总收入、收支结余分别为{in}、{left}，总费用{out}。",
    ),
    "hospital.assets": (
        "年末总资产{assets}，其中负债{debts}、净资产{net}，负债占资产的{r}。",
        "资产总额{assets}，负债总额{debts}，资产负债率{r}，净资产{net}。",
        "医院负债{debts}，净资产{net}，二者合计为资产总额{assets}，资产负债率{r}。",
        "资产负债率{r}，资产、负债、净资产年末数分别为{assets}、{debts}和{net}。",
    ),
}
