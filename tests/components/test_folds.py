"""What a phone folds: closed without a script, named for those who hear it out of its place."""

from dash import html

from dashboard.components.folds import phone_fold
from dashboard.components.markup import HOST, Writer


def test_a_fold_is_closed_and_its_name_says_of_what():
    fold = phone_fold("More", "about homes", [html.P("Ten a year"), None], "panel-more")
    assert Writer().props(html.Div([fold]))[HOST] == (
        '<details class="phone-fold"><summary>More<span class="visually-hidden"> about homes</span></summary>'
        '<div class="panel-more"><p>Ten a year</p></div></details>'
    )
