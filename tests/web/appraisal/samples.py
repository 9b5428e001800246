"""An appraisal with a category and a mark of a department."""

from tests.web.support import County

from jixiao.web.appraisal.models import Appraisal, Category, Mark


def make(county: County, number: int) -> None:
    """The rows of this number."""
    appraisal = Appraisal.objects.create(
        pk=number, jurisdiction=county.top, fiscal_year=2023, rulebook="130609-xushui"
    )
    category = Category.objects.create(
        pk=number, appraisal=appraisal, code="performance", name="绩效", full=20
    )
    Mark.objects.create(pk=number, category=category, department=county.department)
