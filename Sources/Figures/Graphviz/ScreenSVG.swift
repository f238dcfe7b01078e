/// The last touch to Graphviz's SVG for screens: titles that a reader understands instead of the
/// names of nodes, a title and description of the whole, no comment, and no reference to anything
/// outside the file.
///
/// Graphviz writes one element a line and escapes all text, so that no line of data can look like
/// the lines that are replaced here.
struct ScreenSVG {
    private let scene: Scene
    private let idPrefix: String
    /// How Graphviz and how SVG says that words are in bold.
    private let bold: (drawn: [UInt8], told: [UInt8])
    /// The document as far as it is written.
    private(set) var bytes: [UInt8] = []

    init(_ scene: Scene, idPrefix: String) {
        (self.scene, self.idPrefix) = (scene, idPrefix)
        let families = scene.fontFamilies
        bold = (
            Array("font-family=\"\(families) Bold\"".utf8),
            Array("font-family=\"\(families)\" font-weight=\"bold\"".utf8)
        )
    }

    /// How lines begin that need a touch.
    private enum Head {
        static let comment = Array("<!--".utf8)
        static let commentEnd = Array("-->".utf8)
        static let page = Array("<svg ".utf8)
        static let whole = Array("<g id=\"graph0\"".utf8)
        static let group = Array("<g id=\"".utf8)
        static let groupEnd = Array("</g>".utf8)
        static let pageEnd = Array("</svg>".utf8)
        static let (node, edge) = (Array("node".utf8), Array("edge".utf8))
        static let polygon = Array("<polygon ".utf8)
        static let title = Array("<title>".utf8)
        static let text = Array("<text ".utf8)
        static let hyphen = Array("&#45;".utf8)
    }

