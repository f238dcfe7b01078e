import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The two files of a UCINET dataset, `##h` and `##d`; read only.
    public static let ucinetSystem = NetworkFormat(
        id: "ucinet", name: Bilingual(en: "UCINET dataset (##h and ##d)", fr: "jeu de données UCINET (##h et ##d)"),
        carries: Bilingual(
            en: "read only: labels, relations, values, two modes; cells that are not known are told",
            fr: "lecture seule : étiquettes, relations, valeurs, deux modes ; les cellules inconnues sont signalées"),
        fileExtensions: ["##h", "##d"], recognises: { $0.hasPrefix("\u{5}v640") || $0.hasPrefix("\u{5}date:") },
        read: { bytes, file, options in
            PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                let (head, data) = try UCINETSystemReader.pair(bytes, file: file, options.neighbours)
                var reader = UCINETSystemReader(head: head, data: data, file: file)
                defer { network.take(over: reader.filling.network) }
                try reader.read()
                if options.directed != true { reader.filling.fold() }
            }
        }, isWritten: false)
}

/// Reads the two files of a UCINET dataset: a head with sizes and labels (`##h`), and the values alone (`##d`).
///
/// The layout is published by those who read and write it in R: a version (`DATE:` with sizes of 16 bits, `V64..`
/// with sizes of 32), a date, the type of the values, the sizes (columns, rows, levels), a title, and labels with
/// their length before them. The size of the second file must be what the first one tells.
struct UCINETSystemReader {
    var filling: MatrixFilling
    private var head: ByteWalk
    private let data: [UInt8]

    init(head: [UInt8], data: [UInt8], file: String) {
        self.head = ByteWalk(head)
        self.data = data
        filling = MatrixFilling(file: file)
    }

    /// Head and values, whichever of the two files was named.
    static func pair(
        _ bytes: [UInt8], file: String, _ neighbours: NeighbouringFiles
    ) throws(TextFault) -> (head: [UInt8], data: [UInt8]) {
        let isData = file.lowercased().hasSuffix("##d")
        let other: [UInt8]?
        do { other = try neighbours.sibling(ending: isData ? "##h" : "##d") } catch {
            throw TextFault(error.statement, remedy: error.advice, line: 1, code: "unreadable-file")
        }
        guard let other else {
            throw TextFault(
                Bilingual(
                    en: "A UCINET dataset is two files, and its \(isData ? "##h" : "##d") is not beside this one.",
                    fr:
                        "Un jeu de données d'UCINET se compose de deux fichiers, et son \(isData ? "##h" : "##d") n'est pas à côté de celui-ci."
                ),
                remedy: Bilingual(
                    en: "Put both into one folder, with the same name before the point.",
                    fr: "Mettez les deux dans un dossier, avec le même nom avant le point."), line: 1,
                code: "missing-file")
        }
        return isData ? (other, bytes) : (bytes, other)
    }

    /// The types of values, by their number in the head: how many bytes each has, and its value.
    private static let types: [UInt8: (width: Int, name: String)] = [
        1: (1, "byte"), 2: (1, "boolean"), 3: (1, "short integer"), 4: (2, "word"), 5: (2, "small integer"),
        6: (4, "long integer"), 7: (4, "single"), 8: (8, "real"), 9: (8, "double"), 17: (4, "integer"),
        20: (8, "64-bit integer"),
    ]

