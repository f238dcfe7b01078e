import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// UCINET's DL: matrices, whole or half, and lists of edges or of nodes.
    public static let ucinet = NetworkFormat(
        id: "dl", name: Bilingual("UCINET DL"),
        carries: Bilingual(
            en: "ids, kinds as relations, weights, two modes; direction where it is not symmetric",
            fr: "identifiants, types en relations, poids, deux modes ; direction si elle n’est pas symétrique"),
        fileExtensions: ["dl"],
        recognises: { head in
            let start = head.drop { $0.isWhitespace }
            return start.hasPrefix("dl") && (start.dropFirst(2).first.map { $0.isWhitespace || $0 == "," } ?? false)
        },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = DLReader(scanner, file: file, options.neighbours)
                defer { network.take(over: reader.network) }
                try reader.read()
                if options.directed != true { reader.fold() }
            }
        }, write: DLWriter.write)
}

/// Reads UCINET's DL: full, half and block matrices, lists of ties, of neighbours, of ranked neighbours and of
/// values, of one mode or two, with labels in the head or in the data, and several relations; the data may stand in
/// a file of their own, where the user permits it.
///
/// A relation in which every tie has its twin the other way round is without direction: the
/// format has no other way to say so.
struct DLReader {
    /// How the data stand.
    enum Format: String {
        case fullMatrix = "fullmatrix"
        case lowerHalf = "lowerhalf"
        case upperHalf = "upperhalf"
        case blockMatrix = "blockmatrix"
        case edgeList = "edgelist"
        case edgeArray = "edgearray"
        case nodeList = "nodelist"
        /// Line i is row i and begins with its number of neighbours.
        case countedNodeList = "nodelistb"
        case rankedList = "rankedlist"
        case countedRankedList = "rankedlistb"

        /// A figure says only for how many modes a list is, which `nr` and `nc` say too.
        init?(_ word: String) {
            let short = ["fm": "fullmatrix", "lh": "lowerhalf", "uh": "upperhalf", "el": "edgelist", "nl": "nodelist"]
            let plain = word.filter { $0 != "1" && $0 != "2" }
            self.init(rawValue: short[plain] ?? plain)
        }
    }

    var network: PlainNetwork
    var scanner: TextScanner
    let neighbours: NeighbouringFiles
    var rowCount = 0
    var columnCount = 0
    /// Whether the head tells how many there are; else labels in the data count them.
    var isCounted = false
    var isTwoMode = false
    var relationCount = 1
    var format = Format.fullMatrix
    var hasDiagonal = true
    var rowLabels: [String] = []
    var columnLabels: [String] = []
    var relationLabels: [String] = []
    var isEmbedded = false
    /// Where labels stand in the data: the number of each.
    var rowNumbers = DLLabels()
    var columnNumbers = DLLabels()
    var relation = 0
    private var groups: [Int] = []
    private var weights: [String] = []
    private var missing = 0

    init(_ scanner: TextScanner, file: String, _ neighbours: NeighbouringFiles) {
        self.scanner = scanner
        self.neighbours = neighbours
        network = PlainNetwork(file: file)
    }

    mutating func fold() {
        if !isTwoMode, !isHalf { network.foldSymmetric(groups: groups, weights: weights) }
    }

    mutating func read() throws(TextFault) {
        if let name = try readHead() {
            try readData(of: name)
        } else {
            try readData()
        }
        if isEmbedded { nameNodes() }
        if isTwoMode {
            for node in 0..<network.nodeCount {
                network.nodes.set(node < rowCount ? "actor" : "event", "mode", row: node)
            }
        }
        network.report(missing: missing)
        let differing = rowNumbers.differing + columnNumbers.differing
        if differing > 0 {
            network.report(
                .note, "label-case",
                Bilingual(
                    en: "\(differing) labels of the data differ from the first of their kind in case alone.",
                    fr:
                        "Étiquettes des données qui ne diffèrent de la première de leur sorte que par les majuscules : \(differing)."
                ),
                remedy: Bilingual(
                    en: "Nothing needs to be done, if they name the same actor, as UCINET has it.",
                    fr: "Rien à faire, si elles nomment le même acteur, comme le veut UCINET."), line: nil)
        }
    }

    /// Half matrices tell each tie once, without direction.
    var isHalf: Bool { format == .lowerHalf || format == .upperHalf }

    // MARK: Nodes

    /// Nodes by number; they get their names from labels.
    mutating func makeNodes() {
        let columns = isTwoMode ? columnCount : 0
        network.hasNumberedIDs = true
        let labels = rowLabels + (isTwoMode ? columnLabels : [])
        for number in 0..<rowCount + columns {
            guard let node = network.add(node: String(number + 1), line: scanner.line) else { continue }
            if !isEmbedded, rowLabels.count == rowCount, number < labels.count {
                network.nodes.set(labels[number], "label", row: node)
            }
        }
        guard !isEmbedded else { return }
        rowNumbers = DLLabels(rowLabels)
        columnNumbers = isTwoMode ? DLLabels(columnLabels) : rowNumbers
    }

