import NetworkModel
import Vocabulary

/// Reads GEXF 1.1 to 1.3, the format of Gephi: attributes with defaults, directions, nested nodes, and the time that
/// starts, ends, spells and timestamps tell (`GEXFTimes`). Where nodes stand is read; how else they
/// look is passed over, and said.
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
    private var times = GEXFTimes()

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
        case "position": setPlace(element)
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
            times.fill(&network)
            guard let lookLine else { return }
            network.report(
                .note, "look-left-out",
                Bilingual(
                    en: "Colours, sizes and shapes were left out.",
                    fr: "Les couleurs, les tailles et les formes ont été laissées de côté."),
                remedy: .nothingToDo,
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
                Bilingual(
                    en: "A mutual tie was read as two, one each way; what else is said of it stands at the first.",
                    fr:
                        "Un lien mutuel a été lu comme deux, un dans chaque sens ; ce qui en est dit d'autre se trouve au premier."
                ),
                remedy: .nothingToDo, line: element.line)
        }
        holders.append(.tie(tie))
        for name in ["weight", "label", "kind"] {
            if let value = element[name] { network.ties.set(value, name, row: tie) }
        }
        setTime(element, isSpell: false)
    }

    private func set(_ element: XMLElement) throws(TextFault) {
        guard let holder = openHolder else { return }
        let key = if let name = element["for"] { name } else { try element.required("id") }
        let text = element["value"] ?? ""
        let isOfTies = if case .tie = holder { true } else { false }
        let column = attributes[isOfTies]?[key]?.column ?? undeclared(key, isOfTies: isOfTies, line: element.line)
        if let span = GEXFTimes.spans(element).first {
            return times.add(text, span, column: column, of: holder)
        }
        switch holder {
        case .node(let row): network.nodes.set(text, column: column, row: row)
        case .tie(let row): network.ties.set(text, column: column, row: row)
        }
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

    /// Some programs do not declare their attributes, whose names are then their keys.
    private func undeclared(_ key: String, isOfTies: Bool, line: Int) -> Int {
        network.report(
            .warning, "undeclared-key",
            Bilingual(
                en: "No attribute \"\(Excerpt.of(key))\" is declared; it was read as one of that name.",
                fr: "Aucun attribut « \(Excerpt.of(key)) » n'est déclaré ; il a été lu comme un attribut de ce nom."),
            remedy: Bilingual(
                en: "Add <attribute id=\"…\" title=\"…\" type=\"string\"/> to the file.",
                fr: "Ajoutez au fichier <attribute id=\"…\" title=\"…\" type=\"string\"/>."), line: line,
            column: Excerpt.of(key))
        let column = isOfTies ? network.ties.column(key) : network.nodes.column(key)
        attributes[isOfTies, default: [:]][key] = Attribute(column: column, isOfTies: isOfTies)
        return column
    }

    private var openHolder: GEXFTimes.Holder? {
        switch holders.last {
        case .node(let row): .node(row)
        case .tie(let row): .tie(row)
        case .other, nil: nil
        }
    }

    private func setTime(_ element: XMLElement, isSpell: Bool) {
        guard let holder = openHolder else { return }
        let spans = GEXFTimes.spans(element)
        if !spans.isEmpty { times.add(spans, to: holder, isSpell: isSpell) }
    }
}
