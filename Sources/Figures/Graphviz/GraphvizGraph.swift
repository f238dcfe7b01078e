import CGraphviz
import Synchronization
import Vocabulary

/// A graph in the hands of the Graphviz C library: the one file that touches it.
///
/// Why the unsafe code here is sound:
/// - The handle is not copyable and never leaves `draw`, which holds the lock of the whole library
///   (its contexts, string tables and error state are shared by all graphs and made for one thread)
///   from before the first call until `deinit` has freed everything.
/// - Nodes and edges belong to the graph, are never deleted, and are known outside by position only.
/// - Strings go in as null-terminated copies that live for the call (the library keeps its own
///   copy), and what is rendered is copied out before it is freed.
///
/// Why data cannot steer it: attributes are named by `Attribute`, which has none that makes a link, and
/// one alone, `_background`, that could name a file: `SceneDrawing` makes its value of numbers and
/// colours, never of words. Values are set as plain text (only `agstrdup_html` makes markup); `escaped`
/// doubles the backslashes and writes the ampersands that Graphviz expands in labels.
@safe struct GraphvizGraph: ~Copyable {
    /// What may be set.
    enum Attribute: String {
        case pos, width, height, label, shape, style, id, `class`, pad, margin, dpi, size, fontname, fontsize
        case fillcolor, color, fontcolor, penwidth, fixedsize, outputorder, arrowsize, dir, bgcolor, charset
        case background = "_background"
    }

    private let context: OpaquePointer
    private let graph: UnsafeMutablePointer<Agraph_t>
    private var nodes: [UnsafeMutablePointer<Agnode_t>] = unsafe []
    private var edges: [UnsafeMutablePointer<Agedge_t>] = unsafe []
    private var isLaidOut = false

    private static let library = Mutex(())
    private static let messages = Mutex<[String]>([])

