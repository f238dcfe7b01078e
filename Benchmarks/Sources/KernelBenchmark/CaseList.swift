import GraphKernels

enum CaseList {
    static var all: [Case] {
        kernels + Case.weighted + Case.structure + [
            .freezing, .reading, .workbook, .layout, .triad, .gather, .gatherTies, .gatherRows,
        ]
    }

    /// Kernels over a frozen graph: the call that is timed, and its answer.
    private static var kernels: [Case] { [
        .graph("betweenness", { Betweenness(of: $0) }) { [("betweenness", $1.nodes)] },
        .graph("approximate", { ApproximateBetweenness(of: $0, epsilon: 0.002, delta: 0.1, seed: 1) }) {
            [("share", $1.shares)]
        },
        .graph("paths", { PathSummary(of: $0) }) {
            [("harmonic", $1.inverse), ("farness", $1.total), ("eccentricity", $1.farthest)]
        },
        .graph("constraint", { StructuralHoles(of: $0) }) {
            [("constraint", $1.constraint), ("effective_size", $1.effectiveSize)]
        },
        .graph("pagerank", { SpectralCentrality.pageRank(of: $0, tolerance: 1e-9) }) { [("pagerank", $1)] },
        .graph("clustering", { graph in
            let triangles = Triangles(of: graph)
            return (0..<graph.nodeCount).map { node in
                let degree = graph.outgoing.degree(of: node)
                return degree < 2 ? 0 : 2 * Double(triangles.counts[node]) / Double(degree * (degree - 1))
            }
        }) { [("clustering", $1)] },
        leiden("leiden", passes: 2),
        leiden("leiden-once", passes: 1),
        leiden("leiden-whole", passes: nil),
        .graph("eigenvector", { SpectralCentrality.eigenvector(of: $0) }) { [("eigenvector", ($1 ?? []).map { $0 ?? 0 })] },
        .graph("hits", { HubsAndAuthorities(of: $0) }) { [("hub", $1?.hubs ?? [])] },
        .graph("katz", { SpectralCentrality.katz(of: $0, attenuation: katzAttenuation) }) { [("katz", $1)] },
        .graph("coreness", { Cores.coreness(of: $0) }) { [("coreness", $1.map(Double.init))] },
        .graph("components", { Components.weak(of: $0) }) { [("component", $1.labels.map(Double.init))] },
    ] }

    /// The peers take the same. Below 1/λ₁: 0.87 of it on Barabási-Albert with 200 000 nodes.
    private static let katzAttenuation = 0.015

    private static func leiden(_ id: String, passes: Int?) -> Case {
        .graph(id, { Leiden.communities(of: $0, seed: 1, runs: 1, passes: passes) }) { graph, found in
            [
                ("community", found.map(Double.init)),
                ("modularity", [Modularity.value(graph, community: found) ?? 0]),
            ]
        }
    }
}
