"""A check that raised becomes a finding about the check, and the run goes on."""

from jixiao.core.finding import Finding
from jixiao.core.place import Place


def failed(code: str, error: str) -> Finding:
    """JX901: the check could not run; nothing is claimed about what it would have found."""
    return Finding(
        code="JX901",
        severity="warning",
        kind="program",
        title="检查规则未能运行",
        title_en="A check could not run",
        message=f"规则 {code} 运行出错（{error}），其结果缺失，请将文件反馈给开发者。",
        message_en=f"Check {code} failed ({error}); its findings are missing. Please report the file.",
        quote="",
        place=Place(block=0, start=0, end=0),
        keys=(code,),
    )
