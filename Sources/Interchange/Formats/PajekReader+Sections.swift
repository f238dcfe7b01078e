import NetworkModel
import Vocabulary

/// The sections of a Pajek network.
extension PajekReader {
    // MARK: Sections

    mutating func readVertices(_ head: PajekLines.Line) throws(TextFault) {
        count = try head.whole(1, Bilingual(en: "how many vertices there are", fr: "combien il y a de sommets"))
        guard count <= lines.scanner.bytes.count + PlainNetwork.mostUnnamed else {
            throw TextFault(
                Bilingual(
                    en: "\(count) vertices are far more than a file of this size describes.",
                    fr:
                        "\(count, fr: "sommet est", "sommets sont") bien plus qu'un fichier de cette taille n'en décrit."
                ), remedy: Bilingual(en: "Correct the number.", fr: "Corrigez le nombre."),
                line: head.number, column: head.tokens[1].column, code: "out-of-range")
        }
        for number in 0..<count { _ = network.add(node: String(number + 1), line: head.number) }
        actorCount =
            head.tokens.count > 2
            ? try head.whole(
                2,
                Bilingual(en: "how many of them are of the first mode", fr: "combien d'entre eux sont du premier mode"))
            : count
        while let line = lines.next(unlessSection: true) {
            let node = try vertex(line, 0)
            if line.tokens.count > 1 { network.nodes.set(line.tokens[1].text, "label", row: node) }
            readLook(line, node)
        }
        guard actorCount < count else { return }
        for node in 0..<count { network.nodes.set(node < actorCount ? "actor" : "event", "mode", row: node) }
    }

    /// Places, years as `[2001-2005]`, the shape, names and values: in whichever order programs write them (Pajek the
    /// place first, SocNetV shape and colour).
    private mutating func readLook(_ line: PajekLines.Line, _ node: Int) {
        var axes = ["x", "y", "z"][...]
        var at = 2
        while at < line.tokens.count {
            let token = line.tokens[at]
            if !token.isQuoted, PlainCell.number(token.text) != nil, let axis = axes.popFirst() {
                network.nodes.set(token.text, axis, row: node)
                at += 1
            } else if !token.isQuoted, !token.text.hasPrefix("["), isShape(line, at) {
                network.nodes.set(token.text, "shape", row: node)
                at += 1
            } else {
                at = readPair(line, at: at, isOfTie: false, row: node)
            }
        }
    }

    /// Whether a word is a shape: one that is known, or the last of the line's words without a partner.
    private func isShape(_ line: PajekLines.Line, _ at: Int) -> Bool {
        if Self.shapes.contains(line.tokens[at].text.lowercased()) { return true }
        let rest = line.tokens[at...].filter { !$0.text.hasPrefix("[") || $0.isQuoted }
        return PlainCell.number(line.tokens[at - 1].text) != nil && !rest.count.isMultiple(of: 2)
            && rest.dropFirst().first.map { PlainCell.number($0.text) == nil } ?? true
            && !rest.contains { Self.shapes.contains($0.text.lowercased()) }
    }

    /// Reads years, or a name and its value. Returns the place behind them.
    private mutating func readPair(_ line: PajekLines.Line, at: Int, isOfTie: Bool, row: Int) -> Int {
        let token = line.tokens[at]
        if token.text.hasPrefix("["), !token.isQuoted {
            setYears(token.text, isOfTie: isOfTie, row: row, line.number)
            return at + 1
        }
        guard at + 1 < line.tokens.count else {
            network.report(
                .warning, "not-read",
                Bilingual(
                    en: "\"\(Excerpt.of(token.text))\" has no value behind it; it was left out.",
                    fr: "« \(Excerpt.of(token.text)) » n'est suivi d'aucune valeur ; il a été laissé de côté."),
                remedy: Bilingual(en: "Correct the line.", fr: "Corrigez la ligne."), line: line.number,
                column: token.column.map { String($0) })
            return at + 1
        }
        let value = line.tokens[at + 1].text
        if isOfTie {
            network.ties.set(value, token.text == "l" ? "label" : token.text, row: row)
        } else {
            network.nodes.set(value, token.text, row: row)
        }
        return at + 2
    }

    private static let shapes: Set = [
        "ellipse", "box", "diamond", "triangle", "cross", "empty", "circle", "star", "man", "woman", "house",
    ]

    /// `[2001-2005]` or `[2001-*]`; of several spans the first start and the last end.
    private mutating func setYears(_ text: String, isOfTie: Bool, row: Int, _ line: Int) {
        let spans = text.dropFirst().prefix { $0 != "]" }.split(separator: ",")
        guard let first = spans.first?.split(separator: "-").first, let last = spans.last?.split(separator: "-").last
        else { return }
        for (name, part) in [("since", first), ("until", last)] where part != "*" {
            let year = String(repeating: "0", count: max(0, 4 - part.count)) + part
            if isOfTie { network.ties.set(year, name, row: row) } else { network.nodes.set(year, name, row: row) }
        }
        if spans.count > 1 {
            network.report(
                .warning, "several-spells",
                Bilingual(
                    en: "It exists in several spells; what lies between them was left out.",
                    fr: "Il existe en plusieurs périodes ; ce qui les sépare a été laissé de côté."),
                remedy: Bilingual(en: "Make a tie of each spell.", fr: "Faites un lien de chaque période."), line: line)
        }
    }

