import Vocabulary

/// Reads projects of the REFI-QDA standard (`.qdpx`, `.qde`), which ATLAS.ti, MAXQDA, NVivo, QDA Miner and others
/// exchange, and its codebooks (`.qdc`), which have codes alone.
final class RefiQDAReader: XMLHandler {
    private(set) var project = CodedProject(origin: "The program", unit: nil)
    private var sources: [(id: String, name: String, path: String?, content: String?)] = []
    private var selection: (start: Int, end: Int, quote: String?)?
    /// The names of the codes that the current one stands below.
    private var codePath: [String] = []
    private var paths: [[String]] = []
    /// How many sources the current element lies in.
    private var sourceDepth = 0
    private let archive: ZipArchive?

    private init(_ archive: ZipArchive?) { self.archive = archive }

    static func read(_ bytes: [UInt8], file: String) throws(TextFault) -> CodedProject {
        guard ZipArchive.recognises(bytes) else {
            let reader = RefiQDAReader(nil)
            try XMLReader.read(bytes, file: file, into: reader)
            return try reader.finish()
        }
        let archive = try ZipArchive(bytes)
        let name = archive.names.first { $0.lowercased().hasSuffix(".qde") }
        guard let name, let text = try archive.bytes(of: name) else {
            throw TextFault(
                Bilingual(en: "The archive has no project.qde in it.", fr: "L'archive ne contient pas de project.qde."),
                remedy: Bilingual(
                    en: "Export the project as REFI-QDA (.qdpx).", fr: "Exportez le projet en REFI-QDA (.qdpx)."),
                line: 1,
                code: "missing-file")
        }
        let reader = RefiQDAReader(archive)
        try XMLReader.read(text, file: name, into: reader)
        return try reader.finish()
    }

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "Project", "CodeBook":
            if let origin = element["origin"], !origin.isEmpty {
                project = CodedProject(origin: Excerpt.of(origin), unit: nil)
            }
        case "Code":
            codePath.append(try element.required("name"))
            paths.append(codePath)
            project.codes.append(.init(id: try element.required("guid"), name: codePath[codePath.count - 1]))
        // The text of a PDF file is a source within it.
        case "TextSource", "Representation":
            sourceDepth += 1
            sources.append((try element.required("guid"), element["name"] ?? "text", element["plainTextPath"], nil))
        case "PDFSource", "PictureSource", "AudioSource", "VideoSource": sourceDepth += 1
        case "PlainTextSelection":
            let (start, end) = (Int(try element.required("startPosition")), Int(try element.required("endPosition")))
            guard let start, let end else {
                throw TextFault(
                    Bilingual(
                        en: "The place of a passage is no whole number.",
                        fr: "La place d'un passage n'est pas un nombre entier."),
                    remedy: Bilingual(en: "Export the project once more.", fr: "Exportez de nouveau le projet."),
                    line: element.line, column: element.column, code: "bad-number")
            }
            selection = (start, end, element["name"])
        case "CodeRef":
            guard let selection, let source = sources.last else {
                if sourceDepth > 0 { project.codingsLeftOut += 1 }
                return
            }
            project.codings.append(
                .init(
                    code: try element.required("targetGUID"), text: source.id, start: selection.start,
                    end: selection.end,
                    quote: selection.quote))
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        switch name {
        case "PlainTextSelection": selection = nil
        case "Code": _ = codePath.popLast()
        case "TextSource", "Representation", "PDFSource", "PictureSource", "AudioSource", "VideoSource":
            sourceDepth -= 1
        case "PlainTextContent": if let last = sources.indices.last { sources[last].content = text }
        default: break
        }
    }

    /// Codes of one name below different ones are told apart by what they stand below.
    private func nameCodes() {
        let counts = Dictionary(grouping: project.codes, by: \.name).mapValues(\.count)
        for (place, path) in paths.enumerated() where counts[project.codes[place].name, default: 0] > 1 {
            let code = project.codes[place]
            project.codes[place] = .init(id: code.id, name: path.joined(separator: " > "))
        }
    }

    /// The texts, from the archive alone: a path that leads elsewhere leads nowhere.
    private func finish() throws(TextFault) -> CodedProject {
        nameCodes()
        for source in sources {
            var content = source.content
            if content == nil, let path = source.path, path.hasPrefix("internal://"), let archive {
                let name = String(path.dropFirst("internal://".count))
                let folder = archive.contains("sources/" + name) ? "sources/" : "Sources/"
                let bytes = try archive.bytes(of: folder + name)
                content = bytes.map { bytes in
                    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
                    return String(decoding: isMarked ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self)
                }
            }
            project.texts.append(.init(id: source.id, name: source.name, content: content))
        }
        return project
    }
}

