"""Wording of roll-ups of projects."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": (
        "{body}{year}年项目支出绩效自评情况",
        "{year}年{body}项目支出绩效自评综述",
        "{body}{year}年度预算项目绩效自评总结",
        "关于{body}{year}年度项目绩效自评的报告",
    ),
    "projects.total": (
        "{year}年{short}项目支出全年预算{plan}，执行{now}，执行率{r}",
        "{short}{year}年度项目资金执行率{r}，全年预算数、执行数分别为{plan}、{now}",
        "{year}年安排{short}项目资金{plan}，至年底支出{now}，占安排数的{r}",
        "{short}纳入{year}年自评的项目共支出{now}，为全年预算{plan}的{r}",
        "{year}年度{short}项目预算调整后为{plan}，实际支出{now}（预算执行率{r}）",
    ),
    "projects.source": (
        "{n}{k}，预算{plan}、支出{now}，执行率{r}",
        "{n}共{k}，支出{now}，占预算{plan}的{r}",
        "{k}{n}，安排{plan}，执行{now}（{r}）",
        "{n}（{k}）预算执行率{r}，预算数{plan}，执行数{now}",
        "{n}{k}，预算规模{plan}，已支付{now}，支付进度{r}",
    ),
    "projects.count": (
        "列入自评的项目{k}，上年结转、年初预算、年中追加项目分别为{a}、{b}、{c}",
        "上年结转项目{a}，年初预算项目{b}，年中追加项目{c}，共{k}项目参加自评",
        "自评项目{k}（上年结转{a}、年初预算{b}、年中追加{c}）",
        "本次自评[覆盖|涉及]{k}项目，由上年结转的{a}、年初预算的{b}和年中追加的{c}组成",
    ),
    "projects.grades": (
        "评为优、良、中的项目分别有{x}、{y}、{z}",
        "其中优{x}、良{y}、中{z}",
        "自评等次分布：优等{x}；良等{y}；中等{z}；共{k}",
        "{k}项目中，评优的{x}，评良的{y}，评中的{z}",
        "等次为“优”的{x}，为“良”的{y}，为“中”的{z}",
    ),
    "projects.one": (
        "{n}：全年预算{plan}，支出{now}，执行率{r}；自评{s}，等次“{w}”",
        "{n}自评得分{s}（{w}），预算{plan}，执行{now}，执行率{r}",
        "{n}支出{now}，占预算{plan}的{r}，自评结果为{w}（{s}）",
        "{n}，依据财预〔{year}〕{doc}号下达{plan}，已使用{now}，使用率{r}，得{s}，评为“{w}”",
        "{n}执行率{r}（预算{plan}、执行{now}），自评总分{s}、等级{w}",
    ),
    "projects.list": (
        "{n}，预算{plan}、执行{now}",
        "{n}安排预算{plan}、实际支出{now}",
        "{n}支出{now}（预算{plan}）",
        "{n}：预算数、执行数分别为{plan}、{now}",
    ),
    "projects.sum": (
        "以上项目预算合计{plan}，支出合计{now}，总体执行率{r}",
        "汇总各项目，共支出{now}，占预算{plan}的{r}",
        "上述项目总预算{plan}，总支出{now}，资金执行率{r}",
        "各项目整体预算执行率{r}，即预算{plan}、支出{now}",
    ),
    "projects.named": (
        "绩效突出的{k}项目为：{list}。",
        "{list}，以上{k}项目入选典型案例。",
        "{short}对{k}项目开展现场复核，分别是{list}。",
        "抽取{list}共{k}项目开展重点评价。",
    ),
    "projects.reduced": (
        "项目预算由年初的{plan}调整为{whole}，调增{gap}；全年执行{now}，为调整后预算的{r}。",
        "年初预算{plan}，年中追加{gap}，全年预算{whole}，支出{now}，执行率{r}。",
        "全年预算{whole}（年初批复{plan}、年中追加{gap}），实际支出{now}，占全年预算的{r}。",
        "年初批复{plan}，加上执行中追加的{gap}后，预算总额{whole}；支出{now}，支出进度{r}。",
    ),
}
