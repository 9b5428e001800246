"""Wordings of roll-ups of projects."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "projects.title": (
        "{body}{year}年度项目绩效自评价报告",
        "{year}年度{body}项目资金绩效自评汇总说明",
        "关于{year}年{body}项目支出绩效自评的总结",
        "{body}{year}年度财政项目绩效自评情况",
        "{year}年度{body}项目支出绩效自评报告（汇总）",
    ),
    "projects.total": (
        "{short}{year}年度项目支出预算调整数{plan}，执行数{now}，预算执行率{r}",
        "{year}年度{short}项目预算执行率{r}，预算调整数{plan}、执行数{now}",
        "{short}{year}年度项目资金预算到位{plan}，实际使用{now}，资金使用率{r}",
        "{year}年度，{short}列支项目资金{now}，占预算安排{plan}的{r}",
        "{year}年度{short}项目支出安排{plan}，至年末累计列支{now}，执行进度{r}",
        "{short}{year}年度项目实际使用资金{now}，完成预算安排（{plan}）的{r}",
    ),
    "projects.source": (
        "{n}{k}，预算调整数{plan}，执行数{now}，执行率{r}",
        "{n}{k}，安排资金{plan}、列支{now}，执行进度{r}",
        "{n}计{k}，使用资金{now}，完成预算（{plan}）的{r}",
        "{n}{k}，执行率{r}，安排{plan}，列支{now}",
        "{n}（计{k}）资金到位{plan}，使用{now}，使用率{r}",
        "{n}{k}，列支{now}，占安排资金{plan}的{r}",
    ),
    "projects.count": (
        "自评项目总计{k}：上年结转{a}，年初预算{b}，年中追加{c}",
        "本年度参加自评的项目为{k}，按来源分，上年结转{a}、年初预算{b}、年中追加{c}",
        "上年结转{a}、年初预算{b}、年中追加{c}，自评项目计{k}",
        "自评项目数为{k}，其中年初预算{b}，年中追加{c}，上年结转{a}",
        "{short}自评项目{k}，由上年结转{a}、年初预算{b}、年中追加{c}三类组成",
    ),
    "projects.grades": (
        "等次分布为：优{x}，良{y}，中{z}",
        "自评为优的项目{x}、为良的项目{y}、为中的项目{z}，共{k}",
        "{k}自评项目中，优等{x}、良等{y}、中等{z}",
        "按自评等次统计，“优”“良”“中”依次有{x}、{y}、{z}",
        "获评优的{x}；获评良的{y}；获评中的{z}",
    ),
    "projects.one": (
        "{n}：预算调整数{plan}，执行数{now}，执行率{r}，自评得{s}，等次为“{w}”",
        "{n}执行率{r}，预算{plan}，列支{now}；自评得分{s}，等次：{w}",
        "{n}安排资金{plan}，使用{now}，使用率{r}，评分{s}，等次{w}",
        "{n}自评等次“{w}”，得分{s}；全年安排{plan}，列支{now}，完成{r}",
        "{n}（档案号{doc}）列支{now}，完成预算{plan}的{r}，综合评分{s}，等次“{w}”",
        "{n}，资金到位{plan}，实际使用{now}（使用率{r}），绩效自评{s}，列“{w}”等",
        "{n}。预算调整数：{plan}；执行数：{now}；执行率：{r}；自评得分：{s}；等次：{w}",
    ),
    "projects.list": (
        "{n}：安排{plan}，列支{now}",
        "{n}，预算调整数{plan}，执行数{now}",
        "{n}列支{now}，安排资金{plan}",
        "{n}到位{plan}、使用{now}",
        "{n}（安排{plan}；列支{now}）",
    ),
    "projects.sum": (
        "各项目相加，预算{plan}，列支{now}，执行进度{r}",
        "全部自评项目列支{now}，完成预算安排{plan}的{r}",
        "总体执行率{r}，全部项目预算{plan}、执行{now}",
        "上列项目共安排{plan}，共使用{now}，资金使用率为{r}",
        "自评项目资金总规模{plan}，实际列支总额{now}，使用率{r}",
    ),
    "projects.named": (
        "从中选定{k}项目开展部门评价，即{list}。",
        "部门评价项目{k}：{list}。",
        "{list}，上列{k}项目提交第三方复评。",
        "纳入抽评的{k}项目，名称为{list}。",
        "随机抽取{list}，总计{k}项目进行实地踏勘。",
    ),
    "projects.reduced": (
        "项目年初预算{plan}，预算调增{gap}，预算调整数{whole}，执行数{now}，执行率{r}。",
        "预算调整数{whole}，由年初预算{plan}与年中调增{gap}组成；执行数{now}，完成{r}。",
        "年初预算{plan}＋年中调增{gap}＝全年预算{whole}，全年列支{now}，执行进度{r}。",
        "全年列支{now}，完成全年预算{whole}的{r}；全年预算中，年初安排{plan}，年中增加{gap}。",
        "年初安排{plan}，年中增加{gap}，调整为{whole}，列支{now}，占调整后预算{r}。",
        "年初预算：{plan}；年中调增：{gap}；预算调整数：{whole}；执行数：{now}；执行率：{r}。",
    ),
}
