"""Flows between areas as Nomis publishes them: who is not in work, who works at home, today's districts."""

import gzip
import time

import numpy as np
import pytest

HEAD = (
    "{area}s code,{area}s label,{area} of workplace code,{area} of workplace label,"
    "Place of work indicator (4 categories) code,Place of work indicator (4 categories) label,Count\n"
)
DISTRICTS = HEAD.format(area="Lower tier local authoritie") + (
    "E08000003,Manchester,-8,Does not apply,-8,Does not apply,900\n"
    'E08000003,Manchester,888888888,Workplace is offshore installation,2,"Other (offshore, abroad)",4\n'
    "E08000003,Manchester,E08000003,Manchester,1,Mainly working at home,84\n"
    "E08000003,Manchester,E08000003,Manchester,3,Working in the UK,70\n"
    "E08000003,Manchester,S12000036,City of Edinburgh,3,Working in the UK,2\n"
    "E08000003,Manchester,E08000016,Barnsley,3,Working in the UK,5\n"
)
OPTIONS = '[options]\nkey = ["home_district", "work_district"]'


@pytest.fixture
def flows(workshop):
    """flows(text, name) -> {(home, work): people}, or the refusal."""

    def flows(text: str | bytes, name: str = "flows.csv", options: str = OPTIONS):
        workshop.source(name, text if isinstance(text, bytes) else text.encode())
        workshop.entry("flows", name, "flows", options)
        if refused := workshop.run().refused:
            return refused["flows"]
        rows = workshop.table("flows").itertuples(index=False)
        return {(row[0], row[1]): row.people for row in rows}

    return flows


FOUND = {
    ("E08000003", "111111111"): 84,
    ("E08000003", "888888888"): 4,
    ("E08000003", "E08000003"): 70,
    ("E08000003", "E08000038"): 5,
    ("E08000003", "S12000036"): 2,
}


def test_who_works_at_home_makes_no_journey_and_who_is_not_in_work_is_left_out(flows):
    assert flows(DISTRICTS) == FOUND


def test_the_publishers_gzipped_file_is_read_as_it_is(flows):
    assert flows(gzip.compress(DISTRICTS.encode()), "flows.csv.gz") == FOUND


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DISTRICTS.replace(",84\n", ",eighty\n"), "cannot be read"),
        (DISTRICTS.replace(",70\n", ",-7\n"), "below 0"),
        (DISTRICTS.replace("E08000016", "Barnsley town"), "'Barnsley town' is not an area code (work)"),
        (DISTRICTS.replace("Count", "n"), "needs three columns of codes and Count"),
        (DISTRICTS[:-1], "looks truncated"),
        (DISTRICTS + DISTRICTS.splitlines()[-1] + "\n", "appears twice"),
    ],
)  # fmt: skip
def test_a_spoilt_file_is_refused_in_a_sentence(flows, text, said):
    assert said in flows(text)


@pytest.mark.parametrize(
    ("each", "seconds"),
    [pytest.param(600, 8, marks=pytest.mark.full), pytest.param(1350, 40, marks=pytest.mark.soak)],
)
def test_hundreds_of_thousands_of_flows_are_read_in_seconds(flows, each, seconds):
    """A fifth of the publisher's file of MSOAs, and in `make sweeps` all of it; made up, but of its form."""
    msoas = [f"E02{number:06d}" for number in range(each)]
    lines = [HEAD.format(area="Middle layer Super Output Area")]
    people = np.random.default_rng(1).integers(1, 40, each * each)
    for at, home in enumerate(msoas):
        counts = people[at * each : (at + 1) * each]
        pairs = zip(msoas, counts, strict=True)
        lines += [f'{home},{home[-4:]},{work},{work[-4:]},3,"Working in the UK",{n}\n' for work, n in pairs]
    began = time.monotonic()
    found = flows("".join(lines), options='[options]\nkey = ["home_msoa", "work_msoa"]')
    assert time.monotonic() - began < seconds
    assert len(found) == each * each
    assert sum(found.values()) == people.sum()
