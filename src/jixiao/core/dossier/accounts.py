"""The department's money: by source, function, economic class and phase.

A **money line** is one thing with its amounts in every phase of the year, named as the forms name them:
年初预算数, 调整数, 全年预算数 (revised), 执行数 or 决算数 (outturn), 上年决算数.
"""

from jixiao.core.dossier.values import Amount, Count, Model, Number


class MoneyLine(Model):
    """Amounts of one thing through the year."""

    code: str = ""
    name: str = ""
    original_budget: Amount | None = None
    adjustment: Amount | None = None
    revised_budget: Amount | None = None
    outturn: Amount | None = None
    prior_outturn: Amount | None = None
    printed_rate: Number | None = None  # 执行率 as printed, percent
    reason: str = ""  # why the outturn differs from the budget or from last year
    note: str = ""


class FunctionLine(MoneyLine):
    """An item of the functional classification; ``code`` has 3, 5 or 7 digits, or is not printed.

    The expenditure by kind (``outturn`` is their sum), then the receipts by kind.
    """

    basic: Amount | None = None
    project: Amount | None = None
    paid_upwards: Amount | None = None  # 上缴上级支出
    trading: Amount | None = None  # 经营支出
    paid_to_affiliates: Amount | None = None  # 对附属单位补助支出
    appropriated: Amount | None = None  # 财政拨款收入
    from_above: Amount | None = None  # 上级补助收入
    operational_income: Amount | None = None  # 事业收入
    trading_income: Amount | None = None  # 经营收入
    from_affiliates: Amount | None = None  # 附属单位上缴收入
    other_income: Amount | None = None  # 其他收入


class AppropriationLine(MoneyLine):
    """An item of the functional classification within one of the three budgets.

    ``opening`` + ``received`` − ``outturn`` = ``closing`` (final-accounts tables of the funds).
    """

    basic: Amount | None = None
    project: Amount | None = None
    opening: Amount | None = None  # 年初结转和结余
    received: Amount | None = None  # 本年收入
    closing: Amount | None = None  # 年末结转和结余


class EconomicLine(MoneyLine):
    """An item of the economic classification.

    ``outturn`` is basic expenditure of the general budget; ``project`` its project expenditure of this item;
    ``funds`` and ``capital`` what the other two budgets spent on it.
    """

    project: Amount | None = None
    funds: Amount | None = None
    capital: Amount | None = None


class Appropriation(MoneyLine):
    """Money appropriated from one of the three budgets; ``outturn`` is what was spent of it."""

    opening: Amount | None = None  # 年初财政拨款结转和结余
    received: Amount | None = None  # 本年财政拨款收入
    closing: Amount | None = None  # 年末财政拨款结转和结余


class Accounts(Model):
    """Income and expenditure of the fiscal year.

    ``income`` and ``expenditure`` are the totals; ``basic``, ``personnel``, ``operating`` and ``project``
    split the expenditure. ``economic`` uses codes of the department-budget economic classification (301 …).
    ``grand_total`` is 收、支总计, with what was carried over; ``appropriated_total`` that of appropriations.
    ``general_lines``, ``fund_lines`` and ``capital_lines`` are the items of each budget; where the general
    budget is the only source, ``functions`` are its items and ``general_lines`` may be left out.
    ``roll_ups`` are the totals that a report states of its projects by origin, under the names of the
    rulebook's roll-up.
    """

    income: MoneyLine = MoneyLine()
    expenditure: MoneyLine = MoneyLine()
    basic: MoneyLine = MoneyLine()
    personnel: MoneyLine = MoneyLine()
    operating: MoneyLine = MoneyLine()
    project: MoneyLine = MoneyLine()
    opening_balance: Amount | None = None  # 年初结转和结余
    closing_balance: Amount | None = None  # 年末结转和结余
    non_fiscal_surplus_used: Amount | None = None  # 使用非财政拨款结余
    surplus_distributed: Amount | None = None  # 结余分配
    returned_to_treasury: Amount | None = None  # 交回财政
    sources: tuple[MoneyLine, ...] = ()
    functions: tuple[FunctionLine, ...] = ()
    economic: tuple[EconomicLine, ...] = ()
    general_lines: tuple[AppropriationLine, ...] = ()
    fund_lines: tuple[AppropriationLine, ...] = ()
    capital_lines: tuple[AppropriationLine, ...] = ()
    roll_ups: tuple[MoneyLine, ...] = ()  # 上年结转, 部门预算, 年中追加, as the report totals its projects
    running_cost: MoneyLine = MoneyLine()  # 机关运行经费
    general_budget: Appropriation = Appropriation()  # 一般公共预算财政拨款
    government_funds: Appropriation = Appropriation()  # 政府性基金预算
    state_capital: Appropriation = Appropriation()  # 国有资本经营预算
    grand_total: MoneyLine = MoneyLine()  # 收、支总计
    appropriated_total: MoneyLine = MoneyLine()  # 财政拨款收、支总计
    paid_upwards: MoneyLine = MoneyLine()  # 上缴上级支出
    trading: MoneyLine = MoneyLine()  # 经营支出
    paid_to_affiliates: MoneyLine = MoneyLine()  # 对附属单位补助支出


