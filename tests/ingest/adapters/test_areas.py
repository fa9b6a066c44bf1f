"""The places: levels, what lies within what, and replaced codes."""


def test_areas_have_a_level_and_end_when_they_ended(workshop):
    workshop.run()
    areas = workshop.table("areas").set_index("area_code")
    assert areas.level.to_dict() == {
        "E01000001": "lsoa", "E01000002": "lsoa", "E01000003": "lsoa",
        "E02000001": "msoa", "E02000002": "msoa", "E02000003": "msoa",
        "E05000001": "ward", "E05000008": "ward", "E05000009": "ward",
        "E06000063": "district", "E07000013": "district", "E07000026": "district", "E07000028": "district",
        "E08000003": "district", "E08000006": "district", "E08000016": "district", "E08000038": "district",
        "E10000006": "county", "E12000002": "region", "E47000001": "combined_authority",
        "E92000001": "country", "K02000001": "country", "K99000002": "country",
    }  # fmt: skip
    assert areas[~areas.current]["end"].to_dict() == {
        "E07000013": 2008, "E07000026": 2022, "E07000028": 2022, "E08000016": 2024, "E10000006": 2022,
    }  # fmt: skip


def test_a_small_area_lies_in_everything_above_it(workshop):
    workshop.run()
    within = workshop.table("membership").groupby("area_code")["within"].apply(set)
    assert within["E01000001"] == {
        "E02000001", "E05000001", "E08000003", "E47000001", "E12000002", "E92000001", "K02000001",
    }  # fmt: skip
    assert within["E01000003"] == {"E02000003", "E05000008", "E08000038", "E92000001", "K02000001"}
    assert within["E07000026"] == {"E10000006", "E12000002", "E92000001", "K02000001"}


def test_a_district_that_the_hierarchy_places_elsewhere_is_refused(workshop):
    workshop.source(
        "ons-geography/lad-to-combined-authority-2025-05.csv",
        """
        LAD25CD,LAD25NM,CAUTH25CD,CAUTH25NM
        E08000038,Barnsley,E47000001,Greater Manchester
        """,
    )
    said = "line 2: E08000038 is not within E47000001 in areas-hierarchy.json"
    assert said in workshop.only_refusal()


def test_a_district_can_be_put_into_its_statistical_region(workshop):
    path = workshop.register / "areas.toml"
    text = path.read_text().replace("extra = { ", 'extra = { E12000004 = "East Midlands", ')
    path.write_text(text + 'regions = { E08000003 = "E12000004" }\n')
    assert workshop.run().refused == {}
    within = workshop.table("membership").groupby("area_code")["within"].apply(set)
    assert within["E08000003"] == {"E47000001", "E12000004", "E92000001", "K02000001"}
    assert within["E08000006"] == {"E47000001", "E12000002", "E92000001", "K02000001"}
    # Its combined authority now has districts in two regions, and so is in neither.
    assert within["E47000001"] == {"E92000001", "K02000001"}


def test_a_union_of_a_district_that_nobody_knows_is_refused(workshop):
    path = workshop.register / "areas.toml"
    path.write_text(path.read_text().replace('old = ["E07000026"', 'old = ["E07999999"'))
    assert workshop.run().refused["areas"] == "areas.toml: unions: no area is known by E07999999, correct it"
