"""JX304: one document number stands for two different documents or projects."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX304", "同一文号用于不同文件或项目", "Document number used twice")
WORDS = {
    "document_number_twice": Words(
        "文号“{quote}”用于“{stated}”，前面又用于“{computed}”。",
        'The number "{quote}" stands for "{stated}" here and for "{computed}" before.',
        "请核对两处文号。",
        "Check the number at both places.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("text",),
    explanation=(
        "一个发文字号只对应一份文件。同一文号附在两个不同标题或两个不同项目之后，"
        "多为复制后未改；同一文件多次引用不算。"
    ),
    explanation_en=(
        "A document number stands for one document. The same number behind two titles "
        "or two projects is usually a copy that was not changed; citing one document "
        "repeatedly is fine."
    ),
    basis=("《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成。"),
    failing=(
        "根据《河西县预算绩效管理办法》（河财绩〔2023〕12号）和《河西县政府采购内部控制指引》（河财绩〔2023〕12号），"
        "我局开展了自评。"
    ),
    passing=(
        "根据《河西县预算绩效管理办法》（河财绩〔2023〕12号）和《河西县政府采购内部控制指引》（河财采〔2023〕8号），"
        "我局开展了自评。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
