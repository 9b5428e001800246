"""``README.txt``: what is in the package, for whoever opens it without a program."""

from jixiao.core.open_data import OpenData
from jixiao.renderers.open_data.names import DESCRIPTOR, FACTS, FACTS_TABLE, SCHEMA, table_file


def guide(package: OpenData) -> str:
    """The page, in Chinese, with the line ends of Windows."""
    lines = [package.title, f"{package.department}，{package.year}年度" + "（虚构的部门）" * package.invented]
    if package.date:
        lines.append(f"落款日期：{package.date}")
    if package.draft is not None:
        lines += [
            "",
            "【草稿，不能公开】以下各处改正或由单位说明后才能正式写出：" if package.draft else "【草稿】",
        ]
        lines += [f"{number}. {why}" for number, why in enumerate(package.draft, start=1)]
    lines += ["", f"各表（金额单位：{package.money_unit}，与印出的表相同）："]
    for table in package.tables:
        lines.append(f"  {table_file(table)}  {table.title}" + "（没有数据）" * bool(table.empty))
    lines += [
        "",
        "空格：没有这一数；0.00：是零；/：不适用；无：没有；待补：应有而没有填。五者不同。",
        "类、款、项上级等于下级之和，求和时只取一级；合计和表尾不要再加进去。",
        "因四舍五入，分项之和与合计的末位可能略有出入；没有舍入的数在 facts.json 里。",
        "",
        f"{FACTS_TABLE}  全部事实（金额单位：元），没有列出的是没有填的",
        f"{FACTS}  全部事实、每个数的出处和算式、单位的说明，供程序读取",
        f"{SCHEMA}  {FACTS} 的格式",
        f"{DESCRIPTOR}  各文件、各栏的说明（Fiscal Data Package）",
    ]
    if package.statements:
        lines += ["", "单位的说明："]
        lines += [f"  {one.statement}（{one.signed_by}）" for one in package.statements]
    if package.gaps:
        lines += ["", "待补：" + "".join(package.gaps)]
    return "\r\n".join((*lines, ""))