    private static let (newline, quote, ampersand) = (UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "&"))

    /// Takes over what Graphviz drew of a part of the scene.
    ///
    /// - Parameters:
    ///   - identities: what its nodes and edges stand for, in the order of the numbers that Graphviz gave them.
    ///   - isFirst: whether the head of the document is to be taken, too.
    ///   - isLast: whether its end is.
    mutating func add(_ image: [UInt8], _ identities: DrawnIdentities, isFirst: Bool, isLast: Bool) {
        if isFirst { bytes = Array((#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n").utf8) }
        bytes.reserveCapacity(bytes.count + image.count + image.count / 4)
        var (isInside, isComment) = (false, false)
        // Before the first node or edge stand the page and the areas, which Graphviz does not name.
        var (isBackground, polygons) = (true, 0)
        // Groups that are open, the whole among them.
        var depth = 0
        var start = image.startIndex
        while start < image.endIndex {
            let end = image[start...].firstIndex(of: Self.newline) ?? image.endIndex
            let line = image[start..<end]
            start = end + 1
            if line.isEmpty { continue }
            if isComment || line.starts(with: Head.comment) {
                isComment = !line.suffix(3).elementsEqual(Head.commentEnd)
            } else if line.starts(with: Head.page) {
                // Graphviz writes its attributes on two lines.
                isInside = isFirst
                if isFirst { addPage(line) }
            } else if line.starts(with: Head.whole) {
                isInside = true
                depth += 1
                if isFirst { addWhole(line) }
            } else if !isInside || line.starts(with: Head.title) {
                continue
            } else if isBackground, line.starts(with: Head.polygon) {
                if isFirst { addBackground(line, polygons) }
                polygons += 1
            } else if line.starts(with: Head.group) {
                isBackground = false
                depth += 1
                addGroup(line, identities)
            } else if line.starts(with: Head.groupEnd) || line.starts(with: Head.pageEnd) {
                depth -= 1
                if depth > 0 || isLast { add(line) }
            } else {
                add(line.starts(with: Head.text) ? withDirection(withWeight(line)) : line)
            }
        }
    }

    private mutating func addPage(_ line: ArraySlice<UInt8>) {
        bytes += #"<svg role="img" aria-labelledby="\#(titleID) \#(descriptionID)" "#.utf8
        bytes += "lang=\"\(scene.language.rawValue)\" ".utf8
        add(line.dropFirst(Head.page.count))
    }

    private mutating func addWhole(_ line: ArraySlice<UInt8>) {
        bytes += "<title id=\"\(titleID)\">\(Self.escaped(scene.title))</title>\n".utf8
        bytes += "<desc id=\"\(descriptionID)\">\(Self.escaped(scene.description))</desc>\n".utf8
        bytes += "<g".utf8
        add(Self.withoutID(line))
    }

    private var titleID: String { idPrefix + "figure-title" }
    private var descriptionID: String { idPrefix + "figure-description" }

    private mutating func addBackground(_ line: ArraySlice<UInt8>, _ polygon: Int) {
        guard polygon > 0, let identity = scene.areas[polygon - 1].identity else { return add(line) }
        bytes += "<g id=\"\(Self.escaped(idPrefix + identity.id))\" class=\"\(Self.classes(identity))\">\n".utf8
        addTitle(identity)
        add(line)
        bytes += "</g>\n".utf8
    }

    /// A node or an edge, by the number that Graphviz gave it; those numbers are nobody's business.
    private mutating func addGroup(_ line: ArraySlice<UInt8>, _ identities: DrawnIdentities) {
        let name = line.dropFirst(Head.group.count).prefix { $0 != Self.quote }
        let isEdge = name.starts(with: Head.edge)
        let known = isEdge ? identities.edges : identities.nodes
        let number = name.dropFirst(isEdge ? Head.edge.count : Head.node.count).reduce(0) { $0 * 10 + Int($1) - 48 }
        guard known.indices.contains(number - 1), let identity = known[number - 1] else {
            bytes += "<g".utf8
            return add(Self.withoutID(line))
        }
        let kind = isEdge ? "edge" : "node"
        bytes += "<g id=\"\(Self.escaped(idPrefix + identity.id))\" class=\"\(kind) \(Self.classes(identity))\">\n".utf8
        addTitle(identity)
    }

    private mutating func addTitle(_ identity: Scene.Identity) {
        guard !identity.title.isEmpty else { return }
        bytes += "<title>\(Self.escaped(identity.title))</title>\n".utf8
    }

    private static func classes(_ identity: Scene.Identity) -> String {
        escaped(identity.classes.joined(separator: " "))
    }

    /// Takes a line over; hyphens, which Graphviz writes as numbers, as they are.
    private mutating func add(_ line: ArraySlice<UInt8>) {
        var rest = line
        while let place = rest.firstIndex(of: Self.ampersand) {
            bytes += rest[..<place]
            let isHyphen = rest[place...].starts(with: Head.hyphen)
            bytes.append(isHyphen ? UInt8(ascii: "-") : Self.ampersand)
            rest = rest[(place + (isHyphen ? Head.hyphen.count : 1))...]
        }
        bytes += rest
        bytes.append(Self.newline)
    }

    /// What stands behind the id.
    private static func withoutID(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let end = line.dropFirst(7).firstIndex(of: quote) else { return line.dropFirst(2) }
        return line[(end + 1)...]
    }

    /// Graphviz writes the weight into the family's name.
    private func withWeight(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let place = line.firstRange(of: bold.drawn) else { return line }
        return ArraySlice(line[..<place.lowerBound] + bold.told + line[place.upperBound...])
    }

    /// Words that begin from the right are told so, or a browser would set their numbers and signs as in words that begin
    /// from the left. Their end is then on the left, where they are held as before.
    private func withDirection(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.contains(where: { $0 >= 0xD6 }), let head = line.firstIndex(of: UInt8(ascii: ">")),
            PlainText.beginsFromTheRight(Self.withoutSigns(String(decoding: line[head...], as: UTF8.self)))
        else { return line }
        let anchors: [(String, String)] = [("start", "end"), ("end", "start")]
        for (own, other) in anchors {
            let text = Array("text-anchor=\"\(own)\"".utf8)
            guard let place = line[..<head].firstRange(of: text) else { continue }
            let told = Array("direction=\"rtl\" text-anchor=\"\(other)\"".utf8)
            return ArraySlice(line[..<place.lowerBound] + told + line[place.upperBound...])
        }
        return ArraySlice(line[..<head] + Array(" direction=\"rtl\"".utf8) + line[head...])
    }

    /// Signs that are written as words, such as `&lt;`, are no letters.
    private static func withoutSigns(_ text: String) -> String {
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { $0 + $1.drop { $0 != ";" } }
    }

    private static func escaped(_ text: String) -> String {
        let clean = PlainText.cleaned(text, limit: 2000)
        guard clean.utf8.contains(where: { $0 == ampersand || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
        else { return clean }
        return clean.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
