"""Wordings of roll-ups of projects."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": (
        "{body}{year}年度项目支出绩效单位自评报告",
        "{body}{year}年预算项目绩效自评情况说明",
        "{year}年度{body}财政支出项目绩效自评报告",
        "{body}{year}年度项目绩效自评汇总报告",
    ),
    "projects.total": (
        "{year}年，{short}项目支出预算批复{plan}，资金支付{now}，预算执行率{r}",
        "{short}{year}年度项目支出全年预算数为{plan}，全年执行数为{now}，执行率为{r}",
        "{year}年度{short}实施项目到位资金{plan}，实际使用{now}，资金使用率{r}",
        "{year}年{short}项目资金支出{now}，执行率{r}，全年预算安排{plan}",
        "{short}{year}年项目支出{now}，完成全年预算{plan}的{r}",
        "{short}{year}年度项目预算数：{plan}，执行数：{now}，执行率：{r}",
    ),
    "projects.source": (
        "{n}{k}，安排资金{plan}，使用{now}，资金使用率{r}",
        "{n}（共{k}）：全年预算数{plan}，全年执行数{now}，执行率{r}",
        "{n}预算{plan}，项目数{k}，实际支付{now}，支付进度{r}",
        "{n}数量{k}，支出{now}，完成预算{plan}的{r}",
        "{n}{k}，到位资金{plan}，支出{now}，支出占到位资金的{r}",
        "{n}共涉及{k}项目，执行率{r}，执行数{now}，预算数{plan}",
        "{n}：数量{k}；预算{plan}；执行{now}；执行率{r}",
    ),
    "projects.count": (
        "{year}年应开展自评的项目共{k}，其中：上年结转项目{a}，年初预算项目{b}，年中追加项目{c}",
        "自评项目总数{k}，按资金来源分，上年结转{a}，年初预算{b}，年中追加{c}",
        "上年结转、年初预算、年中追加项目依次为{a}、{b}、{c}，自评项目合计{k}",
        "{short}项目{k}全部开展自评（上年结转{a}，年初预算{b}，年中追加{c}）",
    ),
    "projects.grades": (
        "自评结果为“优”的项目{x}，为“良”的项目{y}，为“中”的项目{z}",
        "评定等级：优{x}，良{y}，中{z}，合计{k}",
        "其中评价等级为优、良、中的项目依次有{x}、{y}、{z}",
        "全部{k}项目中，自评等级优的有{x}，良的有{y}，中的有{z}",
        "自评为优等次{x}，良等次{y}，中等次{z}",
    ),
    "projects.one": (
        "{n}：年度预算{plan}，实际支出{now}，预算执行率{r}；自评得分{s}，自评等级为“{w}”",
        "{n}，到位资金{plan}，支付资金{now}，支付率{r}，自评分值{s}，评定等级{w}",
        "{n}。全年预算数：{plan}；全年执行数：{now}；执行率：{r}；得分：{s}；等级：{w}",
        "{n}执行数{now}，占预算数{plan}的{r}，自评得{s}，评价结论为“{w}”",
        "{n}自评为“{w}”，得分{s}，资金预算{plan}，执行{now}，执行率{r}",
        "{n}（{year}年项目库第{doc}号）下达资金{plan}，完成支付{now}，占下达资金的{r}，综合评分{s}，等级“{w}”",
    ),
    "projects.list": (
        "{n}，到位{plan}，支付{now}",
        "{n}：预算数{plan}；执行数{now}",
        "{n}下达资金{plan}，使用{now}",
        "{n}执行{now}（预算安排{plan}）",
        "项目名称：{n}，预算安排{plan}，实际支出{now}",
    ),
    "projects.sum": (
        "所有自评项目预算共{plan}，支付共{now}，综合执行率{r}",
        "汇总来看，项目到位资金{plan}，使用资金{now}，资金使用率{r}",
        "全部项目合计：预算数{plan}，执行数{now}，执行率{r}",
        "各项目累计支出{now}，完成预算{plan}的{r}",
    ),
    "projects.named": (
        "{short}选择{k}项目作为重点自评对象，具体为{list}。",
        "{list}，共{k}项目被确定为重点绩效评价项目。",
        "现场核验项目{k}：{list}。",
        "{short}抽选{list}等{k}项目进行复评。",
    ),
    "projects.reduced": (
        "年初预算批复{plan}，年中调增{gap}，调整预算数{whole}，执行数{now}，执行率{r}。",
        "项目调整预算{whole}，其中：年初预算{plan}，年中追加{gap}；截至年底支出{now}，完成调整预算的{r}。",
        "项目支出年初预算数{plan}，预算调整增加{gap}，全年预算数{whole}，全年执行数{now}，预算执行率为{r}。",
        "年初预算{plan}与年中追加{gap}合计{whole}，实际支付{now}，占全年预算的{r}。",
        "到年底，项目支出{now}，占全年预算{whole}的{r}；全年预算由年初批复{plan}和年中追加{gap}组成。",
    ),
}
