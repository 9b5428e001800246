"""Wordings of social insurance funds, lotteries and hospitals."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": (
        "{year}年{place}社会保险基金预算执行报告",
        "{place}{year}年社保基金收支决算情况",
        "关于{year}年{place}社会保险基金运行情况的说明",
        "{place}{year}年度社会保险基金收支结余公告",
        "{year}年{place}各项社会保险基金执行结果",
    ),
    "social.fund": (
        "{n}本年收入{in}，本年支出{out}，本年结余{left}，连同上年结余{carry}，年末结余{stock}。",
        "{n}：年初结余{carry}，收入{in}，支出{out}，当年结余{left}，年末结余{stock}。",
        "{n}收入完成预算（{plan}）的{r}，金额{in}；支出{out}；当年结余{left}。",
        "{n}预算收入{plan}，实收{in}，执行率{r}；实支{out}，收支净额{left}，加年初结余{carry}后，年末结余{stock}。",
        "{n}当年收大于支{left}，收入与支出分别为{in}、{out}；年末滚存结余{stock}，其中历年结余{carry}。",
        "{n}年末结余{stock}，包括上年结余{carry}和本年结余{left}；本年收入{in}、支出{out}。",
        "{n}征收及补助等收入共{in}，待遇等支出共{out}，收支结余{left}。",
    ),
    "social.total": (
        "{year}年，{place}社会保险基金收入总计{in}、支出总计{out}，本年结余{left}。",
        "{year}年全{tier}社会保险基金本年收支结余{left}，收入合计{in}，支出合计{out}。",
        "汇总各险种，{year}年社会保险基金实收{in}、实支{out}，收支净额{left}。",
        "全{tier}社会保险基金收入{in}，扣除支出{out}，当年净结余{left}。",
        "{year}年社会保险基金收大于支{left}，其中收入为{in}、支出为{out}。",
    ),
    "social.parts": (
        "上述收入由三部分构成：保险费{a}，占总收入{pa}；财政补贴{b}，占{pb}；其他收入{c}，占{pc}。",
        "总收入中保险费、财政补贴、其他收入的比重依次为{pa}、{pb}、{pc}，金额依次为{a}、{b}、{c}。",
        "总收入按来源分：①保险费收入{a}（{pa}）；②财政补贴收入{b}（{pb}）；③其他收入{c}（{pc}）。",
        "保险费收入{a}，占总收入比重{pa}；各级财政补贴{b}，比重{pb}；利息等其他收入{c}，比重{pc}。",
        "参保单位和个人缴费{a}、财政补贴{b}、其他收入{c}，占总收入的比例分别是{pa}、{pb}和{pc}。",
    ),
    "lottery.title": (
        "{place}{year}年彩票销售及公益金收支公告",
        "{year}年度{place}彩票公益金筹集与使用情况说明",
        "{place}{year}年彩票销售与公益金提取简报",
        "关于{year}年{place}彩票公益金筹集使用的公示",
        "{year}年{place}彩票销售和公益金使用报告",
    ),
    "lottery.total": (
        "{year}年，{place}彩票销售总额{now}，比上年<增加|减少>{d}，<上升|下降>{g}",
        "{year}年{place}彩票销售额同比<增长|下降>{g}，达{now}，<多售|少售>{d}",
        "{last}年全{tier}彩票销量为{base}，{year}年为{now}，同比<增长|下降>{g}",
        "{place}彩票销售总额从上年的{base}<升至|降至>{now}，<增加|减少>{d}，<增幅|降幅>{g}",
        "{year}年{place}共售出彩票{now}，与{last}年相比<增|减>{d}，<增幅|降幅>{g}",
        "{year}年全{tier}彩票销量{now}，同比<增量|减量>{d}，<增速|降幅>{g}",
    ),
    "lottery.levy": (
        "从中筹集公益金{now}，筹集额占销售总额{r}。",
        "当年筹集彩票公益金{now}，公益金占彩票销售总额的比例为{r}。",
        "按政策规定计提公益金{now}，即彩票销售总额的{r}。",
        "公益金筹集率（占彩票销售总额）为{r}，筹集额{now}。",
        "彩票销售总额的{r}计提为公益金，金额{now}。",
    ),
    "lottery.use": (
        "当年列支公益金{whole}，项目为：{list}。",
        "公益金支出共{whole}，支出方向：{list}。",
        "{list}，公益金使用总额{whole}。",
        "{tier}级使用公益金{whole}，项目安排为{list}。",
        "公益金用途：{list}；支出总额{whole}。",
    ),
    "hospital.title": (
        "{place}第二人民医院{year}年度财务收支说明",
        "{place}中医院{year}年经济运行分析",
        "{year}年度{place}中心医院财务报告（摘要）",
        "{place}人民医院医共体{year}年收支情况",
        "{place}妇幼保健院{year}年财务运行说明",
    ),
    "hospital.income": (
        "{year}年全院收入总额{now}，比上年<增加|减少>{d}，<上升|下降>{g}",
        "医院收入总额上年{base}，本年{now}，同比<增长|下降>{g}",
        "医院总收入同比<增长|下降>{g}，<增收|减收>{d}，规模为{now}",
        "全院总收入从{last}年的{base}<升至|降至>{now}，<增加|减少>{d}，<增幅|降幅>{g}",
        "{year}年医院实现总收入{now}（上年{base}），<增|减>{d}",
    ),
    "hospital.balance": (
        "总收入{in}扣除总支出后，结余{left}，当年总支出{out}。",
        "医院总收入{in}，收支结余{left}，相应总支出为{out}。",
        "本年收支结余{left}，即总收入{in}减总支出{out}。",
        "本年结余{left}，总收入为{in}，总支出为{out}。",
        "收支结余{left}（总收入{in}－总支出{out}）。",
    ),
    "hospital.assets": (
        "资产总额{assets}＝负债{debts}＋净资产{net}，资产负债率{r}。",
        "年末资产负债率{r}，负债{debts}、资产总额{assets}，净资产{net}。",
        "年末净资产{net}，负债总额{debts}，两者之和即资产总额{assets}；负债占资产总额{r}。",
        "年末资产总额{assets}，扣除负债{debts}，净资产为{net}，资产负债率{r}。",
        "年末资产总额、负债总额、净资产依次为{assets}、{debts}、{net}，资产负债率为{r}。",
    ),
}
