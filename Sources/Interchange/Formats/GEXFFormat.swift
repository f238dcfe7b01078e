import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Gephi's XML, versions 1.1 to 1.3 read and 1.3 written.
    public static let gexf = NetworkFormat(
        id: "gexf", name: Bilingual("GEXF"),
        carries: Bilingual(
            en: "the same, and dates on Gephi's timeline",
            fr: "de même, et dates sur l’axe du temps de Gephi"),
        fileExtensions: ["gexf"],
        recognises: { $0.contains("<gexf") },
        read: { bytes, file, options in
            let reader = GEXFReader(file: file)
            return PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                try XMLReader.read(bytes, file: file, into: reader)
                network = reader.network
            }
        }, write: GEXFWriter.write)
}

/// Reads GEXF 1.1 to 1.3, the format of Gephi: attributes with defaults, directions, nested nodes,
/// and the time that `start`, `end` and spells tell. Where nodes stand is read; how else they look is passed over, and said.
final class GEXFReader: XMLHandler {
    private enum Holder {
        case node(Int), tie(Int), other
    }

    private struct Attribute {
        let column: Int
        var isOfTies: Bool
    }

    private(set) var network: PlainNetwork
    private var isDirected: Bool?
    private var attributes: [Bool: [String: Attribute]] = [:]
    private var declaresTies = false
    private var openAttribute: Attribute?
    private var holders: [Holder] = []
    private var lookLine: Int?
    private var hasSpell: Set<Int> = []

    init(file: String) { network = PlainNetwork(file: file) }

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "graph": isDirected = element["defaultedgetype"].map { $0 != "undirected" }
        case "attributes": declaresTies = element["class"] == "edge"
        case "attribute": try declare(element)
        case "node": try startNode(element)
        case "edge": try startEdge(element)
        case "attvalue": try set(element)
        case "spell": setTime(element, isSpell: true)
        case "position":
            setPlace(element)
        case "color", "size", "shape", "thickness":
            lookLine = lookLine ?? element.line
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        switch name {
        case "attribute": openAttribute = nil
        case "default":
            guard let attribute = openAttribute else { return }
            if attribute.isOfTies {
                network.ties.setFallback(text, column: attribute.column)
            } else {
                network.nodes.setFallback(text, column: attribute.column)
            }
        case "node", "edge": holders.removeLast()
        case "gexf":
            guard let lookLine else { return }
            network.report(
                .note, "look-left-out", "Colours, sizes and shapes were left out.",
                remedy: "Nothing needs to be done.",
                line: lookLine)
        default: break
        }
    }

    private func declare(_ element: XMLElement) throws(TextFault) {
        let id = try element.required("id")
        let name = element["title"] ?? id
        let column = declaresTies ? network.ties.column(name) : network.nodes.column(name)
        let attribute = Attribute(column: column, isOfTies: declaresTies)
        attributes[declaresTies, default: [:]][id] = attribute
        openAttribute = attribute
    }

    private func startNode(_ element: XMLElement) throws(TextFault) {
        let id = try element.required("id")
        let parent = holders.last
        guard let node = network.add(node: id, line: element.line) else { return holders.append(.other) }
        holders.append(.node(node))
        if let label = element["label"], label != id { network.nodes.set(label, "label", row: node) }
        if let pid = element["pid"] {
            network.nodes.set(pid, "parent", row: node)
        } else if case .node(let parent) = parent {
            network.nodes.set(network.ids[parent], "parent", row: node)
        }
        setTime(element, isSpell: false)
    }

    private func startEdge(_ element: XMLElement) throws(TextFault) {
        let source = try element.required("source"), target = try element.required("target")
        let direction: Bool? =
            switch element["type"] {
            case "directed": true
            case "undirected": false
            default: isDirected
            }
        let tie = network.add(tie: source, target, directed: direction, line: element.line)
        if element["type"] == "mutual" {
            let other = network.add(tie: target, source, directed: true, line: element.line)
            network.setDirection(true, tie: tie)
            if let weight = element["weight"] { network.ties.set(weight, "weight", row: other) }
            network.report(
                .note, "mutual-tie",
                "A mutual tie was read as two, one each way; what else is said of it stands at the first.",
                remedy: "Nothing needs to be done.", line: element.line)
        }
        holders.append(.tie(tie))
        for name in ["weight", "label", "kind"] {
            if let value = element[name] { network.ties.set(value, name, row: tie) }
        }
        setTime(element, isSpell: false)
    }

    private func set(_ element: XMLElement) throws(TextFault) {
        guard let holder = holders.last else { return }
        let key = if let name = element["for"] { name } else { try element.required("id") }
        let text = element["value"] ?? ""
        let attribute: Attribute?
        switch holder {
        case .node(let row):
            attribute = attributes[false]?[key]
            if let attribute { network.nodes.set(text, column: attribute.column, row: row) }
        case .tie(let row):
            attribute = attributes[true]?[key]
            if let attribute { network.ties.set(text, column: attribute.column, row: row) }
        case .other: return
        }
        guard attribute == nil else { return }
        network.report(
            .error, "undeclared-key", "No attribute \"\(Excerpt.of(key))\" is declared for it.",
            remedy: "Add <attribute id=\"…\" title=\"…\" type=\"string\"/> to the file.", line: element.line,
            column: Excerpt.of(key))
    }

    /// Where Gephi put the node; an attribute x or y of the file's own, which comes before it, counts.
    private func setPlace(_ element: XMLElement) {
        guard case .node(let row)? = holders.last, let x = element["x"], let y = element["y"],
            PlainCell.number(x) != nil, PlainCell.number(y) != nil
        else { return }
        for (axis, text) in [("x", x), ("y", y)]
        where attributes[false]?.values.contains(where: { $0.column == network.nodes.column(axis) }) != true {
            network.nodes.set(text, axis, row: row)
        }
    }

    /// The first start and the last end that are told; dates of a dataset, where the file has them
    /// as attributes too, come later and count.
    private func setTime(_ element: XMLElement, isSpell: Bool) {
        guard let holder = holders.last else { return }
        let start = element["start"] ?? element["startopen"], end = element["end"] ?? element["endopen"]
        guard start != nil || end != nil else { return }
        var isSecond = false
        switch holder {
        case .node(let row):
            isSecond = isSpell && !hasSpell.insert(row).inserted
            if let start, !isSecond { network.nodes.set(start, "since", row: row) }
            if let end { network.nodes.set(end, "until", row: row) }
        case .tie(let row):
            isSecond = isSpell && !hasSpell.insert(-1 - row).inserted
            if let start, !isSecond { network.ties.set(start, "since", row: row) }
            if let end { network.ties.set(end, "until", row: row) }
        case .other: return
        }
        if isSecond {
            network.report(
                .warning, "several-spells", "It exists in several spells; what lies between them was left out.",
                remedy: "Make a tie of each spell.", line: element.line)
        }
    }
}

