"""Wordings of social insurance funds, lotteries and hospitals."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": (
        "{place}{year}年社会保险基金预算收支情况",
        "{year}年度{place}社保基金运行情况分析",
        "{place}关于{year}年社会保险基金预算执行的说明",
        "{year}年{place}社会保险基金收支报告",
    ),
    "social.fund": (
        "{n}收入{in}，支出{out}，收支相抵结余{left}，滚存结余达到{stock}。",
        "{n}全年收入{in}，为预算{plan}的{r}，支出{out}，当年结余{left}，加上年结余{carry}，累计结余{stock}。",
        "{n}上年结余{carry}，当年收入{in}、支出{out}，当年净结余{left}，年末滚存结余{stock}。",
        "{n}收入预算{plan}，实际完成{in}，达到预算的{r}；支出{out}，本年收支结余{left}。",
        "{n}当年收支结余{left}（收入{in}，支出{out}），年末累计结余由年初的{carry}增加到{stock}。",
        "{n}收、支分别为{in}和{out}，结余{left}，连同上年滚存{carry}，期末滚存{stock}。",
    ),
    "social.total": (
        "{year}年，全{tier}社会保险基金总收入{in}，总支出{out}，收支相抵当年结余{left}。",
        "全{tier}社保基金收入、支出分别完成{in}和{out}，收支结余{left}。",
        "{year}年各项社会保险基金收入{in}，减去支出{out}，当年结余{left}。",
        "社会保险基金当年收支结余{left}（收入{in}，支出{out}）。",
    ),
    "social.parts": (
        "收入来源中，保险费收入{a}，占{pa}；财政补贴{b}，占{pb}；利息等其他收入{c}，占{pc}。",
        "基金收入按来源看，保险费、财政补贴、其他收入依次为{a}、{b}、{c}，占基金总收入的比重分别是{pa}、{pb}、{pc}。",
        "基金总收入中，保险费收入占{pa}，计{a}；财政补贴收入占{pb}，计{b}；其他收入占{pc}，计{c}。",
        "总收入包括保险费{a}（占{pa}）、财政补贴{b}（占{pb}）和其他收入{c}（占{pc}）。",
    ),
    "lottery.title": (
        "{place}{year}年度彩票销售及公益金使用情况",
        "{year}年{place}福利彩票公益金筹集分配公告",
        "{place}关于{year}年彩票公益金情况的公示",
        "{year}年度{place}彩票发行与公益金收支说明",
    ),
    "lottery.total": (
        "{year}年，{place}彩票销量达到{now}，较上年<增加|减少>{d}，<增幅|降幅>为{g}",
        "{year}年全{tier}销售彩票{now}，同比<增长|下降>{g}，<增销|减销>{d}",
        "{place}彩票销售额由上年的{base}<增加到|减少到>{now}，<增长|下降>{g}",
        "全{tier}彩票年销量{now}（上年{base}），<增加|减少>{d}，<增|降>{g}",
    ),
    "lottery.levy": (
        "按规定筹集彩票公益金{now}，占彩票销售总额的{r}。",
        "全年彩票公益金提取额为{now}，为彩票销售总额的{r}。",
        "公益金提取比例为彩票销售总额的{r}，共提取{now}。",
        "由此筹集公益金{now}，相当于彩票销售总额的{r}。",
    ),
    "lottery.use": (
        "当年使用公益金{whole}，分配如下：{list}。",
        "安排公益金支出{whole}，用于{list}。",
        "公益金用于{list}，共计{whole}。",
        "本级公益金支出合计{whole}，分别为{list}。",
    ),
    "hospital.title": (
        "{place}人民医院{year}年财务运行情况说明",
        "{year}年度{place}中医医院财务分析报告",
        "{place}妇幼保健院{year}年度财务决算说明",
        "{year}年{place}中心医院收支运行情况",
    ),
    "hospital.income": (
        "{year}年，全院总收入达到{now}，较上年<增加|减少>{d}，<增幅|降幅>为{g}",
        "全院总收入由上年的{base}<增加到|减少到>{now}，<增长|下降>{g}",
        "医院全年总收入{now}，同比<增长|下降>{g}，<增收|减收>{d}",
        "{year}年度医院总收入{now}，上年为{base}，<增加|减少>{d}",
    ),
    "hospital.balance": (
        "全年总收入{in}，减去总支出{out}，收支结余{left}。",
        "收支相抵后结余{left}（总收入{in}，总支出{out}）。",
        "医院总收入、总支出分别为{in}和{out}，本期盈余{left}。",
        "本年盈余{left}，即总收入{in}与总支出{out}之差。",
    ),
    "hospital.assets": (
        "期末总资产{assets}，由负债{debts}和净资产{net}构成，资产负债率为{r}。",
        "年末负债{debts}、净资产{net}，两者合计即资产总额{assets}，负债率{r}。",
        "截至年末，资产总计{assets}（负债{debts}，净资产{net}），负债占资产的{r}。",
        "年末资产总额达到{assets}，负债总额{debts}，资产负债率{r}，净资产{net}。",
    ),
}
