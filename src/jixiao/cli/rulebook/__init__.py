"""``jixiao rulebook``: the rules of places; each module is one of its commands."""

HELP = "各地的评分规则：查看、核对、比较、新建。"
