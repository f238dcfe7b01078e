/// The last touch to Graphviz's SVG for screens: titles that a reader understands instead of the
/// names of nodes, a title and description of the whole, no comment, and no reference to anything
/// outside the file.
///
/// Graphviz writes one element a line and escapes all text, so that no line of data can look like
/// the lines that are replaced here.
struct ScreenSVG {
    private let scene: Scene
    private let idPrefix: String
    private let titles: [String: String]

    init(_ scene: Scene, idPrefix: String) {
        (self.scene, self.idPrefix) = (scene, idPrefix)
        let identities =
            scene.marks.compactMap(\.identity) + scene.strokes.compactMap(\.identity) + scene.labels.compactMap(\.identity)
        titles = Dictionary(identities.map { (idPrefix + $0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    func finished(_ image: [UInt8]) -> [UInt8] {
        let text = String(decoding: image, as: UTF8.self).replacing("&#45;", with: "-")
        var result = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        var (isInside, title, isComment) = (false, "", false)
        // Before the first node or edge stand the page and the areas, which Graphviz does not name.
        var polygons = 0
        var isBackground = true
        let (titleID, descriptionID) = (idPrefix + "figure-title", idPrefix + "figure-description")
        for line in text.split(separator: "\n") {
            if line.hasPrefix("<!--") || isComment {
                isComment = !line.hasSuffix("-->")
                continue
            }
            if line.hasPrefix("<svg ") {
                isInside = true
                result += #"<svg role="img" aria-labelledby="# + "\"\(titleID) \(descriptionID)\" "
                result += "lang=\"\(scene.language.rawValue)\" " + line.dropFirst(5) + "\n"
            } else if !isInside {
                continue
            } else if line.hasPrefix("<g id=\"graph0\"") {
                result += "<title id=\"\(titleID)\">\(Self.escaped(scene.title))</title>\n"
                result += "<desc id=\"\(descriptionID)\">\(Self.escaped(scene.description))</desc>\n"
                result += Self.withoutID(line) + "\n"
            } else if isBackground, line.hasPrefix("<polygon ") {
                result += polygons == 0 ? line + "\n" : named(scene.areas[polygons - 1].identity, line)
                polygons += 1
            } else if line.hasPrefix("<g id=\"") {
                isBackground = false
                let id = line.dropFirst(7).prefix { $0 != "\"" }
                let known = titles[String(id)]
                title = known ?? ""
                result += known == nil ? Self.withoutID(line) + "\n" : line + "\n"
            } else if line.hasPrefix("<title>") {
                if !title.isEmpty { result += "<title>\(Self.escaped(title))</title>\n" }
                title = ""
            } else {
                result += Self.withWeight(line) + "\n"
            }
        }
        return Array(result.utf8)
    }

    private func named(_ identity: Scene.Identity?, _ line: Substring) -> String {
        guard let identity else { return line + "\n" }
        let classes = identity.classes.joined(separator: " ")
        let title = identity.title.isEmpty ? "" : "<title>\(Self.escaped(identity.title))</title>\n"
        return "<g id=\"\(Self.escaped(idPrefix + identity.id))\" class=\"\(Self.escaped(classes))\">\n\(title)\(line)\n</g>\n"
    }

    /// Graphviz numbers what the scene does not name; those numbers are nobody's business.
    private static func withoutID(_ line: Substring) -> String {
        guard let end = line.dropFirst(7).firstIndex(of: "\"") else { return String(line) }
        return "<g" + line[line.index(after: end)...]
    }

    /// Graphviz writes the weight into the family's name.
    private static func withWeight(_ line: Substring) -> String {
        guard line.hasPrefix("<text ") else { return String(line) }
        let bold = "font-family=\"\(SceneDrawing.fontFamilies) Bold\""
        return String(line).replacing(bold, with: "font-family=\"\(SceneDrawing.fontFamilies)\" font-weight=\"bold\"", maxReplacements: 1)
    }

    private static func escaped(_ text: String) -> String {
        PlainText.cleaned(text, limit: 2000)
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
