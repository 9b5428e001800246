"""``jixiao workbook``: the Excel workbook of a dossier; each module is one of its commands."""

HELP = "填报工作簿：生成空白工作簿，读取填好的工作簿，把档案写成工作簿。"
