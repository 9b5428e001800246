"""Frozen half: how departments roll up their projects with scores and grades."""

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": ("{body}关于{year}年度预算项目绩效自评的报告", "{year}年度{body}项目支出绩效自评综述"),
    "projects.total": (
        "{year}年度{body}共安排资金{plan}，截至年底支出{now}，资金执行率{r}",
        "{short}全年到位资金{plan}，已支付{now}，支付率{r}",
        "全部项目资金{plan}，支出{now}，支出率为{r}",
    ),
    "projects.source": (
        "{n}有{k}，安排{plan}，支出{now}，支出率{r}",
        "{k}{n}，资金{plan}，已执行{now}，执行率达{r}",
    ),
    "projects.count": (
        "共对{k}项目开展自评，包括上年结转{a}、年初安排{b}和年中追加{c}",
        "上年结转{a}、年初预算{b}、年中追加{c}，总计{k}",
    ),
    "projects.grades": (
        "其中：评为优的有{x}，评为良的有{y}，评为中的有{z}",
        "{k}项目中，优等{x}、良等{y}、中等{z}",
    ),
    "projects.one": (
        "{n}项下安排资金{plan}，支付{now}，支付率{r}，综合评分{s}，结论为“{w}”",
        "{n}｜预算{plan}｜执行{now}｜执行率{r}｜得分{s}｜等级{w}",
        "{n}：安排{plan}，实际使用{now}，资金使用率{r}；自评分{s}，档次为{w}",
    ),
    "projects.list": (
        "{n}安排{plan}，支出{now}",
        "{n}：下达{plan}，支付{now}[，项目已完工|]",
    ),
    "projects.sum": (
        "各项目安排资金总计{plan}，支出总计{now}，平均支出率{r}",
        "全部项目预算总额{plan}，支付总额{now}，总体支付率{r}",
    ),
    "projects.named": (
        "{list}，共{k}项目纳入自评。",
        "自评项目{k}，即：{list}。",
    ),
    "projects.reduced": (
        "年初批复{plan}，年度中追加{gap}，调整后全年预算为{whole}，支出{now}，支出率{r}。",
        "在年初预算{plan}的基础上调增{gap}，全年预算{whole}，执行{now}，执行率达到{r}。",
    ),
}
