import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// The alters behind measures that count them or what they hold.
enum AlterExplanations {
    private typealias Columns = ExplanationColumns

    enum Way: Sendable { case either, incoming, outgoing }

    /// The alters, with the kinds of the ties to them and their summed weight.
    static func ties(_ way: Way, _ context: MeasureContext, _ node: Int) -> [Column] {
        let rows =
            switch way {
            case .either: context.binaryUndirected.outgoing
            case .incoming: context.binary.incoming
            case .outgoing: context.binary.outgoing
            }
        let alters = rows.neighbours(of: node).map(Int.init)
        let view = context.view
        var (kinds, weights): ([Int: Set<String>], [Int: Double]) = ([:], [:])
        for tie in 0..<view.tieCount {
            let (source, target) = (Int(view.sources[tie]), Int(view.targets[tie]))
            guard source == node || target == node else { continue }
            let runsBothWays = !view.isDirected || (!view.tieIsDirected.isEmpty && !view.tieIsDirected[tie])
            guard way == .either || runsBothWays || (way == .outgoing) == (source == node) else { continue }
            let alter = source == node ? target : source
            kinds[alter, default: []].insert(view.kindID(ofTie: tie))
            weights[alter, default: 0] += view.weights.isEmpty ? 1 : view.weights[tie]
        }
        return Columns.alters(alters, context) + [
            Columns.texts(
                "kinds", "kinds of tie", "types de lien",
                alters.map { (kinds[$0] ?? []).sorted().joined(separator: " ") }),
            Columns.numbers("weight", "summed weight", "somme des poids", alters.map { weights[$0] }),
            Columns.integers("alters", "alters", "alters", alters.map { _ in 1 }),
        ]
    }

    /// The alters with their group, and whether it is the actor's: +1 outside, −1 within.
    static func groups(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let grouping = try context.grouping()
        let groups = grouping.groupOf
        let alters = context.binaryUndirected.outgoing.neighbours(of: node).map(Int.init)
        func isOwn(_ alter: Int) -> Bool? {
            groups[alter] >= 0 && groups[node] >= 0 ? groups[alter] == groups[node] : nil
        }
        return Columns.alters(alters, context) + [
            Columns.texts(
                "group", "group", "groupe", alters.map { groups[$0] >= 0 ? grouping.labels[Int(groups[$0])] : nil }),
            Columns.integers(
                "external", "of another group", "d'un autre groupe",
                alters.map { alter in isOwn(alter).map { $0 ? 0 : 1 } }),
            Columns.integers(
                "internal", "of the actor's group", "du groupe de l'acteur",
                alters.map { alter in isOwn(alter).map { $0 ? 1 : 0 } }),
        ]
    }

    /// The alters with their sphere.
    static func spheres(_ context: MeasureContext, _ node: Int) -> [Column] {
        let alters = context.binaryUndirected.outgoing.neighbours(of: node).map(Int.init)
        let spheres = context.network.spheres
        let found = alters.map { alter -> Sphere? in
            guard case .actor(let position) = context.view.nodes[alter] else { return nil }
            return spheres[position]
        }
        return Columns.alters(alters, context) + [
            Columns.texts("sphere", "sphere", "sphère", found.map { $0?.rawValue }),
            Columns.integers(
                "linking", "public or finance", "publique ou finance",
                found.map { sphere in sphere.map { $0 == .public || $0 == .finance ? 1 : 0 } }),
        ]
    }

    /// The alters with what they hold and how far the tie gives access to it.
    static func holdings(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let holdings = try context.holdings()[node]
        let (texts, known) = (context.resourceTexts, holdings.count)
        return Columns.alters(holdings.map(\.alter), context) + [
            Columns.numbers("resource", "resource", "ressource", holdings.map(\.resource)),
            Columns.texts("position", "as written", "tel qu'écrit", holdings.map { texts[$0.alter] }),
            Columns.numbers("activation", "activation", "activation", holdings.map(\.activation)),
            Columns.numbers("durability", "durability", "durabilité", holdings.map(\.durability)),
            Columns.numbers("mobilizable", "mobilisable", "mobilisable", holdings.map(\.mobilizable)),
            Columns.numbers(
                "known_share", "resource known, over the alters", "ressource connue, sur les alters",
                holdings.map { $0.resource == nil ? 0 : 1 / Double(known) }),
        ]
    }

