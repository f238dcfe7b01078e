"""Shapes of files that people hold, as programs, surveys and spreadsheets give them out: the network that each is, with
what is said of a guess, or the words that lead on."""

import pytest
from conftest import call
from test_any_file import shown, written

GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/>'
    '<graph id="G" edgedefault="undirected"><node id="1"/><node id="2"/><edge source="1" target="2"><data key="w">0.5</data>'
    "</edge></graph></graphml>")
CYTOSCAPE = (
    '"SUID","interaction","name","selected","shared interaction","shared name","weight"\n'
    '"1","pp","A (pp) B","false","pp","A (pp) B","2"\n"2","pd","B (pd) C","false","pd","B (pd) C","1"\n')

# The name of the file, its text, its ties, and the codes of the warnings that go with them.
SHAPES = {
    # Halves of matrices, and surveys.
    "lower-half": ("a.csv", ",A,B,C\nA,0\nB,1,0\nC,0,1,0\n", ["B-A", "C-B"], ["half-matrix"]),
    "lower-half-in-french": ("a.csv", ";Alix;Bruno;Zoé\nAlix;0\nBruno;1,5;0\nZoé;0;2;0\n", ["Bruno-Alix 1.5", "Zoé-Bruno 2"],
                             ["half-matrix"]),
    "upper-half-without-diagonal": ("a.csv", ",B,C,D\nA,1,0,1\nB,1,0\nC,1\n", ["A-B", "A-D", "B-C", "C-D"], ["half-matrix"]),
    "distances-of-r": ("a.txt", "  A B C\nB 1    \nC 0 2  \nD 3 0 1\n", ["B-A", "C-B 2", "D-A 3", "D-C"], ["half-matrix"]),
    "numbers-of-a-half": ("a.txt", "0\n1 0\n0 1 0\n1 0 1 0\n", ["2-1", "3-2", "4-1", "4-3"], ["half-matrix"]),
    "totals-in-french": (
        "a.csv", "Étiquettes de lignes;A;B;C;Total général\nA;;1;1;2\nB;1;;;1\nC;1;;;1\nTotal général;2;1;1;4\n",
        ["A-B", "A-C"], ["total-row"]),
    "respondents-and-what-they-are": (
        "a.csv", "respondent,age,Alix,Bruno,Zoe\nAlix,40,0,3,1\nBruno,35,2,0,0\nZoe,22,1,1,0\n",
        ["Alix>Bruno 3", "Alix>Zoe", "Bruno>Alix 2", "Zoe>Alix", "Zoe>Bruno"], []),
    "who-did-not-answer": ("a.csv", "Répondant;Alix;Bruno;Zoé\nAlix;0;3;1\nBruno;2;0;0\n",
                           ["Alix>Bruno 3", "Alix>Zoé", "Bruno>Alix 2"], ["no-row"]),
    "matrix-of-words-apart": ("a.txt", "      A  B  C\nA  0  1  0\nB  1  0  1\nC  0  1  0\n", ["A-B", "B-C"], []),
    "who-was-there": ("a.csv", "Acteur;Réunion 1;Réunion 2\nAlix;X;\nBruno;X;X\n",
                      ["Alix-Réunion 1", "Bruno-Réunion 1", "Bruno-Réunion 2"], []),
    # Lists of neighbours.
    "colons": ("a.txt", "a: b c d\nb: c\nc: d\nd:\n", ["a-b", "a-c", "a-d", "b-c", "c-d"], []),
    "networkx-adjlist": ("a.adjlist", "# x\n# GMT\na b c d\nb c\nc d\nd\n", ["a-b", "a-c", "a-d", "b-c", "c-d"], ["guessed-list"]),
    "networkx-multiline": ("a.multiline_adjlist", "# x\na 2\nb {}\nc {'weight': 2.0}\nb 1\nc {}\nc 0\n", ["a-b", "a-c 2", "b-c"], []),
    "networkx-edgelist": ("a.edgelist", "A B {'weight': 2}\nB C {}\n", ["A-B 2", "B-C"], []),
    "gephi-adjacency": ("a.csv", "A;B;C\nB;D\nC;A;D;E\n", ["A-B", "A-C", "B-D", "C-A", "C-D", "C-E"],
                        ["guessed-list", "duplicate-tie"]),
    "name-generator": ("a.csv", "Enquêté;Âge;Contact 1;Contact 2;Contact 3\nAlix;40;Bruno;Zoé;\nBruno;35;Alix;;\n",
                       ["Alix-Bruno", "Alix-Zoé", "Bruno-Alix"], ["duplicate-tie"]),
    "names-in-a-cell": ("a.csv", "acteur;partenaires\nAlix;Bruno, Zoé\nBruno;Zoé\n", ["Alix-Bruno", "Alix-Zoé", "Bruno-Zoé"],
                        ["list-in-cell"]),
    "json-neighbours": ("a.json", '{"A": ["B", "C"], "B": ["C"]}', ["A-B", "A-C", "B-C"], []),
    "json-pairs": ("a.json", '[["A", "B"], ["B", "C"]]', ["A-B", "B-C"], []),
    "json-lines": ("a.jsonl", '{"source":"A","target":"B"}\n{"source":"B","target":"C"}\n', ["A-B", "B-C"], []),
    # Programs.
    "lgl": ("a.lgl", "# A\nB 1\nC 2.5\n# B\nC\n# D\n", ["A-B", "A-C 2.5", "B-C"], []),
    "ncol-partly": ("a.ncol", "A B 1.5\nB C\nC D 2\n", ["A-B 1.5", "B-C", "C-D 2"], ["no-header"]),
    "sif": ("a.sif", "Node A\tpp\tNode B\tNode C\nNode B\tpd\tD\n", ["Node A-Node B pp", "Node A-Node C pp", "Node B-D pd"], []),
    "tgf": ("a.tgf", "1 Alix\n2 Bruno\n#\n1 2 knows\n", ["Alix-Bruno"], []),
    "matrix-market": ("a.mtx", "%%MatrixMarket matrix coordinate real symmetric\n3 3 2\n2 1 1.5\n3 2 2\n", ["2-1 1.5", "3-2 2"], []),
    "cytoscape-edges": ("a.csv", CYTOSCAPE, ["A-B 2 pp", "B-C pd"], []),
    "cytoscape-network-table": ("a.csv", "Source Node,Interaction,Target Node\nA,pp,B\n", ["A-B pp"], []),
    "gephi-edges": ("a.csv", "Source,Target,Type,Id,Label,timeset,Weight\nA,B,Undirected,0,,,1.0\nB,C,Undirected,1,,,2.0\n",
                    ["A-B", "B-C 2"], []),
    "kumu-connections": ("a.csv", "From,To,Type,Label,Strength\nA,B,partner,l1,3\n", ["A-B 3 partner"], []),
    "graph-commons": ("a.csv", "From Type,From Name,Edge,To Type,To Name,Weight\nPerson,Alix,FUNDS,Org,Firm,2\n",
                      ["Alix-Firm 2 FUNDS"], []),
    "vosviewer": (
        "a.json", '{"network":{"items":[{"id":1,"label":"Alix","x":0.1,"y":0.2},{"id":2,"label":"Bruno"}],'
        '"links":[{"source_id":1,"target_id":2,"strength":3}]}}', ["Alix-Bruno 3"], []),
    "vosviewer-network": ("a.txt", "1\t2\t3\n1\t3\t1\n", ["1-2 3", "1-3"], []),
    "citespace": ("a.graphml", GRAPHML, ["1-2 0.5"], []),
    "statnet": ("a.csv", '"","tails","heads"\n"1",1,2\n"2",2,3\n', ["1-2", "2-3"], []),
    "statnet-frame": ("a.csv", '".tail",".head","weight"\n1,2,3\n', ["1-2 3"], []),
    "igraph-frame": ("a.csv", '"","from","to"\n"1","A","B"\n"2","B","C"\n', ["A-B", "B-C"], []),
    "r-write-table": ("a.txt", '"V1" "V2"\n"1" "A" "B"\n"2" "B" "C"\n', ["A-B", "B-C"], []),
    "r-write-csv2": ("a.csv", '"";"from";"to";"weight"\n"1";"A";"B";1,5\n', ["A-B 1.5"], []),
    "konect": ("a.txt", "% sym unweighted\n1 2\n2 3\n", ["1-2", "2-3"], []),
    # Spreadsheets.
    "two-header-rows": ("a.csv", "Lien;;Force\nDe;Vers;\nA;B;2\nB;C;1\n", ["A-B 2", "B-C"], ["header-below"]),
    "separators-at-the-end": ("a.csv", "De;Vers;Poids;;;\nA;B;2;;;\nB;C;1;;;\n;;;;;\n", ["A-B 2", "B-C"], []),
    "remark-below": ("a.csv", "De;Vers;Poids\nA;B;2\nSource : enquête 2016;;\n", ["A-B 2"], ["remark-row"]),
    "header-of-two-lines": ("a.csv", '"Acteur\nsource";"Acteur\ncible";Poids\nA;B;2\n', ["A-B 2"], []),
    "relations-by-column": ("a.csv", "de;vers;conseil;amitié\nA;B;1;0\nB;C;0;1\nA;C;1;1\nC;D;0;0\n",
                            ["A-B conseil", "B-C amitié", "A-C conseil", "A-C amitié"], ["columns-as-relations"]),
    "dollars": ("a.csv", 'source,target,weight\nA,B,"$1,200.50"\nB,C,$3\n', ["A-B 1200.5", "B-C 3"], []),
    "euros": ("a.csv", "source;target;weight\nA;B;1.200,50 €\nB;C;1 200\nC;D;1.200 €\n", ["A-B 1200.5", "B-C 1200", "C-D 1200"], []),
    "swiss": ("a.csv", "source,target,weight\nA,B,1'200.50\n", ["A-B 1200.5"], []),
    "missing-words": ("a.csv", "source,target,weight\nA,B,.\nB,C,-\nC,D,#N/A\nD,E,2\n", ["A-B", "B-C", "C-D", "D-E 2"], []),
    "missing-codes": ("a.csv", "source,target,weight\nA,B,1\nB,C,999\nC,D,3\n", ["A-B", "B-C 999", "C-D 3"], ["missing-code"]),
    "points-of-thousands": ("a.csv", "source;target;weight\nA;B;1.200\n", ["A-B 1.2"], ["doubtful-point"]),
    "weights-in-words": ("a.csv", "source;target;poids\nA;B;fort\nB;C;faible\n", ["A-B", "B-C"], ["weight-words"]),
    "both-ways": ("a.csv", "source,target\nA,B\nB,A\n", ["A-B", "B-A"], ["duplicate-tie"]),
    "other-cases": ("a.csv", "source,target\nMairie,Bruno\nmairie ,Zoe\n", ["Mairie-Bruno", "mairie-Zoe"], ["near-names"]),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_the_network_that_a_shape_is(tmp_path, name):
    file, text, expected, warnings = SHAPES[name]
    path = written(tmp_path, file, text)
    _, ties, said = shown(path)
    assert sorted(ties) == sorted(expected)
    assert all(f"[{code}]" in said for code in warnings), said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_french_list_in_whatever_encoding(tmp_path, encoding):
    path = written(tmp_path, "a.csv", "source;cible;poids\r\nZoé;Désiré;1,5\r\n", encoding)
    assert shown(path)[1] == ["Zoé-Désiré 1.5"]


# The name of the file, its text, and words of what is said.
REFUSED = {
    "half-of-correlations": ("a.txt", "1\n0.5 1\n0.2 0.3 1\n", "[half-matrix]"),
    "thousands-or-decimals": ("a.csv", 'source,target,weight\nA,B,"1,200"\n', "or 1200 if the comma"),
    "days-of-a-spreadsheet": ("a.csv", "source,target,since\nA,B,39187\n", "2007-04-15"),
    "questions-without-words": ("a.csv", "ID;Q1_1;Q1_2;Q1_3\n1;2;3;\n2;1;;\n", "--from adjacency-list"),
    "ties-among-alters": ("a.csv", "respondent,alter1,alter2,strength\n1,Ann,Bob,2\n1,Ann,Cid,1\n", "source and target"),
    "items-of-vosviewer": ("a.txt", "id\tlabel\tx\ty\tcluster\n1\tAlix\t0.1\t0.2\t1\n", "actors"),
    "a-page-called-workbook": ("a.xls", "<html><table><tr><td>source</td></tr></table></html>", "web page"),
    "an-unknown-ending": ("a.xyz", "A,B\n", "--from edge-list"),
    "names-alone": ("a.csv", "Alix\nBruno\n", "[no-ends]"),
    "a-row-too-few": ("a.csv", ",A,B,C\nA,0,1,1\nB,1,0,0\n", "rows and"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_no_network_leads_on(tmp_path, name):
    file, text, words = REFUSED[name]
    # A name that tells nothing is a wrong call.
    status = 2 if name == "an-unknown-ending" else 1
    done = call("convert", written(tmp_path, file, text), "-", "--to", "json", expect=status)
    assert not done.stdout and words in done.stderr


def test_numbers_of_a_matrix_named_by_somebody(tmp_path):
    path = written(tmp_path, "a.txt", "A B C\nB C\nC D\n")
    assert shown(path, "--from", "adjacency-list", "--directed")[1] == ["A>B", "A>C", "B>C", "C>D"]


def test_the_file_that_was_read_is_named(tmp_path):
    written(tmp_path, "nodes.csv", "id\nA\n")
    written(tmp_path, "edges.csv", "source,target\nA,X\n")
    said = call("check", tmp_path, expect=1).stdout
    assert "in nodes.csv" in said and "actors.csv" not in said
