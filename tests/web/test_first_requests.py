"""A process that has just started answers its first requests, however many come at once."""

from threading import Barrier, Thread

from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import built


def test_scripts_are_known_before_anybody_asks():
    app = create_app(SiteKeeper(Settings(data=built(), audience="public")))
    assert {"dash", "dash_mantine_components"} <= app.registered_paths.keys()


def test_requests_that_come_together_at_the_start_are_all_answered():
    server = create_app(SiteKeeper(Settings(data=built(), audience="public"))).server
    together, seen = Barrier(4), []

    def ask(path):
        together.wait()
        seen.append(server.test_client().get(path).status_code)

    script = "/assets/vendor/dash/react.js?m=1"
    threads = [Thread(target=ask, args=(path,)) for path in ("/", script, script, "/_dash-dependencies")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [200] * 4
