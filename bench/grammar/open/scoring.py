"""Open half: how scores and weights are told."""

PHRASES: dict[str, tuple[str, ...]] = {
    "scoring.title": ("{body}{year}年度部门整体支出绩效自评报告", "{year}年{body}整体支出绩效评价报告"),
    "ten.title": ("{body}{year}年度部门整体绩效管理自评报告", "{body}{year}年预算绩效管理工作考核自评"),
    "scoring.head": (
        "根据评价指标体系，{short}整体支出绩效自评得分{s}，评价等级为“{w}”，具体如下：",
        "经综合评价，最终得分{s}，等级为{w}。各部分得分情况如下：",
    ),
    "ten.head": (
        "通过自评，{short}考核得分为{s}，具体情况如下：",
        "对照考核办法逐项自评，总得分{s}。分项情况如下：",
    ),
    "scoring.section": (
        "{n}（分值{f}，得{s}，扣{c}）",
        "{n}（满分{f}，得分{s}，扣{c}）",
    ),
    "scoring.section.full": ("{n}（分值{f}，得{s}）", "{n}（满分{f}，自评{s}）"),
    "scoring.leaf": (
        "{n}，[年度指标值：{target}，实际完成值：{actual}，|]分值{f}，得分{s}",
        "{n}。分值{f}，自评得分{s}[。完成情况良好|]",
    ),
    "scoring.rate": (
        "全年预算数{plan}，全年执行数{now}，预算执行率{r}。",
        "财政拨款年初预算数{initial}，全年预算数{plan}，全年执行数{now}，预算执行率为{r}。",
    ),
    "ten.part": ("{n}，得分{s}", "{n}（得{s}）"),
    "ten.convert": (
        "不涉及事项{x}，适用分值{f}，得分{s}，折算后得分{v}。",
        "剔除不适用的{x}后，满分为{f}，实得{s}，换算百分制为{v}。",
    ),
    "score.sum": (
        "以上各项合计得分{s}。",
        "综上，自评总分为{s}。",
    ),
    "weights": (
        "评价指标满分{f}，其中：{list}。",
        "指标体系总分{f}，{list}。",
    ),
    "weights.part": ("{n}{s}", "{n}权重{s}"),
}
