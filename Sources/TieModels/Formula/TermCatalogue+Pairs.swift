import Vocabulary

extension TermCatalogue {
    /// Terms of one pair at a time.
    static let pairs: [TermDeclaration] = [
        independent("edges", "edges", .any, "Ties: what density there is.", "Liens : la densité.") {
            arguments, _ throws(MilieuError) in
            try arguments.allow(0, named: [])
            return pair("edges", .one)
        },
        covariate(
            "nodecov", .any, "A number of both ends, added up.", "Un nombre des deux extrémités, additionné.", true,
            true),
        covariate("nodeicov", .directed, "A number of the receiver.", "Un nombre du récepteur.", false, true),
        covariate("nodeocov", .directed, "A number of the sender.", "Un nombre de l'émetteur.", true, false),
        covariate("b1cov", .twoMode, "A number of the actor.", "Un nombre de l'acteur.", true, false),
        covariate("b2cov", .twoMode, "A number of the event.", "Un nombre de l'événement.", false, true),
        factor(
            "nodefactor", .any, "How often either end is of each kind but the first.",
            "Nombre de fois qu'une extrémité est de chaque sorte, sauf la première.", true, true),
        factor(
            "nodeifactor", .directed, "How often the receiver is of each kind but the first.",
            "Nombre de fois que le récepteur est de chaque sorte, sauf la première.", false, true),
        factor(
            "nodeofactor", .directed, "How often the sender is of each kind but the first.",
            "Nombre de fois que l'émetteur est de chaque sorte, sauf la première.", true, false),
        factor(
            "b1factor", .twoMode, "How often the actor is of each kind but the first.",
            "Nombre de fois que l'acteur est de chaque sorte, sauf la première.", true, false),
        factor(
            "b2factor", .twoMode, "How often the event is of each kind but the first.",
            "Nombre de fois que l'événement est de chaque sorte, sauf la première.", false, true),
        independent(
            "nodematch", "nodematch(ATTRIBUTE) or nodematch(ATTRIBUTE, diff)", .oneMode,
            "Ties within a kind, with diff counted for each kind.",
            "Liens au sein d'une sorte, comptés par sorte avec diff."
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(2, named: ["attr", "diff"])
            let attribute = try arguments.text(0, "attr")
            let (levels, codes) = try columns.codes(attribute, 0..<columns.data.ids.count)
            guard try arguments.flag("diff") else { return pair("nodematch.\(attribute)", .match(codes, only: nil)) }
            return levels.enumerated().map { place, level in
                TermColumn(
                    name: "nodematch.\(attribute).\(level)",
                    statistic: .pair(.match(codes, only: Int32(truncatingIfNeeded: place))))
            }
        },
        independent(
            "nodemix", "nodemix(ATTRIBUTE)", .oneMode, "Ties between each two kinds, but the first two.",
            "Liens entre chaque couple de sortes, sauf le premier."
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["attr"])
            let attribute = try arguments.text(0, "attr")
            let (levels, codes) = try columns.codes(attribute, 0..<columns.data.ids.count)
            let directed = columns.data.isDirected
            var made: [TermColumn] = []
            // By columns, as statnet lists them, its first cell left out.
            for head in levels.indices {
                for tail in levels.indices where directed || tail <= head {
                    guard made.count < 400 else { break }
                    let term = PairTerm.mix(
                        codes, Int32(truncatingIfNeeded: tail), Int32(truncatingIfNeeded: head), anyOrder: !directed)
                    made.append(
                        TermColumn(name: "mix.\(attribute).\(levels[tail]).\(levels[head])", statistic: .pair(term)))
                }
            }
            return Array(made.dropFirst())
        },
        independent(
            "absdiff", "absdiff(ATTRIBUTE) or absdiff(ATTRIBUTE, POWER)", .oneMode,
            "The absolute difference of the ends' numbers, to a power.",
            "La différence absolue des nombres des extrémités, à une puissance."
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(2, named: ["attr", "pow"])
            let attribute = try arguments.text(0, "attr")
            let numbers = try columns.numbers(attribute, 0..<columns.data.ids.count)
            let isPlain = arguments.term.arguments.count < 2 && arguments.term.named["pow"] == nil
            let power = isPlain ? 1 : try arguments.number(1, "pow", in: 0.01...10)
            let label = power == 1 ? "absdiff.\(attribute)" : "absdiff\(try arguments.text(1, "pow")).\(attribute)"
            return pair(label, .difference(numbers, power: power))
        },
        independent(
            "edgecov", "edgecov(RELATION)", .any, "A number of the pair, from a relation.",
            "Un nombre de la paire, tiré d'une relation."
        ) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["x"])
            let name = try arguments.text(0, "x")
            guard let matrix = columns.data.relations[name] else {
                let known = columns.data.relations.keys.sorted()
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is no relation \"\(Excerpt.of(name))\".",
                        fr: "Il n'y a pas de relation « \(Excerpt.of(name)) »."),
                    remedy: NearestMatch.hint(name, in: known)
                        + Bilingual(
                            en: "Name its file: --relation \(Excerpt.of(name))=FILE.",
                            fr: "Nommez son fichier : --relation \(Excerpt.of(name))=FICHIER."))
            }
            let isOneWay = !columns.data.isDirected && columns.data.firstModeCount == nil && !matrix.isSymmetric
            guard !isOneWay else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en:
                            "The relation \"\(Excerpt.of(name))\" differs from i to j and from j to i, where ties have no direction.",
                        fr:
                            "La relation « \(Excerpt.of(name)) » diffère de i à j et de j à i, alors que les liens n'ont pas de direction."
                    ),
                    remedy: Bilingual(
                        en: "Give each pair one number, or read ties as directed (--directed).",
                        fr: "Donnez à chaque paire un seul nombre, ou lisez les liens comme orientés (--directed)."))
            }
            return pair("edgecov.\(name)", .matrix(matrix.values, size: matrix.size))
        },
    ]

    private static func independent(
        _ name: String, _ usage: String, _ scope: TermDeclaration.Scope, _ en: String, _ fr: String,
        _ make: @escaping @Sendable (TermDeclaration.Arguments, inout TermColumns) throws(MilieuError) -> [TermColumn]
    ) -> TermDeclaration {
        TermDeclaration(
            name: name, usage: usage, scope: scope, meaning: Bilingual(en: en, fr: fr), isPairIndependent: true,
            make: make)
    }

    /// The nodes whose attribute a term reads: both modes where it reads both ends.
    private static func nodes(_ data: TieData, _ atTail: Bool, _ atHead: Bool) -> Range<Int> {
        guard let first = data.firstModeCount, atTail != atHead else { return 0..<data.ids.count }
        return atTail ? 0..<first : first..<data.ids.count
    }

    private static func covariate(
        _ name: String, _ scope: TermDeclaration.Scope, _ en: String, _ fr: String, _ atTail: Bool, _ atHead: Bool
    ) -> TermDeclaration {
        independent(name, "\(name)(ATTRIBUTE)", scope, en, fr) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["attr"])
            let attribute = try arguments.text(0, "attr")
            let numbers = try columns.numbers(attribute, nodes(columns.data, atTail, atHead))
            let zeros = [Double](repeating: 0, count: numbers.count)
            return pair("\(name).\(attribute)", .ends(atTail ? numbers : zeros, atHead ? numbers : zeros))
        }
    }

    private static func factor(
        _ name: String, _ scope: TermDeclaration.Scope, _ en: String, _ fr: String, _ atTail: Bool, _ atHead: Bool
    ) -> TermDeclaration {
        independent(name, "\(name)(ATTRIBUTE)", scope, en, fr) { arguments, columns throws(MilieuError) in
            try arguments.allow(1, named: ["attr"])
            let attribute = try arguments.text(0, "attr")
            let (levels, codes) = try columns.codes(attribute, nodes(columns.data, atTail, atHead))
            guard levels.count > 1 else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "\(Excerpt.of(attribute)) has one value only, so that it explains nothing.",
                        fr: "\(Excerpt.of(attribute)) n'a qu'une valeur, et n'explique donc rien."),
                    remedy: Bilingual(
                        en: "Leave \(Excerpt.of(arguments.term.text)) out.",
                        fr: "Laissez \(Excerpt.of(arguments.term.text)) de côté."))
            }
            let zeros = [Double](repeating: 0, count: codes.count)
            return levels.enumerated().dropFirst().map { place, level in
                let ones = codes.map { Int($0) == place ? 1.0 : 0 }
                return TermColumn(
                    name: "\(name).\(attribute).\(level)",
                    statistic: .pair(.ends(atTail ? ones : zeros, atHead ? ones : zeros)))
            }
        }
    }
}
