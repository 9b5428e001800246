"""Wording of procurement, investment review and settlement of works."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": (
        "{place}{year}年政府采购与投资评审简报",
        "{year}年度{place}政府采购、财政评审情况通报",
        "{place}财政局{year}年采购评审工作情况",
        "关于{place}{year}年政府采购及财政投资评审的说明",
    ),
    "procurement.total": (
        "{year}年政府采购预算{plan}，成交{now}，节省{left}，节支率{s}。",
        "全{tier}政府采购成交金额{now}，较采购预算{plan}节约{left}，资金节约率{s}。",
        "全年{k}采购项目完成采购，预算、成交金额分别为{plan}、{now}，节约资金{left}（节约率{s}）。",
        "{year}年采购节约率{s}，节约额{left}，其中采购预算{plan}，实际采购{now}。",
        "{tier}级政府采购预算{plan}，通过竞争实际采购额降至{now}，节支{left}，节支额占预算的{s}。",
        "{k}项目政府采购实际支付{now}，节约{left}，预算为{plan}，节约率达{s}。",
    ),
    "procurement.part": (
        "{n}成交{now}，节约{left}，节约额占预算的{s}",
        "{n}预算、成交额分别为{plan}、{now}，节约{left}（{s}）",
        "{n}预算{plan}，成交{now}，节支{left}，节支率{s}",
        "{n}节约率{s}，成交{now}、节约{left}",
        "{n}由预算{plan}降至成交{now}，节约额、节约率分别为{left}、{s}",
    ),
    "review.total": (
        "全年完成{k}项目评审，送审{sent}，审减{cut}，审定{done}，审减率{r}。",
        "评审项目{k}，审定金额{done}，较送审金额{sent}净审减{cut}，审减比例{r}。",
        "财政投资评审送审额{sent}，审定额{done}，核减{cut}（核减率{r}），涉及{k}项目。",
        "{k}项目经评审，造价由{sent}核定为{done}，审减额{cut}，占送审额的{r}。",
        "评审核减{cut}，核减率{r}，其中送审{sent}、审定{done}，项目{k}。",
    ),
    "review.part": (
        "{n}{k}，送审、审减分别为{sent}、{cut}，审减率{r}",
        "{n}{k}，造价由{sent}核定为{done}，核减额、核减率分别为{cut}、{r}",
        "{n}审减率{r}，送审{sent}，审减{cut}，项目{k}",
        "{n}{k}项目，送审{sent}，审定{done}，审减{cut}（{r}）",
    ),
    "settle": (
        "送审造价{sent}，由合同价{a}和变更增加{b}组成，审减{cut}，审定{done}，审减率{r}。",
        "合同金额{a}，变更签证增加{b}，送审{sent}；核减{cut}（占送审的{r}），审定{done}。",
        "合同价{a}，加变更{b}，送审价合计{sent}，审定价{done}，核减{cut}，核减率{r}。",
        "送审{sent}（合同内{a}、增加工程{b}），审定{done}，审减额{cut}，审减率为{r}。",
    ),
    "mode": (
        "按采购方式分，公开招标{a}、竞争性磋商{b}、其他方式{c}，占采购成交总额的比重依次为{pa}、{pb}、{pc}。",
        "从方式看，公开招标{a}，占成交额的{pa}；竞争性谈判{b}，占{pb}；其余方式{c}，占{pc}。",
        "公开招标、询价和其他方式成交额分别为{a}、{b}和{c}，各占全部成交额的{pa}、{pb}和{pc}。",
        "采购成交额中，公开招标占{pa}（{a}），邀请招标占{pb}（{b}），其余各种方式占{pc}（{c}）。",
    ),
}
