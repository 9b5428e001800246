"""Entries of the log in words: what was done, what it is about, what it says, when by the clock of the place.

The words are made when a page is shown; what is sealed stays as it was written.
"""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jixiao.renderers.rulebook.terms import term
from jixiao.reports.labels import named
from jixiao.web.audit.details import KEYS, VALUES

VERBS: Final[dict[str, Any]] = {
    "appraisal.ask_table": gettext_lazy("生成考核得分表"),
    "appraisal.draw": gettext_lazy("抽取复核部门"),
    "appraisal.open": gettext_lazy("启动工作考核"),
    "appraisal.propose": gettext_lazy("预填考核得分"),
    "appraisal.publish": gettext_lazy("公布考核结果"),
    "appraisal.reopen": gettext_lazy("撤回考核公布"),
    "appraisal.return": gettext_lazy("退回考核评分"),
    "appraisal.save_mark": gettext_lazy("评定考核得分"),
    "appraisal.set_full_marks": gettext_lazy("设定考核分值"),
    "appraisal.submit": gettext_lazy("提交考核复审"),
    "cycles.add_comment": gettext_lazy("写批注"),
    "cycles.adjust_targets": gettext_lazy("调整绩效目标"),
    "cycles.approve_task": gettext_lazy("审核通过表单"),
    "cycles.assign_evaluator": gettext_lazy("分派评价人员"),
    "cycles.cancel_final": gettext_lazy("取消终审"),
    "cycles.carry_projects": gettext_lazy("从上年转入项目"),
    "cycles.create_project": gettext_lazy("年中新增项目"),
    "cycles.dispatch_tasks": gettext_lazy("下发表单"),
    "cycles.end_assignment": gettext_lazy("收回评价任务"),
    "cycles.extend_deadline": gettext_lazy("延长期限"),
    "cycles.handle_warning": gettext_lazy("处置监控预警"),
    "cycles.import_projects": gettext_lazy("导入年度项目"),
    "cycles.recall_task": gettext_lazy("撤销下达"),
    "cycles.remove_holiday": gettext_lazy("删除节假日"),
    "cycles.remove_project": gettext_lazy("删除项目"),
    "cycles.return_task": gettext_lazy("退回表单"),
    "cycles.save_cycle": gettext_lazy("保存年度工作"),
    "cycles.save_holidays": gettext_lazy("登记节假日"),
    "cycles.save_stage": gettext_lazy("保存阶段"),
    "cycles.solve_comment": gettext_lazy("办结批注"),
    "cycles.submit_task": gettext_lazy("报送表单"),
    "cycles.withdraw_task": gettext_lazy("撤回表单"),
    "dashboards.score_again": gettext_lazy("重新计分"),
    "decisions.confirm": gettext_lazy("确认结果应用决定"),
    "decisions.record": gettext_lazy("登记结果应用决定"),
    "decisions.withdraw": gettext_lazy("撤回结果应用决定"),
    "disclosures.correct_approval": gettext_lazy("更正批复日期"),
    "disclosures.import_approvals": gettext_lazy("导入批复日期"),
    "disclosures.lift_exemption": gettext_lazy("取消公开不适用"),
    "disclosures.mark_exempt": gettext_lazy("登记公开不适用"),
    "disclosures.record": gettext_lazy("登记预决算公开"),
    "disclosures.record_approvals": gettext_lazy("登记批复日期"),
    "disclosures.withdraw": gettext_lazy("撤销预决算公开登记"),
    "documents.check_again": gettext_lazy("重新检查文件"),
    "documents.checked": gettext_lazy("检查完文件"),
    "documents.give_verdict": gettext_lazy("认定检查结果"),
    "documents.review_secrecy": gettext_lazy("保密审查文件"),
    "documents.upload": gettext_lazy("上传文件"),
    "documents.upload_version": gettext_lazy("上传文件新版本"),
    "documents.withdraw_verdict": gettext_lazy("撤回对检查结果的认定"),
    "filings.add_evidence": gettext_lazy("上传佐证"),
    "filings.add_rows": gettext_lazy("增加行"),
    "filings.copy_last_year": gettext_lazy("带入上年内容"),
    "filings.import_dossier": gettext_lazy("导入部门资料"),
    "filings.pick_indicators": gettext_lazy("从指标库选用指标"),
    "filings.remove_evidence": gettext_lazy("删除佐证"),
    "filings.remove_rows": gettext_lazy("删除行"),
    "filings.restore_rows": gettext_lazy("恢复删除的行"),
    "filings.retire_library_indicator": gettext_lazy("停用或恢复库中指标"),
    "filings.review_evidence": gettext_lazy("保密复核佐证"),
    "filings.save_cells": gettext_lazy("填写表单"),
    "filings.save_library_indicator": gettext_lazy("保存库中指标"),
    "filings.take_workbook": gettext_lazy("导入填报工作簿"),
    "organisations.save": gettext_lazy("保存单位"),
    "people.factor_added": gettext_lazy("启用第二重验证"),
    "people.factor_removed": gettext_lazy("停用第二重验证"),
    "people.factor_renewed": gettext_lazy("更换第二重验证"),
    "people.first_account": gettext_lazy("建立首个账号"),
    "people.give_role": gettext_lazy("授予角色"),
    "people.import_county": gettext_lazy("导入单位和账号"),
    "people.import_roles": gettext_lazy("导入角色"),
    "people.locked_out": gettext_lazy("登录失败过多而锁定"),
    "people.logged_in": gettext_lazy("登录"),
    "people.logged_out": gettext_lazy("退出"),
    "people.login_failed": gettext_lazy("登录失败"),
    "people.password_changed": gettext_lazy("修改口令"),
    "people.reset_factor": gettext_lazy("重置第二重验证"),
    "people.save_account": gettext_lazy("保存账号"),
    "people.take_role": gettext_lazy("收回角色"),
    "people.unlock_account": gettext_lazy("解除账号锁定"),
    "rectifications.accept": gettext_lazy("验收销号整改"),
    "rectifications.add_proof": gettext_lazy("上传整改佐证"),
    "rectifications.extend": gettext_lazy("延长整改期限"),
    "rectifications.issue": gettext_lazy("发出整改要求"),
    "rectifications.remove_proof": gettext_lazy("删除整改佐证"),
    "rectifications.return": gettext_lazy("退回整改结果"),
    "rectifications.review_proof": gettext_lazy("保密审查整改佐证"),
    "rectifications.save_result": gettext_lazy("暂存整改情况"),
    "rectifications.submit": gettext_lazy("报送整改结果"),
    "rectifications.take_back": gettext_lazy("撤回整改结果"),
    "rectifications.withdraw": gettext_lazy("撤销整改要求"),
    "reports.ask_copy": gettext_lazy("下载报告文件"),
    "reports.ask_listing": gettext_lazy("查询可出的报告"),
    "reports.ask_paper": gettext_lazy("生成报告"),
    "reports.ask_self_check": gettext_lazy("报告自查"),
    "reports.freeze": gettext_lazy("报告定稿"),
    "reports.lift": gettext_lazy("定稿报告失效"),
    "reports.record_publication": gettext_lazy("登记报告公开"),
    "reports.review_publication": gettext_lazy("公开前保密审查"),
    "reports.waive_error": gettext_lazy("对自查错误作出说明"),
    "reports.withdraw_publication": gettext_lazy("撤回或更正公开"),
    "reports.withdraw_waiver": gettext_lazy("撤回对自查错误的说明"),
    "reports.write_again": gettext_lazy("重新生成报告"),
    "tokens.make": gettext_lazy("建立接口令牌"),
    "tokens.revoke": gettext_lazy("撤销接口令牌"),
}
"""Every verb of an action or of the program itself."""


