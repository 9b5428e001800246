"""Text that is no TOML: the line and the slip that officials make there, in plain words."""

import re
from typing import Final

from jixiao.dossiers.faults import Fault, Position

_AT: Final = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_KEY: Final = r"\s*[A-Za-z0-9_.\-\"]+\s*=\s*"
_LONGEST: Final = 60

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'|#.*")

# What is tried in turn on the faulty line without its strings and comment: pattern, zh, en.
_SLIPS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (
        re.compile("[“”‘’「」＂]"),
        '把中文引号改成英文引号 "…"',
        'write straight quotation marks "…" instead of curly ones',
    ),
    (
        re.compile("[＝，［］｛｝＃．]"),
        "把全角的＝，［］｛｝＃．改成半角的 = , [ ] { } # .",
        "write half-width = , [ ] { } # . instead of full-width signs",
    ),
    (
        re.compile(_KEY + r"[-+]?[\d,.]+\s*(?:元|万元|亿元)"),
        '带单位的金额要加引号，如 "65.26万元"；按本表金额单位时只写数字',
        'put an amount with its unit in quotation marks, "65.26万元", or write the number alone',
    ),
    (
        re.compile(_KEY + r"[-+]?\d{1,3}(?:,\d{3})+"),
        "去掉数字中的千分位逗号，如 1235.40",
        "write the number without separators, such as 1235.40",
    ),
    (
        re.compile(_KEY + r"[-+]?[\d.]+\s*[%％]"),
        "去掉百分号，只写数字，如 95.5",
        "write the number without the percent sign, such as 95.5",
    ),
    (
        re.compile(_KEY + r"(?:是|否|[Tt]rue|[Ff]alse|TRUE|FALSE|[Yy]es|[Nn]o)\s*$"),
        "是写 true，否写 false（小写，不加引号）",
        "write true or false, in small letters without quotation marks",
    ),
    (
        re.compile(_KEY + r"[-+]?0\d"),
        '数字不能以0开头；代码要加引号，如 "0123"',
        'a number does not begin with 0; put a code in quotation marks, such as "0123"',
    ),
    (
        re.compile(_KEY + r"[-+]?(?:\d+\.|\.\d+)\s*$"),
        "小数点前后都要有数字，如 0.5",
        "write digits before and after the point, such as 0.5",
    ),
    (
        re.compile(_KEY + r"[^\s\d\"'\[{tf+-]"),
        '文字要加英文引号，如 name = "档案馆装修"',
        'put text in quotation marks, such as name = "…"',
    ),
    (
        re.compile(_KEY + r"$"),
        "“=”后面要有值；不知道的整行删去",
        "write a value after “=”, or remove the line where it is unknown",
    ),
    (
        re.compile(r"\s*[^\s\[#=]*[^\x00-\x7f][^=]*="),
        '中文的键要加英文引号，如 "必要性" = 18；其余的键用英文名',
        "put a Chinese key in quotation marks; the other keys are English",
    ),
)

_CAUSES: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    (
        "Cannot overwrite a value",
        "同一项写了两次",
        "a key stands twice",
        "两行只留一行",
        "keep one of the two lines",
    ),
    (
        "Cannot declare",
        "同一个 [表名] 写了两次",
        "a [table] stands twice",
        "合并成一段；有多条的（如项目）每条用双方括号 [[projects]]",
        "make one of the two; members of a list, such as projects, begin with [[projects]]",
    ),
    (
        "Unterminated string",
        "引号没有成对",
        "a quotation mark is not closed",
        '补上结尾的引号 "',
        'close it with "',
    ),
    (
        r"Illegal character '\n'",
        "引号没有成对",
        "a quotation mark is not closed",
        '补上结尾的引号 "；要写多行用 """…"""',
        'close it with "; text of several lines stands between """ and """',
    ),
    (
        "Unclosed array",
        "方括号没有成对",
        "a square bracket is not closed",
        "补上 ]，各项之间用逗号隔开",
        "close it with ], and separate the members by commas",
    ),
    (
        "Unclosed inline table",
        "花括号没有成对",
        "a brace is not closed",
        '一条写在一行内：{ name = "…", outturn = 1.5 }',
        'write it in one line: { name = "…", outturn = 1.5 }',
    ),
    (
        "Unescaped",
        "引号内的 \\ 不能单独出现",
        "a \\ stands alone within quotation marks",
        "写成 \\\\",
        "write \\\\",
    ),
)


def not_toml(text: str, file: str, reason: str) -> Fault:
    """The fault of a text that tomllib refused with this reason."""
    lines = text.split("\n")
    match = _AT.search(reason)
    number = int(match["line"]) if match and match["line"] else _last(lines)
    line = lines[number - 1] if number <= len(lines) else ""
    message, message_en, fix, fix_en = _told(line, reason)
    return Fault(file, Position(number), message, message_en, fix, fix_en, line.strip()[:_LONGEST])


def too_long(file: str) -> Fault:
    """The fault of a text with a number or nesting beyond all measure."""
    return Fault(
        file,
        Position(),
        "有一个数太长，或括号套得太深",
        "a number is too long, or brackets are nested too deeply",
        "检查是否误粘贴了内容",
        "look for something pasted by mistake",
    )


def _told(line: str, reason: str) -> tuple[str, str, str, str]:
    bare = _STRING.sub(lambda match: "" if match[0].startswith("#") else '""', line)
    for pattern, fix, fix_en in _SLIPS:
        if pattern.search(bare):
            return "这一行的写法不对", "this line is not well written", fix, fix_en
    for begin, *told in _CAUSES:
        if reason.startswith(begin):
            message, message_en, fix, fix_en = told
            return message, message_en, fix, fix_en
    plain = _AT.sub("", reason).strip()
    return (
        "这一行的写法不对",
        f"this line is not well written ({plain})",
        '按“键 = 值”逐行写，文字加英文引号，如 name = "档案馆装修"',
        'write one “key = value” a line, text in quotation marks, such as name = "…"',
    )


def _last(lines: list[str]) -> int:
    """The last line that holds something."""
    return max((number for number, line in enumerate(lines, start=1) if line.strip()), default=1)
