import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// The same actors in several layers of relations.
enum MultilayerMeasures {
    static let all = [layersPresent, multiplexDegree, participationCoefficient, multiplexity, layerOverlap]

    private static let battiston2014 = Reference(
        "Battiston, Nicosia and Latora", 2014, "Structural measures for multiplex networks",
        "Physical Review E 89(3), 032804")
    private static let layered = Bilingual(
        en: "A layer is that of a kind of tie; within a layer an alter counts once, in either direction.",
        fr: "Une couche est celle d'un type de lien ; dans une couche, un alter compte une fois, dans l'un ou l'autre sens.")

    private static let layersPresent = Measure(
        "layers_present", level: .actor, family: .multilayer,
        name: Bilingual(en: "layers present in", fr: "couches de présence"),
        formula: #"|\{\alpha : k_i^{[\alpha]} > 0\}|"#,
        reading: Bilingual(
            en: "In how many layers the actor has ties.", fr: "Dans combien de couches l'acteur a des liens."),
        convention: layered, sources: [battiston2014], range: 0...Double.infinity, type: .integer,
        requirements: [.layers], profiles: [.structure, .socialCapital]
    ) { context in
        .integer(context.layerDegrees.map { degrees in degrees.count { $0 > 0 } })
    }.explained(sum: "present") { context, node in AlterExplanations.layers(context, node) }

    private static let multiplexDegree = Measure(
        "multiplex_degree", level: .actor, family: .multilayer,
        name: Bilingual(en: "multiplex degree", fr: "degré multiplexe"),
        formula: #"o_i = \sum_\alpha k_i^{[\alpha]}"#,
        reading: Bilingual(
            en: "The alters of the actor, each counted in every layer that ties them.",
            fr: "Les alters de l'acteur, chacun compté dans chaque couche qui les lie."),
        convention: layered, sources: [battiston2014], range: 0...Double.infinity, type: .integer,
        requirements: [.layers], profiles: [.centrality]
    ) { context in
        .integer(context.layerDegrees.map { $0.reduce(0, +) })
    }.explained(sum: "alters") { context, node in AlterExplanations.layers(context, node) }

    private static let participationCoefficient = Measure(
        "participation_coefficient", level: .actor, family: .multilayer,
        name: Bilingual(en: "multiplex participation coefficient", fr: "coefficient de participation multiplexe"),
        formula: #"\frac{M}{M - 1} \left[1 - \sum_\alpha \left(\frac{k_i^{[\alpha]}}{o_i}\right)^2\right]"#,
        reading: Bilingual(
            en: "How evenly the actor's ties are spread over the layers: 0 in one layer, 1 evenly in all.",
            fr: "Avec quelle régularité les liens de l'acteur se répartissent entre les couches : 0 dans une seule, 1 également dans toutes."),
        convention: layered
            + Bilingual(en: "M is the number of layers of the view's ties.", fr: "M est le nombre de couches des liens de la vue."),
        undefined: Bilingual(en: "Undefined for an isolate.", fr: "Indéfini pour un isolé."),
        sources: [battiston2014], range: 0...1, requirements: [.layers], profiles: [.roles, .structure]
    ) { context in
        let count = Double(context.layers.count)
        return .number(
            context.layerDegrees.map { degrees in
                let all = degrees.reduce(0, +)
                guard all > 0 else { return nil }
                let squares = degrees.reduce(0.0) { $0 + Double($1) * Double($1) }
                return count / (count - 1) * (1 - squares / (Double(all) * Double(all)))
            })
    }.explained { context, node in AlterExplanations.layers(context, node) }

    private static let multiplexity = Measure(
        "multiplexity", level: .network, family: .multilayer,
        name: Bilingual(en: "multiplexity", fr: "multiplexité"),
        formula: #"\frac{1}{|P|} \sum_{\{i,j\} \in P} \frac{\ell_{ij} - 1}{M - 1}"#,
        reading: Bilingual(
            en: "How many of the further layers tied pairs share on average: 0 where every pair is tied in one layer, 1 where in all.",
            fr: "Combien des couches restantes les paires liées partagent en moyenne : 0 si chaque paire est liée dans une couche, 1 si dans toutes."),
        convention: layered
            + Bilingual(
                en: "P are the tied pairs, ℓ their layers; M the surveyed layers where the dataset names them and all of the view's are among them, else the layers of the view's ties.",
                fr: "P sont les paires liées, ℓ leurs couches ; M les couches enquêtées si le jeu de données les nomme et que toutes celles de la vue en sont, sinon les couches des liens de la vue."),
        undefined: Bilingual(en: "Undefined where no pair is tied.", fr: "Indéfinie si aucune paire n'est liée."),
        sources: [
            Reference("Kivelä, Arenas, Barthelemy, Gleeson, Moreno and Porter", 2014, "Multilayer networks", "Journal of Complex Networks 2(3), 203–271")
        ],
        range: 0...1, requirements: [.layers], profiles: [.structure, .socialCapital]
    ) { context in
        let pairs = context.layers.reduce(0) { $0 + $1.graph.edgeCount }
        let tied = context.tiedPairCount
        let further = Double(context.surveyedLayerCount - 1)
        return .number([tied > 0 ? Double(pairs - tied) / Double(tied) / further : nil])
    }

