"""Names that the public tables print, and the fields of a line behind its columns."""

CLASSES = {
    "201": "一般公共服务支出",
    "205": "教育支出",
    "208": "社会保障和就业支出",
    "210": "卫生健康支出",
    "221": "住房保障支出",
    "20103": "政府办公厅（室）及相关机构事务",
    "20502": "普通教育",
    "20805": "行政事业单位养老支出",
    "21011": "行政事业单位医疗",
    "22102": "住房改革支出",
    "301": "工资福利支出",
    "302": "商品和服务支出",
    "303": "对个人和家庭的补助",
    "310": "资本性支出",
}
SOURCES = (
    "一般公共预算财政拨款收入",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
)
CHINESE = "一二三四五六七八九十"
RECEIPTS = {
    "财政拨款收入": "appropriated",
    "上级补助收入": "from_above",
    "事业收入": "operational_income",
    "经营收入": "trading_income",
    "附属单位上缴收入": "from_affiliates",
    "其他收入": "other_income",
}
SPENDING = {
    "基本支出": "basic",
    "项目支出": "project",
    "上缴上级支出": "paid_upwards",
    "经营支出": "trading",
    "对附属单位补助支出": "paid_to_affiliates",
}