def verb(name: str) -> str:
    """What was done; the verb itself where an earlier version of the program wrote one that is gone."""
    return str(VERBS.get(name, name))


def local(written: str) -> str:
    """The time of an entry, in UTC as it is sealed, by the clock of the place, to the second."""
    at = parse_datetime(written)
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S}" if at else written


def begins(day: date, after: int = 0) -> str:
    """The beginning of a day of the place, or of one ``after`` it, written as entries write their time."""
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=after), time.min))
    return midnight.astimezone(UTC).isoformat(timespec="microseconds")


def subject(written: str) -> str:
    """The row that was written: what kind of thing, and its number."""
    label, _colon, number = written.partition(":")
    try:
        return f"{apps.get_model(label)._meta.verbose_name} {number}"  # noqa: SLF001  # Django's own
    except (LookupError, ValueError):
        return written


def details(written: str, about: str = "") -> str:
    """What the entry says beside who, when and what, in words; ``about`` is its subject as it is sealed."""
    try:
        found = json.loads(written) if written else {}
    except ValueError:  # damaged: as it is
        return written
    if not isinstance(found, dict):
        return written
    colon = _("：")
    return _("；").join(
        f"{KEYS.get(name, name)}{colon}{_told(name, value, about)}" for name, value in found.items()
    )


def _told(name: str, value: Any, about: str) -> str:
    """A value in the words of its field, of reports or of forms; else as values are told everywhere."""
    if not isinstance(value, str):
        if isinstance(value, list) and name == "kinds":
            return _("、").join(_told("kind", one, about) for one in value) or "—"
        return _value(value)
    choices = _choices(about, name)
    if value in choices:
        return str(choices[value])
    if name == "path":
        return named(value) or value or _("整份表")
    if name == "kind" and value not in VALUES:
        return term(value, "en" if get_language() == "en" else "zh")
    return _value(value)


def _choices(about: str, name: str) -> dict[Any, Any]:
    """What the field of this name may hold in the row that the entry is about, with its words."""
    try:
        field = apps.get_model(about.partition(":")[0])._meta.get_field(name)  # noqa: SLF001  # Django's own
    except (LookupError, ValueError, FieldDoesNotExist):
        return {}
    return dict(getattr(field, "flatchoices", ()))


def _value(value: Any) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return _("、").join(_value(one) for one in value) if value else "—"
    if isinstance(value, dict):
        return _("、").join(f"{KEYS.get(name, name)} {_value(one)}" for name, one in value.items())
    return str(VALUES.get(str(value), value))
