"""``jixiao rulebook new NAME --parent P``: a commented skeleton for a place."""

from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.cli.support.outputs import save
from jixiao.cli.support.rulebooks import chosen_year, rulebook_named

HELP = """新建一个地区的规则库：写出带说明的 rulebook.toml，列出沿用上级的规定和改写的写法。

不会覆盖已有的文件。"""


def command(
    name: Annotated[
        str, typer.Argument(metavar="名称", help="六位代码-拼音，如 610902-hengkou；也是文件夹的名字。")
    ],
    parent: Annotated[str, typer.Option(metavar="上级", help="上级规则库的名称，如 430000-hunan。")],
    folder: Annotated[
        Path, typer.Option(metavar="文件夹", help="在哪个文件夹里新建，默认当前文件夹。")
    ] = Path(),
    title: Annotated[str, typer.Option(metavar="地区名称", help="如 衡阳市雁峰区。")] = "",
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Write the skeleton and say how to go on."""
    from jixiao.renderers.rulebook.skeleton import skeleton
    from jixiao.rulebooks.folders import FILE, found
    from jixiao.rulebooks.reading import KEY

    if not KEY.fullmatch(name):
        raise WrongUsageError(
            f"“{name}”不能作规则库的名称。请用小写字母，前面可加六位代码，如 610902-hengkou。",
            f"{name} cannot name a rulebook. Use small letters, perhaps after a code: 610902-hengkou.",
        )
    target = folder / name / FILE
    if target.exists():
        raise WrongUsageError(
            f"“{target}”已经有了，不予覆盖。请换一个名称或文件夹。",
            f"{target} exists and is not overwritten. Choose another name or folder.",
        )
    if name in found():
        raise WrongUsageError(
            f"已经有规则库“{name}”（{found()[name][0]}）。请换一个名称。",
            f"there is a rulebook {name} already ({found()[name][0]}). Choose another name.",
        )
    inherited = rulebook_named(parent)
    text = skeleton(name, title.strip(), inherited, chosen_year(None, inherited))
    save(target, text.encode("utf-8"))
    tell(
        f"已写入 {target}。报告模板放在旁边的 reports/，表样放在 forms/，没有的沿用上级。"
        f"改好后核对：jixiao rulebook check {target.parent}",
        f"Written: {target}. Report templates go into reports/ beside it, forms into forms/; what is not "
        f"there comes from the parent. When you have changed it: jixiao rulebook check {target.parent}",
        lang.name_of,
    )
    return 0
