"""Faults of TOML itself, in words for people who never heard of TOML."""

import re
import tomllib
from typing import Final

from jixiao.rulebooks.faults import Fault

_PLACE: Final = re.compile(r"^(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_FULL_WIDTH: Final = {
    "“": '"',
    "”": '"',
    "＂": '"',
    "‘": "'",
    "’": "'",
    "＝": "=",
    "，": ",",
    "【": "[",
    "】": "]",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
    "＃": "#",
    "．": ".",
    "\u3000": " ",
}
_SENTENCES: Final = (
    (
        r"Expected '=' after a key",
        "这里应是“键 = 值”，缺少等号",
        "a key must be followed by = and a value",
    ),
    (
        r"Cannot overwrite a value|Cannot define|Duplicate inline table key",
        "同一个键写了两次，请删去一个",
        "a key is given twice; remove one",
    ),
    (
        r"Cannot declare|Cannot mutate",
        "同一张表写了两次。多行规定要用双中括号，如 [[grades]]",
        "a table is declared twice; several rows need double brackets, such as [[grades]]",
    ),
    (
        r"Unterminated string|Illegal character '\\n'|Expected \"",
        "引号没有成对，请在这一行补上另一个引号",
        "a quotation mark is missing on this line",
    ),
    (
        r"Unclosed array",
        "中括号没有成对，或数组各项之间缺少逗号",
        "a square bracket is not closed, or a comma is missing between members",
    ),
    (
        r"Unclosed inline table|Expected '\}'|Unclosed",
        "大括号没有成对，或各项之间缺少逗号；大括号里的内容要写在同一行",
        "a brace is not closed, or a comma is missing; what stands in braces must be on one line",
    ),
    (
        r"Expected '\]",
        "表头的中括号没有成对，应如 [grades.value] 或 [[grades]]",
        "the brackets of a table's head do not match: [grades.value] or [[grades]]",
    ),
    (
        r"Number followed",
        "数要单独写，如 2023、90、0.8：不带“年”“分”“%”等字，不以 0 开头",
        "a number stands alone (2023, 90, 0.8): no unit after it, no zero before it",
    ),
    (
        r"Expected newline or end of document",
        "一行只能写一个“键 = 值”，后面多了内容；说明文字前要加 #",
        "one line holds one key and value; put # before a remark",
    ),
    (
        r"Invalid value|Invalid date",
        '等号后面的值看不懂。文字要加英文双引号，如 "优"；数直接写，如 90；是与否写小写的 true 或 false',
        'the value cannot be understood: write words in quotes ("优"), numbers bare (90), true or false',
    ),
    (
        r"Invalid initial character for a key part|Invalid statement",
        "键只能用英文字母、数字、- 和 _；中文的键要加英文双引号",
        "keys are made of letters, digits, - and _; put others in quotes",
    ),
    (
        r"Unescaped '\\'|escape",
        "双引号里的反斜杠 \\ 要写成 \\\\，或改用单引号",
        "a backslash within double quotes must be doubled, or use single quotes",
    ),
    (
        r"Illegal character",
        "有看不见的非法字符，请删去后重打这一行",
        "an invisible character; retype this line",
    ),
)


def syntax_fault(text: str, file: str, error: tomllib.TOMLDecodeError) -> Fault:
    """What tomllib refused, as a fault with the line that an official mends."""
    match = _PLACE.match(str(error))
    message = match[1] if match else str(error)
    lines = text.replace("\r\n", "\n").split("\n")
    number = int(match[2]) if match and match[2] else _last_opened(lines)
    # A missing end of a line is noticed at the beginning of the next one.
    if match and match[3] == "1" and number > 1 and "statement" not in message:
        number -= 1
    line = lines[number - 1] if number <= len(lines) else ""
    wide = [sign for sign in _outside_strings(line) if sign in _FULL_WIDTH]
    if wide:
        sign = wide[0]
        return Fault(
            file,
            number,
            f"用了中文标点 {sign} ，请改成英文的 {_FULL_WIDTH[sign]} 。",
            f"the full-width sign {sign} stands where {_FULL_WIDTH[sign]} belongs.",
        )
    message = _better(message, line, ended=not (match and match[2]))
    for pattern, zh, en in _SENTENCES:
        if re.search(pattern, message):
            return Fault(file, number, f"{zh}。", f"{en}.")
    return Fault(file, number, f"这一行写得不合 TOML 格式（{message}）。", f"not TOML: {message}.")


def _better(message: str, line: str, *, ended: bool) -> str:
    """What tomllib would say if it looked at the whole line."""
    bare = _outside_strings(line)
    if "Expected newline" in message and re.search(r"=\s*[-+]?\d", bare):
        return "Number followed by something"
    if "key part" in message and bare.count("{") > bare.count("}"):
        return "Unclosed inline table"
    return "Unclosed array" if ended and message == "Invalid value" else message


def _outside_strings(line: str) -> str:
    """The line without what stands in ASCII quotes and without its remark."""
    return re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*', "", line)


def _last_opened(lines: list[str]) -> int:
    """Where the document ends too early, the last line that opens something is to blame."""
    for number in range(len(lines), 0, -1):
        if re.search(r"=\s*(\[|\{|\"\"\"|''')", lines[number - 1]):
            return number
    return max(1, len(lines))
