"""What is told about files that are imported, in plain words, Chinese and English."""

from jixiao.core.accounts_review import Notice
from jixiao.core.place import Place


def several_columns(named: str, headings: tuple[str, ...], file: str, place: Place) -> Notice:
    """Several columns could be one of the rulebook's."""
    return Notice(
        f"“{'”“'.join(headings)}”几栏都像“{named}”，分不出是哪一栏，都没有读",
        f"the columns {', '.join(headings)} all look like {named}; none was read",
        "把多余的栏删去，或把栏目名写成与表样相同",
        "delete the columns that do not belong, or name them as the form does",
        file,
        place,
    )


def no_amount(words: str, file: str, place: Place) -> Notice:
    """A cell of figures holds words."""
    return Notice(
        f"“{words}”不是金额",
        f"“{words}” is no amount",
        "改成数字，没有就留空",
        "write a number, or leave it blank",
        file,
        place,
    )


def other_unit(words: str, unit: str, file: str, place: Place) -> Notice:
    """A figure counts in a unit that no amount has."""
    return Notice(
        f"“{words}”的单位“{unit}”不是金额单位，没有读",
        f"“{words}” counts in {unit}, which is no unit of money; not read",
        "金额单位写元、万元或亿元",
        "write amounts in 元, 万元 or 亿元",
        file,
        place,
    )


def no_code(name: str, file: str, place: Place) -> Notice:
    """A row has figures and no code."""
    return Notice(
        f"“{name}”这一行没有科目编码，没有读",
        f"the row {name} has no code and was not read",
        "补上科目编码",
        "add the code",
        file,
        place,
    )


def foreign_code(code: str, *, economic: bool, file: str, place: Place) -> Notice:
    """A code is none of the table's classification."""
    kind = ("支出经济分类", "economic") if economic else ("支出功能分类", "functional")
    return Notice(
        f"{code}不是{kind[0]}的科目编码，这一行没有读",
        f"{code} is no code of the {kind[1]} classification; the row was not read",
        "核对这一行的科目编码，或确认这张表的格式",
        "look at the code, and at the form of the table",
        file,
        place,
    )


def unknown_line(name: str, file: str, place: Place) -> Notice:
    """A named row that the form does not have."""
    return Notice(
        f"表样里没有“{name}”这一行，没有读",
        f"the form has no row {name}; it was not read",
        "看这个数应归入表样的哪一行，在表里改",
        "see to which row of the form the amount belongs, and move it",
        file,
        place,
    )


def unknown_code(code: str, name: str, file: str, place: Place) -> Notice:
    """The rulebook's classification lacks a code."""
    return Notice(
        f"科目编码{code}“{name}”不在规则库的目录中，照原样保留，标为未核实",
        f"the rulebook has no code {code} ({name}); kept as printed, marked as not verified",
        "核对编码；确有这个科目的，可用 jixiao rulebook codes 导入本地目录",
        "look at the code; where it is right, import a list with jixiao rulebook codes",
        file,
        place,
    )


def other_name(code: str, name: str, known: str, file: str, place: Place) -> Notice:
    """The rulebook calls a code otherwise."""
    return Notice(
        f"科目{code}的名称是“{name}”，规则库写作“{known}”",
        f"item {code} is called {name}; the rulebook calls it {known}",
        file=file,
        place=place,
    )


def untitled(file: str, place: Place) -> Notice:
    """A table without the title of a final-accounts table."""
    zh = "没有决算表的标题，没有读"
    return Notice(zh, "has no title of a final-accounts table; not read", file=file, place=place)


def headless(title: str, file: str, place: Place) -> Notice:
    """A table with such a title whose columns were not understood."""
    return Notice(
        f"标题是《{title}》，栏目却认不出来，没有读",
        f"is called {title}, but its columns were not understood; not read",
        "核对表头是否完整，栏目名与表样相同",
        "see that its header is complete and names the columns as the form does",
        file,
        place,
    )


def not_of_place(title: str, file: str, place: Place) -> Notice:
    """A table that the rulebook of the place does not have."""
    zh = f"《{title}》不在规则库的表样之中，没有读"
    return Notice(zh, f"the rulebook has no table {title}; not read", file=file, place=place)


def no_unit(file: str, place: Place) -> Notice:
    """Nothing tells the unit of the amounts."""
    return Notice(
        "没有写金额单位，不知道是元还是万元",
        "does not tell the unit of its amounts",
        "在表的上方写明“单位：万元”，或用 --unit 写明",
        "write 单位：万元 above the table, or give --unit",
        file,
        place,
    )


def several_bodies(body: str, file: str, place: Place) -> Notice:
    """The tables are of several bodies; this one is of ``body``."""
    return Notice(
        f"这里写的单位是“{body}”，几张表不是同一个单位的",
        f"this is a table of {body}; the tables are of several bodies",
        f"只导入一个单位的：--department {body}",
        f"import those of one body: --department {body}",
        file,
        place,
    )


def other_body(body: str, own: str, file: str, place: Place) -> Notice:
    """The tables are of another body than the dossier."""
    return Notice(
        f"表里的单位是“{body}”，档案是“{own}”的",
        f"the table is of {body}, the dossier of {own}",
        f"换对应的文件或档案；确是同一个单位的，加 --department {body}",
        f"choose the right file; where it is the same body, add --department {body}",
        file,
        place,
    )


def other_year(year: int, own: int, file: str, place: Place) -> Notice:
    """The tables are of another year than the dossier."""
    return Notice(
        f"表里写的是{year}年度，档案是{own}年度",
        f"the table is of {year}, the dossier of {own}",
        "换同一年度的文件或档案",
        "choose a file or a dossier of the same year",
        file,
        place,
    )


def slipped_unit(count: int, factor: int, word: str, file: str, place: Place) -> Notice:
    """Amounts differ from the dossier by the factor between two units of money."""
    return Notice(
        f"有{count}个数与档案正好差{factor:,}倍，像是元和{word}写错了",
        f"{count} amounts differ from the dossier by a factor of exactly {factor:,}: a unit is wrong",
        "核对表上写的金额单位",
        "look at the unit that the table tells",
        file,
        place,
    )


def made_up_code(code: str) -> Notice:
    """Nobody gave the code of the department of a new dossier."""
    return Notice(
        f"没有写单位代码，暂编为“{code}”",
        f"the department has no code; {code} was made up",
        "有统一的单位代码的，用 --code 写明",
        "where it has one of its own, give it with --code",
    )


def comments_go(count: int, file: str) -> Notice:
    """Comments of the dossier that the file written anew will not have."""
    return Notice(
        f"档案里手写的{count}处注释不会写进新文件，只留在原来的那一份里",
        f"{count} comments of the dossier will not be in the new file, only in the copy of the old one",
        "要保留的，存入后从那一份抄回",
        "copy those you need back from it afterwards",
        file,
    )