/// Reads the databases of Taguette and of QualCoder.
enum CodedDatabase {
    static func read(_ bytes: [UInt8]) throws(TextFault) -> CodedProject {
        let file = try SQLiteFile(bytes)
        let tables = try file.tables()
        if tables.isSuperset(of: ["documents", "highlights", "tags", "highlight_tags"]) { return try taguette(file) }
        if tables.isSuperset(of: ["code_name", "code_text", "source"]) { return try qualCoder(file) }
        throw TextFault(
            Bilingual(
                en: "The database is none of Taguette or QualCoder.",
                fr: "La base de données n'est ni de Taguette ni de QualCoder."),
            remedy: Bilingual(
                en: "Export the project as REFI-QDA (.qdpx).", fr: "Exportez le projet en REFI-QDA (.qdpx)."),
            line: 1,
            code: "unknown-format")
    }

    /// Taguette keeps documents as HTML and counts places in bytes of their text; what was marked stands beside.
    private static func taguette(_ file: SQLiteFile) throws(TextFault) -> CodedProject {
        var project = CodedProject(origin: "Taguette", unit: .utf8)
        project.codes = try file.rows("SELECT id, path FROM tags ORDER BY id").compactMap(code)
        project.texts = try file.rows("SELECT id, name FROM documents ORDER BY id").compactMap { row in
            row[0].map { .init(id: $0, name: row[1] ?? $0, content: nil) }
        }
        let rows = try file.rows(
            """
            SELECT t.tag_id, h.document_id, h.start_offset, h.end_offset, h.snippet FROM highlights h
            JOIN highlight_tags t ON t.highlight_id = h.id ORDER BY h.document_id, h.start_offset, h.id, t.tag_id
            """)
        project.codings = rows.compactMap { coding($0, quote: $0[4].map(plain)) }
        return project
    }

    /// QualCoder counts code points; what was marked stands beside.
    private static func qualCoder(_ file: SQLiteFile) throws(TextFault) -> CodedProject {
        var project = CodedProject(origin: "QualCoder", unit: .codepoints)
        project.codes = try file.rows("SELECT cid, name FROM code_name ORDER BY cid").compactMap(code)
        project.texts = try file.rows("SELECT id, name, fulltext FROM source ORDER BY id").compactMap { row in
            row[0].map { .init(id: $0, name: row[1] ?? $0, content: row[2]) }
        }
        project.codings = try file.rows(
            "SELECT cid, fid, pos0, pos1, seltext FROM code_text ORDER BY fid, pos0, pos1, cid"
        )
        .compactMap { coding($0, quote: $0[4]) }
        return project
    }

    private static func code(_ row: [String?]) -> CodedProject.Code? {
        guard let id = row[0], let name = row[1] else { return nil }
        return .init(id: id, name: name)
    }

    private static func coding(_ row: [String?], quote: String?) -> CodedProject.Coding? {
        guard let code = row[0], let text = row[1], let start = row[2].flatMap({ Int($0) }),
            let end = row[3].flatMap({ Int($0) })
        else { return nil }
        return .init(code: code, text: text, start: start, end: end, quote: quote)
    }

    /// The text of a piece of HTML.
    private static func plain(_ html: String) -> String {
        var text = "", isTag = false
        for letter in html {
            if letter == "<" {
                isTag = true
            } else if letter == ">" {
                isTag = false
            } else if !isTag {
                text.append(letter)
            }
        }
        return TextEntity.decoded(text)
    }
}
