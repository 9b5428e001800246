"""What people say to findings, and what becomes of it in the next version."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from tests.web.documents.conftest import WRONG
from tests.web.documents.people import Browsers, HandIn, Place

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.audit.verifying import verify
from jixiao.web.documents.actions.give_verdict import GiveVerdict
from jixiao.web.documents.actions.withdraw_verdict import WithdrawVerdict
from jixiao.web.documents.models import Document, Found, Verdict
from jixiao.web.documents.showing import Overview, overview

pytestmark = pytest.mark.django_db


def first(document: Document, code: str = "JX101") -> Found:
    found = Found.objects.filter(version=document.latest, code=code).first()
    assert found is not None
    return Found.objects.select_related("version__document__organisation").get(pk=found.pk)


def seen(document: Document) -> Overview:
    assert document.latest is not None
    return overview(document.latest, may_judge=True)


def states(document: Document) -> dict[str, str]:
    return {one.found.code: one.state for one in seen(document).shown}


def test_a_verdict_holds_in_the_next_version_wherever_the_words_have_moved(
    place: Place, hand_in: HandIn
) -> None:
    document = hand_in()
    carry_out(GiveVerdict(first(document), "waived", "口径不同，已在附件说明"), place.clerk)
    document = hand_in("前言\n本报告按要求编制。\n" + WRONG, after=document)
    assert document.latest.number == 2
    assert states(document)["JX101"] == "waived"
    assert not any(one.news for one in seen(document).shown if one.found.code == "JX101")


def test_a_finding_with_another_figure_is_new_and_reminds_of_the_earlier_verdict(
    place: Place, hand_in: HandIn
) -> None:
    document = hand_in()
    carry_out(GiveVerdict(first(document), "waived", "口径不同"), place.clerk)
    document = hand_in(WRONG.replace("90.00%", "95.00%"), after=document)
    shown = next(one for one in seen(document).shown if one.found.code == "JX101")
    assert shown.news
    assert shown.state == "open"
    assert shown.earlier is not None
    assert shown.earlier.reason == "口径不同"
    assert "JX101" in {one.found.code for one in seen(document).solved}


def test_what_was_mended_is_listed_as_solved(hand_in: HandIn) -> None:
    document = hand_in()
    before = {one.found.code for one in seen(document).shown}
    document = hand_in(
        WRONG.replace("90.00%", "80.00%").replace("项目支出40.00", "项目支出30.00"), after=document
    )
    assert {"JX101", "JX103"} <= before
    assert {one.found.code for one in seen(document).solved} == before
    assert not seen(document).shown


def test_a_fault_printed_twice_gets_two_verdicts(place: Place, hand_in: HandIn) -> None:
    line = "预算安排200.00万元，实际支出100.00万元，预算执行率40.00%。\n"
    document = hand_in("2023年度报告\n一、总体\n" + line + "二、项目\n" + line)
    rates = [one.found for one in seen(document).shown if one.found.code == "JX101"]
    assert len(rates) == len({one.identity for one in rates}) == 2
    carry_out(GiveVerdict(first(document), "accepted"), place.clerk)
    assert [one.state for one in seen(document).shown if one.found.code == "JX101"] == ["accepted", "open"]


@pytest.mark.parametrize(
    ("decision", "reason"), [("waived", ""), ("waived", " 　"), ("waived", "长" * 501), ("perhaps", "为何")]
)
def test_a_verdict_needs_a_reason_and_a_known_word(
    place: Place, hand_in: HandIn, decision: str, reason: str
) -> None:
    with pytest.raises(Refused):
        carry_out(GiveVerdict(first(hand_in()), decision, reason), place.clerk)
    assert not Verdict.objects.exists()


def test_the_second_of_two_people_sees_the_first_ones_verdict(place: Place, hand_in: HandIn) -> None:
    found = first(hand_in())
    carry_out(GiveVerdict(found, "accepted"), place.clerk)
    with pytest.raises(Changed) as refusal:
        carry_out(GiveVerdict(found, "waived", "不必改"), place.lead)
    assert refusal.value.current.decision == "accepted"
    assert Verdict.objects.get().by == place.clerk


def test_a_withdrawn_verdict_stays_in_the_log(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    verdict = carry_out(GiveVerdict(first(document), "waived", "口径不同"), place.clerk)
    carry_out(WithdrawVerdict(verdict, verdict.revision), place.lead)
    assert states(document)["JX101"] == "open"
    assert "口径不同" in Event.objects.filter(verb="documents.withdraw_verdict").get().details
    assert verify().holds


@pytest.mark.parametrize("name", ["auditor", "evaluator", "system", "stranger"])
def test_only_the_own_people_and_the_bureau_judge(place: Place, hand_in: HandIn, name: str) -> None:
    found = first(hand_in())
    with pytest.raises(PermissionDenied):
        carry_out(GiveVerdict(found, "accepted"), getattr(place, name))


@pytest.mark.parametrize("name", ["clerk", "reviewer", "lead", "officer", "line"])
def test_they_do(place: Place, hand_in: HandIn, name: str) -> None:
    assert carry_out(GiveVerdict(first(hand_in()), "accepted"), getattr(place, name)).decision == "accepted"


def test_htmx_gets_the_finding_and_the_counts_back(place: Place, hand_in: HandIn, as_: Browsers) -> None:
    document = hand_in()
    found = first(document)
    address = reverse("documents:verdict", args=[document.pk, 1, found.number])
    answer = as_(place.clerk).post(
        address, {"decision": "accepted", "revision": "0"}, headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="finding-{found.number}"' in text
    assert "is-accepted" in text
    assert 'id="counts" hx-swap-oob="true"' in text


def test_htmx_gets_the_refusal_with_what_was_typed(place: Place, hand_in: HandIn, as_: Browsers) -> None:
    document = hand_in()
    address = reverse("documents:verdict", args=[document.pk, 1, first(document).number])
    answer = as_(place.clerk).post(
        address, {"decision": "waived", "reason": "嗯", "revision": "0"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 422
    assert "请写明不改的理由" in answer.content.decode()
    assert "嗯</textarea>" in answer.content.decode().replace("\n", "")
