"""Frozen half: how departments disclose their final accounts."""

PHRASES: dict[str, tuple[str, ...]] = {
    "accounts.title": ("{body}{year}年度单位决算公开说明", "{year}年度{body}决算公开报告"),
    "accounts.total": (
        "{body}{year}年度总收入{now}，总支出{same}，与{last}年度决算数比较，收支均<增加|减少>{d}，<增长|下降>{g}",
        "本年收入总计与支出总计均为{now}，较{last}年度<增加|减少>{d}，<增长|下降>{g}",
        "{year}年收、支总计{now}，上年为{base}，<增长|下降>{g}",
        "收入支出总体与上年相比，<增加|减少>{d}，<增长|下降>{g}，总计{now}",
    ),
    "accounts.income": (
        "本年总收入{whole}，具体构成：{list}",
        "{year}年度收入合计{whole}，由以下部分组成：{list}",
        "收入来源为：{list}，总计{whole}",
    ),
    "accounts.expense": (
        "本年总支出{whole}，具体构成：{list}",
        "{year}年度支出共{whole}。{list}",
        "{list}，支出合计{whole}",
    ),
    "accounts.fiscal": (
        "{short}{year}年一般公共预算财政拨款支出{now}，占支出合计的比重为{p}，同比<增加|减少>{d}，<增长|下降>{g}",
        "财政拨款支出{now}，较{last}年度决算数<增加|减少>{d}，<增长|下降>{g}",
    ),
    "accounts.structure": (
        "按支出功能分类科目，财政拨款支出{whole}的构成为：{list}",
        "从功能分类看，{list}，合计{whole}",
    ),
    "accounts.detail": (
        "{n}决算数{now}，为年初预算数{plan}的{r}",
        "{n}：年初安排{plan}，实际支出{now}，预算完成率{r}",
        "{n}支出{now}，预算数{plan}，完成预算的{r}",
        "{n}{now}。较{last}年度决算数<增加|减少>{d}，<增长|下降>{g}",
    ),
    "accounts.detail.lead": (
        "年初预算数{plan}，决算数{now}，预算完成率{r}。分项说明如下：",
        "财政拨款支出决算{now}，为年初预算{plan}的{r}，其中：",
    ),
    "accounts.basic": (
        "基本支出共计{whole}，人员经费{a}，日常公用经费{b}",
        "本年度基本支出{whole}。人员经费支出{a}，占基本支出的{pa}；公用经费支出{b}，占基本支出的{pb}",
    ),
    "accounts.items": (
        "（1）{head}{whole}。具体为：{list}。",
        "{head}共{whole}，明细为{list}。",
    ),
    "three.total": (
        "“三公”经费全年预算数{plan}，决算数{now}，完成全年预算的{r}，同比<增加|减少>{d}，<增长|下降>{g}",
        "{year}年度“三公”经费财政拨款决算{now}，上年{base}，<增加|减少>{d}，<增幅|降幅>{g}",
        "“三公”经费合计支出{now}，比上年<多支|少支>{d}，<增长|下降>{g}",
    ),
    "three.parts": (
        "其中，公务接待费{host}，占“三公”经费的{ph}；公务用车购置及运行维护费{car}，占“三公”经费的{pc}；因公出国（境）费{abroad}，占“三公”经费的{pa}。",
        "分项看，公务用车购置及运行维护费{car}，公务接待费{host}，因公出国（境）费{abroad}。",
    ),
    "three.car": (
        "公务用车购置及运行维护费共{car}，由购置费{buy}和运行维护费{run}构成。",
        "用于公务用车购置{buy}，用于运行维护{run}，共支出{car}。",
    ),
    "three.host": (
        "公务接待费共{host}（国内{home}，外事{foreign}），接待{k}批、{x}人。",
        "公务接待支出{host}，其中外宾接待{foreign}，其他国内公务接待{home}，接待{k}批次{x}人次。",
    ),
    "running.cost": (
        "本年度机关运行经费{now}，较上年决算<增加|减少>{d}，<增长|下降>{g}",
        "机关运行经费{now}，上年度{base}，<增长|下降>{g}",
    ),
    "purchase": (
        "全年政府采购{whole}，包括货物类{goods}、工程类{works}、服务类{services}；面向中小企业采购{sme}，占采购总额{ps}，其中小微企业{micro}，占中小企业采购额的{pm}。",
        "采购货物{goods}、工程{works}、服务{services}，政府采购支出合计{whole}；其中授予中小企业{sme}，比例为{ps}。",
    ),
    "vehicles": (
        "车辆编制内实有{whole}，分别为{list}。",
        "固定资产中车辆共计{whole}（{list}）。",
    ),
    "staff": (
        "全单位共有职工{whole}（在职{a}、退休{b}）。",
        "核定编制{limit}，年末在职{a}，另有退休{b}，共计{whole}。",
    ),
    "offices": (
        "内设{list}，共{k}职能科室。",
        "{short}设有{list}等{k}内设机构。",
    ),
}
