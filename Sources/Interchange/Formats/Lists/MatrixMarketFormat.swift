import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Matrix Market's lists of filled cells, in which collections of networks are published.
    public static let matrixMarket = NetworkFormat(
        id: "mtx", name: Bilingual("Matrix Market"),
        carries: Bilingual(
            en: "read only: numbered actors, weights, direction, two modes",
            fr: "lecture seule : acteurs numérotés, poids, direction, deux modes"),
        fileExtensions: ["mtx"], recognises: { $0.hasPrefix("%%matrixmarket") },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                try MatrixMarketReader.read(scanner, into: &network)
            }
        }, isWritten: false)
}

/// Reads coordinates of Matrix Market (Boisvert, Pozo and Remington 1996): `row column value`, of a symmetric matrix
/// one half. A matrix that is not square has two modes.
enum MatrixMarketReader {
    static func read(_ scanner: TextScanner, into network: inout PlainNetwork) throws(TextFault) {
        var scanner = scanner
        let head = line(&scanner).lowercased().split(separator: " ").map(String.init)
        guard head.first == "%%matrixmarket", head.count >= 5 else {
            throw TextFault(
                Bilingual(
                    en: "The first line is not that of Matrix Market.",
                    fr: "La première ligne n'est pas celle de Matrix Market."),
                remedy: Bilingual(
                    en: "It is: %%MatrixMarket matrix coordinate real general",
                    fr: "C'est : %%MatrixMarket matrix coordinate real general"), line: 1)
        }
        guard head[1] == "matrix", head[2] == "coordinate", ["real", "integer", "pattern"].contains(head[3]),
            ["general", "symmetric"].contains(head[4])
        else {
            let sort = Excerpt.of(head.dropFirst(2).joined(separator: " "))
            throw TextFault(
                Bilingual(
                    en: "Matrices of the sort \"\(sort)\" are not read.",
                    fr: "Les matrices de la sorte « \(sort) » ne sont pas lues."),
                remedy: Bilingual(
                    en: "Write coordinates of numbers, general or symmetric.",
                    fr: "Écrivez des coordonnées de nombres, en « general » ou « symmetric »."), line: 1,
                code: "not-read")
        }
        guard let size = numbers(&scanner, atMost: 3), size.values.count == 3,
            let sizes = Optional(size.values.compactMap { Int(exactly: $0) }), sizes.count == 3,
            sizes.allSatisfy({ $0 >= 0 })
        else {
            throw TextFault(
                Bilingual(
                    en: "There is no line with the numbers of rows, columns and cells.",
                    fr: "Il n'y a pas de ligne avec les nombres de lignes, de colonnes et de cellules."),
                remedy: Bilingual(en: "Write for instance: 3 3 2", fr: "Écrivez par exemple : 3 3 2"),
                line: scanner.line)
        }
        guard head[4] == "general" || sizes[0] == sizes[1] else {
            throw TextFault(
                Bilingual(
                    en: "A symmetric matrix has as many rows as columns.",
                    fr: "Une matrice symétrique a autant de lignes que de colonnes."),
                remedy: .isItWhole, line: size.line)
        }
        try addNodes(sizes, line: size.line, scanner.bytes.count, &network)
        try readCells(&scanner, sizes, isPattern: head[3] == "pattern", isSymmetric: head[4] == "symmetric", &network)
    }

    private static func addNodes(
        _ sizes: [Int], line: Int, _ bytes: Int, _ network: inout PlainNetwork
    ) throws(TextFault) {
        let isTwoMode = sizes[0] != sizes[1]
        let (count, isTooLarge) = sizes[0].addingReportingOverflow(isTwoMode ? sizes[1] : 0)
        guard !isTooLarge, count <= bytes + PlainNetwork.mostUnnamed else {
            throw TextFault(
                Bilingual(
                    en: "The file counts more nodes than it can speak of.",
                    fr: "Le fichier compte plus de nœuds qu'il ne peut en dire."),
                remedy: .isItWhole, line: line, code: "too-many-nodes")
        }
        for row in 0..<sizes[0] {
            let node = network.node(String(row + 1), line: line)
            if isTwoMode { network.nodes.set("actor", "mode", row: node) }
        }
        guard isTwoMode else { return }
        for column in 0..<sizes[1] {
            network.nodes.set("event", "mode", row: network.node("c\(column + 1)", line: line))
        }
    }

    private static let noCell = Bilingual(
        en: "The line is no cell of the matrix.", fr: "La ligne n'est pas une cellule de la matrice.")

    private static func readCells(
        _ scanner: inout TextScanner, _ sizes: [Int], isPattern: Bool, isSymmetric: Bool, _ network: inout PlainNetwork
    ) throws(TextFault) {
        let isTwoMode = sizes[0] != sizes[1]
        var count = 0
        while let cell = numbers(&scanner, atMost: 3) {
            guard cell.values.count == (isPattern ? 2 : 3), let row = Int(exactly: cell.values[0]),
                let column = Int(exactly: cell.values[1]), (1...max(1, sizes[0])).contains(row),
                (1...max(1, sizes[1])).contains(column), sizes[0] > 0, sizes[1] > 0
            else {
                throw TextFault(
                    Self.noCell,
                    remedy: isPattern
                        ? Bilingual(
                            en: "Write its row and its column, counted from 1.",
                            fr: "Écrivez sa ligne et sa colonne, comptées à partir de 1.")
                        : Bilingual(
                            en: "Write its row, its column and its value, counted from 1.",
                            fr: "Écrivez sa ligne et sa colonne, comptées à partir de 1, et sa valeur."),
                    line: cell.line, code: "bad-value")
            }
            count += 1
            let target = isTwoMode ? sizes[0] + column - 1 : column - 1
            let tie = network.add(tie: row - 1, target, directed: !isTwoMode && !isSymmetric, line: cell.line)
            if !isPattern { network.ties.set(NumberText.shortest(cell.values[2]), "weight", row: tie) }
        }
        scanner.passSpace()
        guard scanner.isAtEnd else {
            throw TextFault(
                Self.noCell, remedy: Bilingual(en: "Write numbers alone.", fr: "N'écrivez que des nombres."),
                line: scanner.line, code: "bad-value")
        }
        guard count == sizes[2] else {
            throw TextFault(
                Bilingual(
                    en: "The head counts \(sizes[2]) cells, and there are \(count).",
                    fr: "L'en-tête compte \(sizes[2], fr: "cellule", "cellules"), et il y en a \(count)."),
                remedy: .isItWhole, line: scanner.line, code: "ragged-row")
        }
    }

    private static func line(_ scanner: inout TextScanner) -> String {
        let text = scanner.word { $0 != 0x0A && $0 != 0x0D }
        scanner.passSpace()
        return text
    }

    /// The numbers of the next line that is no remark; nil at the end, or where something else stands there.
    private static func numbers(_ scanner: inout TextScanner, atMost most: Int) -> (values: [Double], line: Int)? {
        scanner.passSpace()
        while scanner.peek == UInt8(ascii: "%") { _ = line(&scanner) }
        guard !scanner.isAtEnd else { return nil }
        let start = scanner
        let words = scanner.word { $0 != 0x0A && $0 != 0x0D }.split { $0 == " " || $0 == "\t" }
        let values = words.prefix(most + 1).compactMap { CSVNumber.double(String($0)) }
        guard values.count == words.count, words.count <= most else {
            scanner = start
            return nil
        }
        return (values, start.line)
    }
}
