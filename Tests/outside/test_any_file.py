"""Small files of the kinds that people hold, each with the network that it is, or the words that lead on."""

import json

import openpyxl
import pytest
from conftest import call


def shown(path, *arguments):
    """The ties of a file as `a>b` or `a-b`, with their weight and kind where they have any, and what was said."""
    done = call("convert", path, "-", "--to", "json", *arguments)
    net = json.loads(done.stdout)
    ties = []
    for link in net["links"]:
        mark = ">" if link.get("directed", net["directed"]) else "-"
        words = [f"{link['source']}{mark}{link['target']}"]
        if link.get("weight", 1) != 1:
            words.append(f"{link['weight']:g}")
        if link.get("kind", "tie") not in ("tie", "participation", "tie_undirected", "tie_directed"):
            words.append(link["kind"])
        ties.append(" ".join(words))
    return net, ties, done.stderr


def written(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


LISTS = {
    "bars": ("a.csv", "Source|Target|Weight\nA|B|2\nB|C|1\n", ["A-B 2", "B-C"]),
    "french-post": ("a.csv", "Expéditeur;Destinataire;Fréquence\nAlix;Bruno;3\n", ["Alix-Bruno 3"]),
    "thousands-with-points": ("a.csv", "source;target;weight\nA;B;1.234,5\nB;C;2\n", ["A-B 1234.5", "B-C 2"]),
    "thousands-with-commas": ("a.csv", 'source,target,weight\nA,B,"1,234.5"\nB,C,2\n', ["A-B 1234.5", "B-C 2"]),
    "r-matrix": ("a.csv", '"","V1","V2","V3"\n"1",0,1,0\n"2",0,0,1\n"3",0,1,0\n', ["1>2", "2>3", "3>2"]),
    "r-matrix-without-row-names": ("a.csv", "V1,V2,V3\n0,1,0\n0,0,1\n0,1,0\n", ["1>2", "2>3", "3>2"]),
    "r-list": ("a.csv", '"","V1","V2","V3"\n"1",1,2,4\n"2",2,3,1\n"3",3,1,1\n', ["1-2", "2-3", "3-1"]),
    "r-incidence": ("a.csv", "V1,V2,V3\n1,0,1\n0,1,0\n", ["1-V1", "1-V3", "2-V2"]),
    "upper-half": ("a.csv", ",A,B,C\nA,0,0.2,0.3\nB,,0,0.4\nC,,,0\n", ["A-B 0.2", "A-C 0.3", "B-C 0.4"]),
    "lower-half": ("a.csv", ";A;B;C\nA;0;;\nB;1;0;\nC;0;1;0\n", ["B-A", "C-B"]),
    "both-halves": ("a.csv", ",A,B,C\nA,0,1,\nB,,0,1\nC,0,,0\n", ["A>B", "B>C"]),
    "yes-and-no-are-a-direction": ("a.csv", "source,target,directed\nA,B,true\nB,C,false\n", ["A>B", "B-C"]),
    "not-available": ("a.csv", "from,to,weight,since\nA,B,NA,NA\nB,C,2,2004\n", ["A-B", "B-C 2"]),
    "persons-and-events": ("a.csv", "person,event\nAlix,Gala\nBruno,Gala\n", ["Alix-Gala", "Bruno-Gala"]),
    "json-graph-in-one-line": (
        "a.json", '{"graph": {"directed": false, "nodes": {"a": {}, "b": {}}, "edges": [{"source": "a", "target": "b"}]}}',
        ["a-b"]),
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_the_network_that_a_file_is(tmp_path, name):
    file, text, expected = LISTS[name]
    _, ties, _ = shown(written(tmp_path, file, text))
    assert ties == expected


def test_what_was_guessed_is_said(tmp_path):
    for name, code in [("r-matrix", "guessed-matrix"), ("upper-half", "half-matrix"), ("lower-half", "half-matrix")]:
        assert f"[{code}]" in shown(written(tmp_path, *LISTS[name][:2]))[2]
    assert "half-matrix" not in shown(written(tmp_path, *LISTS["both-halves"][:2]))[2]
    assert "header-below" not in shown(written(tmp_path, *LISTS["r-matrix"][:2]))[2]
    # Whoever knows that ties have a direction says so.
    _, ties, said = shown(written(tmp_path, *LISTS["upper-half"][:2]), "--directed")
    assert ties == ["A>B 0.2", "A>C 0.3", "B>C 0.4"] and "half-matrix" not in said


def test_a_list_of_igraph_has_an_ending_of_its_own(tmp_path):
    _, ties, _ = shown(written(tmp_path, "a.ncol", "A B 1.5\nB C 2\n"))
    assert ties == ["A-B 1.5", "B-C 2"]


def test_numbers_without_names_lead_on(tmp_path):
    path = written(tmp_path, "a.csv", "0;1;0;1\n1;0;1;0\n")
    said = call("convert", path, "-", "--to", "json", expect=1).stderr
    assert "--from matrix" in said and "duplicate-column" not in said
    _, ties, _ = shown(path, "--from", "matrix")
    assert ties == ["1-c2", "1-c4", "2-c1", "2-c3"]


def test_gephis_json_for_sigma(tmp_path):
    look = {"x": 1.0, "y": 2.0, "size": 3, "color": "rgb(1,2,3)"}
    net = {
        "nodes": [
            {"id": "n1", "label": "Alix", "attributes": {"age": 41}, **look},
            {"id": "n2", "label": "Bruno", "attributes": {}, **look}],
        "edges": [{
            "id": "0", "source": "n1", "target": "n2", "attributes": {"weight": 2.5, "source": "not an end"},
            "color": "rgb(1,2,3)", "size": 1.0}]}
    found, ties, _ = shown(written(tmp_path, "a.json", json.dumps(net)))
    assert ties == ["n1-n2 2.5"]
    assert [(node["name"], node.get("age")) for node in found["nodes"]] == [("Alix", 41), ("Bruno", None)]
    assert not {"attributes", "color", "size"} & {key for part in found["nodes"] + found["links"] for key in part}


def test_what_goes_on_has_no_end(tmp_path):
    path = written(tmp_path, "a.csv", "source,target,since,until\nA,B,2004,en cours\nB,C,2005-03,2010\n")
    net, _, _ = shown(path)
    assert [(tie["since"], tie.get("until")) for tie in net["links"]] == [("2004", None), ("2005-03", "2010")]
    # It began at some time all the same.
    path = written(tmp_path, "b.csv", "source,target,since\nA,B,en cours\n")
    assert "bad-date" in call("convert", path, "-", "--to", "json", expect=1).stderr


def test_the_date_of_an_event_is_kept(tmp_path):
    rows = "acteur;événement;date\nAlix;Gala;15/04/2007\nBruno;Gala;15/04/2007\nBruno;Jury;\n"
    call("convert", written(tmp_path, "a.csv", rows), tmp_path / "a/")
    assert (tmp_path / "a" / "events.csv").read_text().splitlines()[1:] == ["Gala,Gala,,2007-04-15,", "Jury,Jury,,,"]
    twice = written(tmp_path, "b.csv", rows.replace("Bruno;Gala;15/04/2007", "Bruno;Gala;2008"))
    assert "several-dates" in shown(twice)[2]


def test_a_date_of_a_tie_is_not_guessed_at(tmp_path):
    path = written(tmp_path, "a.csv", "from,to,date\nA,B,15/04/2007\n")
    assert "date-kept" in call("check", path).stdout
    path = written(tmp_path, "b.csv", "from,to,date,since\nA,B,15/04/2007,2004\n")
    assert "date-kept" not in call("check", path).stdout


def test_nodexls_sheets(tmp_path):
    book = openpyxl.Workbook()
    edges = book.active
    edges.title = "Edges"
    for row in [["Visual Properties"], ["Vertex 1", "Vertex 2", "Color", "Width", "Relationship"],
                ["Alix", "Bruno", None, None, "advice"]]:
        edges.append(row)
    vertices = book.create_sheet("Vertices")
    for row in [["Visual Properties"], ["Vertex", "Color", "Shape", "Opacity", "Sector"],
                ["Alix", None, None, 80, "wood"], ["Zoe", None, None, 100, "public"], ["Bruno", None, None, 9, "public"]]:
        vertices.append(row)
    book.save(tmp_path / "a.xlsx")
    net, ties, _ = shown(tmp_path / "a.xlsx")
    assert ties == ["Alix-Bruno advice"] and [node["id"] for node in net["nodes"]] == ["Alix", "Zoe", "Bruno"]


def test_persons_and_events_are_two_modes(tmp_path):
    net, _, _ = shown(written(tmp_path, *LISTS["persons-and-events"][:2]))
    assert [node["mode"] for node in net["nodes"]] == ["actor", "actor", "event"]


def test_an_actor_called_na_is_said(tmp_path):
    assert "[actor-na]" in shown(written(tmp_path, "a.csv", "from,to\nA,NA\nB,C\n"))[2]


def test_a_layer_in_french_is_the_layer(tmp_path):
    net, _, _ = shown(written(tmp_path, "a.csv", "source,target,layer\nA,B,finance\nA,B,connaissance\n"))
    assert [link["layer"] for link in net["links"]] == ["finance", "knowledge"]


def test_a_misspelt_survey_is_said(dataset):
    call("init", folder := dataset().parent / "new", "--territory", "T", "--surveyed", "finance; knowledg", "--quiet")
    said = call("check", folder).stdout
    assert "unknown-survey" in said and '"knowledge"' in said


def test_what_could_be_read_in_two_ways_is_said_in_french(tmp_path):
    """The whole message, so that no word of it is left in the other language."""
    said = {
        "acteur,événement,lieu,âge\nAlix,Foire,Valence,30\n": [
            "« lieu » comme place", "Ce qui se trouve à côté de l'acteur et de l'événement a été laissé de côté : âge."],
        "acteur;organisation;projet\nAlix;Atelier;P\n": ["« projet » a été gardé comme attribut de chaque lien et n'est au bout d'aucun."],
        "v1,v2\nv2,v3\n": ["« v1 » et « v2 » comme deux acteurs.", "Écrivez « source,target » à sa place si c'est un en-tête"],
        "source,source_name,target,target_name\n1,Alix,2,B\n1,Alice,2,B\n": ["comme « Alice », auparavant « Alix » ; le premier nom a été pris"],
    }
    for text, messages in said.items():
        shown = call("check", written(tmp_path, "a.csv", text), "--lang", "fr").stdout.replace("\u00a0", " ")
        assert all(message in shown for message in messages), shown
        assert not any(word in shown for word in [" as ", " was ", " the ", " and "]), shown
