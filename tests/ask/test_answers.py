"""What an answer says besides its figure: of what, since when, how sure, and where to look on."""

import pytest


def test_the_api_and_the_search_give_the_same_answer(client, ask):
    text = "what is the employment rate in Bolton"
    found = client.get("/api/v1/ask", query_string={"q": text, "region": "E47000001"}).get_json()
    assert (found["state"], found["said"]) == ("answered", ask(text).sentence)
    for figure in found["figures"]:
        (item,) = client.get(figure["observation"]).get_json()["items"]
        assert item["value"] == figure["value"]
        assert client.get(figure["page"]).status_code == 200
    hits = client.get("/api/v1/search", query_string={"q": text, "region": "E47000001"}).get_json()["items"]
    assert (hits[0]["kind"], hits[0]["name"]) == ("answer", found["said"])


def test_a_question_without_an_answer_says_why_and_leads_on(ask):
    found = ask("how many people are unemployed among women in Bolton")
    assert "“women”" in found.sentence
    assert [option.name for option in found.options] == ["Unemployment (modelled)"]


@pytest.mark.parametrize(
    "text", ["unemplyment in Wigan", "jobless in Wigan", "how many are unemployed in Wigan"]
)
def test_the_freshest_of_one_measure_answers_and_the_older_is_named(ask, text):
    found = ask(text)
    assert [figure.period_label for figure in found.figures] == ["2024/25"]
    older = "An older source of the same, “Unemployment (modelled)”, has earlier years and margins of error"
    assert [note for note in found.notes if note.startswith(older)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("unemployment in Wigan in 2021", "2021"),  # only the older one goes so far back
        ("unemployment in Wigan in 2024", "2024/25"),  # only the newer one has it
        ("unemployment (modelled) in Wigan", "2023"),  # named by its title
        ("unemployment in the North East", "2023"),  # the newer one has no figure there
        ("median price paid in Wigan", "2023"),  # a median is no mean
        ("net additional homes in Wigan", "2023/24"),  # a number is no rate
    ],
)
def test_the_older_answers_where_it_alone_can_or_was_meant(ask, text, period):
    assert [figure.period_label for figure in ask(text).figures] == [period]


def test_a_rate_is_never_said_without_what_it_is_of(ask):
    said = ask("how many children are in care in Rotherham").sentence
    unit = "Unit: children looked after on 31 March for each 10,000 under 18."
    assert said.endswith(f"{unit} A number was asked for; what is held is a rate, not a number.")
    assert "Unit:" not in ask("gigabit broadband in Stockport").sentence


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wigan's population", "Population"),
        ("what share of adults in Wigan have no qualifications", "No qualifications"),
        ("homes in Stockport that can get gigabit broadband", "Gigabit broadband"),
        ("burglaries of properties in Manchester", "Burglary"),
    ],
)
def test_words_that_the_figure_says_of_itself_are_no_second_question(ask, text, title):
    found = ask(text)
    assert title in found.sentence
    assert not [note for note in found.notes if "was read as" in note]


def test_two_things_side_by_side_are_two_questions(ask):
    assert ask("average rent of homes rented socially in Leeds").state == "refused"
    assert ask("price of new homes in Leeds").state == "refused"
    assert ask("children and child poverty after housing costs in Oldham").reason == "ambiguous"
    assert ask("children, child poverty after housing costs in Oldham").reason == "ambiguous"


def test_since_a_year_gives_both_figures_and_what_chance_leaves_of_the_difference(ask):
    found = ask("has unemployment in Wigan gone down since 2019")
    assert [figure.period_label for figure in found.figures] == ["2019", "2023"]
    assert all(figure.shown in found.sentence for figure in found.figures)
    assert found.sentence.endswith(
        "The difference may be chance: they are not told apart by their margins of error."
    )


def test_between_two_years_gives_the_figures_of_both(ask):
    found = ask("did unemployment in Tees Valley fall between 2015 and 2023")
    assert [figure.period_label for figure in found.figures] == ["2015", "2023"]
    assert " Then: " in found.sentence
    assert ask("unemployment in Tees Valley between 2015").reason == "ambiguous"
    assert ask("compare unemployment in Wigan and Bolton between 2015 and 2023").reason == "ambiguous"


def test_a_phrase_may_stand_around_the_name_of_a_place(ask):
    found = ask("adults in Wolverhampton have no qualifications")
    assert "No qualifications, Wolverhampton" in found.sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("population of Bolton in 2099", "future"),
        ("new homes in Bolton last year", "undated"),
        ("employment rate in Bolton since", "ambiguous"),
        ("has rent in Bolton gone up since 1950", "not_published"),
    ],
)
def test_a_period_that_is_to_come_or_not_named_is_refused_with_that_reason(ask, text, reason):
    assert (ask(text).reason, ask(text).figures) == (reason, ())


def test_a_share_that_answers_how_many_says_that_it_is_no_number(ask):
    assert ask("how many people are unemployed in Wigan").sentence.endswith(
        "what is held is a share, not a number."
    )
    assert "asked for" not in ask("unemployment in Wigan").sentence
    assert "asked for" not in ask("how many people live in Wigan").sentence


def test_a_name_that_a_larger_region_has_too_is_said_to_be_the_city_region(ask):
    notes = ask("claimants in the North East").notes
    assert any(note.startswith("North East is read as the city region") for note in notes)


def test_what_is_near_is_shown_in_the_region_that_was_asked_about(ask):
    assert {option.address.rpartition("=")[2] for option in ask("rent in Cumbria").options} == {"cumbria"}
