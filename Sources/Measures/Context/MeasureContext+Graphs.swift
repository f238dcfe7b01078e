import GraphKernels
import NetworkModel
import Vocabulary

/// The graphs that measures read, by what they take a weight for.
extension MeasureContext {
    /// Who is tied to whom, without weights.
    public var binary: Graph { memo("binary") { graph.unweighted() } }

    /// The same, a tie in either direction being one edge.
    public var binaryUndirected: Graph { memo("binary undirected") { binary.symmetrised() } }

    /// Those ties of a directed view that have a direction themselves, without weights.
    public var directedTies: Graph {
        guard !view.tieIsDirected.isEmpty else { return binary }
        return memo("directed ties") {
            let directed = (0..<view.tieCount).filter { view.tieIsDirected[$0] }
            return Graph(view, ties: directed, isDirected: true).unweighted()
        }
    }

    /// Weights as strengths whatever `options.weights`, for measures that are weighted by name; a tie
    /// of weight zero is no tie.
    ///
    /// - Throws: `MilieuError` for a negative weight, or one declared to be a cost.
    public func strengths() throws(MilieuError) -> Graph {
        try memo("strengths") { () throws(MilieuError) in
            let kept = try strongTies()
            guard kept != nil || hasUncountedParallels else { return graph }
            return Graph(view, ties: kept, isDirected: view.isDirected, countsTies: true)
        }
    }

    /// Whether ties without weights run side by side: they count 1 each, so that they add up, too.
    private var hasUncountedParallels: Bool {
        let backward = view.isDirected ? view.tieIsDirected.count { !$0 } : 0
        return view.weights.isEmpty && graph.edgeCount < view.tieCount + backward
    }

    /// `strengths()` without direction: each tie once, both directions of a pair added up.
    ///
    /// - Throws: as `strengths()`.
    public func undirectedStrengths() throws(MilieuError) -> Graph {
        guard view.isDirected else { return try strengths() }
        return try memo("undirected strengths") { () throws(MilieuError) in
            Graph(view, ties: try strongTies(), isDirected: false, countsTies: true)
        }
    }

    /// The ties of a weight above zero; nil where all are.
    private func strongTies() throws(MilieuError) -> [Int]? {
        try refuse([.cost], as: Bilingual(en: "a strength", fr: "une force"))
        try requireWeights { $0 >= 0 }
        return view.weights.contains(0) ? (0..<view.tieCount).filter { view.weights[$0] > 0 } : nil
    }

