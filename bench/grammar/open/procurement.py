"""Open half: procurement, settlement and audit."""

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": ("{place}{year}年政府采购和财政投资评审工作情况", "{year}年{place}政府采购工作总结"),
    "procurement.total": (
        "{year}年，全{tier}政府采购预算{plan}，实际采购{now}，节约资金{left}，节约率{s}。",
        "{year}年全年共完成采购项目{k}，采购计划金额{plan}，实际采购金额{now}，共节约资金{left}，节约率为{s}。",
        "全年完成政府采购{now}，比采购预算{plan}节约{left}，资金节约率{s}。",
    ),
    "procurement.part": (
        "{n}采购预算{plan}，实际采购{now}，节约{left}，节约率{s}",
        "{n}项目计划{plan}，成交{now}，节约资金{left}，节支率{s}",
        "{n}采购金额{now}，节约{left}，节约率{s}",
    ),
    "review.total": (
        "全年共评审项目{k}，送审金额{sent}，审定金额{done}，审减{cut}，审减率{r}。",
        "财政投资评审中心完成评审项目{k}，送审总额{sent}，审减额{cut}，审减率{r}，审定{done}。",
    ),
    "review.part": (
        "{n}项目{k}，送审{sent}，审定{done}，审减{cut}，审减率{r}",
        "{n}{k}，送审金额{sent}，审减{cut}，审减率为{r}",
    ),
    "settle": (
        "该工程合同价{a}，变更增加{b}，送审结算价{sent}，审计核减{cut}，审定{done}，核减率{r}。",
        "项目概算{a}，增加工程量{b}，合计送审{sent}，核减{cut}后审定金额为{done}（核减率{r}）。",
    ),
    "mode": (
        "按采购方式分，公开招标{a}，占采购总额的{pa}；竞争性磋商{b}，占{pb}；单一来源{c}，占{pc}。",
        "其中公开招标、竞争性磋商和单一来源采购金额分别为{a}、{b}、{c}，分别占{pa}、{pb}和{pc}。",
    ),
}
