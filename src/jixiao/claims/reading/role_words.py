"""What roles are, and the words of change and of plans by which they are known."""

import re

from jixiao.core.frozen import frozen

FILLER = (
    r"(?:了|约为|大约|大概|约|近|超过|超|逾|将近|达到|达|为|是|有|共计|共|合计|总计|"
    r":|：|\s|\"|“|的|各|均|分别|依次|仅|只|\+)*"
)
UP = (
    r"增加|增收|增支|增长|净增长|净增加|净增|多收入?|多支出?|多增|上升|提高|上涨|超收|超支|"
    r"扩大|扩张|攀升|新增|调增|追加|回升|递增|多出|增|升|多|涨|高"
)
DOWN = (
    r"减少|减收|减支|压缩|下降|降低|短收|少收入?|少支出?|净减少|净减|压减|核减|调减|下滑|"
    r"回落|缩减|收缩|萎缩|递减|走低|负增长|下浮|减|降|少|低|滑落|收窄"
)
NOUNED = r"(?:额度?|量|数额?|金额|总额|幅度?|比例|率|百分比|收入|支出|资金|规模|幅|速)?"
CHANGE = re.compile(
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:的(?=数?额|金额|数量|幅度|比例))?{NOUNED}{FILLER}$"
)
APART = re.compile(rf"(?:两年|两年度|前后|与?(?:上年|去年))(?:之?间)?(?:的)?(?:相差|差额|差距){FILLER}$")
"""本年A，上年B，两年相差d: a change whose direction no word tells."""
MORE_OR_LESS = re.compile(
    r"(?:^|[，,]|相比|比较|[期年度])\s?(?:(?P<up>[多增])|(?P<down>[少减]))"
    rf"(?:[售销征]|拨付?|支出?|列支|收入?|缴纳?|安排|完成|入库|使用|付|投入|下达|用|花)了?{FILLER}$"
)
"""与上年同期20万元相比少拨付5万元: told with a verb, behind the base itself."""
UP_NOUN = re.compile(
    rf"(?:增幅|增速|增长率|涨幅|增减率|增长幅度|增减幅度?|升幅|增减变化率?|变动率|增减比例|同比|环比|增减){FILLER}$"
)
DOWN_NOUN = re.compile(
    rf"(?:降幅|减幅|压减率|压减比例|压缩率|压缩比例|下降比例|减少比例|下降率|下降幅度|减少率|跌幅){FILLER}$"
)
REACHES = re.compile(rf"(?:{UP}|{DOWN}|调整|变更|压缩|提升)(?:到|至|为|成)(?:约|近|了)?\s*$")
BUDGET = (
    r"(?:年初|调整后?|变动|全年|批复|下达|核定|年度|当年|本年|调整|追加后?|人代?会|部门|收入|支出|基金|代编|财政|人大批准的?|审定的?|中期)*"
    r"(?:预算|预期目标|计划|目标|任务|概算|预计|限额|控制数|预算指标|控制价|指标值|目标值|送审|报审|申报|中标前|标底|起始|起拍)"
)
PLAN_NOUN = (
    r"(?:总额|数额|数|额|值|总|金额|资金|安排数?|下达数?|调整数|收入|支出|批复数?|价|造价|"
    r"投资|规模|经费|任务|采购|投入|筹集|小计|合计|总计|加总|汇总)*"
)


@frozen
class Role:
    """A role with the direction of change (+1, −1, 0) and, for shares, the words that name the whole."""

    name: str
    direction: int = 0
    whole: str = ""
    adjusted: bool = False
    again: bool = False
    """The whole was named with the share before it."""
    bare: bool = False
    """No word says that it is a share, only its brackets: it may hold, but never fail."""


HAN = re.compile(r"[\u4e00-\u9fff]")
