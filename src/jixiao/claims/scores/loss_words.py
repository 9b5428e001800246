"""Words right before points that were lost, as every reader of deductions knows them."""

import re

LOST = re.compile(r"(?:扣|失|减)(?:分|除|掉|了|减)*[为是:]?\s*$")
"""扣1分, 失分为2分."""
LOST_IN_ALL = re.compile(
    r"(?:小计|合计|总计|共计?|累计|一共|总)\s?(?:扣|失|减)(?:分|除|掉|了|减)*[为是:]?\s*$"
)
"""共扣3分: what was lost of all that is listed."""
NEXT_LOST = re.compile(r"^(?:[、，,]|和|及|以及)\s?$")
"""What stands between two deductions of which the verb is told once: 扣0.8分、1.2分."""
