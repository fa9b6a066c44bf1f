"""A client of each audience, for every test of rendered documents."""

import pytest


@pytest.fixture(scope="session")
def clients(request):
    """A client of each audience. What serves them is asked for by its name: by an argument, each test here
    would be taken for one that looks at the built-in figures, and be left out of the core."""
    views = {"public": "wsgi", "office": "office_wsgi"}
    return {audience: request.getfixturevalue(view).test_client() for audience, view in views.items()}
