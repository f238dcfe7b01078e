import Vocabulary

/// The text of a file as UTF-8 bytes, whatever it was written in, and what was noticed about it.
///
/// UTF-8 is taken as it is. What is no UTF-8 is read as Windows-1252, the encoding of older
/// spreadsheets, unless most of its accented letters are sound UTF-8: then it is a damaged file.
/// UTF-16 is read where a byte-order mark says so.
public struct DecodedText: Sendable {
    /// What a file was written in; the raw value is what messages call it.
    public enum Encoding: String, Sendable {
        /// With or without a byte-order mark.
        case utf8 = "UTF-8"
        /// The encoding of older spreadsheets of western Europe, with its 27 letters that ISO 8859-1 lacks.
        case windows1252 = "Windows-1252"
        /// In either order of bytes, as the byte-order mark says.
        case utf16 = "UTF-16"
    }

    /// Sound UTF-8 without a byte-order mark.
    public let bytes: [UInt8]
    /// What the file was read as.
    public let encoding: Encoding
    /// What was forgiven, and errors where bytes are no text.
    public let findings: Findings
    private let hasMark: Bool

    /// Finds out the encoding and decodes the text.
    ///
    /// - Complexity: O(bytes); UTF-8 without a mark is not copied.
    public init(_ input: consuming [UInt8], file: String) {
        let survey = UTF8Survey(input.span)
        self.init(input, survey, file: file)
    }

    /// - Parameter survey: of `input`.
    package init(_ input: consuming [UInt8], _ survey: UTF8Survey, file: String) {
        var findings = Findings()
        if let decoded = Self.utf16(input, file, &findings) {
            (bytes, encoding, hasMark) = (decoded, .utf16, true)
        } else {
            hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
            if survey.invalid == 0 {
                encoding = .utf8
            } else if survey.invalid < survey.multibyte {
                encoding = .utf8
                Self.report(damagedAt: survey.firstInvalid, of: input, file, &findings)
                input = Array(String(decoding: input, as: UTF8.self).utf8)
            } else {
                encoding = .windows1252
                let line = Self.line(of: survey.firstInvalid, in: input)
                input = Self.windows1252(input, file, &findings)
                findings.add(
                    .warning, "wrong-encoding",
                    Bilingual(
                        en: "The file is not UTF-8; it was read as Windows-1252.",
                        fr: "Le fichier n'est pas en UTF-8 ; il a été lu en Windows-1252."),
                    remedy: Bilingual(
                        en: "Check the accented letters and save the file as UTF-8.",
                        fr: "Vérifiez les lettres accentuées et enregistrez le fichier en UTF-8."),
                    at: Place(file: file, line: line))
            }
            if hasMark { input.removeFirst(3) }
            bytes = input
        }
        if hasMark {
            findings.add(
                .note, "byte-order-mark",
                Bilingual(
                    en: "The file starts with a byte-order mark, which was left out.",
                    fr: "Le fichier commence par une marque d'ordre des octets, qui a été laissée de côté."),
                remedy: Bilingual(
                    en: "Nothing needs to be done; plain UTF-8 has none.",
                    fr: "Rien à faire ; l'UTF-8 simple n'en a pas."), at: Place(file: file, line: 1))
        }
        // Of UTF-16 every second byte may be 0, and none of its text.
        if survey.hasNul { Self.report(nulsIn: bytes, file, &findings) }
        self.findings = findings
    }

