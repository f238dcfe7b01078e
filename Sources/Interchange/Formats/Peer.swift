import Vocabulary

/// A program for which a network is written, so that it reads what was meant.
///
/// What igraph, NetworkX and R read is tried by the tests with their own readers; what Gephi, UCINET, NetDraw and Pajek
/// read is taken from their documentation, and of Gephi from the source of its importers. A format that one does not
/// read, or reads as another network, is not in its list.
public enum Peer: String, CaseIterable, Sendable {
    /// igraph, from R, Python or C.
    case igraph
    /// NetworkX, from Python.
    case networkx
    /// Gephi.
    case gephi
    /// UCINET and NetDraw.
    case ucinet
    /// Pajek.
    case pajek
    /// R with network and sna, or igraph.
    case r

    /// The ids of the formats that it reads, the best first.
    public var formats: [String] {
        switch self {
        case .igraph: ["graphml", "gml", "pajek", "dl"]
        case .networkx: ["graphml", "gexf", "json", "gml", "pajek", "dot", "matrix"]
        case .gephi: ["gexf", "graphml", "gml", "vna", "dot", "pajek", "dl", "edge-list", "matrix"]
        case .ucinet: ["dl", "vna", "pajek", "edge-list", "matrix"]
        case .pajek: ["pajek", "dl"]
        case .r: ["graphml", "pajek", "gml", "edge-list", "matrix", "dl", "json"]
        }
    }

    /// What the program calls itself.
    public var name: String {
        switch self {
        case .igraph: "igraph"
        case .networkx: "NetworkX"
        case .gephi: "Gephi"
        case .ucinet: "UCINET"
        case .pajek: "Pajek"
        case .r: "R"
        }
    }

    /// Whether it takes ties with and without direction in one network of the format.
    func takesMixedDirection(_ format: String) -> Bool {
        switch self {
        case .gephi: ["gexf", "graphml", "gml", "dot"].contains(format)
        case .pajek: format == "pajek"
        case .igraph, .networkx, .ucinet, .r: false
        }
    }

    /// Whether it takes several relations in one file of the format.
    func takesRelations(_ format: String) -> Bool {
        switch (self, format) {
        case (.pajek, "pajek"), (.r, "pajek"), (.ucinet, "dl"), (.ucinet, "vna"), (.gephi, "vna"): true
        default: false
        }
    }
}
