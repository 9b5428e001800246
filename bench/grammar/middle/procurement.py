"""Wordings of procurement, investment review and settlement of works."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "procurement.title": (
        "{place}{year}年度政府采购与财政投资评审工作情况",
        "关于{place}{year}年政府采购、财政评审情况的通报",
        "{year}年{place}政府采购及投资评审统计分析",
        "{place}财政局关于{year}年采购与评审情况的说明",
        "{place}{year}年政府采购、投资评审“节支”情况报告",
    ),
    "procurement.total": (
        "{year}年，{place}完成政府采购{k}，采购预算{plan}，实际成交{now}，节约资金{left}，节约率{s}。",
        "{year}年全{tier}政府采购预算总额{plan}，成交总额{now}，节约总额{left}，资金节约率{s}。",
        "{year}年政府采购节约率{s}，即预算{plan}、成交{now}、节约{left}。",
        "全{tier}共组织采购活动{k}，成交金额{now}，比采购预算{plan}减少{left}，节约率为{s}。",
        "{year}年政府采购成交金额{now}，节约金额{left}，两者加总为采购预算{plan}，节约率{s}。",
        "政府采购项目{k}；采购预算{plan}；成交金额{now}；节约金额{left}；节约率{s}。",
        "{year}年，政府采购节约财政资金{left}，占采购预算（{plan}）的{s}，成交金额为{now}。",
        "采购预算{plan}，扣除节约资金{left}，实际成交{now}，资金节约率{s}。",
        "{year}年政府采购项目{k}的预算、成交、节约金额分别为{plan}、{now}、{left}，节约率{s}。",
    ),
    "procurement.part": (
        "{n}采购预算{plan}，实际成交{now}，节约资金{left}，节约率{s}",
        "{n}成交金额{now}，比采购预算{plan}减少{left}，节约率为{s}",
        "{n}节约率{s}（预算{plan}，成交{now}，节约{left}）",
        "{n}预算{plan}，节约{left}，成交{now}",
        "{n}采购预算{plan}、成交金额{now}、节约金额{left}",
        "{n}成交{now}，节约率{s}，节约金额{left}",
        "{n}节约{left}，占预算{plan}的{s}，成交{now}",
        "{n}采购预算{plan}，成交{now}，资金节约率{s}",
    ),
    "review.total": (
        "{year}年，财政投资评审完成项目{k}，送审金额{sent}，审定金额{done}，审减金额{cut}，平均审减率{r}。",
        "全年共评审项目{k}，送审资金{sent}，审减资金{cut}，审减率{r}，审定资金{done}。",
        "{year}年评审项目{k}，送审金额{sent}，扣除审减金额{cut}，审定金额{done}，综合审减率为{r}。",
        "财政投资评审平均审减率{r}，其中送审{sent}，审减{cut}，审定{done}，评审项目{k}。",
        "投资评审项目{k}；送审金额{sent}；审减金额{cut}；审定金额{done}；平均审减率{r}。",
        "全年审定金额{done}，审减金额{cut}，加总为送审金额{sent}，审减率{r}，项目{k}。",
        "完成评审{k}，送审、审减、审定金额分别为{sent}、{cut}和{done}，平均审减率为{r}。",
    ),
    "review.part": (
        "{n}{k}，送审金额{sent}，审定金额{done}，审减金额{cut}，平均审减率{r}",
        "{n}完成{k}，送审资金{sent}，审减资金{cut}，审减率{r}，审定资金{done}",
        "{n}{k}，审减{cut}，审减率{r}，送审{sent}",
        "{n}项目{k}，送审金额{sent}，扣除审减金额{cut}，审定金额{done}",
        "{n}（{k}）送审{sent}，审减{cut}（占送审金额{r}），审定{done}",
        "{n}平均审减率{r}，送审{sent}，审定{done}，审减{cut}，计{k}",
    ),
    "settle": (
        "合同金额{a}，变更及签证金额{b}，送审金额{sent}，审减金额{cut}，审定金额{done}，审减率{r}。",
        "送审结算{sent}，其中合同内{a}、合同外{b}；审定结算{done}，审减{cut}，审减率为{r}。",
        "合同内造价{a}与新增造价{b}加总，送审结算造价{sent}，审减{cut}后，审定结算造价{done}，审减率{r}。",
        "结算审减率{r}：送审{sent}，审减{cut}，审定{done}；送审金额包括合同价{a}、变更价{b}。",
        "审定金额{done}，审减金额{cut}，占送审金额{sent}的{r}；送审金额分为合同部分{a}和变更部分{b}。",
        "合同金额：{a}；变更金额：{b}；送审金额：{sent}；审减金额：{cut}；审定金额：{done}；审减率：{r}。",
        "合同价{a}，增补工程{b}，小计送审{sent}；经两级复核，审减{cut}，占送审额的{r}，审定{done}。",
    ),
    "mode": (
        "按方式统计，公开招标成交{a}，占成交金额的{pa}；竞争性磋商成交{b}，占{pb}；其他方式成交{c}，占{pc}。",
        "成交金额中，公开招标{a}（{pa}），竞争性磋商{b}（{pb}），其他采购方式{c}（{pc}）。",
        "公开招标、竞争性磋商、其他采购方式分别成交{a}、{b}、{c}，分别占成交金额的{pa}、{pb}、{pc}。",
        "采用公开招标的占成交金额的{pa}，计{a}；采用竞争性磋商的占{pb}，计{b}；采用其他方式的占{pc}，计{c}。",
        "将公开招标{a}、竞争性谈判{b}、其他方式{c}三项加总，即为成交金额，占比分别为{pa}、{pb}、{pc}。",
        "采购方式分布（成交金额占比）：公开招标{a}，占{pa}；询价{b}，占{pb}；其余方式{c}，占{pc}。",
    ),
}