    mutating func readTies(directed: Bool, _ kind: String?) throws(TextFault) {
        while var line = lines.next(unlessSection: true) {
            let kind = try ownRelation(&line) ?? kind
            let source = try vertex(line, 0), target = try vertex(line, 1)
            let tie = network.add(tie: source, target, directed: directed, line: line.number)
            if let kind { network.ties.set(kind, "kind", row: tie) }
            var at = 2
            if at < line.tokens.count, !line.tokens[at].isQuoted, PlainCell.number(line.tokens[at].text) != nil {
                network.ties.set(line.tokens[at].text, "weight", row: tie)
                at += 1
            }
            while at < line.tokens.count { at = readPair(line, at: at, isOfTie: true, row: tie) }
        }
    }

    /// `2: 1 3 1`: the number of the relation before the tie, which is taken away.
    private func ownRelation(_ line: inout PajekLines.Line) throws(TextFault) -> String? {
        guard let first = line.tokens.first, !first.isQuoted, let colon = first.text.firstIndex(of: ":"),
            Int(first.text[..<colon]) != nil
        else { return nil }
        let number = String(first.text[..<colon]), rest = first.text[first.text.index(after: colon)...]
        line.tokens.removeFirst()
        if !rest.isEmpty {
            line.tokens.insert(PajekLines.Token(text: String(rest), column: first.column, isQuoted: false), at: 0)
        }
        return relations[":" + number] ?? "relation\(number)"
    }

    mutating func readLists(directed: Bool, _ kind: String?) throws(TextFault) {
        while let line = lines.next(unlessSection: true) {
            let source = try vertex(line, 0)
            for place in line.tokens.indices.dropFirst() {
                let target = try vertex(line, place)
                let tie = network.add(tie: source, target, directed: directed, line: line.number)
                if let kind { network.ties.set(kind, "kind", row: tie) }
            }
        }
    }

    /// Of two modes the rows are the first, the columns the second; else both are all vertices.
    mutating func readMatrix(_ kind: String?) throws(TextFault) {
        var (row, size) = (0, (rows: count, columns: count))
        while let line = lines.next(unlessSection: true) {
            if row == 0, actorCount < count, line.tokens.count != count { size = (actorCount, count - actorCount) }
            guard row < size.rows, line.tokens.count == size.columns else {
                throw TextFault(
                    Bilingual(
                        en:
                            "Row \(row + 1) has \(line.tokens.count) columns where the matrix has \(size.rows) rows and \(size.columns) columns.",
                        fr:
                            "La ligne \(row + 1) a \(line.tokens.count, fr: "colonne", "colonnes"), alors que la matrice a \(size.rows, fr: "ligne", "lignes") et \(size.columns, fr: "colonne", "colonnes")."
                    ),
                    remedy: Bilingual(
                        en: "Write a row and a column for each vertex, or correct *Vertices.",
                        fr: "Écrivez une ligne et une colonne pour chaque sommet, ou corrigez *Vertices."),
                    line: line.number, column: 1, code: "ragged-row")
            }
            try readRow(line, row, isSquare: size.columns == count, kind)
            row += 1
        }
        guard row == size.rows else {
            throw TextFault(
                Bilingual(
                    en: "The matrix ends after row \(row) of \(size.rows).",
                    fr: "La matrice finit après la ligne \(row) sur \(size.rows)."),
                remedy: Bilingual(
                    en: "The file was cut: complete it, or save it again.",
                    fr: "Le fichier a été coupé : complétez-le, ou enregistrez-le de nouveau."),
                line: lines.scanner.line, code: "ragged-row")
        }
    }

    private mutating func readRow(_ line: PajekLines.Line, _ row: Int, isSquare: Bool, _ kind: String?)
        throws(TextFault)
    {
        for (place, token) in line.tokens.enumerated() {
            guard let value = PlainCell.number(token.text) else {
                throw TextFault(
                    Bilingual(
                        en: "\"\(Excerpt.of(token.text))\" is no number.",
                        fr: "« \(Excerpt.of(token.text)) » n'est pas un nombre."),
                    remedy: Bilingual(
                        en: "Write 0 where there is no tie.", fr: "Écrivez 0 là où il n'y a pas de lien."),
                    line: line.number, column: token.column, code: "bad-number")
            }
            guard value != 0 else { continue }
            let tie = network.add(
                tie: row, isSquare ? place : actorCount + place, directed: isSquare, line: line.number)
            network.ties.set(token.text, "weight", row: tie)
            if let kind { network.ties.set(kind, "kind", row: tie) }
        }
    }

    private mutating func vertex(_ line: PajekLines.Line, _ place: Int) throws(TextFault) -> Int {
        let number = try line.whole(place, Bilingual(en: "a vertex", fr: "un sommet"))
        guard (1...max(1, count)).contains(number), count > 0 else {
            throw TextFault(
                Bilingual(
                    en: "There is no vertex \(number): they go from 1 to \(count).",
                    fr: "Il n'y a pas de sommet \(number) : ils vont de 1 à \(count)."),
                remedy: Bilingual(
                    en: "Correct the number, or the count behind *Vertices.",
                    fr: "Corrigez le numéro, ou le nombre après *Vertices."),
                line: line.number, column: line.tokens[place].column, code: "unknown-id")
        }
        return number - 1
    }

    /// `*Arcs :2 "advice"`: the name, or the number where a relation has none.
    mutating func relation(_ line: PajekLines.Line) -> String? {
        guard let number = line.tokens.dropFirst().first(where: { $0.text.hasPrefix(":") && !$0.isQuoted }) else {
            return nil
        }
        if let name = line.tokens.last, name.isQuoted || line.tokens.count > 2 { relations[number.text] = name.text }
        return relations[number.text] ?? "relation\(number.text.dropFirst())"
    }
}
