"""Kinds of parts that together leave nothing out: by budget law, by the forms of the accounts, by office."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from jixiao.claims.reading.items import key_of

EXPENDITURE = (("基本", "项目"), ("人员", "公用"))
"""Kinds of expenditure that the forms tell in sections of their own."""
COMPLEMENTS: tuple[tuple[str, ...], ...] = (
    # budget law and the forms of the final accounts
    ("(?<!非)税收", "非税"),
    *EXPENDITURE,
    ("基本", "项目", "经营"),
    ("工资福利", "商品和?服务", "个人和?家庭"),
    ("工资福利", "商品和?服务", "个人和?家庭", "资本性"),
    ("出国", "公务用车|公车|购置[及和与]运行|车辆运行|车辆维护", "接待"),
    ("出国", "车辆购置|用车购置", "运行", "接待"),
    ("车辆购置|用车购置", "运行"),
    ("国内", "国境?外|外事|境外|涉外|外宾"),
    ("本年收|收合计", "(?:年初|上年)结转"),
    ("本年收|收合计", "使用|弥补|动用", "(?:年初|上年)结转"),
    ("本年支出|本年合计|支出合计", "年末结转|结转下年"),
    ("本年支出|本年合计|支出合计", "结余分配", "年末结转|结转下年"),
    ("一般公共", "政府性基金"),
    ("一般公共", "政府性基金", "国有资本"),
    ("一般公共", "政府性基金", "国有资本", "社会?保险?"),
    # levels of government and who collects
    ("中央", "地方"),
    ("中央", "省|自治区", "市|州", "县|区"),
    ("中央", "省|自治区", "市|州|县|区|地方|本级|自筹|其他"),
    ("省|自治区", "市|州", "县|区"),
    ("省级|省本级|自治区本级", "市县|市州|地市|州市|设区市"),
    ("(?<!以)(?:省|市|州|县|区|本)[本]?级", "(?<!本)(?:下级|县|区|乡|镇|街|上级|所属|下属)"),
    ("国税", "地税", "财政"),
    ("税务|国税", "财政"),
    # debt
    ("一般债|一般政府债", "专项债"),
    ("一般债", "专项债", "外债|外贷"),
    # procurement and review
    ("货物", "工程", "服务"),
    ("政府集中|集中采购机构", "部门集中", "分散"),
    ("集中采购", "分散采购"),
    # people
    ("行政|参公|公务员|机关(?:编制|人员|$)", "事业"),
    ("行政|公务员", "参公", "事业"),
    ("行政|参公|公务员", "事业", "工勤|工人"),
    ("在编|编内|在册正式", "编外|聘[用请]|临聘|合同制|劳务派遣"),
    ("离休", "退休"),
    ("在职", "离退休"),
    ("在职", "退休"),
    ("在职", "离休", "退休"),
    ("单位", "个人"),
    ("职工", "居民"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("男", "女"),
    # how, where and when
    ("一季度", "二季度", "三季度", "四季度"),
    ("上半年", "下半年"),
    ("纸质", "电子"),
    ("线上|网络", "线下|现场|入户"),
    ("门诊|门急诊", "住院"),
    ("行政村|建制村|村委会|(?<!农)村$", "社区|居委会"),
    ("公办|公立", "民办|民营|私立"),
    ("高一", "高二", "高三"),
    ("七年级|初一", "八年级|初二", "九年级|初三"),
    # what people said when they were asked
    ("有效", "无效"),
    ("(?<!不)(?<!基本)满意", "基本满意|较为?满意|一般", "不满意"),
    ("(?<!不)满意", "不满意"),
    ("(?:非常|很|十分)满意", "(?<![不常很分本较])满意", "基本满意|较为?满意|一般", "不满意"),
    (
        "(?:非常|很|十分)满意",
        "(?<![不常很分本])满意|较为?满意",
        "一般|基本满意",
        "(?<![常很])不满意",
        "(?:非常|很)不满意",
    ),
    ("新建|新挖|新修", "改建|改造|续建|扩建|改扩建|维修|修缮|清淤"),
    # what is left once one part is named
    ("福利彩票|福彩", "体育彩票|体彩"),
    ("财政", "其他"),
)
"""Each family has one pattern for the name of every part."""
_OF_ANY = re.compile("|".join(sorted({part for family in COMPLEMENTS for part in family})))
_FROM_THE_TOP = ("中央|国家", "省|自治区|兵团", "市|州|盟|地区", "县|区|旗", "自筹|社会资[金本]|村集体")
_LEVELS = tuple(map(re.compile, _FROM_THE_TOP))
_NUMBERS = re.compile(r"\d+")
_JOINED = re.compile(r"[\u4e00-\u9fff]{0,3}[及和与]")
"""Words between two kinds that one name tells together: 购置及运行, 基本支出和项目支出."""
LARGEST_FAMILY = max(map(len, COMPLEMENTS))


def leaves_nothing_out(names: Sequence[str]) -> bool:
    """Whether things so named are all parts of a whole by their nature."""
    return 2 <= len(names) <= LARGEST_FAMILY and _fill(tuple(map(_kind_of, names)), more=0)


def begins_family(names: Sequence[str]) -> bool:
    """Whether further names could make these things a whole."""
    return len(names) < LARGEST_FAMILY and _fill(tuple(map(_kind_of, names)), more=1)


def of_levels(names: Sequence[str]) -> bool:
    """Whether money comes from levels of government told from the top down: 中央A, 省级B.

    A level that gave nothing is not told, so that hardly anything is left out.
    """
    told = [next((at for at, one in enumerate(_LEVELS) if one.search(name)), -1) for name in names]
    return -1 not in told and all(a < b for a, b in pairwise(told))


@lru_cache(maxsize=8192)
def _kind_of(name: str) -> str:
    """A name for comparison without its numbers, which are of no family."""
    return _NUMBERS.sub("", key_of(name))


@lru_cache(maxsize=8192)
def _fill(keys: tuple[str, ...], more: int) -> bool:
    """Whether names fill a family, or as many of its places as they are where ``more`` are to follow."""
    return all(map(_is_of_family, keys)) and any(
        (len(family) > len(keys) if more else len(family) == len(keys))
        and _fits(family, keys)
        and not any(_joins(key, family) for key in keys)
        for family in COMPLEMENTS
    )


@lru_cache(maxsize=8192)
def _is_of_family(name: str) -> bool:
    """Whether a name can be that of any part: most names in a document are none, whatever the family."""
    return _OF_ANY.search(name) is not None


@lru_cache(maxsize=8192)
def _joins(name: str, family: tuple[str, ...]) -> bool:
    """Whether a name tells two kinds of a family together, so that it is not a part beside one of them."""
    spans = [found.span() for pattern in family if (found := _pattern(pattern).search(name)) is not None]
    return any(
        end <= start and _JOINED.fullmatch(name[end:start]) is not None
        for _, end in spans
        for start, _ in spans
    )


def _fits(family: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether every name can be that of another part."""
    if not names:
        return True
    return any(
        _is_called(names[0], pattern) and _fits((*family[:at], *family[at + 1 :]), names[1:])
        for at, pattern in enumerate(family)
    )


@lru_cache(maxsize=1024)
def _is_called(name: str, pattern: str) -> bool:
    return _pattern(pattern).search(name) is not None


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
