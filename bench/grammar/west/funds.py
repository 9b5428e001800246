"""Wordings of social insurance funds, lotteries and hospitals."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "social.title": (
        "{place}{year}年社会保险基金预算执行情况说明",
        "{year}年{place}社会保险基金收支决算情况",
        "关于{place}{year}年社会保险基金运行情况的报告",
        "{place}{year}年度社会保险基金收支结余情况公开",
    ),
    "social.fund": (
        "{n}收入{in}，支出{out}，收支相抵，本年结余{left}，年末滚存结余{stock}。",
        "{n}当年收入{in}，占预算{plan}的{r}，当年支出{out}，当年结余{left}；年初结余{carry}，年终滚存结余{stock}。",
        "{n}：年初结余{carry}；本年收入{in}；本年支出{out}；本年收支结余{left}；年末累计结余{stock}。",
        "{n}收入完成预算的{r}，预算{plan}、完成{in}，支出{out}，收支相抵结余{left}。",
        "{n}：收入预算{plan}，收入完成{in}，完成率{r}；支出完成{out}；收支结余{left}。",
        "{n}收入、支出、当年结余分别为{in}、{out}、{left}，年末滚存结余{stock}（上年滚存结余{carry}）。",
        "{n}支出{out}，收入{in}，当期收支净结余{left}，与上年结余{carry}合并计算，累计结余{stock}。",
        "{n}本年结余{left}（收入{in}减支出{out}），加年初结余{carry}后，年末结余{stock}。",
    ),
    "social.total": (
        "{year}年，{place}社会保险基金收入总计{in}，支出总计{out}，本年收支结余{left}。",
        "全{tier}各项社会保险基金当年收入{in}，当年支出{out}，收支相抵，结余{left}。",
        "{year}年社会保险基金总收入、总支出、当年结余分别为{in}、{out}和{left}。",
        "全{tier}社会保险基金支出合计{out}，收入合计{in}，当年净结余{left}。",
        "{year}年社会保险基金收入{in}与支出{out}相抵，结余{left}。",
    ),
    "social.parts": (
        "基金收入构成为：保险费收入{a}，占基金收入的{pa}；财政补贴收入{b}，占{pb}；其他收入{c}，占{pc}。",
        "收入按项目分，社会保险费收入、财政补贴收入和其他收入分别为{a}、{b}、{c}，比重分别为{pa}、{pb}和{pc}。",
        "总收入中，{a}为保险费收入（占{pa}），{b}为财政补贴收入（占{pb}），{c}为利息等其他收入（占{pc}）。",
        "基金总收入分三块：一是保险费收入{a}，占比{pa}；二是财政补贴收入{b}，占比{pb}；三是其他收入{c}，占比{pc}。",
        "保险费、财政补贴、其他收入占基金总收入的比例依次为{pa}、{pb}、{pc}，金额依次为{a}、{b}、{c}。",
    ),
    "lottery.title": (
        "{place}{year}年度彩票公益金筹集使用情况公示",
        "{year}年度{place}彩票销售和公益金分配使用公告",
        "{place}{year}年彩票发行销售情况通报",
        "关于{year}年度{place}彩票公益金筹集与使用的公告",
    ),
    "lottery.total": (
        "{year}年，{place}彩票销售总额{now}，比上年的{base}<增加|减少>{d}，<增长|下降>{g}",
        "{year}年{place}累计发行销售彩票{now}，完成年度销售计划{plan}的{r}，同比<增长|下降>{g}",
        "全{tier}彩票销售额比上年<增加|减少>{d}，<增幅|减幅>{g}，全年实现{now}",
        "{year}年，全{tier}彩票销量{now}，上年销量{base}，<增长率|下降率>为{g}",
        "{place}全年销售彩票{now}，在上年{base}的基础上<多销|少销>{d}，<增长|下降>{g}",
    ),
    "lottery.levy": (
        "按彩票销售额的{r}筹集公益金{now}。",
        "当年筹集彩票公益金{now}，公益金占彩票销售额的比例为{r}。",
        "彩票公益金筹集额{now}，筹集比例为彩票销售额的{r}。",
        "从彩票销售收入中提取公益金{now}，提取额占彩票销售总额的{r}。",
        "共计为国家筹集公益金{now}，占当年彩票销售总额的{r}。",
    ),
    "lottery.use": (
        "本级留成公益金支出{whole}，其中：{list}。",
        "公益金实际使用{whole}，按用途分：{list}。",
        "资助项目支出{whole}，资助领域及金额：{list}。",
        "公益金用途：{list}，总额{whole}。",
        "{list}，公益金安排使用合计{whole}。",
    ),
    "hospital.title": (
        "{place}人民医院{year}年度单位决算情况",
        "{place}中医医院{year}年财务信息公示",
        "{year}年{place}妇幼保健计划生育服务中心财务运行报告",
        "{place}第二人民医院{year}年度收支情况说明",
    ),
    "hospital.income": (
        "{year}年，医院总收入{now}，比上年的{base}<增加|减少>{d}，<增长|下降>{g}",
        "医院{year}年实现总收入{now}，完成年度预算{plan}的{r}，同比<增长|下降>{g}",
        "全院总收入同比<增加|减少>{d}，<增幅|减幅>{g}，总额为{now}",
        "{last}年总收入{base}，{year}年总收入{now}，同比<增长|下降>{g}",
        "全年总收入{now}，在上年{base}的基础上<增长|下降>{g}，<增收|减收>{d}",
    ),
    "hospital.balance": (
        "医院全年总收入{in}，收支相抵结余{left}，全年总支出{out}。",
        "收支结余{left}，为总收入{in}减去总支出{out}后的差额。",
        "医院总收入{in}，年末收支净结余{left}，当年总支出{out}。",
        "本期盈余{left}，本期总收入{in}，本期总费用{out}。",
        "总收入{in}抵减总支出后盈余{left}，总支出为{out}。",
    ),
    "hospital.assets": (
        "截至{year}年12月31日，资产合计{assets}，负债合计{debts}，净资产合计{net}，资产负债率为{r}。",
        "年末净资产{net}，负债{debts}，资产总计{assets}，负债占总资产的{r}。",
        "年末负债总额{debts}，占资产总额{assets}的{r}；净资产{net}。",
        "资产总额：{assets}；负债总额：{debts}；年末净资产：{net}；资产负债率：{r}。",
        "年末资产总额{assets}，其中：净资产{net}，负债{debts}；资产负债率{r}。",
        "资产、负债、净资产年末余额分别为{assets}、{debts}、{net}，资产负债率{r}。",
    ),
}
