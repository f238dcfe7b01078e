import NetworkModel
import Vocabulary

/// The words by which the headers of lists of ties call their two ends.
enum EndWords {
    /// In pairs, as they stand beside each other: many are ends only because of the other (`a` beside `de`, `head`
    /// beside `tail`). UCINET, R (igraph, statnet, egor), Gephi, NodeXL, Cytoscape, SNAP and spreadsheets.
    private static let pairs: [(String, String)] = [
        ("source", "target"), ("from", "to"), ("ego", "alter"), ("i", "j"), ("v1", "v2"), ("x1", "x2"), ("u", "v"),
        ("sender", "receiver"), ("sender", "recipient"), ("tail", "head"), ("tails", "heads"),
        ("sourcenode", "targetnode"), ("startnode", "endnode"), ("noeudsource", "noeudcible"),
        ("sommetsource", "sommetcible"),
        ("idfrom", "idto"), ("node1", "node2"), ("nodea", "nodeb"),
        ("vertex1", "vertex2"),
        ("actor1", "actor2"), ("actora", "actorb"), ("person1", "person2"), ("id1", "id2"), ("name1", "name2"),
        ("sourceid", "targetid"), ("sourcename", "targetname"), ("sourcelabel", "targetlabel"), ("fromid", "toid"),
        ("fromnodeid", "tonodeid"), ("fromnode", "tonode"), ("fromname", "toname"), ("egoid", "alterid"),
        ("egoid", "altid"),
        ("srcid", "tgtid"), ("src", "dst"), ("src", "dest"), ("src", "tgt"), ("origin", "destination"),
        ("start", "end"),
        ("nominator", "nominee"), ("respondent", "alter"), ("chooser", "chosen"), ("citing", "cited"),
        ("giver", "receiver"),
        ("supplier", "customer"), ("seller", "buyer"), ("funder", "recipient"), ("actor", "partner"),
        ("firm1", "firm2"),
        ("organization1", "organization2"), ("organisation1", "organisation2"), ("org1", "org2"),
        ("actor", "organization"),
        ("person", "organization"), ("actor", "alter"), ("nodefrom", "nodeto"), ("actorfrom", "actorto"),
        // French.
        ("de", "vers"), ("de", "a"), ("depuis", "vers"), ("source", "cible"), ("origine", "destination"),
        ("origine", "cible"),
        ("emetteur", "recepteur"), ("emetteur", "destinataire"), ("acteur1", "acteur2"), ("acteura", "acteurb"),
        ("personne1", "personne2"), ("nom1", "nom2"), ("noeud1", "noeud2"), ("sommet1", "sommet2"),
        ("entreprise1", "entreprise2"),
        ("structure1", "structure2"), ("acteur", "organisation"), ("acteur", "partenaire"), ("acteur", "structure"),
        ("personne", "organisation"), ("individu", "organisation"), ("structure", "partenaire"),
        ("entreprise", "partenaire"),
        ("organisation", "partenaire"), ("acteur", "alter"), ("enquete", "cite"), ("repondant", "cite"),
        ("interroge", "cite"),
        ("citant", "cite"), ("donneur", "receveur"), ("fournisseur", "client"), ("vendeur", "acheteur"),
        ("financeur", "beneficiaire"), ("acteurdepart", "acteurarrivee"), ("depart", "arrivee"),
        ("expediteur", "destinataire"), ("demandeur", "repondant"),
        ("acteursource", "acteurcible"),
        ("idsource", "idcible"), ("idacteur1", "idacteur2"), ("actorid1", "actorid2"), ("membre", "organisation"),
        ("person", "group"), ("person", "association"), ("actor", "group"), ("actor", "association"),
        ("member", "group"),
        ("personne", "association"), ("personne", "groupe"), ("personne", "structure"), ("acteur", "association"),
        ("acteur", "groupe"), ("individu", "groupe"), ("membre", "association"), ("membre", "groupe"),
        ("nom", "organisation"),
        ("nom", "structure"), ("nom", "association"), ("name", "organization"), ("name", "group"),
        ("acteurde", "acteurvers"), ("liende", "lienvers"),
    ]

    /// Words that are an end whatever the other is called.
    private static let sources: Set = [
        "source", "from", "sender", "ego", "emetteur", "fromnodeid", "sourceid", "vertex1",
    ]
    private static let targets: Set = [
        "target", "to", "receiver", "alter", "recepteur", "destinataire", "cible", "vers", "tonodeid", "targetid",
        "vertex2",
    ]

    /// Where the two ends stand among the names of columns; nil where they do not name both.
    static func ends(of names: [String]) -> (source: Int, target: Int)? {
        let folded = names.map { FoldedWord.of($0) }
        for (source, target) in pairs {
            if let first = folded.firstIndex(of: source), let second = folded.firstIndex(of: target) {
                return (first, second)
            }
        }
        guard let source = folded.firstIndex(where: sources.contains),
            let target = folded.firstIndex(where: targets.contains)
        else { return nil }
        return (source, target)
    }

    /// Whether one of the names is that of an end.
    static func hasEnd(_ names: [String]) -> Bool {
        names.contains { sources.contains(FoldedWord.of($0)) || targets.contains(FoldedWord.of($0)) }
    }

    /// Whether a column is called by a sort of actors or of events, as those of networks of several modes are.
    static func isMode(_ name: String) -> Bool {
        let folded = FoldedWord.of(name)
        return modes.contains(folded) || gatherings.contains(folded)
            || Participation.table.schema.column(headed: name)?.id == "event"
    }

    private static let modes: Set = [
        "actor", "person", "people", "individual", "member", "organization", "organisation", "group", "association",
        "firm", "company", "institution", "acteur", "personne", "individu", "membre", "groupe", "structure",
        "entreprise",
    ]

    /// Where an actor and the event that it takes part in stand; nil where the names do not say so.
    static func affiliation(of names: [String]) -> (actor: Int, event: Int)? {
        let schema = Participation.table.schema
        func place(_ id: String, or words: Set<String>) -> Int? {
            names.firstIndex { schema.column(headed: $0)?.id == id }
                ?? names.firstIndex { words.contains(FoldedWord.of($0)) }
        }
        guard let actor = place("actor", or: persons), let event = place("event", or: gatherings), actor != event else {
            return nil
        }
        return (actor, event)
    }

    /// Words that are those of who takes part and of what in, where both stand in one header.
    private static let persons: Set = ["person", "personne", "individu", "individual", "people", "name", "nom"]
    private static let gatherings: Set = [
        "activite", "activity", "manifestation", "atelier", "workshop", "seminaire", "seminar", "conference", "projet",
        "project",
    ]
}
