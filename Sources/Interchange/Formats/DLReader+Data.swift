import NetworkModel
import Tabular
import Vocabulary

/// The data of a DL file.
extension DLReader {
    /// Data in a file of their own, which the user must have named: a file may not make us read others.
    mutating func readData(of name: String) throws(TextFault) {
        let shown = Excerpt.of(NeighbouringFiles.lastPart(of: name))
        let bytes: [UInt8]?
        do { bytes = try neighbours.permitted(name) } catch {
            throw TextFault(error.statement, remedy: error.advice, line: scanner.line, code: "unreadable-file")
        }
        guard let bytes else {
            throw TextFault(
                Bilingual(
                    en: "The data stand in another file, \"\(shown)\", which is read only where you permit it.",
                    fr:
                        "Les données se trouvent dans un autre fichier, « \(shown) », qui n'est lu que si vous le permettez."
                ),
                remedy: Bilingual(
                    en: "If you trust it, add: --beside \"\(shown)\"",
                    fr: "Si vous lui faites confiance, ajoutez : --beside \"\(shown)\""), line: scanner.line,
                code: "other-file")
        }
        let text = DecodedText(bytes, file: shown)
        network.findings.add(contentsOf: text.findings)
        scanner = TextScanner(text.bytes)
        do { try readData() } catch {
            throw TextFault(
                Bilingual(en: "In \"\(shown)\": \(error.message.en)", fr: "Dans « \(shown) » : \(error.message.fr)"),
                remedy: error.remedy, line: error.line, column: error.column,
                code: error.code)
        }
    }

    mutating func readData() throws(TextFault) {
        makeNodes()
        switch format {
        case .fullMatrix: try readMatrices { _, _ in true }
        case .lowerHalf: try readMatrices { $1 <= $0 }
        case .upperHalf: try readMatrices { $1 >= $0 }
        case .blockMatrix: try readBlocks()
        case .edgeList, .edgeArray: try readLines(Self.addEdge)
        case .nodeList, .rankedList: try readLines(Self.addNodeList)
        case .countedNodeList, .countedRankedList: try readCountedLists()
        }
    }

    // MARK: Words

    static func isSeparator(_ byte: UInt8) -> Bool { ASCIIText.isSpace(byte) || byte == UInt8(ascii: ",") }

    /// A word of the data, in quotes or not; what separates them are spaces and commas.
    mutating func dataWord() -> String? {
        scanner.pass(while: Self.isSeparator)
        guard let byte = scanner.peek else { return nil }
        guard byte == UInt8(ascii: "\"") else { return scanner.word { !Self.isSeparator($0) } }
        scanner.advance()
        let text = scanner.word { $0 != UInt8(ascii: "\"") }
        _ = scanner.take("\"")
        return text
    }

