"""Wordings of roll-ups of projects."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": (
        "{body}{year}年度项目绩效自评工作总结",
        "{year}年度{body}预算项目绩效自评报告",
        "{body}关于{year}年度项目支出绩效自评情况的说明",
        "{year}年{body}项目支出自评综述",
    ),
    "projects.total": (
        "{short}{year}年度项目支出调整后预算{plan}，实际执行{now}，预算执行率达到{r}",
        "{year}年度，{short}项目资金共下达{plan}，支付{now}，支付率{r}",
        "{year}年度{short}项目支出{now}，为全年预算{plan}的{r}",
        "{short}纳入自评的项目全年预算数{plan}，全年执行数{now}，执行率{r}",
        "{year}年度{short}项目执行数{now}，占预算数（{plan}）的{r}",
        "{short}项目预算执行率为{r}，预算数、执行数分别为{plan}和{now}",
    ),
    "projects.source": (
        "{n}共{k}，预算{plan}，执行{now}，执行率达到{r}",
        "{n}{k}，下达资金{plan}，支付{now}，占下达额的{r}",
        "{n}（{k}）全年预算{plan}，支出{now}，为预算的{r}",
        "{k}{n}，执行数{now}，预算数{plan}，预算执行率{r}",
        "{n}{k}，支出{now}，为下达预算{plan}的{r}",
        "{n}执行率{r}，涉及项目{k}，预算{plan}、执行{now}",
    ),
    "projects.count": (
        "本次自评共涉及项目{k}，包括上年结转{a}、年初预算{b}、年中追加{c}",
        "上年结转项目{a}，年初预算项目{b}，年中追加项目{c}，合计{k}",
        "自评覆盖{k}项目，其中结转、年初安排、年中追加项目分别为{a}、{b}、{c}",
        "参评项目总数{k}（上年结转{a}、年初预算{b}、年中追加{c}）",
    ),
    "projects.grades": (
        "评价等次为优的{x}，良的{y}，中的{z}",
        "自评等级为“优”“良”“中”的项目依次为{x}、{y}和{z}",
        "{k}项目中，{x}评为优，{y}评为良，{z}评为中",
        "从等次分布看：优{x}，良{y}，中{z}，共计{k}",
        "按等次分，优秀{x}、良好{y}、中等{z}",
    ),
    "projects.one": (
        "{n}：预算数{plan}，执行数{now}，执行率为{r}，自评{s}，等次“{w}”",
        "{n}。下达预算{plan}，实际支付{now}，支付进度{r}；自评总分{s}，评价等级：{w}",
        "{n}支出{now}，为全年预算{plan}的{r}，得{s}，评为“{w}”",
        "{n}（{year}年第{doc}号备案）全年预算{plan}，执行{now}，达到{r}，自评结果为{w}，得分{s}",
        "{n}自评得分{s}，等级为{w}，预算执行率{r}（预算{plan}，执行{now}）",
        "{n}，预算安排{plan}，支出{now}，占预算{r}，综合得分{s}，属“{w}”等次",
    ),
    "projects.list": (
        "{n}：下达{plan}，支付{now}",
        "{n}，预算数{plan}，执行数{now}",
        "{n}预算{plan}、支出{now}",
        "{n}（预算{plan}，支付{now}）",
    ),
    "projects.sum": (
        "总体看，全部项目预算{plan}，执行{now}，平均执行率{r}",
        "汇总全部项目，支出{now}，为预算总额{plan}的{r}",
        "上述项目预算数合计{plan}，执行数合计{now}，总执行率{r}",
        "以上项目累计下达{plan}，累计支付{now}，支付率{r}",
    ),
    "projects.named": (
        "选取{list}，共{k}项目开展现场核查。",
        "对{k}项目进行了重点复核，分别是：{list}。",
        "列入重点评价范围的{k}项目为{list}。",
        "现场抽查了{list}等{k}项目。",
    ),
    "projects.reduced": (
        "项目支出年初预算{plan}，年度中间追加{gap}，调整后预算为{whole}，实际支出{now}，执行率达到{r}。",
        "年初批复{plan}，加上年中追加{gap}，全年预算共{whole}；截至年末支付{now}，占全年预算的{r}。",
        "项目预算由年初的{plan}调增{gap}至{whole}，执行{now}，为调整后预算的{r}。",
        "全年预算{whole}（年初{plan}，追加{gap}），全年支出{now}，预算执行率{r}。",
    ),
}
