import NetworkModel
import Vocabulary

/// The head of a DL file: sizes, format and labels.
extension DLReader {
    /// Reads up to the data. Returns the name of the file in which they stand, where it is another.
    mutating func readHead() throws(TextFault) -> String? {
        guard let first = headWord(), first.lowercased() == "dl" else {
            throw scanner.fault(
                Bilingual(en: "The file does not start with \"dl\".", fr: "Le fichier ne commence pas par « dl »."),
                remedy: Bilingual(
                    en: "A UCINET text starts with: dl n=…", fr: "Un texte d'UCINET commence par : dl n=…"))
        }
        var dataFile: String?
        while true {
            guard let word = headWord()?.lowercased() else {
                if dataFile != nil { break }
                throw scanner.fault(
                    Bilingual(en: "There is no section \"data:\".", fr: "Il n'y a pas de section « data: »."),
                    remedy: Bilingual(
                        en: "Write \"data:\" above the data.", fr: "Écrivez « data: » au-dessus des données."))
            }
            if word == "data" {
                guard continuesWithFile() else {
                    _ = scanner.take(":")
                    break
                }
                _ = headWord()
                dataFile = fileName()
            } else if word == "datafile" {
                dataFile = fileName()
            } else {
                try readPart(word)
            }
        }
        try checkHead()
        return dataFile
    }

    private mutating func readPart(_ word: String) throws(TextFault) {
        switch word {
        case "n":
            rowCount = try headCount("n")
            columnCount = rowCount
            isCounted = true
        // Some programs abbreviate the numbers of rows (ni) and columns (nj, nl).
        case "nr", "ni":
            rowCount = try headCount(word)
            (isTwoMode, isCounted) = (true, true)
        case "nc", "nj", "nl":
            columnCount = try headCount(word)
            (isTwoMode, isCounted) = (true, true)
        case "nm", "nk": relationCount = try headCount(word)
        case "format": try readFormat()
        case "diagonal": hasDiagonal = headWord()?.lowercased() != "absent"
        case "labels": rowLabels = try labels(rowCount)
        case "row", "rows":
            try passLabelsWord()
            rowLabels = try labels(rowCount)
        case "col", "cols", "column", "columns":
            try passLabelsWord()
            columnLabels = try labels(columnCount)
        case "matrix", "level":
            try passLabelsWord()
            relationLabels = try labels(relationCount)
        case "title": scanner.pass { $0 != 0x0A && $0 != 0x0D }
        default:
            throw scanner.fault(
                Bilingual(
                    en: "\"\(Excerpt.of(word))\" is no part of the head that is known.",
                    fr: "« \(Excerpt.of(word)) » n'est pas un élément connu de la tête."),
                remedy: Bilingual(
                    en: "The head has n=, nr=, nc=, nm=, format=, diagonal=, labels:, datafile= and data:.",
                    fr: "La tête a n=, nr=, nc=, nm=, format=, diagonal=, labels:, datafile= et data:."))
        }
    }

    private mutating func readFormat() throws(TextFault) {
        let word = (headWord() ?? "").lowercased()
        guard let known = Format(word) else {
            throw scanner.fault(
                Bilingual(
                    en: "The format \"\(Excerpt.of(word))\" is not known.",
                    fr: "Le format « \(Excerpt.of(word)) » n'est pas connu."),
                remedy:
                    Bilingual(
                        en:
                            "Export as fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1, nodelist2, rankedlist1, edgearray1 or blockmatrix.",
                        fr:
                            "Exportez en fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1, nodelist2, rankedlist1, edgearray1 ou blockmatrix."
                    ),
                code: "unknown-format")
        }
        format = known
    }

    private mutating func checkHead() throws(TextFault) {
        let most = scanner.bytes.count + PlainNetwork.mostUnnamed
        guard rowCount <= most, columnCount <= most, relationCount <= most else {
            throw scanner.fault(
                Bilingual(
                    en:
                        "\(max(rowCount, columnCount)) nodes and \(relationCount) relations do not go with the size of the file.",
                    fr:
                        "\(max(rowCount, columnCount), fr: "nœud", "nœuds") et \(relationCount, fr: "relation", "relations") ne vont pas avec la taille du fichier."
                ),
                remedy: Bilingual(
                    en: "Correct n=, nr=, nc= or nm= in the head.", fr: "Corrigez n=, nr=, nc= ou nm= dans la tête."),
                code: "out-of-range")
        }
        guard isCounted || (isEmbedded && (format == .edgeList || format == .nodeList || format == .rankedList)) else {
            throw scanner.fault(
                Bilingual(
                    en: "The head does not tell how many nodes there are.",
                    fr: "La tête ne dit pas combien il y a de nœuds."),
                remedy: Bilingual(
                    en: "Write n= (or nr= and nc=) behind \"dl\".", fr: "Écrivez n= (ou nr= et nc=) après « dl »."),
                code: "missing-value")
        }
        // Rows and columns that are the same are one mode.
        if isTwoMode, rowCount == columnCount, !rowLabels.isEmpty, rowLabels == columnLabels { isTwoMode = false }
        if !isTwoMode, columnLabels.isEmpty { columnLabels = rowLabels }
    }