    /// Builds a graph, and renders it where its positions say.
    ///
    /// - Throws: `MilieuError` of cause `fault`, with what Graphviz said.
    static func draw(
        as format: String, _ build: (inout GraphvizGraph) throws(MilieuError) -> Void
    ) throws(MilieuError) -> [UInt8] {
        // A lock that rethrows typed errors needs a result to carry them.
        let result: Result<[UInt8], MilieuError> = library.withLock { _ in
            do throws(MilieuError) {
                var graph = try GraphvizGraph()
                try build(&graph)
                return .success(try graph.rendered(format))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// How wide lines are in a font, in thousandths of its size.
    ///
    /// - Throws: `MilieuError` of cause `fault`, with what Graphviz said.
    /// - Complexity: O(letters).
    static func widths(of lines: [String], font: String) throws(MilieuError) -> [Double] {
        let result: Result<[Double], MilieuError> = library.withLock { _ in
            do throws(MilieuError) {
                var graph = try GraphvizGraph()
                for line in lines {
                    let node = try graph.addNode()
                    for (attribute, value) in [
                        (.pos, "0,0"), (.shape, "none"), (.label, escaped(line)), (.fontname, font),
                        (.fontsize, "1000"),
                    ] as [(Attribute, String)] {
                        graph.set(node: node, attribute, value)
                    }
                }
                try graph.layOut()
                // Whole points, rounded up.
                return .success(unsafe graph.nodes.map { unsafe max(0, milieu_label_width($0) - 0.5) })
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init() throws(MilieuError) {
        Self.messages.withLock { $0 = [] }
        unsafe agseterrf { text in
            guard let text = unsafe text else { return 0 }
            let message = unsafe String(cString: text)
            GraphvizGraph.messages.withLock { if $0.count < 50 { $0.append(message) } }
            return 0
        }
        _ = agreseterrors()
        guard let context = unsafe gvContext() else {
            throw Self.fault(Bilingual(en: "no context", fr: "pas de contexte"))
        }
        var name = Array("scene".utf8CString)
        let opened = unsafe name.withUnsafeMutableBufferPointer { buffer in
            unsafe agopen(buffer.baseAddress, milieu_graph_directed(), nil)
        }
        guard let graph = unsafe opened else {
            _ = unsafe gvFreeContext(context)
            throw Self.fault(Bilingual(en: "no graph", fr: "pas de graphe"))
        }
        unsafe self.context = context
        unsafe self.graph = graph
    }

    deinit {
        if isLaidOut { _ = unsafe gvFreeLayout(context, graph) }
        _ = unsafe agclose(graph)
        _ = unsafe gvFreeContext(context)
    }

    /// Adds a node and returns its position.
    mutating func addNode() throws(MilieuError) -> Int {
        var name = Array("n\(unsafe nodes.count)".utf8CString)
        let made = unsafe name.withUnsafeMutableBufferPointer { buffer in
            unsafe agnode(graph, buffer.baseAddress, 1)
        }
        guard let node = unsafe made else { throw Self.fault(Bilingual(en: "no node", fr: "pas de nœud")) }
        unsafe nodes.append(node)
        return unsafe nodes.count - 1
    }

    /// Adds an edge between two nodes, parallel to any that are there, and returns its position.
    mutating func addEdge(_ source: Int, _ target: Int) throws(MilieuError) -> Int {
        var name = Array("e\(unsafe edges.count)".utf8CString)
        let (tail, head) = unsafe (nodes[source], nodes[target])
        let made = unsafe name.withUnsafeMutableBufferPointer { buffer in
            unsafe agedge(graph, tail, head, buffer.baseAddress, 1)
        }
        guard let edge = unsafe made else { throw Self.fault(Bilingual(en: "no edge", fr: "pas d'arête")) }
        unsafe edges.append(edge)
        return unsafe edges.count - 1
    }

    mutating func set(_ attribute: Attribute, _ value: String) {
        unsafe Self.set(UnsafeMutableRawPointer(graph), attribute, value)
    }

    /// What nodes have that are not told otherwise; to be said before any is added.
    mutating func setDefault(_ attribute: Attribute, _ value: String) {
        // The library writes into neither string, though its declaration does not say so.
        unsafe attribute.rawValue.withCString { name in
            unsafe value.withCString { text in
                _ = unsafe agattr(
                    graph, AGNODE, UnsafeMutablePointer(mutating: name), UnsafeMutablePointer(mutating: text))
            }
        }
    }

    mutating func set(node: Int, _ attribute: Attribute, _ value: String) {
        unsafe Self.set(UnsafeMutableRawPointer(nodes[node]), attribute, value)
    }

    mutating func set(edge: Int, _ attribute: Attribute, _ value: String) {
        unsafe Self.set(UnsafeMutableRawPointer(edges[edge]), attribute, value)
    }

    /// Text as a label that shows as it is.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") || $0 == 0 }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            case "\0": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func set(_ object: UnsafeMutableRawPointer, _ attribute: Attribute, _ value: String) {
        // The library writes into none of the three strings, though its declaration does not say so.
        unsafe attribute.rawValue.withCString { name in
            unsafe value.withCString { text in
                unsafe "".withCString { none in
                    _ = unsafe agsafeset(
                        object, UnsafeMutablePointer(mutating: name), UnsafeMutablePointer(mutating: text),
                        UnsafeMutablePointer(mutating: none))
                }
            }
        }
    }

    /// Keeps every position (`nop2`).
    private mutating func layOut() throws(MilieuError) {
        guard unsafe gvLayout(context, graph, "nop2") == 0 else {
            throw Self.fault(Bilingual(en: "no layout", fr: "pas de disposition"))
        }
        isLaidOut = true
    }

    /// Keeps every position and renders into memory.
    private mutating func rendered(_ format: String) throws(MilieuError) -> [UInt8] {
        try layOut()
        var data: UnsafeMutablePointer<CChar>?
        var length = 0
        guard unsafe milieu_render(context, graph, format, &data, &length) == 0, let data = unsafe data else {
            throw Self.fault(Bilingual(en: "no \(format)", fr: "pas de \(format)"))
        }
        defer { unsafe gvFreeRenderData(data) }
        guard length > 0, agerrors() < Int32(AGERR.rawValue) else {
            throw Self.fault(Bilingual(en: "no \(format)", fr: "pas de \(format)"))
        }
        return unsafe UnsafeBufferPointer(start: data, count: length).map { UInt8(bitPattern: $0) }
    }

    private static func fault(_ what: Bilingual) -> MilieuError {
        var said = messages.withLock { $0.joined() }
        if said.isEmpty, let last = unsafe aglasterr() { said = unsafe String(cString: last) }
        said = PlainText.cleaned(said)
        return MilieuError(
            .fault,
            Bilingual(en: "Graphviz made \(what.en)", fr: "Graphviz n'a pas abouti (\(what.fr))")
                + (said.isEmpty ? Bilingual(".") : Bilingual(en: ": \(said)", fr: " : \(said)")),
            remedy: Bilingual(
                en: "Check that libgraphviz is installed with its plug-ins (`dot -c` renews their list).",
                fr: "Vérifiez que libgraphviz est installé avec ses greffons (`dot -c` en renouvelle la liste)."))
    }
}
