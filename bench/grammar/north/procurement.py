"""Wordings of procurement, investment review and settlement."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": (
        "{place}{year}年政府采购及投资评审工作汇报",
        "{year}年{place}采购监管与财政评审情况",
        "{place}关于{year}年度政府采购和财政评审情况的报告",
        "{year}年度{place}政府采购暨评审工作总结",
    ),
    "procurement.total": (
        "{year}年，全{tier}政府采购预算金额{plan}，实际采购金额{now}，节约{left}，资金节约率{s}。",
        "{year}年度组织采购项目{k}，预算{plan}，成交{now}，节支{left}，节支率为{s}。",
        "{year}年政府采购成交额{now}，较采购预算{plan}节省{left}，节约率达到{s}。",
        "全年完成采购{k}，采购预算由{plan}降至中标价{now}，节约财政资金{left}，占预算的{s}。",
        "政府采购节约资金{left}，节约率{s}（预算{plan}，实际{now}）。",
        "全{tier}政府采购计划{plan}，实际支付合同款{now}，二者相抵节约{left}，节约率{s}。",
    ),
    "procurement.part": (
        "{n}预算金额{plan}，采购金额{now}，节约{left}，节约率达到{s}",
        "{n}采购预算{plan}，成交{now}，节支{left}（{s}）",
        "{n}成交额{now}，较预算{plan}节省{left}，节支率{s}",
        "{n}节约{left}，节约率{s}，预算、成交额分别为{plan}和{now}",
        "{n}实际采购{now}，节约资金{left}，占预算{plan}的{s}",
        "{n}采购{now}，节省{left}",
    ),
    "review.total": (
        "全年评审项目{k}，送审额{sent}，审定额{done}，核减{cut}，核减率为{r}。",
        "{year}年共受理评审项目{k}，送审{sent}，审减{cut}，审定{done}，综合审减率达到{r}。",
        "财政评审完成{k}，净审减{cut}，占送审额{sent}的{r}，审定额{done}。",
        "评审中心出具报告{k}，送审造价由{sent}审减至{done}，核减{cut}，核减率{r}。",
    ),
    "review.part": (
        "{n}{k}，送审额{sent}，审定额{done}，核减{cut}，核减率为{r}",
        "{n}完成{k}，送审{sent}，核减{cut}，占送审额的{r}",
        "{n}项目{k}，由送审{sent}审减至{done}，核减{cut}，核减率{r}",
        "{n}{k}，审减{cut}，审减率达到{r}，送审、审定金额分别为{sent}和{done}",
    ),
    "settle": (
        "合同价{a}，加变更签证{b}，报审造价{sent}，核减{cut}，审定造价{done}，核减率为{r}。",
        "原合同金额{a}，增加工程量{b}，送审结算价{sent}；经审核，审减{cut}，为送审价的{r}，审定{done}。",
        "送审金额{sent}（合同内{a}，合同外{b}），审定金额{done}，审减{cut}，审减率{r}。",
        "签约合同价{a}、设计变更{b}，两项合计送审{sent}，扣减{cut}后审定{done}，扣减比例{r}。",
    ),
    "mode": (
        "按采购方式分，公开招标{a}，占{pa}；竞争性磋商（谈判）{b}，占{pb}；其他方式{c}，占{pc}。",
        "公开招标、竞争性磋商和其他方式成交额分别为{a}、{b}和{c}，占采购总额的比重依次为{pa}、{pb}、{pc}。",
        "从采购方式看，公开招标占{pa}，金额{a}；竞争性磋商占{pb}，金额{b}；询价等其他方式占{pc}，金额{c}。",
        "采购规模中：公开招标{a}（{pa}）、竞争性磋商{b}（{pb}）、单一来源等其他方式{c}（{pc}）。",
    ),
}
