import NetworkModel
import Vocabulary

/// Reads GraphML: keys with their defaults, directed and undirected edges, nested graphs as parts of the node that
/// holds them, the labels of yEd, and the interviews of Network Canvas. Ports are passed over, hyperedges are a fault.
///
/// Several graphs beside each other that share nodes are relations of one network, each a kind of tie; where they share
/// none, one must be chosen.
final class GraphMLReader: XMLHandler {
    private enum Holder {
        case node(Int), tie(Int), other
    }

    private struct Key {
        let column: Int
        let isOfTies: Bool
    }

    private(set) var network: PlainNetwork
    private let wanted: String?
    private var keysOfNodes: [String: Int] = [:]
    private var keysOfTies: [String: Int] = [:]
    /// What the keys of graphs are called.
    private var keysOfGraphs: [String: String] = [:]
    /// Where the default of the key that is being read goes.
    private var openKeys: [Key] = []
    private var holders: [Holder] = []
    private var dataKey: String?
    /// Keys of what yEd draws, of which only the labels are read.
    private var drawnKeys: Set<String> = []
    /// Keys that Gephi calls as their attribute, of how it draws the nodes.
    private var lookKeys: Set<String> = []
    /// The labels that the open data hold.
    private var labels: [String] = []

    // Graphs beside each other.
    private var graphs: [(isDirected: Bool, line: Int)] = []
    private var names: [String] = []
    private var isPassed = false
    private var sharesNodes = false
    private var nodesOfGraph: Set<Int> = []
    /// The graph of each tie.
    private var graphOfTie: [Int] = []
    private var interviews: InterviewFilling?

