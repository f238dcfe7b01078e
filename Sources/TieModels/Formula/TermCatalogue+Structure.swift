import Vocabulary

extension TermCatalogue {
    /// Terms of numbers of ties.
    static let degrees: [TermDeclaration] = [
        weighted("gwdegree", "gwdeg", .undirected, .total, .all, "Degrees", "Degrés"),
        weighted("gwidegree", "gwideg", .directed, .in, .all, "Numbers of ties received", "Nombres de liens reçus"),
        weighted("gwodegree", "gwodeg", .directed, .out, .all, "Numbers of ties sent", "Nombres de liens émis"),
        weighted(
            "gwb1degree", "gwb1deg", .twoMode, .total, .first, "Actors' numbers of events",
            "Nombres d'événements des acteurs"),
        weighted(
            "gwb2degree", "gwb2deg", .twoMode, .total, .second, "Events' numbers of actors",
            "Nombres d'acteurs des événements"),
        star("kstar", .undirected, .total, .all, "Sets of K ties of one actor.", "Ensembles de K liens d'un acteur."),
        star(
            "istar", .directed, .in, .all, "Sets of K ties that an actor receives.",
            "Ensembles de K liens qu'un acteur reçoit."),
        star(
            "ostar", .directed, .out, .all, "Sets of K ties that an actor sends.",
            "Ensembles de K liens qu'un acteur émet."),
        star(
            "b1star", .twoMode, .total, .first, "Sets of K events of one actor.",
            "Ensembles de K événements d'un acteur."),
        star(
            "b2star", .twoMode, .total, .second, "Sets of K actors of one event.",
            "Ensembles de K acteurs d'un événement."),
        exact("degree", .undirected, .total, .all, "Actors of K ties.", "Acteurs ayant K liens."),
        exact("idegree", .directed, .in, .all, "Actors that receive K ties.", "Acteurs qui reçoivent K liens."),
        exact("odegree", .directed, .out, .all, "Actors that send K ties.", "Acteurs qui émettent K liens."),
        exact("b1degree", .twoMode, .total, .first, "Actors of K events.", "Acteurs de K événements."),
        exact("b2degree", .twoMode, .total, .second, "Events of K actors.", "Événements de K acteurs."),
        degreeTerm("isolates", "isolates", .any, .total, .all, "Actors without ties.", "Acteurs sans lien.") {
            arguments, columns throws(MilieuError) in
            try arguments.allow(0, named: [])
            return ("isolates", columns.counting { $0 == 0 })
        },
        degreeTerm(
            "concurrent", "concurrent", .undirected, .total, .all, "Actors of two ties and more.",
            "Acteurs ayant deux liens ou plus."
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(0, named: [])
            return ("concurrent", columns.counting { $0 > 1 })
        },
    ]

    /// Terms of pairs' and triads' closure.
    static let triads: [TermDeclaration] = [
        plain("mutual", .directed, .mutual, "Pairs tied both ways.", "Paires liées dans les deux sens."),
        plain("asymmetric", .directed, .asymmetric, "Pairs tied one way.", "Paires liées dans un seul sens."),
        plain(
            "triangle", .oneMode, .triangles, "Triangles; directed: transitive and cyclic triples.",
            "Triangles ; orienté : triplets transitifs et cycliques."),
        plain(
            "ttriple", .directed, .transitiveTriples, "Transitive triples: i to j, j to k, i to k.",
            "Triplets transitifs : i vers j, j vers k, i vers k."),
        plain("ctriple", .directed, .cyclicTriples, "Cyclic triples.", "Triplets cycliques."),
        partners(
            "gwesp", .oneMode, "Ties by their shared partners (directed: two-paths along the tie)",
            "Liens selon leurs partenaires communs (orienté : chemins de longueur deux dans le sens du lien)"
        ) { .tiePartners(table: $0) },
        partners(
            "gwdsp", .any, "Pairs by their shared partners (directed: two-paths)",
            "Paires selon leurs partenaires communs (orienté : chemins de longueur deux)"
        ) { .pairPartners(atTail: true, atHead: true, table: $0) },
        partners(
            "gwb1dsp", .twoMode, "Pairs of actors by the events that they share",
            "Paires d'acteurs selon les événements communs"
        ) { .pairPartners(atTail: true, atHead: false, table: $0) },
        partners(
            "gwb2dsp", .twoMode, "Pairs of events by the actors that they share",
            "Paires d'événements selon les acteurs communs"
        ) { .pairPartners(atTail: false, atHead: true, table: $0) },
        counted("esp", .oneMode, "Ties with K shared partners.", "Liens ayant K partenaires communs."),
    ]

