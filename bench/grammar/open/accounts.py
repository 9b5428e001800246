"""Open half: how departments disclose their final accounts."""

PHRASES: dict[str, tuple[str, ...]] = {
    "accounts.title": (
        "{body}{year}年度部门决算公开",
        "{year}年度{body}部门决算情况说明",
        "{body}{year}年度部门决算",
    ),
    "accounts.total": (
        "{year}年度收、支总计均为{now}。与{last}年度相比，收、支总计各<增加|减少>{d}，<增长|下降>{g}",
        "{year}年度收入总计{now}，支出总计{same}，与上年相比，收支总计<增加|减少>{d}，<增长|下降>{g}",
        "{body}{year}年度收支总计{now}，比{last}年<增加|减少>{d}，<增长|[下降|降低]>{g}",
        "{year}年收支总计{now}，较上年决算数{base}<增加|减少>{d}，<增幅|降幅>{g}",
    ),
    "accounts.income": (
        "{year}年度本年收入合计{whole}，其中：{list}",
        "本年收入合计{whole}，包括：{list}",
        "{short}{year}年度收入合计{whole}。其中{list}",
    ),
    "accounts.expense": (
        "{year}年度本年支出合计{whole}，其中：{list}",
        "本年支出{whole}，按支出性质分：{list}",
        "{year}年度支出合计{whole}，具体为{list}",
    ),
    "accounts.fiscal": (
        "{year}年度一般公共预算财政拨款支出{now}，占本年支出合计的{p}。与{last}年相比，<增加|减少>{d}，<增长|下降>{g}",
        "一般公共预算财政拨款支出决算{now}，[占本年支出的{p}，|]比上年<增加|减少>{d}，<增长|下降>{g}",
    ),
    "accounts.structure": (
        "一般公共预算财政拨款支出{whole}，主要用于以下方面：{list}",
        "{year}年度财政拨款支出{whole}，按功能分类：{list}",
    ),
    "accounts.detail": (
        "{n}年初预算为{plan}，支出决算为{now}，完成年初预算的{r}",
        "{n}，年初预算{plan}，支出决算{now}，完成预算{r}",
        "{n}支出决算为{now}，完成年初预算{plan}的{r}",
        "{n}：支出决算数{now}，比上年<增加|减少>{d}，<增长|下降>{g}",
    ),
    "accounts.detail.lead": (
        "{year}年度一般公共预算财政拨款支出年初预算为{plan}，支出决算为{now}，完成年初预算的{r}。其中：",
        "一般公共预算支出决算数为{now}，完成年初预算{plan}的{r}。[具体情况如下|其中]：",
    ),
    "accounts.basic": (
        "{year}年度一般公共预算财政拨款基本支出{whole}，其中：人员经费{a}，公用经费{b}",
        "基本支出{whole}，包括人员经费{a}和公用经费{b}",
        "基本支出{whole}，其中人员经费{a}，占{pa}；公用经费{b}，占{pb}",
    ),
    "accounts.items": (
        "{head}{whole}，主要包括：{list}。",
        "其中{head}{whole}，包括{list}。",
    ),
    "three.total": (
        "{year}年度“三公”经费财政拨款支出预算为{plan}，支出决算为{now}，完成预算的{r}，比上年<增加|减少>{d}，<增长|下降>{g}",
        "“三公”经费支出决算{now}，[为|完成]预算{plan}的{r}，较上年<增加|减少>{d}，<增长|下降>{g}",
        "{year}年“三公”经费支出{now}，{last}年为{base}，<增加|减少>{d}，<增长|下降>{g}",
    ),
    "three.parts": (
        "其中：因公出国（境）费支出{abroad}，占{pa}；公务用车购置及运行维护费支出{car}，占{pc}；公务接待费支出{host}，占{ph}。",
        "因公出国（境）费{abroad}、公务用车购置及运行维护费{car}、公务接待费{host}。",
    ),
    "three.car": (
        "公务用车购置及运行维护费{car}，其中：公务用车购置费{buy}，公务用车运行维护费{run}。",
        "公务用车购置费{buy}，公务用车运行费{run}，合计{car}。",
    ),
    "three.host": (
        "公务接待费{host}，其中：国内接待{home}，外事接待{foreign}。国内公务接待{k}批次，{x}人次。",
        "国内公务接待{k}批次、{x}人次，开支{home}；外事接待{foreign}，公务接待费合计{host}。",
    ),
    "running.cost": (
        "{year}年度机关运行经费支出{now}，比上年<增加|减少>{d}，<增长|下降>{g}",
        "机关运行经费支出{now}，较{last}年度的{base}<增加|减少>{d}，<增长|下降>{g}",
    ),
    "purchase": (
        "{year}年度政府采购支出总额{whole}，其中：货物支出{goods}、工程支出{works}、服务支出{services}。授予中小企业合同金额{sme}，占政府采购支出总额的{ps}，其中：授予小微企业合同金额{micro}，占[授予中小企业合同金额|中小企业合同额]的{pm}。",
        "政府采购支出总额{whole}，货物、工程、服务分别为{goods}、{works}、{services}；授予中小企业合同{sme}，占{ps}。",
    ),
    "vehicles": (
        "截至{year}年12月31日，共有车辆{whole}，其中：{list}。",
        "期末共有公务用车{whole}，包括{list}。",
    ),
    "staff": (
        "年末实有人员{whole}，其中：在职{a}，离退休{b}。",
        "{short}编制{limit}，实有在职人员{a}，退休人员{b}，合计{whole}。",
    ),
    "offices": (
        "{short}内设{k}科室，分别是：{list}。",
        "下设{k}内设机构：{list}。",
    ),
}
