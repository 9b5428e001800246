"""``jixiao accounts``: the final-accounts tables that a unit has; each module is one of its commands."""

HELP = "决算表：把决算系统导出的公开表读进绩效档案，先审核后存入。"
