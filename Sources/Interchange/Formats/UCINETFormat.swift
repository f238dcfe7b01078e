import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// UCINET's DL: matrices, whole or half, and lists of edges or of nodes.
    public static let ucinet = NetworkFormat(
        id: "dl", name: Bilingual("UCINET DL"),
        carries: Bilingual(
            en: "ids, kinds as relations, weights, two modes; direction where it is not symmetric",
            fr: "identifiants, types en relations, poids, deux modes ; direction si elle n’est pas symétrique"),
        fileExtensions: ["dl"],
        recognises: { head in
            let start = head.drop { $0.isWhitespace }
            return start.hasPrefix("dl") && (start.dropFirst(2).first.map { $0.isWhitespace || $0 == "," } ?? false)
        },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = DLReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
                if options.directed != true { reader.fold() }
            }
        }, write: DLWriter.write)
}

/// Reads UCINET's DL: full and half matrices, edge lists and node lists, of one mode or two, with
/// labels in the head or in the data, and several relations.
///
/// A relation in which every tie has its twin the other way round is without direction: the
/// format has no other way to say so.
struct DLReader {
    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    private var rowCount = 0
    private var columnCount = 0
    private var isTwoMode = false
    private var relationCount = 1
    private var format = "fullmatrix"
    private var hasDiagonal = true
    private var rowLabels: [String] = []
    private var columnLabels: [String] = []
    private var relationLabels: [String] = []
    private var isEmbedded = false
    /// Where labels stand in the data: the number of each.
    private var rowNumbers: [String: Int] = [:]
    private var columnNumbers: [String: Int] = [:]
    private var relation = 0
    private var groups: [Int] = []
    private var weights: [String] = []

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        network = PlainNetwork(file: file)
    }

    mutating func fold() {
        if !isTwoMode, !isHalf { network.foldSymmetric(groups: groups, weights: weights) }
    }

    mutating func read() throws(TextFault) {
        try readHead()
        makeNodes()
        switch format {
        case "fullmatrix", "fm": try readMatrices { _, _ in true }
        case "lowerhalf", "lh": try readMatrices { $1 <= $0 }
        case "upperhalf", "uh": try readMatrices { $1 >= $0 }
        case "edgelist1", "el1", "edgelist2", "el2": try readLines(isNodeList: false)
        case "nodelist1", "nl1", "nodelist2", "nl2", "nodelist1b", "nodelist2b": try readLines(isNodeList: true)
        default:
            throw scanner.fault(
                "The format \"\(Excerpt.of(format))\" is not known.",
                remedy: "Export as fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1 or nodelist2.",
                code: "unknown-format")
        }
        if isEmbedded { nameNodes() }
        if isTwoMode {
            for node in 0..<network.nodeCount {
                network.nodes.set(node < rowCount ? "actor" : "event", "mode", row: node)
            }
        }
    }

    /// Half matrices tell each tie once, without direction.
    private var isHalf: Bool { ["lowerhalf", "lh", "upperhalf", "uh"].contains(format) }

    // MARK: The head

    private mutating func readHead() throws(TextFault) {
        guard let first = headWord(), first.lowercased() == "dl" else {
            throw scanner.fault("The file does not start with \"dl\".", remedy: "A UCINET text starts with: dl n=…")
        }
        while true {
            guard let word = headWord()?.lowercased() else {
                throw scanner.fault("There is no section \"data:\".", remedy: "Write \"data:\" above the data.")
            }
            switch word {
            case "n":
                rowCount = try headCount("n")
                columnCount = rowCount
            case "nr":
                rowCount = try headCount("nr")
                isTwoMode = true
            case "nc":
                columnCount = try headCount("nc")
                isTwoMode = true
            case "nm": relationCount = try headCount("nm")
            case "format": format = (headWord() ?? "").lowercased()
            case "diagonal": hasDiagonal = headWord()?.lowercased() != "absent"
            case "labels": rowLabels = try labels(rowCount)
            case "row":
                try passLabelsWord()
                rowLabels = try labels(rowCount)
            case "col", "column":
                try passLabelsWord()
                columnLabels = try labels(columnCount)
            case "matrix", "level":
                try passLabelsWord()
                relationLabels = try labels(relationCount)
            case "title": scanner.pass { $0 != 0x0A && $0 != 0x0D }
            case "data":
                _ = scanner.take(":")
                return try checkHead()
            default:
                throw scanner.fault(
                    "\"\(Excerpt.of(word))\" is no part of the head that is known.",
                    remedy: "The head has n=, nr=, nc=, nm=, format=, diagonal=, labels: and data:.")
            }
        }
    }

    private mutating func checkHead() throws(TextFault) {
        let most = scanner.bytes.count + PlainNetwork.mostUnnamed
        guard rowCount <= most, columnCount <= most, relationCount <= most else {
            throw scanner.fault(
                "\(max(rowCount, columnCount)) nodes and \(relationCount) relations do not go with the size of the file.",
                remedy: "Correct n=, nr=, nc= or nm= in the head.", code: "out-of-range")
        }
        if !isTwoMode, columnLabels.isEmpty { columnLabels = rowLabels }
    }

    private mutating func passLabelsWord() throws(TextFault) {
        guard let word = headWord()?.lowercased(), word.hasPrefix("label") else {
            throw scanner.fault(
                "The word \"labels\" is missing.",
                remedy: "Write \"row labels:\", \"column labels:\" or \"matrix labels:\".")
        }
    }

    private mutating func headCount(_ name: String) throws(TextFault) -> Int {
        let word = headWord() ?? ""
        guard let count = Int(word), count >= 0, count <= PlainNetwork.most else {
            throw scanner.fault(
                "\(name)= is followed by no whole number.", remedy: "Write for instance \(name)=20.", code: "bad-number"
            )
        }
        return count
    }

    /// A word of the head: what separates them are spaces, commas and `=`.
    private mutating func headWord() -> String? {
        scanner.pass {
            ASCIIText.isSpace($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":")
        }
        guard !scanner.isAtEnd else { return nil }
        return scanner.word {
            !ASCIIText.isSpace($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":")
        }
    }

    /// Labels one after the other, or the word "embedded": then they stand in the data.
    private mutating func labels(_ count: Int) throws(TextFault) -> [String] {
        var ahead = scanner
        ahead.pass { ASCIIText.isSpace($0) || $0 == UInt8(ascii: ":") }
        if String(decoding: ahead.bytes[ahead.at...].prefix(8), as: UTF8.self).lowercased() == "embedded" {
            ahead.advance(8)
            scanner = ahead
            isEmbedded = true
            return []
        }
        var labels: [String] = []
        scanner.passSpace()
        _ = scanner.take(":")
        while labels.count < count {
            guard let word = dataWord() else {
                throw scanner.fault(
                    "There are \(labels.count) labels for \(count).", remedy: "Add those that are missing.")
            }
            labels.append(word)
        }
        return labels
    }

    // MARK: The data

    /// A word of the data, in quotes or not; what separates them are spaces and commas.
    private mutating func dataWord() -> String? {
        scanner.pass(while: Self.isSeparator)
        guard let byte = scanner.peek else { return nil }
        guard byte == UInt8(ascii: "\"") else { return scanner.word { !Self.isSeparator($0) } }
        scanner.advance()
        let text = scanner.word { $0 != UInt8(ascii: "\"") }
        _ = scanner.take("\"")
        return text
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { ASCIIText.isSpace(byte) || byte == UInt8(ascii: ",") }

    /// Nodes by number; they get their names from labels.
    private mutating func makeNodes() {
        let columns = isTwoMode ? columnCount : 0
        network.hasNumberedIDs = true
        let labels = rowLabels + (isTwoMode ? columnLabels : [])
        for number in 0..<rowCount + columns {
            guard let node = network.add(node: String(number + 1), line: scanner.line) else { continue }
            if !isEmbedded, rowLabels.count == rowCount, number < labels.count {
                network.nodes.set(labels[number], "label", row: node)
            }
        }
    }

    /// Nodes that the data do not name keep their number.
    private mutating func nameNodes() {
        for node in 0..<network.nodeCount { network.nodes.set(String(node + 1), "label", row: node) }
        for (numbers, first) in [(rowNumbers, 0), (columnNumbers, isTwoMode ? rowCount : 0)] {
            for (label, number) in numbers where first + number < network.nodeCount {
                network.nodes.set(label, "label", row: first + number)
            }
        }
    }

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
                "There is more data than the head tells.", remedy: "Correct n= or the data.", code: "ragged-row")
        }
    }

    private mutating func embed(_ number: Int, isRow: Bool) throws(TextFault) {
        guard let label = dataWord() else { throw cut() }
        if isRow { rowNumbers[label] = number } else { columnNumbers[label] = number }
    }

    private mutating func readCell(_ row: Int, _ column: Int) throws(TextFault) {
        let line = scanner.line
        guard let word = dataWord() else { throw cut() }
        guard let value = PlainCell.number(word) else {
            throw scanner.fault(
                "\"\(Excerpt.of(word))\" is no number.", remedy: "Write 0 where there is no tie.", code: "bad-number")
        }
        guard value != 0 else { return }
        add(row, column, weight: word, isDirected: !isHalf, line: line)
    }

    private func cut() -> TextFault {
        scanner.fault("The data end too early.", remedy: "Correct n= or complete the data.", code: "ragged-row")
    }

    private mutating func add(_ row: Int, _ column: Int, weight: String, isDirected: Bool, line: Int) {
        let tie = network.add(
            tie: row, isTwoMode ? rowCount + column : column, directed: isTwoMode ? false : isDirected, line: line)
        network.ties.set(weight, "weight", row: tie)
        if relationCount > 1 || !relationLabels.isEmpty {
            network.ties.set(
                relationLabels.indices.contains(relation) ? relationLabels[relation] : "relation\(relation + 1)",
                "kind", row: tie)
        }
        groups.append(relation)
        weights.append(weight)
    }

    /// Edge lists `1 2 0.5` and node lists `1 2 3 4`, a line each; `!` starts the next relation.
    private mutating func readLines(isNodeList: Bool) throws(TextFault) {
        while true {
            scanner.pass(while: Self.isSeparator)
            guard !scanner.isAtEnd else { return }
            if scanner.take("!") {
                relation += 1
                continue
            }
            let line = scanner.line
            var words: [String] = []
            while scanner.line == line, let byte = scanner.peek, byte != 0x0A, byte != 0x0D, let word = dataWord() {
                words.append(word)
                scanner.pass { ($0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",")) }
            }
            try isNodeList ? addNodeList(words, line) : addEdge(words, line)
        }
    }

    private mutating func addEdge(_ words: [String], _ line: Int) throws(TextFault) {
        guard (2...3).contains(words.count) else {
            throw TextFault(
                "A tie takes two nodes and perhaps a number; here are \(words.count) words.",
                remedy: "Put labels with spaces in quotes.",
                line: line, code: "ragged-row")
        }
        let weight = words.count > 2 ? words[2] : "1"
        guard PlainCell.number(weight) != nil else {
            throw TextFault(
                "\"\(Excerpt.of(weight))\" is no number.", remedy: "Put labels with spaces in quotes.", line: line,
                code: "bad-number")
        }
        try add(
            node(words[0], isRow: true, line), node(words[1], isRow: !isTwoMode, line), weight: weight,
            isDirected: true, line: line)
    }

    private mutating func addNodeList(_ words: [String], _ line: Int) throws(TextFault) {
        guard let first = words.first else { return }
        let source = try node(first, isRow: true, line)
        for word in words.dropFirst() {
            try add(source, node(word, isRow: !isTwoMode, line), weight: "1", isDirected: true, line: line)
        }
    }

    /// The number of a node, from 0, by its number or its label.
    private mutating func node(_ word: String, isRow: Bool, _ line: Int) throws(TextFault) -> Int {
        let count = isRow ? rowCount : columnCount
        if isEmbedded {
            if let known = isRow ? rowNumbers[word] : columnNumbers[word] { return known }
            let number = isRow ? rowNumbers.count : columnNumbers.count
            guard number < count else {
                throw TextFault(
                    "\"\(Excerpt.of(word))\" is one label more than the head tells (\(count)).",
                    remedy: "Correct the label, or n= in the head.",
                    line: line, code: "unknown-id")
            }
            if isRow { rowNumbers[word] = number } else { columnNumbers[word] = number }
            return number
        }
        guard let number = Int(word), (1...max(count, 1)).contains(number), count > 0 else {
            throw TextFault(
                "There is no node \(Excerpt.of(word)): they go from 1 to \(count).",
                remedy: "Correct it; write \"labels embedded\" into the head, if the data hold labels.", line: line,
                code: "unknown-id")
        }
        return number - 1
    }
}
