"""Every address with every role, with nobody's, and as a stranger; rows of another county are not there."""

import lxml.html
import pytest
from tests.web.addresses import Address, own
from tests.web.own_actions import actions
from tests.web.support import ELSEWHERE, HERE, County, signed_in
from tests.web.walking import EVERYBODY, answered

from jixiao.web.organisations.models import Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
NOWHERE = 777_777  # no row has this number
# Who may is decided by roles before a row is looked for; what each then finds is asked on both databases below.
decided_without_rows = pytest.mark.sqlite
each_address = pytest.mark.parametrize("address", own(), ids=lambda one: one.name)


@each_address
def test_a_view_says_who_may_open_it(address: Address) -> None:
    assert hasattr(address.view, "permission"), f"{address.name}: decorate the view with needs(...)"


@decided_without_rows
@each_address
def test_a_stranger_is_sent_to_the_login(address: Address, county: County) -> None:
    for method in ("get", "post"):
        answer = getattr(signed_in(None), method)(address.at(HERE))
        assert answer.status_code in {302, 401}
        assert "/account/login/" in answer.get("Location", "/account/login/")


@decided_without_rows
@each_address
def test_a_stranger_in_a_part_of_a_page_is_sent_there_too(address: Address, county: County) -> None:
    answer = signed_in(None).get(address.at(HERE), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/account/login/?next=/")


@decided_without_rows
@each_address
def test_only_the_roles_it_names_come_in(address: Address, county: County) -> None:
    for role in EVERYBODY:
        user = county.people[role]
        status = opened(address, user, NOWHERE).status_code
        if address.view.permission.test(user, None):
            assert status in {200, 204, 302, 400, 404, 422}, f"{role or 'no role'}: {status}"
        else:
            assert status == 403, f"{role or 'no role'} came in: {status}"


@each_address
def test_nothing_that_a_role_may_ask_breaks_the_page(address: Address, county: County) -> None:
    for role, answer in answered(address, county).items():
        assert answer.status_code < 500, role
        if answer.status_code == 405:  # it takes posts alone
            assert signed_in(county.people[role]).post(address.at(HERE)).status_code < 500, role


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("address", [one for one in own() if one.names_a_row], ids=lambda one: one.name)
def test_rows_of_another_county_are_not_there(address: Address, county: County) -> None:
    assert Organisation.objects.filter(pk=ELSEWHERE).exists()
    for role in EVERYBODY:
        status = opened(address, county.people[role], ELSEWHERE).status_code
        assert status in {403, 404}, f"{role} sees what is elsewhere: {status}"


def test_who_only_reads_writes_nothing(county: County) -> None:
    auditor = county.people[Role.AUDITOR]
    wrong = [one.__name__ for one in actions() if one.permission.test(auditor, None)]
    assert not wrong, f"an auditor may {wrong}"


@each_address
def test_who_only_reads_is_offered_no_button_that_is_refused(address: Address, county: County) -> None:
    answer = signed_in(county.people[Role.AUDITOR]).get(address.at(HERE))
    if answer.status_code != 200 or "html" not in answer["Content-Type"]:
        return
    page = lxml.html.document_fromstring(answer.content.strip() or b"<p>")
    targets = {str(one) for one in page.xpath("//form[@method='post'][.//button]/@action")}
    targets |= {str(one) for name in ("hx-post", "data-post") for one in page.xpath(f"//@{name}")}
    for target in targets - {""}:
        client = signed_in(county.people[Role.AUDITOR])  # one of them signs out
        assert client.post(target).status_code != 403, f"{address.name} offers {target}"


def opened(address: Address, user: object, number: int) -> object:
    """The answer to the person; of addresses that only take posts, to a post."""
    client = signed_in(user)
    answer = client.get(address.at(number))
    return client.post(address.at(number)) if answer.status_code == 405 else answer
