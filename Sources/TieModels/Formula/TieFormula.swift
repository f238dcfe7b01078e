import Vocabulary

/// The terms of a model as a person writes them: `edges + mutual + gwesp(0.25, fixed) + nodematch(kind)`.
///
/// What R's `statnet` writes reads, too: a left side with `~`, quotes around names, `fixed=TRUE`.
public struct TieFormula: Sendable, Hashable {
    /// One term: its name and what stands in its brackets.
    public struct Term: Sendable, Hashable {
        /// As `statnet` names it.
        public let name: String
        /// Without a name, in order.
        let arguments: [String]
        /// Those written `name=value`.
        let named: [String: String]
        /// Of `offset(TERM)=NUMBER` the number: its coefficient, which is not estimated but taken as given.
        public var offset: Double?

        /// What stands in its brackets, in order; those without a name first.
        public var parts: [(name: String?, value: String)] {
            arguments.map { (nil, $0) } + named.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }

        /// As it is written.
        public var text: String {
            let all = arguments + named.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let term = all.isEmpty ? name : "\(name)(\(all.joined(separator: ", ")))"
            return offset.map { "offset(\(term))=\($0 == -.infinity ? "-Inf" : "\($0)")" } ?? term
        }
    }

    /// In the order in which they were written; at least one.
    public let terms: [Term]

    /// The relations that its terms call by name.
    public var relationNames: [String] {
        terms.filter { $0.name == "edgecov" || $0.name == "dyadcov" }.compactMap { $0.named["x"] ?? $0.arguments.first }
    }

    /// Reads a sum of terms.
    ///
    /// - Throws: `MilieuError` of cause `usage` where it is no sum of terms, or has one twice.
    public init(_ text: String) throws(MilieuError) {
        guard text.utf8.count <= 10_000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The model is longer than 10,000 characters.",
                    fr: "Le modèle est plus long que 10 000 caractères."),
                remedy: Bilingual(en: "Leave terms out.", fr: "Laissez des termes de côté."))
        }
        let right = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        var terms: [Term] = []
        for piece in try Self.split(String(right), at: "+") {
            let term = try Self.term(piece, of: text)
            guard !terms.contains(term) else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The model has the term \(Excerpt.of(term.text)) twice.",
                        fr: "Le modèle a deux fois le terme \(Excerpt.of(term.text))."),
                    remedy: Bilingual(en: "Leave one out.", fr: "N'en gardez qu'un."))
            }
            terms.append(term)
        }
        self.terms = terms
    }

    private static func fault(_ piece: String) -> MilieuError {
        MilieuError(
            .usage,
            Bilingual(
                en: "\"\(Excerpt.of(piece))\" is no term of a model.",
                fr: "« \(Excerpt.of(piece)) » n'est pas un terme de modèle."),
            remedy: Bilingual(
                en: "Write for instance \"edges + mutual + gwesp(0.25, fixed) + nodematch(kind)\".",
                fr: "Écrivez par exemple \"edges + mutual + gwesp(0.25, fixed) + nodematch(kind)\"."))
    }

    /// Cuts where the sign stands outside brackets and quotes.
    private static func split(_ text: String, at sign: Character) throws(MilieuError) -> [String] {
        var (pieces, depth) = ([""], 0)
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
            } else if character == sign, depth == 0 {
                pieces.append("")
                continue
            }
            pieces[pieces.count - 1].append(character)
        }
        guard depth == 0, quote == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Brackets or quotes of the model do not close: \"\(Excerpt.of(text))\".",
                    fr: "Des parenthèses ou guillemets du modèle ne se ferment pas : « \(Excerpt.of(text)) »."),
                remedy: Bilingual(
                    en: "Write for instance \"edges + gwesp(0.25, fixed)\".",
                    fr: "Écrivez par exemple \"edges + gwesp(0.25, fixed)\"."))
        }
        return pieces.map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func term(_ piece: String, of text: String) throws(MilieuError) -> Term {
        guard !piece.isEmpty else { throw fault(text) }
        if piece.hasPrefix("offset"), trimmed(String(piece.dropFirst(6))).first == "(" {
            return try offset(piece, text)
        }
        guard let open = piece.firstIndex(of: "(") else {
            guard isName(piece) else { throw fault(piece) }
            return Term(name: piece, arguments: [], named: [:], offset: nil)
        }
        let name = trimmed(String(piece[..<open]))
        guard piece.last == ")", isName(name) else { throw fault(piece) }
        var (arguments, named): ([String], [String: String]) = ([], [:])
        let inner = trimmed(String(piece[piece.index(after: open)...].dropLast()))
        for argument in inner.isEmpty ? [] : try split(inner, at: ",") {
            guard !argument.isEmpty else { throw fault(piece) }
            if let sign = argument.firstIndex(of: "="), argument.first != "\"", argument.first != "'" {
                named[trimmed(String(argument[..<sign]))] = unquoted(
                    trimmed(String(argument[argument.index(after: sign)...])))
            } else {
                arguments.append(unquoted(argument))
            }
        }
        return Term(name: name, arguments: arguments, named: named, offset: nil)
    }

    /// `offset(TERM)=NUMBER`.
    private static func offset(_ piece: String, _ text: String) throws(MilieuError) -> Term {
        guard let open = piece.firstIndex(of: "("), let close = piece.lastIndex(of: ")") else { throw fault(piece) }
        let rest = trimmed(String(piece[piece.index(after: close)...]))
        let number = rest.first == "=" ? trimmed(String(rest.dropFirst())) : ""
        let value = number == "-Inf" ? -Double.infinity : Double(number)
        guard let value, value == -.infinity || abs(value) <= 1_000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(Excerpt.of(piece))\" tells no coefficient: a number from -1000 to 1000, or -Inf.",
                    fr: "« \(Excerpt.of(piece)) » ne donne pas de coefficient : un nombre de -1000 à 1000, ou -Inf."),
                remedy: Bilingual(
                    en: "Write for instance \"edges + offset(edgecov(geo))=-0.5\".",
                    fr: "Écrivez par exemple \"edges + offset(edgecov(geo))=-0.5\"."))
        }
        var inner = try term(trimmed(String(piece[piece.index(after: open)..<close])), of: text)
        guard inner.offset == nil else { throw fault(piece) }
        inner.offset = value
        return inner
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count > 1, let first = text.first, first == text.last, first == "\"" || first == "'" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
