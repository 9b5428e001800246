"""A digit altered by hand in the Word file is found every time, in every kind of every place."""

import re
from io import BytesIO
from random import Random
from zipfile import ZipFile

from bench.departments import department
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.reporting.test_round_trip import UNSHRUNK, each_kind, points, written

from jixiao.formats.archive import rewrite
from jixiao.pipeline import check_bytes

BODY = "word/document.xml"
# A printed number: the bookmark of its entry, and the text of the run that follows.
FIGURE = re.compile(r'w:name="_jx\d+"/>(?:(?!<w:bookmarkEnd).)*?<w:t[^>]*>([^<]*\d[^<]*)</w:t>')


@each_kind
@settings(max_examples=3, phases=UNSHRUNK, print_blob=True)
@given(chance=st.randoms(use_true_random=False))
def test_an_altered_digit_is_found(place: str, kind: str, chance: Random) -> None:
    dossier = department(chance, place, projects=2, points=points(place))
    report = written(dossier, place, kind, draft=True)  # also where the check would refuse it
    with ZipFile(BytesIO(report.data)) as archive:
        body = archive.read(BODY).decode("utf-8")
    figures = list(FIGURE.finditer(body))
    if not figures:
        return
    figure = chance.choice(figures)
    digit = chance.choice(
        [at for at in range(figure.start(1), figure.end(1)) if body[at].isascii() and body[at].isdigit()]
    )
    other = chance.choice([sign for sign in "0123456789" if sign != body[digit]])
    altered = rewrite(report.data, {BODY: (body[:digit] + other + body[digit + 1 :]).encode("utf-8")})
    found = [one for one in check_bytes(altered, "a.docx").findings if one.code == "JX202"]
    assert [one.severity for one in found] == ["error"], figure[1]


def test_untouched_nothing_is_found() -> None:
    report = written(department(Random(5), "430406-yanfeng"), "430406-yanfeng", "self_evaluation")  # noqa: S311  # no secret
    assert not [one for one in check_bytes(report.data, "a.docx").findings if one.code.startswith("JX20")]