    mutating func read() throws(TextFault) {
        let version = try head.text(Int(head.byte()))
        let isWide = version.hasPrefix("V64")
        guard isWide || version == "DATE:" else {
            throw fault(
                Bilingual(
                    en: "The version \"\(Excerpt.of(version))\" of a UCINET head is not known.",
                    fr: "La version « \(Excerpt.of(version)) » d'une tête d'UCINET n'est pas connue."),
                Bilingual(
                    en: "Save it with UCINET 6, or export it as DL or Excel.",
                    fr: "Enregistrez-le avec UCINET 6, ou exportez-le en DL ou en Excel."), "unknown-format")
        }
        // Year, month, day, day of the week, type of the labels.
        for _ in 0..<5 { _ = try head.whole(2) }
        let code = try head.byte()
        guard let type = Self.types[code] else {
            throw fault(
                Bilingual(
                    en: "The values are of a type (\(code)) that is not known.",
                    fr: "Les valeurs sont d'un type (\(code)) qui n'est pas connu."),
                Bilingual(
                    en: "Export the dataset as DL or Excel.", fr: "Exportez le jeu de données en DL ou en Excel."),
                "unknown-format")
        }
        let dimensions = try head.whole(2)
        guard dimensions == 2 || dimensions == 3 else {
            throw fault(
                Bilingual(
                    en: "The dataset has \(dimensions) dimensions; a network has two, or three with its relations.",
                    fr:
                        "Le jeu de données a \(dimensions, fr: "dimension", "dimensions") ; un réseau en a deux, ou trois avec ses relations."
                ),
                Bilingual(en: "Export the matrices one by one.", fr: "Exportez les matrices une par une."),
                "unknown-format")
        }
        var sizes: [Int] = []
        for _ in 0..<dimensions { try sizes.append(head.whole(isWide ? 4 : 2)) }
        let cells = sizes.reduce((1, false)) { product, size in
            let (next, overflows) = product.0.multipliedReportingOverflow(by: max(size, 0))
            return (next, product.1 || overflows || size < 0)
        }
        guard !cells.1, cells.0.multipliedReportingOverflow(by: type.width).partialValue == data.count,
            cells.0 <= data.count
        else {
            throw fault(
                Bilingual(
                    en:
                        "The head tells \(sizes.map(String.init).joined(separator: " × ")) values of \(type.width) bytes, the ##d holds \(data.count) bytes.",
                    fr:
                        "La tête annonce \(sizes.map(String.init).joined(separator: " × ")) valeurs de \(type.width, fr: "octet", "octets"), le ##d contient \(data.count, fr: "octet", "octets")."
                ),
                Bilingual(
                    en: "Take both files from the same dataset.", fr: "Prenez les deux fichiers du même jeu de données."
                ), "ragged-row")
        }
        _ = try head.text(Int(head.byte()))
        try fill(sizes, code, type.width, isWide: isWide)
    }

    private mutating func fill(_ sizes: [Int], _ code: UInt8, _ width: Int, isWide: Bool) throws(TextFault) {
        var hasLabels: [Bool] = []
        for _ in sizes { try hasLabels.append(head.byte() != 0) }
        var labels: [[String]] = []
        for (size, has) in zip(sizes, hasLabels) { try labels.append(has ? self.labels(size, isWide: isWide) : []) }
        let (columns, rows) = (sizes[0], sizes[1]), levels = sizes.count > 2 ? sizes[2] : 1
        guard rows + columns <= head.bytes.count + data.count else {
            throw fault(
                Bilingual(
                    en: "There are no values for \(rows) rows and \(columns) columns.",
                    fr:
                        "Il n'y a pas de valeurs pour \(rows, fr: "ligne", "lignes") et \(columns, fr: "colonne", "colonnes")."
                ), Bilingual(en: "Export the dataset again.", fr: "Exportez de nouveau le jeu de données."),
                "out-of-range")
        }
        filling.setNodes(rows: rows, columns: columns, rowLabels: labels[1], columnLabels: labels[0], line: 1)
        let names =
            levels > 1 ? (0..<levels).map { labels[2].indices.contains($0) ? labels[2][$0] : "relation\($0 + 1)" } : []
        var at = 0
        for level in 0..<levels {
            filling.startRelation(names.isEmpty ? nil : names[level])
            for row in 0..<rows {
                for column in 0..<columns {
                    filling.add(row, column, value(at, code), line: 1)
                    at += width
                }
            }
        }
        filling.reportMissing()
        if filling.isTwoMode {
            filling.network.report(
                .note, "columns-as-events",
                Bilingual(
                    en: "Rows and columns differ: the columns were read as events in which the rows take part.",
                    fr:
                        "Les lignes et les colonnes diffèrent : les colonnes ont été lues comme des événements auxquels les lignes prennent part."
                ),
                remedy: Bilingual(
                    en: "If they are attributes of actors, join them to a network with --attributes.",
                    fr: "Si ce sont des attributs d'acteurs, joignez-les à un réseau par --attributes."), line: nil)
        }
    }