    private static func plain(
        _ name: String, _ scope: TermDeclaration.Scope, _ term: StructuralTerm, _ en: String, _ fr: String
    ) -> TermDeclaration {
        TermDeclaration(
            name: name, usage: name, scope: scope, meaning: Bilingual(en: en, fr: fr), isPairIndependent: false
        ) {
            arguments, _ throws(MilieuError) in
            try arguments.allow(0, named: [])
            return structure(name, term)
        }
    }

    private static func weighted(
        _ name: String, _ label: String, _ scope: TermDeclaration.Scope, _ side: StructuralTerm.Side, _ nodes: Nodes,
        _ en: String, _ fr: String
    ) -> TermDeclaration {
        degreeTerm(
            name, "\(name)(DECAY, fixed)", scope, side, nodes, "\(en), each further one counting less.",
            "\(fr), chaque lien de plus comptant moins."
        ) { arguments, columns throws(MilieuError) in
            let (text, decay) = try decay(arguments)
            return ("\(label).\(text)", columns.weightedTable(decay))
        }
    }

    private static func star(
        _ name: String, _ scope: TermDeclaration.Scope, _ side: StructuralTerm.Side, _ nodes: Nodes, _ en: String,
        _ fr: String
    ) -> TermDeclaration {
        degreeTerm(name, "\(name)(K)", scope, side, nodes, en, fr) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["k"])
            let count = try arguments.count(0, "k", in: 1...20)
            return ("\(name)\(count)", columns.choosing(count))
        }
    }

    private static func exact(
        _ name: String, _ scope: TermDeclaration.Scope, _ side: StructuralTerm.Side, _ nodes: Nodes, _ en: String,
        _ fr: String
    ) -> TermDeclaration {
        degreeTerm(name, "\(name)(K)", scope, side, nodes, en, fr) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["d"])
            let count = try arguments.count(0, "d", in: 0...TieData.sizeLimit)
            return ("\(name)\(count)", columns.counting { $0 == count })
        }
    }

    private static func partners(
        _ name: String, _ scope: TermDeclaration.Scope, _ en: String, _ fr: String,
        _ make: @escaping @Sendable (Int) -> StructuralTerm
    ) -> TermDeclaration {
        TermDeclaration(
            name: name, usage: "\(name)(DECAY, fixed)", scope: scope,
            meaning: Bilingual(
                en: "\(en), each further one counting less.", fr: "\(fr), chaque partenaire de plus comptant moins."),
            isPairIndependent: false
        ) { arguments, columns throws(MilieuError) in
            let (text, decay) = try decay(arguments)
            let type = columns.data.isDirected ? "OTP." : ""
            return structure("\(name).\(type)\(text)", make(columns.weightedTable(decay)))
        }
    }

    private static func counted(_ name: String, _ scope: TermDeclaration.Scope, _ en: String, _ fr: String)
        -> TermDeclaration
    {
        TermDeclaration(
            name: name, usage: "\(name)(K)", scope: scope, meaning: Bilingual(en: en, fr: fr), isPairIndependent: false
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["d"])
            let count = try arguments.count(0, "d", in: 0...TieData.sizeLimit)
            let type = columns.data.isDirected ? ".OTP" : ""
            return structure("\(name)\(type)\(count)", .tiePartners(table: columns.counting { $0 == count }))
        }
    }
}
