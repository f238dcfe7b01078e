import Vocabulary

/// Reads LaTeX from left to right and gives MathML.
struct FormulaReader {
    /// The deepest nesting of groups that is read.
    static let deepest = 60

    private let latex: String
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    /// One thing that scripts can be attached to.
    private struct Piece {
        var markup: String
        /// Whether its scripts stand above and below it.
        var takesLimits = false
        /// Whether it is a word that needs a space before what follows.
        var isFunction = false
    }

    private enum Stop { case end, brace, bracket, right }

    init(_ latex: String) {
        self.latex = latex
        scalars = Array(latex.unicodeScalars)
    }

    /// The whole formula as the content of a row.
    mutating func whole() throws(MilieuError) -> String { try row(until: .end) }

    // MARK: Rows and scripts

    private mutating func row(until stop: Stop) throws(MilieuError) -> String {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw refusal(
                Bilingual(en: "its groups are nested too deeply", fr: "ses groupes sont imbriqués trop profondément"))
        }
        var markup = ""
        while true {
            skipSpaces()
            guard let next = peek else {
                guard stop == .end else {
                    throw refusal(Bilingual(en: "a group does not end", fr: "un groupe ne finit pas"))
                }
                return markup
            }
            switch next {
            case "}":
                guard stop == .brace else {
                    throw refusal(Bilingual(en: "a brace closes nothing", fr: "une accolade ne ferme rien"))
                }
                place += 1
                return markup
            case "]" where stop == .bracket:
                place += 1
                return markup
            case "\\" where stop == .right && isNext(command: "right"):
                return markup
            default:
                markup += try scripted()
            }
        }
    }

    /// A piece with what stands at its feet and at its head.
    private mutating func scripted() throws(MilieuError) -> String {
        let isBare = peek == "^" || peek == "_"
        let base = isBare ? Piece(markup: "<mrow></mrow>") : try piece()
        var (below, above, primes): (String?, String?, Int) = (nil, nil, 0)
        while true {
            skipSpaces()
            if take("_") {
                guard below == nil else {
                    throw refusal(Bilingual(en: "a piece has two subscripts", fr: "un élément a deux indices"))
                }
                below = try argument()
            } else if take("^") {
                guard above == nil else {
                    throw refusal(Bilingual(en: "a piece has two superscripts", fr: "un élément a deux exposants"))
                }
                above = try argument()
            } else if take("'") {
                primes += 1
            } else {
                break
            }
        }
        if primes > 0 {
            above = "<mrow>" + String(repeating: "<mo>′</mo>", count: primes) + (above ?? "") + "</mrow>"
        }
        let whole = withScripts(base, below, above)
        return base.isFunction ? whole + functionGap : whole
    }

    private func withScripts(_ base: Piece, _ below: String?, _ above: String?) -> String {
        let names = base.takesLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
        return switch (below, above) {
        case (nil, nil): base.markup
        case (let below?, nil): element(names.0, base.markup + below)
        case (nil, let above?): element(names.1, base.markup + above)
        case (let below?, let above?): element(names.2, base.markup + below + above)
        }
    }

    /// What a command or a script takes: a group, or the next sign alone (`\frac1n`).
    private mutating func argument() throws(MilieuError) -> String {
        skipSpaces()
        guard let next = peek else { throw refusal(Bilingual(en: "an argument is missing", fr: "un argument manque")) }
        if ("0"..."9").contains(next) {
            place += 1
            return element("mn", String(next))
        }
        guard next != "}" && next != "^" && next != "_" else {
            throw refusal(Bilingual(en: "an argument is missing", fr: "un argument manque"))
        }
        return try piece().markup
    }

    private mutating func piece() throws(MilieuError) -> Piece {
        guard let next = peek else { throw refusal(Bilingual(en: "an argument is missing", fr: "un argument manque")) }
        switch next {
        case "{":
            place += 1
            return Piece(markup: element("mrow", try row(until: .brace)))
        case "\\":
            return try command()
        case "0"..."9":
            return Piece(markup: element("mn", number()))
        case _ where next.properties.isAlphabetic:
            place += 1
            return Piece(markup: element("mi", String(next)))
        default:
            place += 1
            guard let sign = MathSymbols.signs[next] else {
                throw refusal(
                    Bilingual(en: "the sign \"\(next)\" is not known", fr: "le signe « \(next) » n'est pas connu"))
            }
            return Piece(markup: MathSymbols.fence(sign) ?? element("mo", sign))
        }
    }

    // MARK: Commands

    private mutating func command() throws(MilieuError) -> Piece {
        let name = commandName()
        if let symbol = MathSymbols.symbols[name] {
            switch symbol {
            case .identifier(let text): return Piece(markup: element("mi", text))
            case .relation(let text): return Piece(markup: element("mo", text))
            case .fence(let text): return Piece(markup: MathSymbols.fence(text) ?? element("mo", text))
            case .large(let text): return Piece(markup: element("mo", text), takesLimits: true)
            case .limits(let text): return Piece(markup: element("mi", text), takesLimits: true, isFunction: true)
            case .function(let text): return Piece(markup: element("mi", text), isFunction: true)
            case .space(let width): return Piece(markup: "<mspace width=\"\(width)\"/>")
            case .accent(let sign):
                let base = try argument()
                return Piece(markup: "<mover accent=\"true\">\(base)<mo stretchy=\"false\">\(sign)</mo></mover>")
            case .alphabet(let alphabet):
                return Piece(markup: element("mi", String(try words().map { MathSymbols.letter($0, alphabet) })))
            case .nothing: return Piece(markup: "")
            }
        }
        return try construction(name)
    }

    /// A thin space where a function's argument has no parentheses.
    private var functionGap: String {
        let next = scalars[place...].first { !$0.properties.isWhitespace }
        return next.map { "()[]{},".unicodeScalars.contains($0) } ?? true ? "" : "<mspace width=\"0.17em\"/>"
    }

    private mutating func construction(_ name: String) throws(MilieuError) -> Piece {
        switch name {
        case "frac", "dfrac":
            return Piece(markup: element("mfrac", try argument() + argument()))
        case "tfrac":
            let fraction = element("mfrac", try argument() + argument())
            return Piece(markup: "<mstyle displaystyle=\"false\">\(fraction)</mstyle>")
        case "binom":
            let both = try argument() + argument()
            return Piece(
                markup: "<mrow><mo>(</mo><mfrac linethickness=\"0\">\(both)</mfrac><mo>)</mo></mrow>")
        case "sqrt":
            skipSpaces()
            guard take("[") else { return Piece(markup: element("msqrt", try argument())) }
            let degree = element("mrow", try row(until: .bracket))
            return Piece(markup: element("mroot", try argument() + degree))
        case "text", "mathrm", "textrm":
            return Piece(markup: element("mtext", kept(try words())))
        case "operatorname":
            return Piece(markup: "<mi mathvariant=\"normal\">\(Markup.escaped(try words()))</mi>")
        case "left":
            let open = try delimiter()
            let content = try row(until: .right)
            _ = commandName()
            let close = try delimiter()
            return Piece(markup: element("mrow", stretched(open) + content + stretched(close)))
        case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr":
            let height = name.hasPrefix("b") ? "1.4em" : "1.9em"
            let sign = Markup.escaped(try delimiter())
            return Piece(markup: "<mo stretchy=\"true\" minsize=\"\(height)\" maxsize=\"\(height)\">\(sign)</mo>")
        default:
            throw refusal(Bilingual(en: "\"\\\(name)\" is not known", fr: "« \\\(name) » n'est pas connu"))
        }
    }

    private func stretched(_ sign: String) -> String {
        sign.isEmpty ? "" : "<mo stretchy=\"true\" fence=\"true\">\(Markup.escaped(sign))</mo>"
    }

    /// What follows `\left`, `\right` or `\Big`; a point is no sign at all.
    private mutating func delimiter() throws(MilieuError) -> String {
        skipSpaces()
        guard let next = peek else { throw refusal(Bilingual(en: "a fence is missing", fr: "un délimiteur manque")) }
        if next == "\\" {
            let name = commandName()
            guard case .fence(let text) = MathSymbols.symbols[name] else {
                throw refusal(Bilingual(en: "\"\\\(name)\" is no fence", fr: "« \\\(name) » n'est pas un délimiteur"))
            }
            return text
        }
        place += 1
        if next == "." { return "" }
        guard "()[]|/".unicodeScalars.contains(next) else {
            throw refusal(Bilingual(en: "\"\(next)\" is no fence", fr: "« \(next) » n'est pas un délimiteur"))
        }
        return String(next)
    }

    /// The content of a group as it stands.
    private mutating func words() throws(MilieuError) -> String {
        skipSpaces()
        guard take("{") else { throw refusal(Bilingual(en: "an argument is missing", fr: "un argument manque")) }
        var text = String.UnicodeScalarView()
        while let next = peek, next != "}" {
            guard next != "\\", next != "{" else {
                throw refusal(
                    Bilingual(en: "a command stands among words", fr: "une commande se trouve parmi des mots"))
            }
            text.append(next)
            place += 1
        }
        guard take("}") else { throw refusal(Bilingual(en: "a group does not end", fr: "un groupe ne finit pas")) }
        return String(text)
    }

    /// Spaces at the ends of words count.
    private func kept(_ words: String) -> String {
        var text = words
        if text.hasPrefix(" ") { text = "\u{A0}" + text.dropFirst() }
        if text.hasSuffix(" ") { text = text.dropLast() + "\u{A0}" }
        return text
    }

    // MARK: Signs

    private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() {
        while let next = peek, next.properties.isWhitespace { place += 1 }
    }

    private mutating func number() -> String {
        var digits = String.UnicodeScalarView()
        while let next = peek, ("0"..."9").contains(next) || isPoint(next) {
            digits.append(next)
            place += 1
        }
        return String(digits)
    }

    /// A point between digits belongs to the number.
    private func isPoint(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." && place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
    }

    /// The letters after a backslash, or the one sign.
    private mutating func commandName() -> String {
        place += 1
        var name = String.UnicodeScalarView()
        while let next = peek, isLetter(next) {
            name.append(next)
            place += 1
        }
        if name.isEmpty, let next = peek {
            name.append(next)
            place += 1
        }
        return String(name)
    }

    private func isNext(command name: String) -> Bool {
        var ahead = self
        return ahead.commandName() == name
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private func element(_ name: String, _ content: String) -> String {
        let isText = name == "mi" || name == "mo" || name == "mn" || name == "mtext"
        return "<\(name)>\(isText ? Markup.escaped(content) : content)</\(name)>"
    }

    private func refusal(_ why: Bilingual) -> MilieuError {
        MilieuError(
            .fault,
            Bilingual(
                en: "A formula cannot be shown: \(why.en) (\(latex)).",
                fr: "Une formule ne peut pas être montrée : \(why.fr) (\(latex))."),
            remedy: Bilingual(
                en: "Please report this, with the dataset if you can.",
                fr: "Signalez-le, s'il vous plaît, avec le jeu de données si possible."))
    }
}
