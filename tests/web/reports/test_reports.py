"""Reports in place: listed, written by the worker, shown in a shut frame, downloaded, written anew."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from tests.web.support import County, signed_in

from jixiao.pipeline.reporting import Office
from jixiao.web.actions import Refused, carry_out
from jixiao.web.background.loop import drain
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.ask_copy import AskCopy
from jixiao.web.reports.actions.ask_listing import AskListing
from jixiao.web.reports.actions.ask_paper import AskPaper
from jixiao.web.reports.models import Copy, Listing, Paper, State, unpacked
from jixiao.web.reports.stamps import stamp

Made = Callable[..., DepartmentYear]
pytestmark = pytest.mark.django_db(transaction=True)


def officer(county: County) -> User:
    return county.people[str(Role.PERFORMANCE_OFFICER)]


def written(county: County, year: DepartmentYear, kind: str = "self_evaluation", project: str = "") -> Paper:
    carry_out(AskListing(year), officer(county))
    drain()
    paper = carry_out(AskPaper(year, kind, project), officer(county))
    drain()
    paper.refresh_from_db()
    return paper


def test_the_list_is_what_the_rulebook_offers(county: County, department: Made) -> None:
    year = department()
    carry_out(AskListing(year), officer(county))
    drain()
    listing = Listing.objects.get(year=year)
    assert listing.state == State.READY
    offered = [one.kind for one in Office().offers(dossier_of(year))]
    assert [one["kind"] for one in listing.told["offers"]] == offered
    assert listing.stamp == stamp(year)


def test_the_preview_is_the_page_that_the_command_writes(county: County, department: Made) -> None:
    year = department()
    paper = written(county, year)
    page = unpacked(paper.page)
    expected = Office().write(dossier_of(year), "self_evaluation", "html", draft=True).data.decode()
    assert paper.state == State.READY
    assert not paper.refused
    assert paper.told["certificate"]["numbers"] > 100
    assert page.replace(' id="_jx00010"', "", 1).count("<data") == expected.count("<data")
    assert 'id="_jx00010" data-entry="_jx00010"' in page
    client = signed_in(officer(county))
    answer = client.get(f"/reports/papers/{paper.pk}/sheet/")
    assert answer.content.decode().count("<data") == page.count("<data")
    assert ' style="' not in answer.content.decode().split("<script")[0]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "style-src 'sha256-" in policy
    beside = client.get(f"/reports/papers/{paper.pk}/").content.decode()
    assert "自查通过" in beside
    assert "sandbox" in beside


def test_what_keeps_a_report_here_stands_beside_it_with_its_number(county: County, department: Made) -> None:
    year = department("620723-linze-2023")
    paper = written(county, year, "department_self_evaluation")
    assert paper.refused
    assert paper.told["refusals"]
    page = unpacked(paper.page)
    for one in paper.told["refusals"]:
        assert not one["anchor"] or f'id="{one["anchor"]}"' in page
    beside = signed_in(officer(county)).get(f"/reports/papers/{paper.pk}/").content.decode()
    assert "自查未过" in beside


def test_unchanged_facts_are_not_written_twice_and_changed_ones_are(county: County, department: Made) -> None:
    year = department()
    paper = written(county, year)
    before = bytes(paper.page)
    again = written(county, year)
    assert (again.pk, bytes(again.page)) == (paper.pk, before)
    year.facts["title"] = "New title of the report"
    year.revision += 1
    year.save()
    assert stamp(year) != again.stamp
    assert (
        "按现在的资料重写" in signed_in(officer(county)).get(f"/reports/papers/{paper.pk}/").content.decode()
    )
    changed = written(county, year)
    assert changed.digest != paper.digest


def test_a_file_is_written_once_it_is_asked_for_and_handed_out_whole(
    county: County, department: Made
) -> None:
    paper = written(county, department())
    client = signed_in(officer(county))
    assert client.get(f"/reports/papers/{paper.pk}/files/docx/").status_code == 404
    client.post(f"/reports/papers/{paper.pk}/copies/docx/")
    drain()
    copy = Copy.objects.get(paper=paper, format="docx")
    assert copy.draft
    answer = client.get(f"/reports/papers/{paper.pk}/files/docx/")
    data = b"".join(answer.streaming_content)
    assert hashlib.sha256(data).hexdigest() == copy.sha256
    assert data.startswith(b"PK")
    copy.data = data + b"x"
    copy.save()
    assert client.get(f"/reports/papers/{paper.pk}/files/docx/").status_code == 302


def test_asking_twice_puts_it_into_the_queue_once(county: County, department: Made) -> None:
    year = department()
    carry_out(AskListing(year), officer(county))
    carry_out(AskListing(year), officer(county))
    assert DBTaskResult.objects.count() == 1


def test_a_kind_that_the_place_does_not_offer_is_refused(county: County, department: Made) -> None:
    year = department()
    with pytest.raises(Refused):
        carry_out(AskPaper(year, "nonsense"), officer(county))
    paper = written(county, year)
    with pytest.raises(Refused):
        carry_out(AskCopy(paper, "exe"), officer(county))


def test_faults_of_the_facts_are_told(county: County, department: Made) -> None:
    year = department()
    year.facts["discrepancies"] = [{"fact": "projects.none.outturn", "statement": "x", "signed_by": "y"}]
    year.save()
    carry_out(AskListing(year), officer(county))
    drain()
    listing = Listing.objects.get(year=year)
    assert listing.state == State.FAILED
    assert listing.told["faults"]


def test_pages_ask_the_database_the_same_number_of_times_however_long_they_are(
    county: County, department: Made, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    year = department("610902-hengkou-2023")
    carry_out(AskListing(year), officer(county))
    drain()
    offers = Listing.objects.get(year=year).told["offers"]
    many = next(one for one in offers if len(one["projects"]) > 20)
    for code in many["projects"][:20]:
        Paper.objects.create(year=year, kind=many["kind"], project=code)
    client = signed_in(officer(county))
    with django_assert_max_num_queries(26):
        assert client.get(f"/reports/{year.pk}/").status_code == 200
