import GraphKernels
import NetworkModel
import Vocabulary

/// The graphs that measures read, by what they take a weight for.
extension MeasureContext {
    /// Who is tied to whom, without weights.
    public var binary: Graph { memo("binary") { graph.unweighted() } }

    /// The same, a tie in either direction being one edge.
    public var binaryUndirected: Graph { memo("binary undirected") { binary.symmetrised() } }

    /// Weights as strengths whatever `options.weights`, for measures that are weighted by name; a tie
    /// of weight zero is no tie.
    ///
    /// - Throws: `MilieuError` for a negative weight, or one declared to be a cost.
    public func strengths() throws(MilieuError) -> Graph {
        try memo("strengths") { () throws(MilieuError) in
            try refuse([.cost], as: Bilingual(en: "a strength", fr: "une force"))
            try requireWeights { $0 >= 0 }
            // Ties without weights count 1 each, so that parallel ones add up, too.
            guard view.weights.contains(0) || (view.weights.isEmpty && hasParallelTies) else { return graph }
            let kept = (0..<view.tieCount).filter { view.weights.isEmpty || view.weights[$0] > 0 }
            return Graph(
                nodeCount: view.nodes.count, sources: kept.map { view.sources[$0] },
                targets: kept.map { view.targets[$0] }, weights: kept.map { view.weights.isEmpty ? 1 : view.weights[$0] },
                isDirected: view.isDirected,
                bothWays: view.tieIsDirected.isEmpty ? [] : kept.map { !view.tieIsDirected[$0] })
        }
    }

    /// Whether two ties of the view run from one actor to the same other.
    private var hasParallelTies: Bool {
        let backward = view.isDirected ? view.tieIsDirected.count { !$0 } : 0
        return graph.edgeCount < view.tieCount + backward
    }

    /// The strengths without direction, each tie once: an undirected tie of a directed view is no two arcs here.
    ///
    /// - Throws: as `strengths()`.
    func undirectedStrengths() throws(MilieuError) -> Graph {
        let strengths = try strengths()
        guard view.isDirected else { return strengths }
        return memo("undirected strengths") {
            let kept = (0..<view.tieCount).filter { view.weights.isEmpty || view.weights[$0] > 0 }
            return Graph(
                nodeCount: view.nodes.count, sources: kept.map { view.sources[$0] },
                targets: kept.map { view.targets[$0] }, weights: kept.map { view.weights.isEmpty ? 1 : view.weights[$0] },
                isDirected: false)
        }
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
                .usage, "This measure reads ties or their strength, and no distances.",
                remedy: "Leave `--weights distance` out, or take `--weights strength`.")
        }
    }

    /// `adjacency()` without direction. Strengths of both directions add up, and so do two binary
    /// arcs, where `addsArcs`.
    public func undirectedAdjacency(addsArcs: Bool = false) throws(MilieuError) -> Graph {
        let adjacency = try adjacency()
        guard adjacency.isDirected else { return adjacency }
        if addsArcs {
            return memo("arcs added up") {
                (adjacency.isWeighted ? adjacency : adjacency.mappingWeights { $0 }).symmetrised()
            }
        }
        return memo("undirected adjacency") { adjacency.symmetrised() }
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
            return Graph(
                nodeCount: view.nodes.count, sources: view.sources, targets: view.targets,
                weights: view.weights, isDirected: view.isDirected,
                bothWays: view.tieIsDirected.map { !$0 }, parallels: .least)
        }
    }

    /// What a current runs through: 1, the strength, or 1/distance for each edge.
    public func conductances() throws(MilieuError) -> Graph {
        guard options.weights == .distance else { return try undirectedAdjacency() }
        return try lengths().symmetrised(parallels: .least).mappingWeights { 1 / $0 }
    }

    private func requireWeights(_ isValid: (Double) -> Bool) throws(MilieuError) {
        guard let tie = view.weights.firstIndex(where: { !isValid($0) }) else { return }
        let (source, target) = (view.id(of: Int(view.sources[tie])), view.id(of: Int(view.targets[tie])))
        // Weights that nobody asked to read are no fault of the data.
        throw MilieuError(
            options.weights == .none ? .usage : .data,
            "The tie from \"\(source)\" to \"\(target)\" has a weight of \(view.weights[tie]).",
            remedy: "Correct it, leave the tie out, or measure with `--weights none`.",
            at: Place(file: "ties", column: "weight", id: "\(source) – \(target)"))
    }

    private func refuse(_ meanings: [WeightMeaning], as reading: Bilingual) throws(MilieuError) {
        guard !view.weights.isEmpty else { return }
        let kinds = network.tieKinds.map { kind in kind.weightMeans.map(meanings.contains) ?? false }
        guard kinds.contains(true) else { return }
        for tie in 0..<view.tieCount {
            guard case .tie(let position) = view.origins[tie], kinds[network.ties.kind(at: position)] else { continue }
            let kind = network.tieKinds[network.ties.kind(at: position)]
            throw MilieuError(
                .usage,
                "The weight of a tie of kind \"\(kind.id)\" is a \(kind.weightMeans?.rawValue ?? ""), "
                    + "and cannot be read as \(reading.en).",
                remedy: "Take `--weights none` or the meaning that the kind declares, or choose other kinds with `--kind`.")
        }
    }
}

/// Results that several measures share.
extension MeasureContext {
    /// One search from each node: closeness, distances, efficiency.
    public func pathSummary() throws(MilieuError) -> PathSummary {
        guard options.weights != .none else { return binaryPathSummary }
        let graph = try lengths()
        return memo("path summary") { PathSummary(of: graph) }
    }

    public var binaryPathSummary: PathSummary { memo("binary path summary") { PathSummary(of: binary) } }

    public func betweenness() throws(MilieuError) -> [Double] {
        guard options.weights != .none else { return binaryBetweenness }
        let graph = try lengths()
        return memo("betweenness") { Betweenness(of: graph).nodes }
    }

    public var binaryBetweenness: [Double] { memo("binary betweenness") { Betweenness(of: binary).nodes } }

    /// Components of actors tied in either direction.
    public var components: Components { memo("components") { Components.weak(of: graph) } }

    /// Triangles of the binary undirected graph.
    public var triangles: Triangles { memo("triangles") { Triangles(of: binaryUndirected) } }

    public func structuralHoles() throws(MilieuError) -> StructuralHoles {
        let graph = try undirectedAdjacency(addsArcs: true)
        return memo("structural holes") { StructuralHoles(of: graph) }
    }
}
