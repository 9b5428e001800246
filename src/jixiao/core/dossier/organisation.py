"""Who the department is: duties, divisions, subordinate units and staff."""

from jixiao.core.dossier.values import Code, Count, Model


class StaffGroup(Model):
    """Staff of one kind, such as 行政编制 or 事业编制."""

    name: str
    established_posts: Count | None = None  # 编制数
    in_post: Count | None = None  # 实有人数
    note: str = ""


class Staff(Model):
    """Posts and people at a date."""

    as_of: str = ""
    established_posts: Count | None = None
    in_post: Count | None = None
    retired: Count | None = None
    groups: tuple[StaffGroup, ...] = ()
    note: str = ""


class Unit(Model):
    """A subordinate or entrusted unit."""

    name: str
    kind: str = ""
    independent_budget: bool | None = None
    note: str = ""


class DutyRow(Model):
    """One row of 职责—工作活动—年度目标—项目 (Hebei)."""

    duty: str
    activity: str = ""
    annual_goal: str = ""
    project: str = ""
    result: str = ""


class Department(Model):
    """The body that the dossier is about.

    ``code`` names it in tables of many departments.
    """

    code: Code
    name: str
    short_name: str = ""
    division_code: str = ""
    kind: str = ""  # 行政单位, 参公事业单位 …
    budget_level: str = ""  # 一级预算单位 …
    duties: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    staff: Staff = Staff()
    duty_rows: tuple[DutyRow, ...] = ()
