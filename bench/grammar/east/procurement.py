"""Wordings of procurement, investment review and settlement of works."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": (
        "{year}年{place}政府采购与财政投资评审年报",
        "{place}{year}年度采购、评审工作总结",
        "关于{year}年{place}政府采购和投资评审工作的报告",
        "{place}{year}年政府采购及评审数据公告",
        "{year}年度{place}政府采购和工程造价审核情况",
    ),
    "procurement.total": (
        "{year}年，{place}政府采购预算规模{plan}，实际采购规模{now}，节约资金{left}，节约率{s}。",
        "{year}年度政府采购预算{plan}、采购合同额{now}，比预算节约{left}，节约额占预算{s}。",
        "{year}年实施采购项目{k}，合同金额{now}，节约预算资金{left}，资金节约率{s}，原采购预算{plan}。",
        "政府采购资金节约率{s}：采购预算{plan}，实际采购金额{now}，节约{left}。",
        "采购项目{k}，预算总额{plan}，成交总额{now}，预算与成交之差即节约额{left}，节约率为{s}。",
        "全{tier}政府采购实际金额{now}，预算金额{plan}，两者相差的{left}为节约额，节约率{s}。",
        "{year}年政府采购节约资金{left}（预算{plan}－合同{now}），节约率达{s}。",
        "政府采购情况为：采购预算{plan}；合同金额{now}；节约资金{left}；节约率{s}。",
    ),
    "procurement.part": (
        "{n}采购预算{plan}、合同金额{now}，节约{left}，节约率为{s}",
        "{n}实际采购规模{now}，比预算{plan}节约{left}（节约率{s}）",
        "{n}节约率{s}，预算{plan}，合同{now}，节约{left}",
        "{n}预算规模{plan}，节约{left}，节约率{s}，实际采购规模{now}",
        "{n}合同额{now}，节约{left}，节约率{s}",
        "{n}节约资金{left}（预算{plan}，合同{now}），节约率{s}",
        "{n}预算、合同、节约金额依次为{plan}、{now}、{left}，节约率{s}",
    ),
    "review.total": (
        "{year}年办结评审项目{k}，送审造价{sent}，审定造价{done}，净核减{cut}，净核减率{r}。",
        "财政投资评审全年受理{k}项目，报审额{sent}、核定额{done}，核减额{cut}，核减率{r}。",
        "全年评审核减率{r}，核减{cut}，送审总额{sent}，审定总额{done}，评审项目{k}。",
        "评审项目共{k}，送审总额{sent}，核减{cut}，核减额占送审总额{r}，审定总额{done}。",
        "{k}评审项目的送审总额由{sent}核定为{done}，净核减{cut}，核减幅度{r}。",
        "出具评审结论{k}，送审、审定、核减金额依次为{sent}、{done}、{cut}，核减率{r}。",
        "评审情况为：项目{k}；送审{sent}；审定{done}；核减{cut}；核减率{r}。",
    ),
    "review.part": (
        "{n}{k}，送审造价{sent}，审定造价{done}，净核减{cut}，净核减率{r}",
        "{n}{k}，报审{sent}、核定{done}，核减{cut}（核减率{r}）",
        "{n}核减率{r}，核减{cut}，送审{sent}，项目{k}",
        "{n}项目{k}，送审{sent}，核减{cut}、占送审额{r}",
        "{n}{k}，送审、审定、核减依次为{sent}、{done}、{cut}，核减率{r}",
    ),
    "settle": (
        "报审结算价{sent}，含合同价{a}、变更联系单{b}；审核核减{cut}，核定{done}，核减率{r}。",
        "合同价款{a}，工程变更增加{b}，报审结算总价{sent}；核减{cut}，核减额占报审总价{r}，审定结算价{done}。",
        "合同价{a}＋变更签证{b}＝送审造价{sent}，经审核净核减{cut}，净核减率{r}，审定造价{done}。",
        "送审造价{sent}（其中合同{a}，变更{b}），核减率{r}，核减{cut}，审定造价{done}。",
        "审定结算价{done}，比送审价{sent}核减{cut}，核减幅度为{r}；送审价由合同价{a}与变更价{b}组成。",
        "合同价：{a}；变更增加：{b}；送审价：{sent}；审定价：{done}；核减额：{cut}；核减率：{r}。",
    ),
    "mode": (
        "从采购方式看，公开招标规模{a}，占合同总额{pa}；竞争性磋商规模{b}，占{pb}；其他方式规模{c}，占{pc}。",
        "公开招标、竞争性磋商、其他方式的采购规模占合同总额比例依次为{pa}、{pb}、{pc}，金额依次为{a}、{b}、{c}。",
        "分方式统计：①公开招标{a}（占合同总额{pa}）；②竞争性磋商{b}（占{pb}）；③其余方式{c}（占{pc}）。",
        "合同总额中，通过公开招标的{a}、比重{pa}，通过竞争性磋商的{b}、比重{pb}，通过其他方式的{c}、比重{pc}。",
        "公开招标占合同总额{pa}，竞争性磋商占{pb}，其他方式占{pc}；三者金额分别为{a}、{b}和{c}。",
    ),
}
