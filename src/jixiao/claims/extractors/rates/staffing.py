"""How many of the posts are held: 核定编制86名，在职81人，在职人员控制率94.19%; 编制使用率."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.sums.compared_names import posts_and_staff
from jixiao.core.claim import decide

KIND = "rate"
_RATE = re.compile(
    r"(?:编制使用率|使用编制率|在编率|满编率|编制(?:人员)?控制率|控编率|(?:在职|财政供养|供养|在编|在岗)?人员(?:编制)?控制率|"
    r"编制执行率)(?:为|是|达到?|约|:)*\s*$"
)


def extract(reading: Reading) -> Iterator[Proposal]:
    """The people over the posts of the paragraph; what fails must be of the only figures of both."""
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.unit.kind != "percent" or not _RATE.search(token.lead):
                continue
            found = posts_and_staff(paragraph, token)
            if found is None:
                continue
            staff, posts, sure = found
            made = relation("rate", "quotient", token, [(staff, "staff"), (posts, "posts")])
            if sure or decide(made).holds:
                yield Proposal((made,))
