"""Writes docs/zh/文件格式.md, what every format is read and written for; a test compares the two."""

from pathlib import Path

from jixiao.formats.describing import Description, descriptions

PAGE = Path(__file__).resolve().parent.parent / "docs" / "zh" / "文件格式.md"
ABILITIES = {"read": "读", "unpack": "逐份读", "annotate": "批注", "picture": "截图", "write": "写"}
HEAD = """\
# 能读写的文件格式

格式按文件的内容识别，扩展名只作参考：改错了扩展名的文件照样能读。本机缺什么，用 `jixiao formats` 看。

| 格式 | 扩展名 | 能做 | 读什么 |
|---|---|---|---|
"""
TAIL = """
- **读**：读出文字、表格和数字的位置，供检查；**逐份读**：压缩包里的每份文件各检查一次。
- **批注**：`jixiao check 报告 --annotate 副本` 另存一份，问题写在原处；
  xls、et、xlsb、ods、csv 的批注写在 xlsx 副本里，副本只含显示的内容。
- **截图**：网页结果里显示问题所在的页面。
- **写**：`jixiao report 档案 -o 报告.扩展名` 能写出这种格式。

## 扫描件

PDF 的扫描页和图片要装上识别程序才能读：`pip install 'jixiao[ocr]'`（约 350 MB；识别在本机进行，不联网）。
识别出的文字可能有错：其中的问题一律只作提醒，说明里列出识别的页码，数字请对照原件。每页约需四到十秒，
一份文件最多识别 60 页；超过时限的页不读并说明，可用 `--seconds` 放宽。手写、印章和横着扫描的页读不出来。

## 安全

来历不明的文件不在程序本身里打开，而是交给一个受限的进程：

- 时间（`--seconds`，默认 120 秒）、内存（`--memory`，默认 2048 MB，Windows 上无效）和读出的内容都有上限；
- 不能联网，不能启动别的程序，不能写任何文件；宏一律不运行。

超过上限、损坏、加密或有意构造的文件得到一句说明，其余文件照常检查，退出状态是 2。
`python bench/hostile 文件夹` 写出四十来个这样的文件，可以自己试。

本页由 `python tools/formats_page.py` 从各格式的文件夹写出，请勿手改。
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_row(one) for one in descriptions()) + TAIL


def _row(one: Description) -> str:
    able = "、".join(word for ability, word in ABILITIES.items() if ability in one.abilities)
    return f"| {one.name} {one.title[0]} | {' '.join(one.extensions)} | {able} | {one.reads[0]} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
