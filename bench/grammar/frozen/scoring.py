"""Frozen half: how scores and weights are told."""

PHRASES: dict[str, tuple[str, ...]] = {
    "scoring.title": ("{year}年度{body}部门整体绩效自我评价报告", "{body}{year}年部门整体支出绩效报告"),
    "ten.title": ("{year}年度{body}预算绩效管理考核自查报告", "{body}关于{year}年绩效管理工作的自评报告"),
    "scoring.head": (
        "自评总分{s}，评定等次“{w}”。分项情况：",
        "经评价小组打分，{short}得{s}，绩效等级属于“{w}”，说明如下：",
    ),
    "ten.head": (
        "{short}自查得分合计{s}，分项说明如下：",
        "按照考核细则，{short}应得{s}。具体是：",
    ),
    "scoring.section": (
        "{n}：满分{f}，扣{c}，实得{s}",
        "{n}（{f}），扣{c}，得{s}",
    ),
    "scoring.section.full": ("{n}：满分{f}，实得{s}", "{n}（{f}），得{s}"),
    "scoring.leaf": (
        "{n}（{f}）：[目标值{target}，完成值{actual}，|]得{s}",
        "{n}指标权重{f}，评价得分{s}[，按期完成|]",
    ),
    "scoring.rate": (
        "年度预算{plan}，实际执行{now}，执行率为{r}。",
        "年初批复预算{initial}，调整后预算{plan}，支出{now}，占调整后预算的{r}。",
    ),
    "ten.part": ("{n}：{s}", "{n}，自查得{s}"),
    "ten.convert": (
        "扣除不涉及的考核事项{x}，按{f}计算，实得{s}，折合{v}。",
        "不适用指标{x}，应得满分{f}，实际得{s}，折算为{v}。",
    ),
    "score.sum": (
        "上述各项相加，总分{s}。",
        "各项得分之和为{s}。",
    ),
    "weights": (
        "指标总分值{f}，分配为：{list}。",
        "{list}，满分{f}。",
    ),
    "weights.part": ("{n}类{s}", "{n}指标占{s}"),
}