class ThreePublics(Model):
    """三公经费: travel abroad, official vehicles and reception, with their counts.

    Conferences and training are no part of it and stand beside.
    """

    total: MoneyLine = MoneyLine()
    abroad: MoneyLine = MoneyLine()
    vehicles: MoneyLine = MoneyLine()
    vehicle_purchase: MoneyLine = MoneyLine()
    vehicle_running: MoneyLine = MoneyLine()
    reception: MoneyLine = MoneyLine()
    domestic_reception: MoneyLine = MoneyLine()
    foreign_reception: MoneyLine = MoneyLine()  # 外事接待
    conferences: MoneyLine = MoneyLine()
    training: MoneyLine = MoneyLine()
    missions: Count | None = None  # 因公出国(境)团组
    travellers: Count | None = None
    vehicles_bought: Count | None = None
    vehicles_held: Count | None = None
    reception_batches: Count | None = None
    reception_persons: Count | None = None
    foreign_batches: Count | None = None
    foreign_persons: Count | None = None


class Procurement(Model):
    """政府采购 of the year."""

    total: MoneyLine = MoneyLine()
    goods: MoneyLine = MoneyLine()
    works: MoneyLine = MoneyLine()
    services: MoneyLine = MoneyLine()
    small_and_medium: Amount | None = None  # 授予中小企业合同金额
    small_and_micro: Amount | None = None
    purpose: str = ""
    note: str = ""


class BalanceSheet(Model):
    """资产负债 at a date, with the four ratios as printed (percent)."""

    as_of: str
    assets: Amount | None = None
    current_assets: Amount | None = None
    cash: Amount | None = None
    receivables: Amount | None = None
    fixed_assets_original: Amount | None = None
    fixed_assets_net: Amount | None = None
    liabilities: Amount | None = None
    current_liabilities: Amount | None = None
    payables: Amount | None = None
    debt_ratio: Number | None = None  # 资产负债率
    cash_ratio: Number | None = None  # 现金比率
    current_ratio: Number | None = None  # 流动比率
    newness_ratio: Number | None = None  # 固定资产成新率
    note: str = ""


class AssetGroup(Model):
    """Assets of one kind, such as 设备 or 家具和用具."""

    name: str
    original_value: Amount | None = None
    net_value: Amount | None = None
    count: Count | None = None
    unit: str = ""  # what is counted: 台, 件


class VehicleUse(Model):
    """Vehicles of one use, such as 机要通信用车."""

    name: str
    count: Count | None = None


class Assets(Model):
    """State assets in use; ``vehicles`` is the sum of ``vehicle_groups``."""

    groups: tuple[AssetGroup, ...] = ()
    vehicles: Count | None = None
    vehicle_use: str = ""
    vehicle_groups: tuple[VehicleUse, ...] = ()
    general_equipment_over_limit: Count | None = None
    special_equipment_over_limit: Count | None = None
    land: str = ""
    buildings: str = ""
    works_in_progress: str = ""
    new_assets_budget: Amount | None = None
    new_assets_purpose: str = ""
    labelled: bool | None = None  # 资产标识化
    note: str = ""
