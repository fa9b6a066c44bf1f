"""Carrying: each period of what is published for the neighbourhoods of 2011 is carried on its own."""

from dashboard.catalogue.carried import carry


def test_a_period_without_a_value_for_an_old_neighbourhood_has_none_for_the_new_one(given):
    store = given(
        lsoa11_lsoa21="""
            lsoa11_code | lsoa21_code | change
            E01000001   | E01000001   | U
            E01000002   | E01033001   | M
            E01000003   | E01033001   | M
        """,
        scores="""
            area_code | period     | value
            E01000001 | 2015-01-01 | 1
            E01000001 | 2019-01-01 | 2
            E01000002 | 2015-01-01 | 7
            E01000003 | 2015-01-01 | 7
            E01000002 | 2019-01-01 | 8
        """,
    )
    sql = carry("SELECT area_code, period, value FROM scores", "lsoa11")
    rows = store.rows(f"SELECT area_code, year(period), value, status FROM ({sql}) ORDER BY 1, 2")  # noqa: S608
    assert rows == [
        ("E01000001", 2015, 1, "derived"),
        ("E01000001", 2019, 2, "derived"),
        ("E01033001", 2015, 7, "derived"),
        ("E01033001", 2019, None, "x"),
    ]