    init(file: String, wanted: String?) {
        network = PlainNetwork(file: file)
        self.wanted = wanted
    }

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "key": declare(element)
        case "graph": startGraph(element)
        case _ where isPassed: break
        case "node":
            let id = try element.required("id")
            let parent = holders.last
            guard let node = add(node: id, line: element.line) else { return holders.append(.other) }
            holders.append(.node(node))
            if case .node(let parent) = parent { network.nodes.set(network.ids[parent], "parent", row: node) }
        case "edge":
            let direction = element["directed"].map { $0 == "true" || $0 == "1" }
            let source = try element.required("source"), target = try element.required("target")
            let prefix = interviews?.prefix ?? ""
            holders.append(
                .tie(
                    network.add(
                        tie: prefix + source, prefix + target, directed: direction ?? graphs.last?.isDirected ?? nil,
                        line: element.line)))
            graphOfTie.append(names.count - 1)
        case "port": holders.append(.other)
        case "hyperedge":
            throw TextFault(
                Bilingual(
                    en: "A hyperedge ties more than two nodes at once.",
                    fr: "Une hyperarête lie plus de deux nœuds à la fois."),
                remedy: Bilingual(
                    en: "Make it a node (an event), tied to each that takes part.",
                    fr: "Faites-en un nœud (un événement), lié à chacun de ceux qui y prennent part."),
                line: element.line, column: element.column, code: "hyperedge")
        case "data": dataKey = element["key"]
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        switch name {
        case "key": openKeys = []
        case "default":
            for key in openKeys {
                if key.isOfTies {
                    network.ties.setFallback(text, column: key.column)
                } else {
                    network.nodes.setFallback(text, column: key.column)
                }
            }
        case "graph":
            graphs.removeLast()
            if graphs.isEmpty { isPassed = false }
        case "graphml": try finish(line)
        case _ where isPassed: break
        case "node", "edge", "port": holders.removeLast()
        case "data":
            setLabels()
            if let key = dataKey { set(text, key, line) }
            dataKey = nil
        // What yEd draws at nodes and edges.
        case "NodeLabel", "EdgeLabel": labels.append(PlainCell.trimmed(text))
        default: break
        }
    }

    // MARK: Graphs

    private func startGraph(_ element: XMLElement) {
        graphs.append((element["edgedefault"] == "directed", element.line))
        guard graphs.count == 1 else { return }
        names.append(element["id"] ?? "")
        nodesOfGraph = []
        if let wanted {
            isPassed = !(names.last?.lowercased() == wanted.lowercased() || String(names.count) == wanted)
        }
        if !isPassed { interviews?.start(element, number: names.count, &network) }
    }

    /// A node, which another of the graphs beside this one may know, too.
    private func add(node id: String, line: Int) -> Int? {
        if interviews != nil { return interviews?.addAlter(id, line: line, &network) }
        if names.count > 1, let known = network.position(of: id), !nodesOfGraph.contains(known) {
            sharesNodes = true
            nodesOfGraph.insert(known)
            return known
        }
        guard let node = network.add(node: id, line: line) else { return nil }
        nodesOfGraph.insert(node)
        return node
    }

    private func finish(_ line: Int) throws(TextFault) {
        if lookKeys.contains("size"), !lookKeys.isDisjoint(with: ["x", "y", "r", "g", "b"]) {
            network.leaveOut(look: lookKeys.sorted())
        }
        if let interviews { return interviews.finish(&network) }
        guard names.count > 1 else { return }
        if wanted != nil || !sharesNodes {
            _ = try NetworkChoice.place(names, wanted: wanted, line: line)
            return
        }
        for (tie, graph) in graphOfTie.enumerated() {
            network.ties.set(names[graph].isEmpty ? "relation\(graph + 1)" : names[graph], "kind", row: tie)
        }
        network.report(
            .note, "graphs-as-relations",
            Bilingual(
                en: "The file has \(names.count) graphs with the same nodes: each was read as a relation of its own.",
                fr:
                    "Le fichier a \(names.count, fr: "graphe", "graphes") sur les mêmes nœuds : chacun a été lu comme une relation à part."
            ),
            remedy: Bilingual(
                en: "Nothing needs to be done; --network reads one of them.",
                fr: "Rien à faire ; --network en lit un seul."), line: line)
    }

    // MARK: Attributes

    private func declare(_ element: XMLElement) {
        openKeys = []
        guard let id = element["id"] else { return }
        if element["yfiles.type"] != nil {
            drawnKeys.insert(id)
            return
        }
        let told = element["attr.name"] ?? id
        // The type of a node or edge of Network Canvas is its kind, and so is the layer of an edge of uunet.
        let name = told == "networkCanvasType" || told == "e_type" ? "kind" : told
        let domain = element["for"] ?? "all"
        if ["node", "all"].contains(domain) {
            if InterviewFilling.isMark(name) { interviews = interviews ?? InterviewFilling() }
            if id == name, ["x", "y", "z", "size", "r", "g", "b"].contains(name) { lookKeys.insert(name) }
            let column = network.nodes.column(name)
            keysOfNodes[id] = column
            openKeys.append(Key(column: column, isOfTies: false))
        }
        if ["edge", "all"].contains(domain) {
            let column = network.ties.column(name)
            keysOfTies[id] = column
            openKeys.append(Key(column: column, isOfTies: true))
        }
        if ["graph", "all"].contains(domain) { keysOfGraphs[id] = name }
    }

    private func set(_ text: String, _ key: String, _ line: Int) {
        if drawnKeys.contains(key) { return }
        let column: Int?
        switch holders.last {
        case .node(let row):
            column = keysOfNodes[key]
            if let column {
                network.nodes.set(interviews == nil ? text : InterviewFilling.plain(text), column: column, row: row)
            }
        case .tie(let row):
            column = keysOfTies[key]
            if let column {
                network.ties.set(interviews == nil ? text : InterviewFilling.plain(text), column: column, row: row)
            }
        case nil where graphs.count == 1:
            if let name = keysOfGraphs[key] { interviews?.setEgo(text, name, &network) }
            return
        case .other, nil: return
        }
        guard column == nil else { return }
        network.report(
            .error, "undeclared-key",
            Bilingual(
                en: "No key \"\(Excerpt.of(key))\" is declared for it.",
                fr: "Aucune clé « \(Excerpt.of(key)) » n'est déclarée pour cela."),
            remedy: Bilingual(
                en: "Add <key id=\"…\" for=\"…\" attr.name=\"…\"/> at the top of the file.",
                fr: "Ajoutez <key id=\"…\" for=\"…\" attr.name=\"…\"/> en tête du fichier."), line: line,
            column: Excerpt.of(key))
    }

    /// Of several labels that yEd draws the first is the name, which for a group is that of the open one; the others
    /// are kept beside it.
    private func setLabels() {
        let told = labels.filter { !$0.isEmpty }
        labels = []
        guard let first = told.first else { return }
        let others = told.dropFirst().joined(separator: "; ")
        switch holders.last {
        case .node(let row):
            network.nodes.set(first, "label", row: row)
            if !others.isEmpty { network.nodes.set(others, "further labels", row: row) }
        case .tie(let row):
            network.ties.set(first, "label", row: row)
            if !others.isEmpty { network.ties.set(others, "further labels", row: row) }
        case .other, nil: return
        }
    }
}
