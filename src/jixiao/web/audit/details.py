"""The words of what entries say: names of their values, and the values of roles and states."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.web.people.roles import Role

KEYS: Final[dict[str, Any]] = {
    "added": _("新增"),
    "after": _("之后"),
    "applicable": _("适用"),
    "before": _("之前"),
    "category": _("类别"),
    "cells": _("栏目"),
    "changes": _("改动处数"),
    "choice": _("处置方式"),
    "code": _("代码"),
    "confirmed": _("已确认提示"),
    "day": _("日期"),
    "deadline": _("截止日期"),
    "decision": _("认定"),
    "error": _("错误"),
    "errors": _("错误数"),
    "evaluator": _("评价人员"),
    "fiscal_year": _("年度"),
    "kind": _("类别"),
    "kinds": _("类别"),
    "name": _("名称"),
    "node": _("审核环节"),
    "nodes": _("审核环节"),
    "number": _("序号"),
    "organisation": _("单位"),
    "path": _("栏目"),
    "points": _("得分"),
    "project": _("项目"),
    "projects": _("项目数"),
    "reason": _("理由"),
    "revision": _("修订次数"),
    "role": _("角色"),
    "rows": _("行"),
    "secrecy": _("保密审查"),
    "sent": _("下发份数"),
    "sha256": _("文件校验码"),
    "size": _("字节数"),
    "stage": _("阶段"),
    "state": _("状态"),
    "table": _("表"),
    "task": _("表单"),
    "tasks": _("表单"),
    "until": _("至"),
    "username": _("账号"),
    "version": _("版本"),
    "warnings": _("提示数"),
    "words": _("意见"),
}
"""Names of values; a rare one without words here is shown by its own name."""
VALUES: Final[dict[str, Any]] = {
    **{role.value: role.label for role in Role},
    "draft": _("填报中"),
    "returned": _("已退回"),
    "final": _("终审通过"),
}
"""Values that mean one thing wherever they stand."""
