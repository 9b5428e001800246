"""Wordings of disclosed final accounts."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "accounts.title": (
        "{body}{year}年度单位决算",
        "{year}年度{body}决算公开情况说明",
        "{body}部门{year}年决算信息公开",
        "{year}年{body}决算公开文本",
    ),
    "accounts.total": (
        "{year}年度收入、支出决算总计均为{now}，较{last}年度各<增加|减少>{d}，<增幅|降幅>为{g}",
        "{body}{year}年度收支总计（含结转和结余）{now}。与上年{base}相比，<增长|下降>{g}，<增加|减少>{d}",
        "{year}年度收入总计{now}，支出总计{same}，同上年度相比，收、支各<增加|减少>{d}，<增长|下降>{g}",
        "收支总体情况：{last}年度收支总计{base}，{year}年度收支总计{now}，<增加|减少>{d}，<增长|下降>{g}",
        "{year}年度本部门收、支总计由上年度的{base}<增加到|减少到>{now}，<增长|下降>{g}",
        "{year}年度总收入{now}，总支出{same}，收支平衡；较上年<增长|下降>{g}，即<增加|减少>{d}",
        "与{last}年度相比，{year}年度收支总计<增长|下降>{g}，<增加|减少>{d}，达到{now}",
    ),
    "accounts.income": (
        "{year}年度收入合计{whole}，包括：{list}",
        "本年收入决算数为{whole}，构成情况为：{list}",
        "{short}{year}年度取得收入{whole}，按来源划分：{list}",
        "本年收入共计{whole}。具体为：{list}",
        "{list}。以上各项收入合计{whole}",
    ),
    "accounts.expense": (
        "{year}年度支出合计{whole}，包括：{list}",
        "本年支出决算数为{whole}，构成情况为：{list}",
        "{short}{year}年度共支出{whole}，按支出性质划分：{list}",
        "本年支出共计{whole}。具体为：{list}",
        "{list}。以上各项支出合计{whole}",
    ),
    "accounts.fiscal": (
        "{year}年度财政拨款支出{now}，占本年支出合计的比重为{p}。与{last}年度相比，<增加|减少>{d}，<增长|下降>{g}",
        "财政拨款支出由上年的{base}<增加到|减少到>{now}，<增长|下降>{g}，占本年支出合计的{p}",
        "本年财政拨款支出{now}（占本年支出合计的{p}），较上年<增长|下降>{g}，<增加|减少>{d}",
        "本年支出合计中，财政拨款支出占{p}，金额为{now}，较上年决算数{base}<增加|减少>{d}，<增幅|降幅>{g}",
    ),
    "accounts.structure": (
        "{year}年度财政拨款支出{whole}，按功能分类科目划分为：{list}",
        "财政拨款支出决算{whole}，用于以下方面：{list}",
        "按支出功能分类，财政拨款支出{whole}的构成为：{list}",
        "{list}，上述各类支出共计{whole}",
    ),
    "accounts.detail": (
        "{n}。年初预算{plan}，支出决算{now}，决算数为年初预算的{r}",
        "{n}决算数{now}，年初预算数{plan}，完成比例{r}",
        "{n}：决算{now}，为年初预算{plan}的{r}",
        "{n}年初安排{plan}，实际执行{now}，达到年初预算的{r}",
        "{n}{now}，比上年决算数<增加|减少>{d}，<增幅|降幅>为{g}",
        "{n}{now}，较上年{base}<增长|下降>{g}",
        "{n}（年初预算{plan}）决算支出{now}，预算完成率{r}，同比<增长|下降>{g}",
    ),
    "accounts.detail.lead": (
        "{year}年度财政拨款支出年初预算{plan}，决算{now}，为年初预算的{r}，具体科目如下：",
        "财政拨款支出决算数{now}，年初预算数{plan}，预算完成率{r}。分科目看：",
        "财政拨款年初预算安排支出{plan}，实际支出{now}，达到年初预算的{r}，各类情况是：",
        "财政拨款支出决算{now}，占年初预算{plan}的{r}。其中：",
    ),
    "accounts.basic": (
        "{year}年度基本支出决算{whole}，由人员经费{a}和公用经费{b}两部分组成",
        "人员经费{a}，公用经费{b}，两项合计基本支出{whole}",
        "基本支出{whole}，其中人员经费占{pa}，计{a}；公用经费占{pb}，计{b}",
        "基本支出共计{whole}（人员经费{a}、公用经费{b}）",
        "基本支出中，人员经费{a}，公用经费{b}，分别占基本支出{whole}的{pa}和{pb}",
    ),
    "accounts.items": (
        "{head}{whole}，明细为：{list}。",
        "{head}共支出{whole}，包括{list}。",
        "{head}{whole}，按经济分类科目为：{list}。",
        "列入{head}的有：{list}，合计{whole}。",
    ),
    "three.total": (
        "{year}年度“三公”经费预算{plan}，决算{now}，为预算的{r}，较上年<增加|减少>{d}，<增幅|降幅>为{g}",
        "“三公”经费支出决算{now}，完成预算（{plan}）的{r}，与上年相比<增长|下降>{g}，<增加|减少>{d}",
        "“三公”经费由{last}年度的{base}<增加到|减少到>{now}，<增长|下降>{g}",
        "{year}年度“三公”经费预算数{plan}、决算数{now}，决算数占预算数的{r}，较上年决算数{base}<增加|减少>{d}",
        "{short}“三公”经费决算支出{now}，<高于|低于>上年的{base}，<增长|下降>{g}",
    ),
    "three.parts": (
        "因公出国（境）费{abroad}，占{pa}；公务用车购置及运行维护费{car}，占{pc}；公务接待费{host}，占{ph}。",
        "其中，因公出国（境）、公务用车购置及运行、公务接待三项支出分别为{abroad}、{car}和{host}。",
        "按构成看：公务用车购置及运行维护费占{pc}，为{car}；公务接待费占{ph}，为{host}；因公出国（境）费占{pa}，为{abroad}。",
        "分项看，出国（境）费用{abroad}、公车购置及运行费{car}、公务接待费{host}。",
    ),
    "three.car": (
        "公务用车购置及运行维护费{car}，由购置费{buy}和运行维护费{run}组成。",
        "公务用车购置支出{buy}，公务用车运行维护支出{run}，两项合计{car}。",
        "公车费用共{car}（购置{buy}，运行维护{run}）。",
        "公务用车购置及运行维护费决算{car}，包括：购置费{buy}、运行维护费{run}。",
    ),
    "three.host": (
        "公务接待费{host}，包括国内接待{home}、外事接待{foreign}，全年接待{k}批次，{x}人次。",
        "国内公务接待{home}，外事接待{foreign}，公务接待费合计{host}；接待{k}批、{x}人。",
        "公务接待费决算{host}（国内{home}，国（境）外{foreign}），累计接待来访{k}批次、{x}人次。",
    ),
    "running.cost": (
        "{year}年度机关运行经费{now}，较上年<增加|减少>{d}，<增幅|降幅>{g}",
        "机关运行经费支出由上年的{base}<增加到|减少到>{now}，<增长|下降>{g}",
        "机关运行经费支出{now}，与{last}年度{base}相比<增长|下降>{g}，<增加|减少>{d}",
        "{short}机关运行经费决算{now}（较上年<增加|减少>{d}、<增长|下降>{g}）",
    ),
    "purchase": (
        "{year}年度政府采购支出共计{whole}，包括货物支出{goods}、工程支出{works}和服务支出{services}；授予中小企业合同金额{sme}，占采购支出总额的{ps}，其中小微企业{micro}，占中小企业合同金额的{pm}。",
        "政府采购货物、工程、服务支出分别为{goods}、{works}、{services}，合计{whole}，面向中小企业的合同金额{sme}，为采购支出总额的{ps}。",
        "政府采购支出合计{whole}（货物{goods}、工程{works}、服务{services}）。中小企业合同额占采购支出总额的{ps}，为{sme}。",
        "货物类采购{goods}，工程类采购{works}，服务类采购{services}，采购支出总额{whole}。",
    ),
    "vehicles": (
        "截至{year}年底，共有车辆{whole}，包括{list}。",
        "车辆编成为：{list}，总计{whole}。",
        "期末占用车辆{whole}，具体是{list}。",
        "{year}年末实有车辆{whole}（{list}）。",
    ),
    "staff": (
        "{short}核定编制{limit}，年末实有人员{whole}，包括在职{a}、离退休{b}。",
        "在职人员{a}，离退休人员{b}，合计{whole}。",
        "年末供养人员共{whole}，由在职{a}和离退休{b}组成，编制数{limit}。",
        "人员总数{whole}（在职{a}，离退休{b}）。",
    ),
    "offices": (
        "{short}下设{k}内设机构，为{list}。",
        "内设机构共{k}，即：{list}。",
        "{body}设置{list}，共{k}内设科室。",
        "{short}内设{list}等{k}科室。",
    ),
}
