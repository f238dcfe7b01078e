import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Tables that nothing describes as a dataset, and what is forgiven in those that are one.
@Suite struct PlainTablesTests {
    private func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    private func read(_ files: [String: String], directed: Bool? = nil) throws -> Reading {
        let folder = try folder(files)
        return try withExtendedLifetime(folder) { try InputReader.read(path: folder.path, directed: directed) }
    }

    @Test(arguments: [
        ["nodes.csv", "edges.csv"], ["actors.csv", "ties.csv"], ["Acteurs.csv", "Liens.csv"],
        ["noeuds.csv", "arêtes.csv"], ["vertices.tsv", "relations.txt"],
    ])
    func twoTablesAreANetwork(_ names: [String]) throws {
        let reading = try read([
            names[0]: "Id;Label;kind;Groupe\n1;Alix;firm;x\n2;Bruno;club;y\n3;Chloé;firm;x\n",
            names[1]: "Source;Target;Type;Weight\n1;2;Directed;2,5\nChloé;2;Undirected;1\n",
        ])
        let network = try reading.requireNetwork()
        #expect(
            network.actors.map(\.name) == ["Alix", "Bruno", "Chloé"] && network.actors.map(\.id) == ["1", "2", "3"])
        #expect(
            network.ties.map { [$0.source, $0.target] } == [[0, 1], [2, 1]] && network.ties.map(\.weight) == [2.5, 1])
        #expect(network.tieKinds.map(\.isDirected) == [true, false])
        #expect(network.actors.attributes.map(\.name) == ["Groupe", "kind"])
        #expect(Set(reading.findings.map(\.code)).isSuperset(of: ["no-dataset", "missing-file", "name-for-id"]))
    }

    @Test func namesServeWhereTheTableHasNoIDs() throws {
        let network = try read([
            "acteurs.csv": "Nom,Ville\nAlix,Clair\nBruno,Loin\n", "liens.csv": "de,vers\nAlix,Bruno\n",
        ]).requireNetwork()
        #expect(network.actors.map(\.id) == ["Alix", "Bruno"] && network.actors.map(\.place) == ["Clair", "Loin"])
        #expect(network.ties.count == 1)
    }

    @Test func aTieToNobodyIsAnErrorAndSoIsANameOfTwo() throws {
        let reading = try read([
            "nodes.csv": "id,name\na,Alix\nb,Alix\nc,Chloe\n", "edges.csv": "source,target\nAlix,c\nz,c\n",
        ])
        #expect(reading.network == nil)
        let several = try #require(reading.findings.first { $0.code == "ambiguous-name" })
        #expect(several.remedy.contains("\"a\", \"b\"") && reading.findings.contains { $0.code == "unknown-id" })
    }

    @Test func actorsBesideAListAreItsActors() throws {
        let files = try folder([
            "net.csv": "Alix,Bruno\nBruno,Chloe\n", "people.csv": "nom;effectif\nAlix;12\nBruno;3\nChloe;~5\nDora;1\n",
            "g.gml": "graph []",
        ])
        let options = InputReader.Options(directed: true, actors: files.file("people.csv"))
        let network = try InputReader.read(path: files.file("net.csv"), options).requireNetwork()
        #expect(
            network.actors.count == 4 && network.actors.map(\.size) == [12, 3, 5, 1] && network.tieKinds[0].isDirected)
        #expect(throws: MilieuError.self) { try InputReader.read(path: files.file("g.gml"), options) }
        #expect(throws: MilieuError.self) { try InputReader.read(path: files.path, options) }
    }

    @Test func theTerritoryMayStandInATable() throws {
        let dataset = try SmallDataset(["datapackage.json": nil])
        try dataset.folder.write(
            "champ;valeur\nterritoire;Val Clair\ndate de référence;15/06/2016\nlieux intérieurs;Here; Near\n".replacing(
                "Here; Near", with: "\"Here; Near\"")
                + "cherché;\"connaissance; financement : liste; événements\"\npopulation;1 200\n", to: "territoire.csv")
        let reading = try dataset.read()
        let description = try reading.requireNetwork().description
        #expect(
            description.territory?.name == "Val Clair"
                && description.territory?.referenceDate?.description == "2016-06-15")
        #expect(
            description.territory?.defaultPerimeter?.places == ["Here", "Near"] && description.population?.total == 1200
        )
        #expect(description.surveys == ["knowledge": .census, "finance": Survey(.roster), "events": .census])
        #expect(!reading.findings.contains { $0.code == "missing-file" })
        try dataset.folder.write("field,value\nterritory,X\nreference date,never\nheight,3\n", to: "territoire.csv")
        #expect(
            brief(try dataset.read()).prefix(2) == [
                "error bad-date territoire.csv:3:value", "warning unknown-key territoire.csv:4:field",
            ])
    }

    @Test func frenchHeadersAndWordsAreReadInADataset() throws {
        let reading = try SmallDataset([
            "actors.csv":
                "Identifiant;Nom;Type d'acteur;Commune;Adhérents;Depuis;Preuves\na;Alpha;entreprise;Here;;avril 2001;report:1\nb;Beta;firm;Near;100;;\nc;Gamma;école;;;;\n",
            "ties.csv":
                "Source;Cible;Nature du lien;Poids;Montant;Statut;Preuves\nAlpha;b;coopération;;;Actif;report:1\na;Gamma;financement;3;1 500,50 €;;report:2\n",
        ]).read()
        let network = try reading.requireNetwork()
        #expect(network.actors.map(\.kind) == ["firm", "firm", "school"] && network.actors[1].members == 100)
        #expect(
            network.actors[0].since?.description == "2001-04"
                && network.ties.map { [$0.source, $0.target, $0.kind] } == [[0, 1, 0], [0, 2, 1]])
        #expect(network.ties[1].details.amount == 1500.5 && network.ties[0].details.status == .active)
    }

    @Test func periodsThatOverlapAreSaid() throws {
        let ties =
            "source,target,kind,since,until,evidence\na,b,cooperation,2010,2012,report:1\nb,a,cooperation,2011,,report:1\na,c,funding,2010,2011,report:1\na,c,funding,2013,,report:1\n"
        let reading = try SmallDataset(["ties.csv": ties]).read()
        #expect(brief(reading).filter { $0.contains("same-tie") } == ["warning same-tie-other-dates ties.csv:3:target"])
    }

    /// Of two tables of one word the first in the order of names is read, whatever the order of the disk.
    @Test func ofTwoTablesOfOneWordTheFirstIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("id,nom\na,Atelier\nb,Bureau\n", to: "acteur.csv")
        try folder.write("id,nom\nx,Autre\n", to: "acteurs.csv")
        try folder.write("source,target\na,b\n", to: "liens.csv")
        let found = try InputReader.read(path: folder.path).requireNetwork()
        #expect(found.actors.map(\.name) == ["Atelier", "Bureau"] && found.ties.count == 1)
    }
}
