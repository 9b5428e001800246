"""Wordings of procurement, investment review and settlement."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": (
        "{place}{year}年政府采购和投资评审情况公开",
        "{place}财政局{year}年度政府采购暨投资评审工作小结",
        "{year}年{place}政府采购执行与财政评审情况说明",
        "关于{year}年{place}政府采购、投资评审完成情况的报告",
    ),
    "procurement.total": (
        "{year}年，{place}实施政府采购预算{plan}，完成采购金额{now}，节约资金{left}，资金节约率达{s}。",
        "全{tier}政府采购规模{now}，采购预算{plan}，节约财政资金{left}，节约率为{s}。",
        "{year}年完成政府采购项目{k}，预算金额{plan}，中标（成交）金额{now}，节约{left}，节约率{s}。",
        "{year}年政府采购节约资金{left}，占采购预算{plan}的{s}，实际采购金额{now}。",
        "全年政府采购计划{plan}，执行{now}，两者相差{left}，即为节约额，节约率{s}。",
        "全{tier}组织实施政府采购项目{k}：预算金额{plan}；合同金额{now}；节约金额{left}；节约率{s}。",
        "政府采购预算{plan}，节约{left}，节约率{s}，实际成交{now}。",
    ),
    "procurement.part": (
        "{n}采购预算{plan}，完成采购{now}，节约资金{left}，资金节约率{s}",
        "{n}预算金额{plan}，中标（成交）金额{now}，节约率{s}",
        "{n}中标（成交）{now}，节约{left}，节约率为{s}",
        "{n}节约资金{left}，占预算{plan}的{s}，采购规模{now}",
        "{n}采购规模{now}，比预算{plan}节约{left}",
        "{n}：预算{plan}，合同金额{now}，节约额{left}，节约率{s}",
    ),
    "review.total": (
        "{year}年，财政投资评审中心共完成评审项目{k}，报审金额{sent}，审定金额{done}，审减金额{cut}，综合审减率{r}。",
        "全年办结评审项目{k}，累计送审{sent}，核减{cut}，核减率{r}，核定{done}。",
        "{year}年受理投资评审项目{k}，审减资金{cut}，占报审金额{sent}的{r}，审定{done}。",
        "财政投资评审出具结论{k}，送审金额、审定金额、审减金额分别为{sent}、{done}、{cut}，审减率为{r}。",
        "评审项目数：{k}；送审金额：{sent}；审定金额：{done}；审减金额：{cut}；审减率：{r}。",
    ),
    "review.part": (
        "{n}{k}，报审金额{sent}，审定金额{done}，审减金额{cut}，审减率{r}",
        "{n}项目{k}，送审{sent}，核减{cut}，核减率{r}，核定{done}",
        "{n}{k}，审减{cut}，占报审金额{sent}的{r}",
        "{n}（{k}）送审{sent}、审定{done}，审减率{r}",
        "{n}{k}，送审、核定、核减金额分别为{sent}、{done}、{cut}",
    ),
    "settle": (
        "施工合同价{a}，设计变更及签证{b}，报审结算金额{sent}；审核后审定{done}，审减{cut}，审减率{r}。",
        "报审金额{sent}，其中：合同价款{a}，变更增加价款{b}；核减{cut}，占报审金额的{r}，核定金额{done}。",
        "中标价{a}，施工中增加{b}，竣工结算报审{sent}，经评审核减{cut}，核减率{r}，结算价核定为{done}。",
        "报审{sent}、审定{done}、审减{cut}，审减率{r}；报审金额由合同金额{a}与变更金额{b}构成。",
        "合同金额{a}与现场签证{b}相加，送审金额{sent}，审定金额为{done}，核减额{cut}（占送审金额的{r}）。",
    ),
    "mode": (
        "从采购方式分析，公开招标{a}，占采购规模的{pa}；竞争性磋商{b}，占{pb}；其余方式{c}，占{pc}。",
        "分方式看：公开招标金额{a}，占采购总量的{pa}；竞争性谈判金额{b}，占采购总量的{pb}；其他采购方式金额{c}，占采购总量的{pc}。",
        "公开招标、竞争性谈判、其他采购方式占采购规模的比重分别为{pa}、{pb}、{pc}，金额分别为{a}、{b}、{c}。",
        "采购方式构成：公开招标{a}，占比{pa}；框架协议{b}，占比{pb}；其他方式{c}，占比{pc}。",
        "全部采购中，以公开招标方式完成{a}（占{pa}），以竞争性磋商方式完成{b}（占{pb}），以其他方式完成{c}（占{pc}）。",
    ),
}
