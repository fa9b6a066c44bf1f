"""Links from mails and chats: what programs put behind or into them leads to what was meant."""

import pytest

from dashboard.address.in_writing import address_meant

MANCHESTER = "/place/E08000003"


@pytest.mark.parametrize("after", [".", ")", "),", " ", "\u00a0", "”", ">", ".)", "’", "\u200b", "?", "*"])
def test_marks_behind_an_address_are_of_the_sentence(after):
    assert address_meant(f"{MANCHESTER}{after}", "") == MANCHESTER


@pytest.mark.parametrize("after", [".", ")", "%20", "%29.", "%E2%80%9D", "%C2%A0", "+", "%3E"])
def test_marks_behind_a_query_are_of_the_sentence(after):
    assert address_meant("/", f"region=E47000008{after}") == "/?region=E47000008"


@pytest.mark.parametrize(
    ("path", "query", "meant"),
    [
        (
            MANCHESTER,
            "region=E47000001&amp;as_of=2026-11-01",
            f"{MANCHESTER}?region=E47000001&as_of=2026-11-01",
        ),
        (MANCHESTER, "region=E47000001?utm_source=x", f"{MANCHESTER}?region=E47000001&utm_source=x"),
        (f"{MANCHESTER}?region=E47000001", "", f"{MANCHESTER}?region=E47000001"),
        ("/compare", "places=E08000003,E08000006.", "/compare?places=E08000003,E08000006"),
        (f"{MANCHESTER}&data=05|02|a&sdata=b=&reserved=0", "", MANCHESTER),
        ("/", "region=E47000008&data=05%7C02&sdata=b%3D&reserved=0", "/?region=E47000008"),
        ("/", "region=E47000008&amp;sa=D&amp;source=editors&amp;ust=1", "/?region=E47000008"),
        ("/compare", "places=E08000003%252CE08000006", "/compare?places=E08000003,E08000006"),
        ("/compare", "places%3DE08000003%2CE08000006", "/compare?places=E08000003,E08000006"),
        (f"{MANCHESTER}%3Fregion%3DE47000001", "", f"{MANCHESTER}?region=E47000001"),
        (f"{MANCHESTER}#main", "", MANCHESTER),
        ("/", "region=E47000008%23main", "/?region=E47000008"),
        ("/place/<script>", "", None),
        ("/place/Hull_(city)", "", None),
        ("/place/Hull_(city)).", "", "/place/Hull_%28city%29"),
        ("//elsewhere.example.", "", "/elsewhere.example"),
        ("/\\elsewhere.example)", "", "/elsewhere.example"),
    ],
)
def test_an_address_is_read_as_it_was_meant(path, query, meant):
    assert address_meant(path, query) == meant


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/", ""),
        (MANCHESTER, ""),
        (MANCHESTER, "region=E47000001"),
        ("/", "region=."),
        ("/search", "q=a%20b"),
    ],
)
def test_nothing_is_taken_from_an_address_without_marks(path, query):
    assert address_meant(path, query) is None
