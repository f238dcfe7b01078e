import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The matrices and lists that SIENA reads, with its codes of what is not known and what is fixed; read only.
    public static let siena = NetworkFormat(
        id: "siena", name: Bilingual(en: "SIENA matrix or list", fr: "matrice ou liste SIENA"),
        carries: Bilingual(
            en:
                "read only, with --from siena: 9 and NA are not known, 10 is a tie that cannot be, 11 one that must; waves as relations",
            fr:
                "lecture seule, avec --from siena : 9 et NA sont inconnus, 10 est un lien impossible, 11 un lien imposé ; vagues en relations"
        ),
        fileExtensions: ["siena"],
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = SienaReader(scanner, file: file)
                defer { network.take(over: reader.filling.network) }
                try reader.read()
                if options.directed != true { reader.filling.fold() }
            }
        }, isWritten: false)
}

/// Reads a matrix of numbers between blanks, of one mode where it is square, else of two; or a list of sender,
/// receiver, value and perhaps wave. Nothing in such a file says that it is SIENA's, so that one must say so: elsewhere
/// 9, 10 and 11 are weights.
struct SienaReader {
    var filling: MatrixFilling
    private var scanner: TextScanner
    /// How many ties cannot be, and how many must.
    private var structuralZeros = 0
    private var structuralOnes = 0

    private struct Row {
        let line: Int
        let words: [String]
    }

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        filling = MatrixFilling(file: file)
    }

    mutating func read() throws(TextFault) {
        var rows: [Row] = []
        while let row = nextRow() {
            guard row.words.count == rows.first?.words.count ?? row.words.count else {
                throw TextFault(
                    Bilingual(
                        en: "The line has \(row.words.count) numbers, the first \(rows[0].words.count).",
                        fr:
                            "La ligne a \(row.words.count, fr: "nombre", "nombres"), la première \(rows[0].words.count)."
                    ),
                    remedy: Bilingual(
                        en: "Each line of a matrix has as many.", fr: "Chaque ligne d'une matrice en a autant."),
                    line: row.line, code: "ragged-row")
            }
            rows.append(row)
        }
        guard let width = rows.first?.words.count else {
            throw TextFault(
                Bilingual(en: "The file is empty.", fr: "Le fichier est vide."),
                remedy: Bilingual(en: "Check that it is the right file.", fr: "Vérifiez que c'est le bon fichier."),
                line: 1, code: "empty-table")
        }
        // A list has three columns, or four with waves, and hardly ever as many rows.
        if rows.count != width, width == 3 || width == 4, isList(rows) {
            try readList(rows)
        } else {
            try readMatrix(rows, width)
        }
        filling.reportMissing()
        guard structuralZeros + structuralOnes > 0 else { return }
        filling.network.report(
            .note, "structural-ties",
            Bilingual(
                en:
                    "\(structuralOnes) ties are fixed (11) and were read as ties, \(structuralZeros) cannot be (10) and were read as none.",
                fr:
                    "Liens fixés (11), lus comme des liens : \(structuralOnes) ; liens impossibles (10), lus comme une absence de lien : \(structuralZeros)."
            ),
            remedy: .nothingToDo, line: nil)
    }

    private mutating func readMatrix(_ rows: [Row], _ width: Int) throws(TextFault) {
        filling.setNodes(rows: rows.count, columns: width, rowLabels: [], columnLabels: [], line: 1)
        filling.startRelation(nil)
        for (place, row) in rows.enumerated() {
            for (column, word) in row.words.enumerated() { try add(place, column, word, line: row.line) }
        }
    }

    /// Whether senders and receivers are whole numbers from 1, as those of a matrix hardly are.
    private func isList(_ rows: [Row]) -> Bool {
        rows.allSatisfy { row in row.words.prefix(2).allSatisfy { Int($0).map { $0 >= 1 } ?? false } }
    }

    private mutating func readList(_ rows: [Row]) throws(TextFault) {
        var last = 0
        for row in rows { for word in row.words.prefix(2) { last = max(last, Int(word) ?? 0) } }
        guard last <= scanner.bytes.count + PlainNetwork.mostUnnamed else {
            throw TextFault(
                Bilingual(
                    en: "Numbers of actors go up to \(last), far more than a file of this size describes.",
                    fr:
                        "Les numéros d'acteurs vont jusqu'à \(last), bien plus qu'un fichier de cette taille n'en décrit."
                ),
                remedy: Bilingual(en: "Number them from 1.", fr: "Numérotez-les à partir de 1."), line: 1,
                code: "out-of-range")
        }
        filling.setNodes(rows: last, columns: last, rowLabels: [], columnLabels: [], line: 1)
        let waves =
            rows[0].words.count == 4
            ? Array(Set(rows.map { $0.words[3] })).sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) } : []
        for wave in waves.isEmpty ? [nil] : waves.map(Optional.some) {
            filling.startRelation(waves.count > 1 ? wave.map { "wave\($0)" } : nil)
            for row in rows where wave == nil || row.words[3] == wave {
                try add((Int(row.words[0]) ?? 1) - 1, (Int(row.words[1]) ?? 1) - 1, row.words[2], line: row.line)
            }
        }
    }

    /// What a cell of SIENA says.
    private mutating func add(_ row: Int, _ column: Int, _ word: String, line: Int) throws(TextFault) {
        if ["na", "."].contains(word.lowercased()) { return filling.add(row, column, nil, line: line) }
        guard let value = PlainCell.number(word) else {
            throw TextFault(
                Bilingual(
                    en: "\"\(Excerpt.of(word))\" is no number.", fr: "« \(Excerpt.of(word)) » n'est pas un nombre."),
                remedy: Bilingual(
                    en: "Write 0 where there is no tie, NA where it is not known.",
                    fr: "Écrivez 0 là où il n'y a pas de lien, NA là où on ne sait pas."),
                line: line, code: "bad-number")
        }
        switch value {
        case 9: filling.add(row, column, nil, line: line)
        case 10: structuralZeros += 1
        case 11:
            structuralOnes += 1
            filling.add(row, column, 1, line: line)
        default: filling.add(row, column, value, line: line)
        }
    }

    private mutating func nextRow() -> Row? {
        scanner.passSpace()
        guard !scanner.isAtEnd else { return nil }
        let line = scanner.line
        var words: [String] = []
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
                scanner.advance()
            } else {
                words.append(
                    scanner.word { !ASCIIText.isSpace($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") })
            }
        }
        return Row(line: line, words: words)
    }
}
