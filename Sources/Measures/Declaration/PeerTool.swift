/// Another tool whose numbers `--as` reproduces where its convention is known to differ.
public enum PeerTool: String, Sendable, CaseIterable {
    case ucinet, igraph, networkx, sna

    /// As its makers write it.
    public var name: String {
        switch self {
        case .ucinet: "UCINET"
        case .igraph: "igraph"
        case .networkx: "NetworkX"
        case .sna: "sna"
        }
    }
}