    /// Lengths are in bytes; newer files have two of them for each letter.
    private mutating func labels(_ count: Int, isWide: Bool) throws(TextFault) -> [String] {
        guard count <= head.bytes.count else {
            throw fault(
                Bilingual(en: "There are no labels for \(count).", fr: "Il n'y a pas d'étiquettes pour \(count)."),
                Bilingual(en: "Export the dataset again.", fr: "Exportez de nouveau le jeu de données."), "out-of-range"
            )
        }
        var labels: [String] = []
        for _ in 0..<count {
            let bytes = try head.take(head.whole(2))
            let isUTF16 = isWide && bytes.count.isMultiple(of: 2)
            let text =
                isUTF16
                ? String(
                    decoding: stride(from: 0, to: bytes.count, by: 2).map {
                        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
                    }, as: UTF16.self)
                : String(decoding: DecodedText(bytes, file: "").bytes, as: UTF8.self)
            labels.append(PlainCell.trimmed(text))
        }
        return labels
    }

    /// Nil: not known, which UCINET writes as 1e36.
    private func value(_ at: Int, _ code: UInt8) -> Double? {
        func bits(_ count: Int) -> UInt64 {
            (0..<count).reduce(0) { $0 | UInt64(data[at + $1]) << (8 * UInt64($1)) }
        }
        let value: Double =
            switch code {
            case 1, 2: Double(data[at])
            case 3: Double(Int8(bitPattern: data[at]))
            case 4: Double(bits(2))
            case 5: Double(Int16(truncatingIfNeeded: bits(2)))
            case 6, 17: Double(Int32(truncatingIfNeeded: bits(4)))
            case 7: Double(Float(bitPattern: UInt32(bits(4))).description) ?? .nan
            case 20: Double(Int64(bitPattern: bits(8)))
            default: Double(bitPattern: bits(8))
            }
        return value.isFinite && abs(value) < 9.9e35 ? value : nil
    }

    private func fault(_ message: Bilingual, _ remedy: Bilingual, _ code: String) -> TextFault {
        TextFault(message, remedy: remedy, line: 1, code: code)
    }
}

/// Walks through the bytes of a file that is no text.
struct ByteWalk {
    let bytes: [UInt8]
    private(set) var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func take(_ count: Int) throws(TextFault) -> [UInt8] {
        guard count >= 0, bytes.count - at >= count else {
            throw TextFault(
                Bilingual(en: "The file ends too early.", fr: "Le fichier finit trop tôt."),
                remedy: Bilingual(
                    en: "It was cut: copy or export it again.",
                    fr: "Il a été coupé : copiez-le ou exportez-le de nouveau."), line: 1, code: "ragged-row")
        }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    mutating func byte() throws(TextFault) -> UInt8 { try take(1)[0] }

    /// A signed whole number, its lowest byte first.
    mutating func whole(_ width: Int) throws(TextFault) -> Int {
        let value = try take(width).reversed().reduce(0) { $0 << 8 | Int($1) }
        let sign = 1 << (8 * width - 1)
        return value & sign == 0 ? value : value - 2 * sign
    }

    mutating func text(_ count: Int) throws(TextFault) -> String {
        String(decoding: DecodedText(try take(count), file: "").bytes, as: UTF8.self)
    }
}
