"""Open half: how departments roll up their projects with scores and grades."""

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": ("{body}{year}年度部门预算绩效自评报告", "{year}年度{body}绩效自评工作报告"),
    "projects.total": (
        "{year}年，{short}预算资金{plan}，全年支出{now}，执行率{r}",
        "{year}年度财政下达{short}资金共计{plan}，实际支出{now}，预算执行率为{r}",
        "{short}{year}年全年预算数{plan}，执行数{now}，执行率{r}",
    ),
    "projects.source": (
        "{n}共{k}，涉及资金{plan}，全年支出{now}，执行率{r}",
        "{n}{k}，预算{plan}，执行{now}，执行率{r}",
        "{n}共计{k}，全年预算{plan}，实际支出{now}，执行率为{r}",
    ),
    "projects.count": (
        "本次自评项目共{k}，其中上年结转项目{a}，年初预算项目{b}，年中追加项目{c}",
        "纳入自评范围的项目{k}：上年结转{a}、年初预算{b}、年中追加{c}",
    ),
    "projects.grades": (
        "评价等级为“优”的项目{x}，“良”的项目{y}，“中”的项目{z}",
        "自评结果为优的{x}，良的{y}，中的{z}，合计{k}",
        "从等级看，优{x}、良{y}、中{z}",
    ),
    "projects.one": (
        "{n}：全年预算数{plan}，全年执行数{now}，执行率{r}，自评得分{s}，评价等级为“{w}”",
        "{n}。预算{plan}，支出{now}，执行率{r}，自评{s}，等级为{w}",
        "{n}（财预〔{year}〕{doc}号），预算数{plan}，执行数{now}，执行率{r}，[群众满意度95%以上，|]得分{s}，评定为“{w}”",
    ),
    "projects.list": (
        "{n}，预算{plan}，执行数{now}",
        "项目名称：{n}，全年预算数{plan}，执行数{now}[，已支付完毕|]",
    ),
    "projects.sum": (
        "以上项目预算合计{plan}，支出合计{now}，[总体|综合]执行率{r}",
        "上述项目共安排资金{plan}，实际支出{now}，执行率{r}",
    ),
    "projects.named": (
        "开展绩效自评的项目共{k}，分别为{list}。",
        "对{list}等{k}项目开展了绩效自评。",
    ),
    "projects.reduced": (
        "年初部门预算{plan}，年中调整{gap}，调整后预算{whole}，实际支出{now}，执行率{r}。",
        "年初预算{plan}，年中追加{gap}，全年预算数{whole}，全年支出{now}，执行率{r}。",
    ),
}
