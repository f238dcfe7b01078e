import GraphKernels

/// Kernels that have no peer, or none that would end: what each takes on a network of some thousand actors.
extension Case {
    static var structure: [Case] { sets + positions + chance }

    private static var sets: [Case] {
        [
            .graph("triads", { TriadCensus($0) }) { [("count", $1.counts.map(Double.init))] },
            .graph("key-fragmenting", { KeyPlayers.fragmenting($0, k: 3) }, answer: chosen),
            .graph("key-reaching", { KeyPlayers.reaching($0, k: 3) }, answer: chosen),
            .graph("key-reaching-distance", { KeyPlayers.reachingByDistance($0, k: 3) }, answer: chosen),
            .graph("key-fragmenting-distance", { KeyPlayers.fragmentingByDistance($0, k: 3) }, answer: chosen),
            .graph("if-removed", { NodeRemoval.inverseDistances($0) }) { [("sum", $1)] },
            .graph("current-flow", { CurrentFlow(of: $0, components: .weak(of: $0)) }) {
                [("betweenness", $1.betweenness.map { $0 ?? 0 }), ("closeness", $1.closeness.map { $0 ?? 0 })]
            },
            .graph("subgraph", { SubgraphCentrality.values(of: $0) }) { [("subgraph", $1)] },
            .graph("core", { CorePeriphery.discrete($0, seed: 1) }) {
                [("core", ($1?.isCore ?? []).map { $0 ? 1 : 0 })]
            },
            .graph("core-continuous", { CorePeriphery.continuous($0, seed: 1) }) { [("coreness", $1?.values ?? [])] },
            .graph("rich-club", { RichClub(of: $0) }) { [("edges", $1.edges.map(Double.init))] },
            .graph("cliques", { Cliques.tally($0) }) { [("count", [Double($1?.count ?? -1)])] },
            .graph("lambda-sets", { EdgeConnectivity(of: $0) }) { [("levels", ($1?.levels ?? []).map(Double.init))] },
            .graph("cohesive-blocks", { CohesiveBlocks(of: $0) }) { [("blocks", [Double($1?.blocks.count ?? -1)])] },
        ]
    }

    private static func chosen(_ graph: Graph, _ nodes: [Int]) -> Answer { [("chosen", nodes.map(Double.init))] }

    private static var positions: [Case] {
        [
            .graph(
                "structural", { AverageLinkage(StructuralProfiles.distances([SquareMatrix($0)])).bestClasses() },
                answer: classes),
            .graph(
                "concor",
                { graph in
                    Concor.blocks(
                        StructuralProfiles.correlations([SquareMatrix(graph)]), splits: 2,
                        isSetApart: (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) == 0 })
                }, answer: classes),
            .graph(
                "regular", { AverageLinkage(RegularEquivalence.similarities($0).mapped { 1 - $0 }).bestClasses() },
                answer: classes),
        ]
    }

    private static func classes(_ graph: Graph, _ classes: [Int]) -> Answer { [("class", classes.map(Double.init))] }

    private static var chance: [Case] {
        [
            // What ω asks for with a hundred references.
            .graph(
                "lattices",
                { graph in
                    Draws.values(10, seed: 1) { Triangles.meanClustering(of: Rewiring.lattice(graph, using: &$0)) ?? 0 }
                }
            ) { [("clustering", $1)] },
            // What σ asks for with as many.
            .graph(
                "small-world",
                { graph in
                    Draws.values(100, seed: 1) { random in
                        let drawn = Rewiring.degreePreserving(graph, using: &random)
                        return PathSummary(of: drawn).total.reduce(0, +) + Double(Triangles(of: drawn).total)
                    }
                }
            ) { [("sum", $1)] },
            .graph(
                "rewired-betweenness",
                { graph in
                    Draws.values(20, seed: 1) { random in
                        Betweenness(of: Rewiring.degreePreserving(graph, using: &random)).nodes.max() ?? 0
                    }
                }
            ) { [("largest", $1)] },
            // Relations of so many actors: the response and four that it is regressed on, drawn from the input's ties.
            Case(id: "mrqap") { input in
                let file = try NetworkFile(input)
                var matrices = (0..<5).map { _ in SquareMatrix(size: file.nodeCount) }
                for (tie, (source, target)) in zip(file.sources, file.targets).enumerated() {
                    matrices[tie % 5][Int(source), Int(target)] = 1
                }
                let relations = matrices
                return {
                    let found = MatrixRegression(
                        relations[0], on: Array(relations[1...]), draws: 10_000, seed: 1)
                    return {
                        [
                            ("estimate", (found?.coefficients ?? []).map(\.estimate)),
                            ("t", (found?.coefficients ?? []).map(\.t)),
                        ]
                    }
                }
            },
        ]
    }
}
