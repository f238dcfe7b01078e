"""A page that outlives its studio: killed, ended, started again, another one in its place."""

import signal

from conftest import call
from studios import cell, look, romans, saved, start, table, until  # noqa: F401

STATUS = "(words) => document.getElementById('status').textContent.includes(words)"


def test_a_page_waits_for_a_killed_studio_and_goes_on_with_nothing_lost(start, look, romans):
    studio = start(romans)
    page = look(studio)
    before = table(romans, "actors")
    # Rows are numbered anew in the next run: what stands third here stands second there.
    assert studio.post("edit", {"group": "", "edits": [{"op": "remove", "table": "actors", "key": 1}]})[0] == 200
    until(page, "(count) => document.querySelectorAll('#grid tbody tr').length === count", arg=len(before) - 1)
    cell(page, 1, "place").click()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type(" A")
    saved(page)
    studio.end(signal.SIGKILL)
    page.keyboard.type("B")
    until(page, STATUS, arg="does not answer")
    page.keyboard.type("C")
    page.keyboard.press("Enter")
    # Into a cell that is empty, where no old text guards against a wrong row.
    cell(page, 3, "until").click()
    page.keyboard.type("2015")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add a row", exact=True).click()
    until(page, STATUS, arg="wait here: 3")
    again = start(romans)
    assert again.port == studio.port and again.path != studio.path
    until(page, STATUS, arg="new address")
    assert page.evaluate("S.waiting") == 3 and len(table(romans, "actors")) == len(before) - 1
    other = look(again, context=page.context)
    saved(page)
    until(page, STATUS, arg="Everything is saved")
    after = table(romans, "actors")
    assert len(after) == len(before), "one row gone, one come, and no more"
    assert after[1] == {**before[2], "place": before[2]["place"] + " ABC"}
    assert after[3] == {**before[4], "until": "2015"}
    assert after[:1] + after[2:3] + after[4:-1] == before[1:2] + before[3:4] + before[5:]
    assert page.evaluate("location.pathname") == again.path
    # Both go on with each other.
    cell(other, 0, "name").click()
    other.keyboard.press("Enter")
    other.keyboard.type("Zut")
    saved(other)
    until(page, "document.querySelector('#grid tbody td:nth-child(3)').textContent === 'Zut'")
    page.reload()
    until(page, "S.revision > 0")


def test_a_request_whose_answer_was_lost_is_not_carried_out_twice(start, dataset):
    folder = dataset()
    studio = start(folder)
    add = {"group": "", "id": "page-1", "edits": [{"op": "add", "table": "actors", "cells": {"id": "d", "name": "D", "kind": "firm"}}]}
    unnamed = {"group": "", "edits": [{"op": "add", "table": "ties", "cells": {"source": "a", "target": "b"}}]}
    assert [studio.post("edit", add)[0] for _ in range(2)] == [200, 200]
    assert [studio.post("edit", unnamed)[0] for _ in range(2)] == [200, 200]
    run = studio.get("state")["run"]
    studio.end(signal.SIGKILL)
    again = start(folder)
    assert again.post("edit", add)[0] == 200
    assert [row["id"] for row in table(folder, "actors")].count("d") == 1 and len(table(folder, "ties")) == 4
    # Undone once, however often it is asked for.
    assert [again.post("undo", {"id": "page-2"})[0] for _ in range(3)] == [200, 200, 200]
    assert len(table(folder, "ties")) == 3
    # What names rows of another run is not looked for among this one's.
    status, answer = again.post("edit", {**unnamed, "run": run})
    assert status == 409 and answer == {"refused": "run"} and len(table(folder, "ties")) == 3
    assert again.get("state")["run"] != run and again.get("state")["dataset"] == again.get("state")["dataset"]
    assert again.get(f"state?since={again.get('state')['revision']}&run={run}")["tables"], "of another run: everything"


def test_another_dataset_in_the_place_of_the_first_is_not_taken_for_it(start, look, dataset, tmp_path):
    folder, other = dataset(), tmp_path / "other"
    call("init", other)
    studio = start(folder)
    page = look(studio)
    studio.end()
    second = start(other, "--port", studio.port)
    until(page, STATUS, arg="new address")
    cell(page, 0, "name").click()
    page.keyboard.press("Enter")
    page.keyboard.type("X")
    stranger = look(second, context=page.context)
    stranger.wait_for_timeout(1500)
    assert page.evaluate("S.waiting") > 0 and page.evaluate("location.pathname") == studio.path
    second.end()
    third = start(folder, "--port", studio.port)
    look(third, context=page.context)
    saved(page)
    assert table(folder, "actors")[0]["name"] == "X"


def test_a_dataset_has_its_own_port_and_another_where_that_is_taken(start, dataset, tmp_path):
    folder = dataset()
    one = start(folder)
    assert 61_000 <= one.port < 65_536
    one.end()
    other = tmp_path / "other"
    call("init", other)
    taken = start(other, "--port", one.port)
    two = start(folder)
    assert taken.port == one.port != two.port
    two.end()
    taken.end()
    assert start(folder).port == one.port
