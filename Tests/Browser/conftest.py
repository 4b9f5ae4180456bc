import pytest

from browser.house import House
from browser.page import Page


@pytest.fixture(scope="session")
def shared_house():
    house = House()
    yield house
    house.close()


@pytest.fixture
def house():
    """A house for one test, which may do with it what it likes."""
    house = House()
    yield house
    house.close()


@pytest.fixture
def open_page():
    """Opens windows, and closes them when the test is over: `open_page(house, width=320, scripts=False)`."""
    pages = []

    def open_one(house, **settings):
        page = Page(house, **settings)
        pages.append(page)
        return page

    yield open_one
    for page in pages:
        page.close()