    private mutating func lineWords() -> [String] {
        let line = scanner.line
        var words: [String] = []
        while scanner.line == line, let byte = scanner.peek, byte != 0x0A, byte != 0x0D, let word = dataWord() {
            words.append(word)
            scanner.pass { ($0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",")) }
        }
        return words
    }

    private func cut() -> TextFault {
        scanner.fault(
            Bilingual(en: "The data end too early.", fr: "Les données finissent trop tôt."),
            remedy: Bilingual(en: "Correct n= or complete the data.", fr: "Corrigez n= ou complétez les données."),
            code: "ragged-row")
    }

    // MARK: Matrices

    private mutating func readMatrices(_ isGiven: (Int, Int) -> Bool) throws(TextFault) {
        for number in 0..<max(relationCount, 1) {
            relation = number
            if isEmbedded {
                for column in 0..<columnCount { try embed(column, isRow: !isTwoMode) }
            }
            for row in 0..<rowCount {
                if isEmbedded { try embed(row, isRow: true) }
                for column in 0..<columnCount where isGiven(row, column) && (hasDiagonal || isTwoMode || row != column)
                {
                    try readCell(row, column)
                }
            }
        }
        scanner.passSpace()
        guard scanner.isAtEnd else {
            throw scanner.fault(
                Bilingual(
                    en: "There is more data than the head tells.",
                    fr: "Il y a plus de données que la tête n'en annonce."),
                remedy: Bilingual(en: "Correct n= or the data.", fr: "Corrigez n= ou les données."), code: "ragged-row")
        }
    }

    private mutating func embed(_ number: Int, isRow: Bool) throws(TextFault) {
        guard let label = dataWord() else { throw cut() }
        if isRow { rowNumbers.add(label, number: number) } else { columnNumbers.add(label, number: number) }
    }

    private mutating func readCell(_ row: Int, _ column: Int) throws(TextFault) {
        let line = scanner.line
        guard let word = dataWord() else { throw cut() }
        let here = scanner
        let value = try value(word) { here.fault($0, remedy: $1, code: "bad-number") }
        guard let value, value != 0 else { return }
        add(row, column, weight: word, isDirected: !isHalf, line: line)
    }

    // MARK: Lists

    /// Lists of a line for each row; `!` starts the next relation.
    private mutating func readLines(_ take: (inout DLReader, [String], Int) throws(TextFault) -> Void) throws(TextFault)
    {
        while true {
            scanner.pass(while: Self.isSeparator)
            guard !scanner.isAtEnd else { return }
            if scanner.take("!") {
                relation += 1
                continue
            }
            let line = scanner.line
            let words = lineWords()
            try take(&self, words, line)
        }
    }

    /// `1 2 0.5`; of an array as many values as there are relations.
    private static func addEdge(_ reader: inout DLReader, _ words: [String], _ line: Int) throws(TextFault) {
        let isArray = reader.format == .edgeArray
        if isArray, reader.relationCount == 1, words.count > 3 { reader.relationCount = words.count - 2 }
        guard isArray ? words.count == 2 + max(reader.relationCount, 1) : (2...3).contains(words.count) else {
            throw TextFault(
                isArray
                    ? Bilingual(
                        en:
                            "A line takes two nodes and a value for each of the \(reader.relationCount) relations; here are \(words.count) words.",
                        fr:
                            "Une ligne prend deux nœuds et une valeur pour chacune des \(reader.relationCount, fr: "relation", "relations") ; ici, il y a \(words.count, fr: "mot", "mots")."
                    )
                    : Bilingual(
                        en: "A tie takes two nodes and perhaps a number; here are \(words.count) words.",
                        fr:
                            "Un lien prend deux nœuds et peut-être un nombre ; ici, il y a \(words.count, fr: "mot", "mots")."
                    ),
                remedy: Bilingual(
                    en: "Put labels with spaces in quotes.",
                    fr: "Mettez entre guillemets les étiquettes qui ont des espaces."), line: line, code: "ragged-row")
        }
        let values = words.count > 2 ? Array(words[2...]) : ["1"]
        var found: [Double?] = []
        for word in values {
            found.append(
                try reader.value(word) {
                    TextFault(
                        $0,
                        remedy: Bilingual(
                            en: "Put labels with spaces in quotes. \($1.en)",
                            fr: "Mettez entre guillemets les étiquettes qui ont des espaces. \($1.fr)"), line: line,
                        code: "bad-number")
                })
        }
        let source = try reader.node(words[0], isRow: true, line)
        let target = try reader.node(words[1], isRow: false, line)
        for (place, value) in found.enumerated() {
            // In a list a weight of zero was written; in an array it says that this relation has none.
            guard let value, !(isArray && value == 0) else { continue }
            if isArray { reader.relation = place }
            reader.add(source, target, weight: values[place], isDirected: true, line: line)
        }
    }

    private static func addNodeList(_ reader: inout DLReader, _ words: [String], _ line: Int) throws(TextFault) {
        guard let first = words.first else { return }
        let source = try reader.node(first, isRow: true, line)
        try reader.addNeighbours(of: source, words.dropFirst(), line)
    }

    /// Of ranked neighbours the first has the rank 1.
    private mutating func addNeighbours(of source: Int, _ words: ArraySlice<String>, _ line: Int) throws(TextFault) {
        let isRanked = format == .rankedList || format == .countedRankedList
        for (place, word) in words.enumerated() {
            let target = try node(word, isRow: false, line)
            add(source, target, weight: isRanked ? String(place + 1) : "1", isDirected: true, line: line)
        }
    }

    /// A line for each row, in their order, that begins with the number of its neighbours.
    private mutating func readCountedLists() throws(TextFault) {
        for number in 0..<max(relationCount, 1) {
            relation = number
            for row in 0..<rowCount {
                scanner.pass { Self.isSeparator($0) || $0 == UInt8(ascii: "!") }
                guard !scanner.isAtEnd else { throw cut() }
                let line = scanner.line
                let words = lineWords()
                guard let count = Int(words[0]), count == words.count - 1 else {
                    throw TextFault(
                        Bilingual(
                            en:
                                "The line of row \(row + 1) tells \(Excerpt.of(words[0])) neighbours and holds \(words.count - 1).",
                            fr:
                                "La ligne de la rangée \(row + 1) annonce \(Excerpt.of(words[0])) voisins et en contient \(words.count - 1)."
                        ),
                        remedy: Bilingual(
                            en: "Begin each line with how many follow; a row without any has the line 0.",
                            fr:
                                "Commencez chaque ligne par le nombre de ceux qui suivent ; une rangée sans voisin a la ligne 0."
                        ), line: line,
                        code: "ragged-row")
                }
                try addNeighbours(of: row, words[1...], line)
            }
        }
        scanner.pass(while: Self.isSeparator)
        guard scanner.isAtEnd else {
            throw scanner.fault(
                Bilingual(
                    en: "There are more lines than rows (\(rowCount)).",
                    fr: "Il y a plus de lignes que de rangées (\(rowCount))."),
                remedy: Bilingual(en: "Correct n= or the data.", fr: "Corrigez n= ou les données."), code: "ragged-row")
        }
    }

    // MARK: Blocks

    /// `rows 1 to 3 cols 4 5 value 1`: every cell of the block has the value; a later block counts.
    private mutating func readBlocks() throws(TextFault) {
        var rows: [Int] = [], columns: [Int] = []
        var cells: [Int: (value: String, line: Int)] = [:]
        let most = max(1_000_000, 64 * scanner.bytes.count)
        while let word = blockWord()?.lowercased() {
            switch word {
            case "row", "rows": rows = try numbers(rowCount)
            case "col", "cols", "column", "columns": columns = try numbers(columnCount)
            case "value", "values":
                let line = scanner.line, here = scanner
                guard let text = blockWord() else { throw cut() }
                _ = try value(text) { here.fault($0, remedy: $1, code: "bad-number") }
                guard cells.count + rows.count * columns.count <= most else {
                    throw scanner.fault(
                        Bilingual(
                            en: "The blocks have more than \(most) cells.",
                            fr: "Les blocs ont plus de \(most, fr: "cellule", "cellules")."),
                        remedy: Bilingual(en: "Write an edge list.", fr: "Écrivez une liste de liens."),
                        code: "too-large")
                }
                for row in rows { for column in columns { cells[row * columnCount + column] = (text, line) } }
            case "diag", "diagonal":
                let here = scanner
                guard let text = blockWord() else { throw cut() }
                _ = try value(text) { here.fault($0, remedy: $1, code: "bad-number") }
                for row in 0..<min(rowCount, columnCount) { cells[row * columnCount + row] = (text, scanner.line) }
            default:
                throw scanner.fault(
                    Bilingual(
                        en: "\"\(Excerpt.of(word))\" is no word of a block.",
                        fr: "« \(Excerpt.of(word)) » n'est pas un mot d'un bloc."),
                    remedy: Bilingual(
                        en: "Write for instance: rows 1 to 3 cols 4 5 value 1.",
                        fr: "Écrivez par exemple : rows 1 to 3 cols 4 5 value 1."))
            }
        }
        for (cell, told) in cells.sorted(by: { $0.key < $1.key }) where PlainCell.number(told.value) ?? 0 != 0 {
            add(cell / columnCount, cell % columnCount, weight: told.value, isDirected: true, line: told.line)
        }
    }

    private mutating func blockWord() -> String? {
        scanner.pass { Self.isSeparator($0) || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        guard !scanner.isAtEnd else { return nil }
        return scanner.word { !Self.isSeparator($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
    }

    /// Numbers from 0 up to where other words begin: `1 2 5`, `1 to 3`, `1-3` or `all`.
    private mutating func numbers(_ count: Int) throws(TextFault) -> [Int] {
        var found: [Int] = []
        while true {
            let before = scanner
            guard let word = blockWord()?.lowercased() else { break }
            if word == "all" { return Array(0..<count) }
            let parts = word.split(separator: "-").compactMap { Int($0) }
            guard let first = parts.first else {
                guard word == "to", let start = found.last, let end = blockWord().flatMap({ Int($0) }) else {
                    scanner = before
                    break
                }
                try found.append(contentsOf: range(start + 2, end, count))
                continue
            }
            try found.append(contentsOf: range(first, parts.last ?? first, count))
            guard found.count <= 2 * count else {
                throw scanner.fault(
                    Bilingual(en: "A row or column stands twice.", fr: "Une ligne ou une colonne y est deux fois."),
                    remedy: Bilingual(en: "Name each once.", fr: "Nommez chacune une fois."), code: "out-of-range")
            }
        }
        return found
    }

    private func range(_ first: Int, _ last: Int, _ count: Int) throws(TextFault) -> [Int] {
        guard first >= 1, last <= count, first <= last + 1 else {
            throw scanner.fault(
                Bilingual(
                    en: "\(first) to \(last) are no rows or columns: they go from 1 to \(count).",
                    fr: "De \(first) à \(last), il n'y a pas de lignes ou de colonnes : elles vont de 1 à \(count)."),
                remedy: Bilingual(en: "Correct the numbers.", fr: "Corrigez les numéros."),
                code: "unknown-id")
        }
        return Array((first - 1)..<last)
    }
}