    private static let layerOverlap = Measure(
        table: "layer_overlap", family: .multilayer,
        name: Bilingual(en: "overlap of layers", fr: "recouvrement des couches"),
        formula: #"\frac{|E_\alpha \cap E_\beta|}{|E_\alpha \cup E_\beta|}"#,
        reading: Bilingual(
            en: "For each two layers, the share of the pairs tied in either that are tied in both (Jaccard), and of those of each.",
            fr: "Pour chaque paire de couches, la part des paires liées dans l'une ou l'autre qui le sont dans les deux (Jaccard), et de celles de chacune."),
        convention: layered, sources: [battiston2014], range: 0...1, requirements: [.layers], profiles: [.structure]
    ) { context in
        let layers = context.layers
        let pairs = layers.indices.flatMap { one in layers.indices.filter { $0 > one }.map { (one, $0) } }
        let shared = pairs.map { one, other in
            (0..<context.graph.nodeCount).reduce(0) { sum, node in
                sum + layers[one].graph.outgoing.neighbours(of: node).count { $0 > node && layers[other].graph.hasArc(node, Int($0)) }
            }
        }
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        func ties(_ place: Int) -> Int { layers[place].graph.edgeCount }
        return Table(
            name: "layer_overlap",
            columns: [
                Column(field("layer", "layer", "couche"), .text(pairs.map { layers[$0.0].layer.rawValue })),
                Column(field("other_layer", "other layer", "autre couche"), .text(pairs.map { layers[$0.1].layer.rawValue })),
                Column(field("ties", "tied pairs", "paires liées"), .integer(pairs.map { ties($0.0) })),
                Column(field("other_ties", "tied pairs in the other", "paires liées dans l'autre"), .integer(pairs.map { ties($0.1) })),
                Column(field("shared", "tied in both", "liées dans les deux"), .integer(shared)),
                Column(
                    field("jaccard", "overlap (Jaccard)", "recouvrement (Jaccard)"),
                    .number(zip(pairs, shared).map { pair, both in Double(both) / Double(ties(pair.0) + ties(pair.1) - both) })),
            ])
    }
}

/// The ties of one layer, binary and without direction.
struct LayerGraph: Sendable {
    let layer: Layer
    let graph: Graph
    /// The same with the direction of the view.
    let directed: Graph
}

extension MeasureContext {
    /// The layers of the view's ties, in their order.
    var layers: [LayerGraph] {
        memo("layers") {
            var ties: [Layer: [Int]] = [:]
            for tie in 0..<view.tieCount {
                guard case .tie(let position) = view.origins[tie] else { continue }
                ties[network.tieKinds[network.ties.kind(at: position)].layer, default: []].append(tie)
            }
            return ties.keys.sorted().map { layer in
                let chosen = ties[layer] ?? []
                let directed = Graph(
                    nodeCount: view.nodes.count, sources: chosen.map { view.sources[$0] },
                    targets: chosen.map { view.targets[$0] }, isDirected: view.isDirected,
                    bothWays: view.tieIsDirected.isEmpty ? [] : chosen.map { !view.tieIsDirected[$0] })
                return LayerGraph(layer: layer, graph: directed.symmetrised(), directed: directed)
            }
        }
    }

    /// For each node, its degree in each layer.
    var layerDegrees: [[Int]] {
        view.nodes.indices.map { node in layers.map { $0.graph.outgoing.degree(of: node) } }
    }

    /// Pairs that are tied in some layer.
    fileprivate var tiedPairCount: Int {
        let ties = layers.flatMap { layer in
            (0..<layer.graph.nodeCount).flatMap { node in
                layer.graph.outgoing.neighbours(of: node).filter { $0 > node }.map { [Int32(node), $0] }
            }
        }
        return Set(ties).count
    }

    fileprivate var surveyedLayerCount: Int {
        let present = Set(layers.map(\.layer))
        let known = Set(network.tieKinds.map(\.layer)).union(Layer.standard)
        let surveyed = Set((network.description.surveyed ?? []).map { Layer(rawValue: $0) }).intersection(known)
        // A view of some layers is measured against those alone.
        if let chosen = view.options.layers { return max(2, chosen.union(present).count) }
        return surveyed.isSuperset(of: present) ? surveyed.count : present.count
    }
}