    /// Nodes that the data do not name keep their number.
    private mutating func nameNodes() {
        for node in 0..<network.nodeCount { network.nodes.set(String(node + 1), "label", row: node) }
        let sets = isTwoMode ? [(rowNumbers, 0), (columnNumbers, rowCount)] : [(rowNumbers, 0)]
        for (numbers, first) in sets {
            for (label, number) in numbers.all where first + number < network.nodeCount {
                network.nodes.set(label, "label", row: first + number)
            }
        }
    }

    /// The number of a node, from 0, by its number or its label.
    mutating func node(_ word: String, isRow: Bool, _ line: Int) throws(TextFault) -> Int {
        isRow || !isTwoMode
            ? try node(word, among: \.rowNumbers, count: rowCount, line)
            : try node(word, among: \.columnNumbers, count: columnCount, line)
    }

    private mutating func node(
        _ word: String, among path: WritableKeyPath<DLReader, DLLabels>, count: Int, _ line: Int
    ) throws(TextFault) -> Int {
        if isEmbedded {
            if let known = self[keyPath: path].number(of: word) { return known }
            guard self[keyPath: path].count < count || !isCounted else {
                throw TextFault(
                    Bilingual(
                        en: "\"\(Excerpt.of(word))\" is one label more than the head tells (\(count)).",
                        fr: "« \(Excerpt.of(word)) » est une étiquette de plus que la tête n'en annonce (\(count))."),
                    remedy: Bilingual(
                        en: "Correct the label, or n= in the head.", fr: "Corrigez l'étiquette, ou n= dans la tête."),
                    line: line, code: "unknown-id")
            }
            if !isCounted {
                rowCount += 1
                columnCount += 1
                _ = network.add(node: String(rowCount), line: line)
            }
            return self[keyPath: path].add(word)
        }
        if let number = Int(word), (1...max(count, 1)).contains(number), count > 0 { return number - 1 }
        if let known = self[keyPath: path].number(of: word) { return known }
        throw TextFault(
            Bilingual(
                en: "There is no node \(Excerpt.of(word)): they go from 1 to \(count).",
                fr: "Il n'y a pas de nœud \(Excerpt.of(word)) : ils vont de 1 à \(count)."),
            remedy: Bilingual(
                en: "Correct it; write \"labels embedded\" into the head, if the data hold labels.",
                fr: "Corrigez-le ; écrivez « labels embedded » dans la tête, si les données contiennent des étiquettes."
            ), line: line,
            code: "unknown-id")
    }

    // MARK: Ties

    mutating func add(_ row: Int, _ column: Int, weight: String, isDirected: Bool, line: Int) {
        let tie = network.add(
            tie: row, isTwoMode ? rowCount + column : column, directed: isTwoMode ? false : isDirected, line: line)
        network.ties.set(weight, "weight", row: tie)
        if format == .rankedList || format == .countedRankedList {
            network.ties.set(WeightMeaning.cost.rawValue, "weight_means", row: tie)
        }
        if relationCount > 1 || !relationLabels.isEmpty {
            network.ties.set(
                relationLabels.indices.contains(relation) ? relationLabels[relation] : "relation\(relation + 1)",
                "kind", row: tie)
        }
        groups.append(relation)
        weights.append(weight)
    }

    /// The text of a number; nil where it says that nothing is known, which is counted.
    mutating func value(_ word: String, _ fault: (Bilingual, Bilingual) -> TextFault) throws(TextFault) -> Double? {
        if let value = PlainCell.number(word) { return value }
        guard ["na", "n/a", ".", "nan", "missing"].contains(word.lowercased()) else {
            throw fault(
                Bilingual(
                    en: "\"\(Excerpt.of(word))\" is no number.", fr: "« \(Excerpt.of(word)) » n'est pas un nombre."),
                Bilingual(
                    en: "Write 0 where there is no tie, NA where it is not known.",
                    fr: "Écrivez 0 là où il n'y a pas de lien, NA là où on ne sait pas."))
        }
        missing += 1
        return nil
    }
}

/// Labels and their numbers. Case does not count, as in UCINET, but where two labels differ in nothing else.
struct DLLabels {
    private var exact: [String: Int] = [:]
    private var folded: [String: Int] = [:]
    /// How many labels were found under another case.
    private(set) var differing = 0

    var all: [(label: String, number: Int)] { exact.map { ($0.key, $0.value) } }
    var count: Int { exact.count }

    init() {}

    init(_ labels: [String]) {
        for label in labels where exact[label] == nil { add(label, number: exact.count) }
    }

    @discardableResult
    mutating func add(_ label: String, number: Int? = nil) -> Int {
        let number = number ?? exact.count
        exact[label] = number
        if folded[label.lowercased()] == nil { folded[label.lowercased()] = number }
        return number
    }

    mutating func number(of label: String) -> Int? {
        if let number = exact[label] { return number }
        guard let number = folded[label.lowercased()] else { return nil }
        differing += 1
        return number
    }
}