    /// The alters with their distinct positions, numbers or words.
    static func positions(_ context: MeasureContext, _ node: Int) -> [Column] {
        let alters = context.binaryUndirected.outgoing.neighbours(of: node).map(Int.init)
        let texts = context.resourceTexts
        var seen: Set<String> = []
        let isNew = alters.map { alter in texts[alter].map { seen.insert($0).inserted ? 1 : 0 } }
        return Columns.alters(alters, context) + [
            Columns.texts("position", "position", "position", alters.map { texts[$0] }),
            Columns.integers("new", "not met before", "non encore rencontrée", isNew),
        ]
    }

    /// Pairs of alters, tied or not.
    static func pairs(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let graph = context.binaryUndirected
        let alters = graph.outgoing.neighbours(of: node).map(Int.init)
        guard alters.count <= 3_000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "\"\(context.view.id(of: node))\" has \(alters.count) alters, too many for a table of their pairs.",
                    fr:
                        "« \(context.view.id(of: node)) » a \(alters.count) alters, trop pour une table de leurs paires."
                ),
                remedy: Bilingual(
                    en: "Explain an actor of fewer alters, or choose a smaller view.",
                    fr: "Expliquez un acteur qui a moins d'alters, ou choisissez une vue plus petite."))
        }
        let pairs = alters.indices.flatMap { one in alters.indices.filter { $0 > one }.map { (alters[one], alters[$0]) }
        }
        let tied = pairs.map { graph.hasArc($0.0, $0.1) }
        return Columns.alters(pairs.map(\.0), context)
            + Columns.nodes("other_alter", "other alter", "autre alter", pairs.map(\.1), context) + [
                Columns.integers("tied", "tied to each other", "liés entre eux", tied.map { $0 ? 1 : 0 }),
                Columns.numbers(
                    "share", "share of the pairs", "part des paires", tied.map { $0 ? 1 / Double(pairs.count) : 0 }),
            ]
    }

    /// The alters tied both ways, with the thirds that are tied both ways to both.
    static func thirds(_ context: MeasureContext, _ node: Int) -> [Column] {
        let graph = context.binary
        func mutual(_ node: Int) -> [Int] {
            graph.outgoing.neighbours(of: node).map(Int.init).filter { graph.hasArc($0, node) }
        }
        let alters = mutual(node)
        let own = Set(alters)
        let thirds = alters.map { alter in mutual(alter).filter(own.contains).map { context.view.id(of: $0) } }
        return Columns.alters(alters, context) + [
            Columns.texts(
                "thirds", "common thirds", "tiers communs", thirds.map { $0.isEmpty ? nil : $0.joined(separator: " ") }),
            Columns.integers("simmelian", "Simmelian", "simmélien", thirds.map { $0.isEmpty ? 0 : 1 }),
        ]
    }

    /// In each layer, how many alters.
    static func layers(_ context: MeasureContext, _ node: Int) -> [Column] {
        let degrees = context.layerDegrees[node]
        let all = Double(degrees.reduce(0, +))
        return [
            Columns.texts("layer", "layer", "couche", context.layers.map(\.layer.rawValue)),
            Columns.integers("alters", "alters", "alters", degrees.map { $0 }),
            Columns.integers("present", "present", "présent", degrees.map { $0 > 0 ? 1 : 0 }),
            Columns.numbers("share", "share", "part", degrees.map { all > 0 ? Double($0) / all : nil }),
        ]
    }
}