    /// Where in the file as it was stands the byte at `offset` of `bytes`.
    public func originalOffset(of offset: Int) -> Int {
        let before = bytes[..<min(offset, bytes.count)]
        switch encoding {
        case .utf8:
            return offset + (hasMark ? 3 : 0)
        case .windows1252:
            return before.count { $0 & 0xC0 != 0x80 } + (hasMark ? 3 : 0)
        case .utf16:
            // A scalar of four bytes in UTF-8 is two units in UTF-16, any other is one.
            return 2 + 2 * before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
        }
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    private static func report(
        damagedAt offset: Int, of bytes: [UInt8], _ file: String, _ findings: inout Findings
    ) {
        findings.add(
            .error, "wrong-encoding",
            Bilingual(
                en: "The file is UTF-8, but the text is damaged at byte \(offset).",
                fr: "Le fichier est en UTF-8, mais le texte est endommagé à l'octet \(offset)."),
            remedy: Bilingual(
                en: "Write the letter there anew and save the file as UTF-8.",
                fr: "Récrivez la lettre à cet endroit et enregistrez le fichier en UTF-8."),
            at: Place(file: file, line: line(of: offset, in: bytes)))
    }

    private static func report(nulsIn bytes: [UInt8], _ file: String, _ findings: inout Findings) {
        guard let first = bytes.firstIndex(of: 0) else { return }
        findings.add(
            .error, "nul-byte",
            Bilingual(
                en: "The file has bytes of value 0, the first at byte \(first): it is no text table.",
                fr:
                    "Le fichier a des octets de valeur 0, le premier à l'octet \(first) : ce n'est pas une table en texte."
            ),
            remedy: Bilingual(
                en: "Export the table again as CSV in UTF-8.", fr: "Exportez de nouveau la table en CSV, en UTF-8."),
            at: Place(file: file, line: line(of: first, in: bytes)))
    }

    private static func utf16(_ input: [UInt8], _ file: String, _ findings: inout Findings) -> [UInt8]? {
        let isLittle = input.starts(with: [0xFF, 0xFE])
        guard isLittle || input.starts(with: [0xFE, 0xFF]) else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(input.count / 2)
        for at in stride(from: 2, to: input.count - 1, by: 2) {
            let (first, second) = (UInt16(input[at]), UInt16(input[at + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        if input.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) {
            findings.add(
                .warning, "wrong-encoding",
                Bilingual(
                    en: "The file is UTF-16; it was read as such.",
                    fr: "Le fichier est en UTF-16 ; il a été lu comme tel."),
                remedy: Bilingual(
                    en: "Save the file as UTF-8, so that every program reads it.",
                    fr: "Enregistrez le fichier en UTF-8, pour que tout programme le lise."),
                at: Place(file: file, line: 1))
            return Array(text.utf8)
        }
        findings.add(
            .error, "wrong-encoding",
            Bilingual(
                en: "The file starts like UTF-16, but is damaged.",
                fr: "Le fichier commence comme de l'UTF-16, mais il est endommagé."),
            remedy: Bilingual(
                en: "Export the table again as CSV in UTF-8.", fr: "Exportez de nouveau la table en CSV, en UTF-8."),
            at: Place(file: file, line: 1))
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func windows1252(_ input: [UInt8], _ file: String, _ findings: inout Findings) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 8)
        for (offset, byte) in input.enumerated() {
            guard byte >= 0x80 else {
                output.append(byte)
                continue
            }
            let scalar = byte >= 0xA0 ? UInt16(byte) : windows1252Letters[Int(byte) - 0x80]
            if scalar == 0xFFFD {
                findings.add(
                    .error, "wrong-encoding",
                    Bilingual(
                        en: "The byte \(byte) at byte \(offset) is no letter in Windows-1252 or UTF-8.",
                        fr: "L'octet \(byte) à la position \(offset) n'est une lettre ni en Windows-1252 ni en UTF-8."),
                    remedy: Bilingual(
                        en: "Write the letter there anew and save the file as UTF-8.",
                        fr: "Récrivez la lettre à cet endroit et enregistrez le fichier en UTF-8."),
                    at: Place(file: file, line: line(of: offset, in: input)))
                return Array(String(decoding: input, as: UTF8.self).utf8)
            }
            if scalar < 0x800 {
                output.append(UInt8(0xC0 | scalar >> 6))
            } else {
                output.append(UInt8(0xE0 | scalar >> 12))
                output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            }
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
        return output
    }

    /// What the bytes 0x80 to 0x9F mean (WHATWG encoding standard, without its C1 controls).
    private static let windows1252Letters: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