/// Writes GEXF 1.3 with the time of nodes and ties, for Gephi and NetworkX.
enum GEXFWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 })
        out.reportChanged("XML", "control characters", XMLText.holds)
        out.reportUncarried("GEXF")
        out.reportMixed("NetworkX")
        return NetworkFormat.Output(text: text(out), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork) -> String {
        let isDirected = out.isDirected
        let isDynamic = (out.nodeColumns + out.tieColumns).contains { ["since", "until"].contains($0.name) }
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" version="1.3">
              <graph defaultedgetype="\(isDirected ? "directed" : "undirected")" \
            mode="\(isDynamic ? "dynamic\" timeformat=\"date" : "static")">

            """
        text += attributes("node", out.nodeColumns) + attributes("edge", out.tieColumns)
        text += "    <nodes>\n"
        for row in 0..<out.nodeCount {
            let id = XMLText.escaped(out.ids[row])
            let label = out.names[row].map(XMLText.escaped) ?? id
            text += element("node", "id=\"\(id)\" label=\"\(label)\"", out.nodeColumns, row)
        }
        text += "    </nodes>\n    <edges>\n"
        for row in 0..<out.tieCount {
            var head =
                "id=\"\(row)\" source=\"\(XMLText.escaped(out.ids[out.source(row)]))\" "
                + "target=\"\(XMLText.escaped(out.ids[out.target(row)]))\""
            if out.isDirected(row) != isDirected {
                head += " type=\"\(out.isDirected(row) ? "directed" : "undirected")\""
            }
            if out.hasWeights, let weight = out.weightText(row) { head += " weight=\"\(weight)\"" }
            text += element("edge", head, out.tieColumns, row)
        }
        return text + "    </edges>\n  </graph>\n</gexf>\n"
    }

    private static func attributes(_ kind: String, _ columns: [OutgoingColumn]) -> String {
        guard !columns.isEmpty else { return "" }
        var text = "    <attributes class=\"\(kind)\" mode=\"static\">\n"
        for (place, column) in columns.enumerated() {
            let type =
                switch column.content {
                case .text: "string"
                case .integer: "long"
                case .number: "double"
                }
            text += "      <attribute id=\"\(place)\" title=\"\(XMLText.escaped(column.name))\" type=\"\(type)\"/>\n"
        }
        return text + "    </attributes>\n"
    }

    private static func element(_ name: String, _ head: String, _ columns: [OutgoingColumn], _ row: Int)
        -> String
    {
        var head = head
        var values = ""
        for (place, column) in columns.enumerated() {
            guard let text = column.cell(row) else { continue }
            values += "          <attvalue for=\"\(place)\" value=\"\(XMLText.escaped(text))\"/>\n"
            // Gephi's timeline wants whole days: the first that a partial date can mean, the last.
            if column.name == "since", let date = PartialDate(text) { head += " start=\"\(day(date, isFirst: true))\"" }
            if column.name == "until", let date = PartialDate(text) { head += " end=\"\(day(date, isFirst: false))\"" }
        }
        guard !values.isEmpty else { return "      <\(name) \(head)/>\n" }
        return "      <\(name) \(head)>\n        <attvalues>\n\(values)        </attvalues>\n      </\(name)>\n"
    }

    private static func day(_ date: PartialDate, isFirst: Bool) -> String {
        let month = date.month ?? (isFirst ? 1 : 12)
        var day = date.day ?? (isFirst ? 1 : 31)
        while PartialDate(year: date.year, month: month, day: day) == nil { day -= 1 }
        return PartialDate(year: date.year, month: month, day: day)?.description ?? date.description
    }
}
