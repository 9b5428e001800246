"""Frozen half: procurement, settlement and audit."""

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": ("{year}年度{place}政府采购及评审工作统计", "{place}{year}年政府采购执行情况通报"),
    "procurement.total": (
        "全年实施采购{k}，预算金额{plan}，中标金额{now}，节支{left}，节支率{s}。",
        "{year}年纳入政府采购的预算规模为{plan}，合同金额{now}，为财政节省{left}，节约幅度{s}。",
        "政府采购实际支出{now}，比预算{plan}减少{left}，节约率为{s}。",
    ),
    "procurement.part": (
        "{n}预算{plan}、合同额{now}，节支{left}，节支率{s}",
        "{n}完成{now}，较预算{plan}节省{left}，节约比例{s}",
        "{n}实际采购{now}，节支{left}，资金节约率为{s}",
    ),
    "review.total": (
        "评审中心全年接收项目{k}，报审金额{sent}，核减{cut}，核减率{r}，核定金额{done}。",
        "共出具评审报告{k}，报审投资{sent}，审定投资{done}，净核减{cut}，综合核减率{r}。",
    ),
    "review.part": (
        "{n}{k}，报审{sent}，核定{done}，核减{cut}，核减率{r}",
        "{n}类项目{k}，报审金额{sent}，核减额{cut}，核减率{r}",
    ),
    "settle": (
        "合同金额{a}，签证变更{b}，报审金额{sent}；经审核核减{cut}，核减率{r}，最终审定{done}。",
        "原合同{a}，增补{b}，共报审{sent}，审定金额{done}，审减{cut}，审减率{r}。",
    ),
    "mode": (
        "公开招标{a}（占{pa}）、竞争性磋商{b}（占{pb}）、单一来源{c}（占{pc}）。",
        "采用公开招标方式{a}，比重{pa}；竞争性磋商方式{b}，比重{pb}；单一来源方式{c}，比重{pc}。",
    ),
}