    private mutating func passLabelsWord() throws(TextFault) {
        guard let word = headWord()?.lowercased(), word.hasPrefix("label") else {
            throw scanner.fault(
                Bilingual(en: "The word \"labels\" is missing.", fr: "Le mot « labels » manque."),
                remedy: Bilingual(
                    en: "Write \"row labels:\", \"column labels:\" or \"matrix labels:\".",
                    fr: "Écrivez « row labels: », « column labels: » ou « matrix labels: »."))
        }
    }

    private mutating func headCount(_ name: String) throws(TextFault) -> Int {
        let word = headWord() ?? ""
        guard let count = Int(word), count >= 0, count <= PlainNetwork.most else {
            throw scanner.fault(
                Bilingual(
                    en: "\(name)= is followed by no whole number.", fr: "\(name)= n'est pas suivi d'un nombre entier."),
                remedy: Bilingual(en: "Write for instance \(name)=20.", fr: "Écrivez par exemple \(name)=20."),
                code: "bad-number"
            )
        }
        return count
    }

    private static func isHeadSpace(_ byte: UInt8) -> Bool {
        ASCIIText.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
    }

    /// A word of the head: what separates them are spaces, commas and `=`.
    private mutating func headWord() -> String? {
        scanner.pass(while: Self.isHeadSpace)
        guard !scanner.isAtEnd else { return nil }
        return scanner.word { !Self.isHeadSpace($0) }
    }

    /// Whether `data` is followed by `file`.
    private func continuesWithFile() -> Bool {
        var ahead = scanner
        ahead.pass { $0 == 0x20 || $0 == 0x09 }
        return ahead.word(while: ASCIIText.isLetter).lowercased() == "file"
    }

    /// A name in quotes, or up to the end of the line.
    private mutating func fileName() -> String {
        scanner.pass { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        if scanner.take("\"") {
            let name = scanner.word { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
            _ = scanner.take("\"")
            return name
        }
        return PlainCell.trimmed(scanner.word { $0 != 0x0A && $0 != 0x0D })
    }

    // MARK: Labels

    /// Labels one after the other, or the word "embedded": then they stand in the data.
    ///
    /// What separates them are spaces, commas and the ends of lines. Where that gives not as many as there are
    /// nodes, a label of several words has a line, or the place between two commas, to itself.
    private mutating func labels(_ count: Int) throws(TextFault) -> [String] {
        scanner.pass { ASCIIText.isSpace($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
        var ahead = scanner
        if ahead.word(while: ASCIIText.isLetter).lowercased() == "embedded" {
            scanner = ahead
            isEmbedded = true
            return []
        }
        let start = scanner
        var labels: [String] = []
        while labels.count < count, !startsPart, let word = dataWord() { labels.append(word) }
        scanner.pass(while: Self.isSeparator)
        if labels.count == count, scanner.isAtEnd || startsPart { return labels }
        scanner = start
        return try wholeLabels(count, words: labels.count)
    }

    private mutating func wholeLabels(_ count: Int, words: Int) throws(TextFault) -> [String] {
        let first = scanner.at
        while !startsPart, dataWord() != nil {}
        let text = scanner.bytes[first..<scanner.at]
        func pieces(_ isEnd: (UInt8) -> Bool) -> [String] {
            text.split(whereSeparator: isEnd).compactMap { piece in
                var label = PlainCell.trimmed(String(decoding: piece, as: UTF8.self))
                while label.last == "," { label = PlainCell.trimmed(String(label.dropLast())) }
                if label.count > 1, label.hasPrefix("\""), label.hasSuffix("\"") {
                    label = String(label.dropFirst().dropLast())
                }
                return label.isEmpty ? nil : label
            }
        }
        let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        for candidate in [
            pieces(isBreak), pieces { isBreak($0) || $0 == UInt8(ascii: ",") }, pieces(Self.isHeadSpace),
        ] where candidate.count == count {
            return candidate
        }
        throw scanner.fault(
            Bilingual(
                en: "There are \(min(words, pieces(isBreak).count)) labels or more for \(count).",
                fr: "Il y a au moins \(min(words, pieces(isBreak).count), fr: "étiquette", "étiquettes") pour \(count)."
            ),
            remedy: Bilingual(
                en: "Write one label for each, those of several words in quotes, and n= above them.",
                fr: "Écrivez une étiquette pour chacun, celles de plusieurs mots entre guillemets, et n= au-dessus."))
    }

    /// Whether here a part of the head begins: its word, and behind it what no label has there.
    private var startsPart: Bool {
        var ahead = scanner
        ahead.pass(while: Self.isSeparator)
        guard let byte = ahead.peek, ASCIIText.isLetter(byte) else { return false }
        let word = ahead.word(while: ASCIIText.isLetter).lowercased()
        ahead.pass { $0 == 0x20 || $0 == 0x09 }
        let next = ahead.peek
        switch word {
        case "data": return next == UInt8(ascii: ":") || continues(&ahead, with: "file")
        case "row", "rows", "col", "cols", "column", "columns", "matrix", "level":
            return continues(&ahead, with: "label")
        case "labels": return next == UInt8(ascii: ":") || continues(&ahead, with: "embedded")
        case "format", "diagonal", "n", "nr", "nc", "nm", "datafile", "title": return next == UInt8(ascii: "=")
        default: return false
        }
    }

    private func continues(_ ahead: inout TextScanner, with word: String) -> Bool {
        ahead.word(while: ASCIIText.isLetter).lowercased().hasPrefix(word)
    }
}
