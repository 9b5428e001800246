"""Text that is no TOML: the line and the slip that officials make there, in plain words.

Used by the readers of rulebooks and dossiers. tomllib tells what it expected; what the typist did shows in
the line itself, so the line is looked at first.
"""

import re
from dataclasses import dataclass
from typing import Final

_AT: Final = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_KEY: Final = r"\s*[A-Za-z0-9_.\-\"]+\s*=\s*"
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'|#.*|" + r'"[^"]*$|' + r"'[^']*$")
_OPENING: Final = re.compile(r"=\s*(\[|\{|\"\"\"|''')")
_HALF_WIDTH: Final = dict(zip("“”＂「」‘’＝，［］【】｛｝＃．\u3000", '"""""\'\'=,[][]{}#. ', strict=True))

# What is tried in turn on the faulty line without its strings and comment: pattern, zh, en.
_SLIPS: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = (
    (
        re.compile(_KEY + r"[-+]?[\d,.]+\s*(?:元|万元|亿元)"),
        '带单位的金额要加英文引号，如 "65.26万元"；单位已经说明的只写数',
        'put an amount with its unit in quotation marks, "65.26万元", or write the number alone',
    ),
    (
        re.compile(_KEY + r"[-+]?\d{1,3}(?:,\d{3})+"),
        "去掉数中的千分位逗号，如 1235.40",
        "write the number without separators, such as 1235.40",
    ),
    (
        re.compile(_KEY + r"[-+]?[\d.]+\s*[%％]"),
        "去掉百分号，只写数，如 95.5",
        "write the number without the percent sign, such as 95.5",
    ),
    (
        re.compile(_KEY + r"(?:是|否|[Tt]rue|[Ff]alse|TRUE|FALSE|[Yy]es|[Nn]o)\s*$"),
        "是写 true，否写 false（小写，不加引号）",
        "write true or false, in small letters without quotation marks",
    ),
    (
        re.compile(_KEY + r"[-+]?0\d"),
        '数不能以0开头；代码要加英文引号，如 "0123"',
        'a number does not begin with 0; put a code in quotation marks, such as "0123"',
    ),
    (
        re.compile(_KEY + r"[-+]?(?:\d+\.|\.\d+)\s*$"),
        "小数点前后都要有数字，如 0.5",
        "write digits before and after the point, such as 0.5",
    ),
    (
        re.compile(_KEY + r"[-+]?\d[\d.]*\s*[^\x00-\x7f]"),
        "数要单独写，如 2023，后面不带“年”“分”“人”等字",
        "write the number alone, such as 2023, without a word behind it",
    ),
    (
        re.compile(_KEY + r"[^\s\d\"'\[{tf+-]"),
        '文字要加英文引号，如 name = "…"',
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

# What tomllib says: its beginning, message and correction in Chinese, the same in English.
_CAUSES: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    (
        "Cannot overwrite a value|Duplicate inline table key",
        "同一项写了两次",
        "两行只留一行",
        "a key stands twice",
        "keep one of the two lines",
    ),
    (
        "Cannot declare|Cannot mutate",
        "同一个 [表名] 写了两次",
        "合并成一段；可以有几条的，每条用双方括号，如 [[projects]]、[[grades]]",
        "a [table] stands twice",
        "make one of the two; members of a list begin with double brackets: [[projects]], [[grades]]",
    ),
    (
        r"Unterminated string|Illegal character '\\n'|Expected \"'\"|Expected '\"",
        "引号没有成对",
        '补上结尾的引号 "；要写多行用 """…"""',
        "a quotation mark is not closed",
        'close it with "; text of several lines stands between """ and """',
    ),
    (
        "Unclosed array",
        "方括号没有成对，或各项之间缺少逗号",
        "补上 ] 或逗号",
        "a square bracket is not closed, or a comma is missing",
        "close it with ], and separate the members by commas",
    ),
    (
        "Unclosed inline table",
        "花括号没有成对，或各项之间缺少逗号",
        '一条写在一行内：{ name = "…", points = 1.5 }',
        "a brace is not closed, or a comma is missing",
        'write it in one line: { name = "…", points = 1.5 }',
    ),
    (
        r"Expected '\]",
        "表头的方括号没有成对",
        "按“[表名]”或“[[表名]]”写全",
        "the brackets of a table's head do not match",
        "write [table] or [[table]]",
    ),
    (
        "Expected '=' after a key",
        "缺少等号",
        "按“键 = 值”写",
        "an equals sign is missing",
        "write “key = value”",
    ),
    (
        "Expected newline",
        "一行只能写一个“键 = 值”，后面多了内容",
        "另起一行；说明文字前面加 #",
        "something follows the value",
        "begin a new line, or put # before a remark",
    ),
    (
        "Unescaped",
        "引号内的 \\ 不能单独出现",
        "写成 \\\\",
        "a \\ stands alone within quotation marks",
        "write \\\\",
    ),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in which line (1-based), and the correction, in Chinese and English."""

    line: int
    message: str
    message_en: str
    fix: str
    fix_en: str


def slip(text: str, reason: str) -> Slip:
    """The slip in a text that tomllib refused with this reason."""
    lines = text.replace("\r\n", "\n").split("\n")
    number, reason = _placed(lines, reason)
    line = lines[number - 1] if number <= len(lines) else ""
    return Slip(number, *_told(line, reason))


def endless() -> tuple[str, str, str, str]:
    """The words for a text that tomllib cannot take in: a number or nesting beyond all measure."""
    return (
        "有一个数太长，或括号套得太深",
        "a number is too long, or brackets are nested too deeply",
        "检查是否误粘贴了内容",
        "look for something pasted by mistake",
    )


def _placed(lines: list[str], reason: str) -> tuple[int, str]:
    """The line to mend, and the reason as tomllib would give it if it had looked there."""
    match = _AT.search(reason)
    written = _AT.sub("", reason).strip()
    if match and match["line"]:
        number = int(match["line"])
        # What is not closed at the end of a line is noticed at the beginning of the next.
        before = lines[number - 1][: int(match["column"]) - 1]
        if not before.strip() and number > 1 and "statement" not in written:
            number -= 1
    else:
        opened = [number for number, line in enumerate(lines, start=1) if _OPENING.search(line)]
        filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
        closing = written.startswith(("Unclosed", "Unterminated", "Invalid value")) and opened
        number = max(opened if closing else filled, default=1)
        if closing and written == "Invalid value":
            written = "Unclosed array"
    bare = _bare(lines[number - 1]) if number <= len(lines) else ""
    if "key part" in written and bare.count("{") > bare.count("}"):
        written = "Unclosed inline table"
    return number, written


def _told(line: str, reason: str) -> tuple[str, str, str, str]:
    bare = _bare(line)
    wide = next((sign for sign in bare if sign in _HALF_WIDTH), "")
    if wide:
        return (
            f"用了全角的 {wide}" if wide.strip() else "用了全角的空格",
            f"the full-width sign {wide} stands here" if wide.strip() else "a full-width space stands here",
            f"改成半角的英文引号 {_HALF_WIDTH[wide]}"
            if wide in "“”＂「」‘’"
            else f"改成半角的 {_HALF_WIDTH[wide]}",
            f"write {_HALF_WIDTH[wide]}",
        )
    for pattern, fix, fix_en in _SLIPS:
        if pattern.search(bare):
            return "这一行的写法不对", "this line is not well written", fix, fix_en
    for pattern_, message, fix, message_en, fix_en in _CAUSES:
        if re.match(pattern_, reason):
            return message, message_en, fix, fix_en
    return (
        "这一行的写法不对",
        f"this line is not well written ({reason})",
        '按“键 = 值”逐行写，文字加英文引号，如 name = "…"',
        'write one “key = value” a line, text in quotation marks, such as name = "…"',
    )


def _bare(line: str) -> str:
    """The line with empty strings and without its remark."""
    return _STRING.sub(lambda match: "" if match[0].startswith("#") else '""', line)