    /// What a measure of ties (not of paths) reads: binary, or strengths if the options say so.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the weights are to be distances.
    public func adjacency() throws(MilieuError) -> Graph {
        switch options.weights {
        case .none: return binary
        case .strength: return try strengths()
        case .distance:
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "This measure reads ties or their strength, and no distances.",
                    fr: "Cette mesure lit des liens ou leur force, et non des distances."),
                remedy: Bilingual(
                    en: "Leave `--weights distance` out, or take `--weights strength`.",
                    fr: "Omettez `--weights distance`, ou prenez `--weights strength`."))
        }
    }

    /// `adjacency()` without direction: each tie once, strengths of both directions of a pair added up.
    ///
    /// - Throws: as `adjacency()`.
    public func undirectedAdjacency() throws(MilieuError) -> Graph {
        guard options.weights == .strength else {
            _ = try adjacency()
            return binaryUndirected
        }
        return try undirectedStrengths()
    }

    /// a_ij + a_ji of `adjacency()`, as Burt adds up what an actor invests and what is invested in it: a tie that
    /// runs both ways counts for both, whether two rows tell it or one without direction.
    ///
    /// - Throws: as `adjacency()`.
    public func addedArcs() throws(MilieuError) -> Graph {
        let adjacency = try adjacency()
        guard adjacency.isDirected else { return adjacency }
        return memo("arcs added up") {
            (adjacency.isWeighted ? adjacency : adjacency.mappingWeights { $0 }).symmetrised()
        }
    }

    /// What a measure of paths reads: binary, or a graph whose weights are lengths > 0.
    ///
    /// Of parallel strengths the sum counts, of parallel lengths the shortest.
    ///
    /// - Throws: `MilieuError` for a weight of zero or below, or of another declared meaning.
    public func lengths() throws(MilieuError) -> Graph {
        guard options.weights != .none else { return binary }
        return try memo("lengths") { () throws(MilieuError) in
            try requireWeights { $0 > 0 }
            guard options.weights == .distance else { return try strengths().mappingWeights { 1 / $0 } }
            try refuse([.strength, .count], as: Bilingual(en: "a distance", fr: "une distance"))
            return Graph(view, ties: nil, isDirected: view.isDirected, parallels: .least)
        }
    }

    /// What a current runs through: 1, the strength, or 1/distance for each edge.
    ///
    /// - Throws: as `adjacency()`, or as `lengths()` where weights are distances.
    public func conductances() throws(MilieuError) -> Graph {
        guard options.weights == .distance else { return try undirectedAdjacency() }
        return try lengths().symmetrised(parallels: .least).mappingWeights { 1 / $0 }
    }

    private func requireWeights(_ isValid: (Double) -> Bool) throws(MilieuError) {
        // Whatever is computed adds weights up, and lengths are their inverses.
        let (sum, least) = view.weights.reduce((0.0, Double.infinity)) {
            ($0.0 + abs($1), $1 == 0 ? $0.1 : min($0.1, abs($1)))
        }
        guard sum.isFinite, (1 / least).isFinite else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The weights are out of numerical reach: their sum, or the inverse of the least, leaves the range of the machine's numbers.",
                    fr:
                        "Les poids sont hors de portée numérique : leur somme, ou l'inverse du plus petit, sort de l'étendue des nombres de la machine."
                ),
                remedy: Bilingual(
                    en: "Give the weights in another unit, or take `--weights none`.",
                    fr: "Donnez les poids dans une autre unité, ou prenez `--weights none`."),
                at: Place(file: "ties", column: "weight"))
        }
        guard let tie = view.weights.firstIndex(where: { !isValid($0) }) else { return }
        let (source, target) = (view.id(of: Int(view.sources[tie])), view.id(of: Int(view.targets[tie])))
        // Weights that nobody asked to read are no fault of the data.
        throw MilieuError(
            options.weights == .none ? .usage : .data,
            Bilingual(
                en: "The tie from \"\(source)\" to \"\(target)\" has a weight of \(view.weights[tie]).",
                fr: "Le lien de « \(source) » à « \(target) » a un poids de \(view.weights[tie])."),
            remedy: Bilingual(
                en: "Correct it, leave the tie out, or measure with `--weights none`.",
                fr: "Corrigez-le, laissez le lien de côté, ou mesurez avec `--weights none`."),
            at: Place(file: "ties", column: "weight", id: "\(source) – \(target)"))
    }

    private func refuse(_ meanings: [WeightMeaning], as reading: Bilingual) throws(MilieuError) {
        guard !view.weights.isEmpty else { return }
        let kinds = network.tieKinds.map { kind in kind.weightMeans.map(meanings.contains) ?? false }
        guard kinds.contains(true) else { return }
        for tie in 0..<view.tieCount {
            guard case .tie(let position) = view.origins[tie], kinds[network.ties.kind(at: position)] else { continue }
            let kind = network.tieKinds[network.ties.kind(at: position)]
            let meaning = kind.weightMeans?.rawValue ?? ""
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The weight of a tie of kind \"\(kind.id)\" is a \(meaning), and cannot be read as \(reading.en).",
                    fr:
                        "Le poids d'un lien du type « \(kind.id) » a le sens « \(meaning) », et ne peut pas être lu comme \(reading.fr)."
                ),
                remedy: Bilingual(
                    en:
                        "Take `--weights none` or the meaning that the kind declares, or choose other kinds with `--kind`.",
                    fr:
                        "Prenez `--weights none` ou le sens que le type déclare, ou choisissez d'autres types par `--kind`."
                ))
        }
    }
}

/// Results that several measures share.
extension MeasureContext {
    /// One search from each node: closeness, distances, efficiency.
    func pathSummary() throws(MilieuError) -> PathSummary {
        guard options.weights != .none else { return binaryPathSummary }
        let graph = try lengths()
        return memo("path summary") { PathSummary(of: graph) }
    }

    var binaryPathSummary: PathSummary { memo("binary path summary") { PathSummary(of: binary) } }

    func betweenness() throws(MilieuError) -> [Double] {
        guard options.weights != .none else { return binaryBetweenness }
        let graph = try lengths()
        return memo("betweenness") { Betweenness(of: graph).nodes }
    }

    var binaryBetweenness: [Double] { memo("binary betweenness") { Betweenness(of: binary).nodes } }

    /// Components of actors tied in either direction.
    public var components: Components { memo("components") { Components.weak(of: graph) } }

    /// Triangles of the binary undirected graph.
    public var triangles: Triangles { memo("triangles") { Triangles(of: binaryUndirected) } }

    func structuralHoles() throws(MilieuError) -> StructuralHoles {
        let graph = try addedArcs()
        return memo("structural holes") { StructuralHoles(of: graph) }
    }
}
