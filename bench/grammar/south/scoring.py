"""Wording of scores: by indicator, in ten categories, with a table of weights."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "scoring.title": (
        "{body}{year}年部门整体支出绩效自评材料",
        "{year}年度{body}整体绩效评价报告",
        "关于{body}{year}年度整体支出绩效的自评报告",
        "{body}{year}年度财政支出绩效评价情况",
    ),
    "ten.title": (
        "{body}{year}年度预算管理考核自评报告",
        "{body}{year}年度财政管理绩效自评",
        "{year}年{body}预算管理综合考评自查报告",
        "{body}关于{year}年度部门预算绩效管理考核的自评",
    ),
    "scoring.head": (
        "{short}整体支出绩效自评总分{s}，等次为“{w}”。",
        "经综合评定，得{s}，等级：{w}。",
        "对照指标体系打分，{short}最终得分为{s}，评定为“{w}”。",
        "评价结果为“{w}”，综合得分{s}。",
        "综合评分{s}（{w}）。",
    ),
    "ten.head": (
        "{short}自评总得分{s}，分项情况如下。",
        "经逐项对照，十项考核共得{s}。",
        "考核自评合计得{s}，具体如下：",
        "自查自评总分为{s}，各项得分见下。",
    ),
    "scoring.section": (
        "{n}：分值{f}，实得{s}，失{c}",
        "{n}（满分{f}，自评{s}，扣减{c}）",
        "{n}得{s}，与满分{f}相差{c}",
        "{n}[权重分|标准分]{f}，扣{c}，得{s}",
    ),
    "scoring.section.full": (
        "{n}：分值{f}，实得{s}",
        "{n}（标准分{f}，自评{s}）",
        "{n}得{s}，标准分{f}",
        "{n}[权重分|标准分]{f}，得{s}",
    ),
    "scoring.leaf": (
        "{n}（{f}）：得{s}",
        "{n}，标准分{f}，自评分{s}",
        "{n}指标目标为{target}，实际{actual}，权重分{f}，评{s}",
        "{n}得{s}，满分{f}",
        "{n}：年度目标{target}，完成情况{actual}；分值{f}，得分{s}",
    ),
    "scoring.rate": (
        "{short}预算从年初的{initial}调整为{plan}，执行{now}，执行率{r}。",
        "全年预算{plan}、支出{now}，预算执行率{r}。",
        "预算执行率为{r}，其中全年预算{plan}（年初预算{initial}），执行数{now}。",
        "实际支出{now}，占调整后预算{plan}的{r}。",
        "年初预算{initial}，调整后全年预算{plan}，支出{now}，支出为全年预算的{r}。",
    ),
    "ten.part": (
        "{n}：{s}",
        "{n}（自评{s}）",
        "{n}得{s}",
        "{n}，计{s}",
    ),
    "ten.convert": (
        "因有{x}的考核项不适用，按{f}满分计得{s}，折合百分制{v}。",
        "剔除不涉及的{x}后，应得{f}，实得{s}，折算后为{v}。",
        "扣除不参与考核的{x}，实得{s}，满分{f}，换算成百分制为{v}。",
        "实得{s}，满分基数{f}（另有{x}不适用），折算得分{v}。",
    ),
    "score.sum": (
        "综合以上各项，总分{s}。",
        "各项相加，得{s}。",
        "以上各类得分累计{s}。",
        "上述指标合计得{s}。",
    ),
    "weights": (
        "评价满分{f}，由{list}构成。",
        "指标体系共{f}：{list}。",
        "一级指标{list}，合计{f}。",
        "总分值{f}，其中{list}。",
    ),
    "weights.part": (
        "{n}{s}",
        "{n}占{s}",
        "{n}类指标{s}",
        "{n}（{s}）",
    ),
}
