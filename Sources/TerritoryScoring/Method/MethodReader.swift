import NetworkModel
import TOMLKit
import Vocabulary

/// Reads a method file over a base that supplies what the file leaves out.
///
/// Values are taken from the parsed table one by one, since the library's decoder would call a
/// wrong type a missing key.
struct MethodReader {
    private let text: String
    private let file: String
    private var method: ScoringMethod

    init(text: String, file: String, base: ScoringMethod) {
        self.text = text
        self.file = file
        method = base
    }

    mutating func read() throws(MilieuError) -> ScoringMethod {
        let table = try TOMLText.parse(text, file: file, Bilingual(en: "method file", fr: "fichier de méthode"))
        try refuseFirstMethod(table)
        try readTop(Section(table, "", self))
        try readUncertainty(Section(section("uncertainty", of: table), "uncertainty", self))
        let factors = try Section(section("factors", of: table), "factors", self)
        for (name, isOn) in try factors.flags(Factor.allCases.map(\.rawValue)) {
            guard let factor = Factor(rawValue: name) else { continue }
            if isOn { method.factors.insert(factor) } else { method.factors.remove(factor) }
        }
        let dimensions = try Section(section("dimensions", of: table), "dimensions", self)
        for (name, weight) in try dimensions.weights(Dimension.allCases.map(\.rawValue)) {
            if let dimension = Dimension(rawValue: name) { method.dimensionWeights[dimension] = weight }
        }
        let indicators = try Section(section("indicators", of: table), "indicators", self)
        for (name, weight) in try indicators.weights(IndicatorCatalogue.all.map(\.id)) {
            method.indicatorWeights[name] = weight
        }
        try requireWeights()
        return method
    }

    private func section(_ name: String, of table: TOMLTable) throws(MilieuError) -> TOMLTable {
        guard let value = table[name] else { return TOMLTable() }
        guard let section = value.table else {
            throw fault(
                Bilingual(
                    en: "\"\(name)\" is a table of names and values.",
                    fr: "« \(name) » est une table de noms et de valeurs."),
                Bilingual(en: "Write [\(name)] on a line of its own.", fr: "Écrivez [\(name)] sur une ligne à part."),
                "", name)
        }
        return section
    }

    private mutating func readTop(_ top: Section) throws(MilieuError) {
        try top.refuseOthers(Self.topNames)
        method.id = try top.text("id") ?? method.id
        method.version = try top.text("version") ?? method.version
        method.threshold = try top.number("threshold", in: 0...1) ?? method.threshold
        method.thresholdRange = try top.range("threshold_range", in: 0...1) ?? method.thresholdRange
        method.certainty = try top.number("certainty", in: 0...1) ?? method.certainty
        method.windowYears = try top.whole("window_years", in: 1...100) ?? method.windowYears
        if let years = try top.range("window_range", in: 1...100) {
            method.windowRange = Int(years.lowerBound.rounded())...Int(years.upperBound.rounded())
        }
        method.cascadeProbability = try top.number("cascade_probability", in: 0...1) ?? method.cascadeProbability
        method.cascadeRange = try top.range("cascade_range", in: 0...1) ?? method.cascadeRange
        method.partnerScale = try top.number("partner_scale", in: 0.1...1000) ?? method.partnerScale
        method.partnerRange = try top.range("partner_range", in: 0.1...1000) ?? method.partnerRange
        method.conversionMonths = try top.whole("conversion_months", in: 1...600) ?? method.conversionMonths
        if let layers = try top.texts("returnable_layers") {
            method.returnableLayers = Set(layers.map { Layer(rawValue: $0) })
        }
        if let word = try top.text("aggregation") {
            guard let mean = DimensionMean(rawValue: word) else {
                throw fault(
                    Bilingual(en: "There is no aggregation \"\(word)\".", fr: "Il n'y a pas d'agrégation « \(word) »."),
                    Bilingual(
                        en: "Write \"geometric\" or \"arithmetic\".", fr: "Écrivez « geometric » ou « arithmetic »."),
                    "", "aggregation")
            }
            method.aggregation = mean
        }
        method.floor = try top.number("floor", in: 1e-6...0.5) ?? method.floor
        method.neededCoverage = try top.number("needed_coverage", in: 0...1) ?? method.neededCoverage
    }

    private static let topNames = [
        "id", "version", "threshold", "threshold_range", "certainty", "window_years", "window_range",
        "cascade_probability", "cascade_range", "partner_scale", "partner_range", "conversion_months",
        "returnable_layers", "aggregation", "floor",
        "needed_coverage", "uncertainty", "factors", "dimensions", "indicators",
    ]

    private mutating func readUncertainty(_ section: Section) throws(MilieuError) {
        try section.refuseOthers([
            "draws", "precision", "draws_per_look", "sobol_rows", "sobol_precision", "bootstrap", "null_draws",
            "chance_territories", "concentration", "documents_share", "recall_chance",
        ])
        method.draws = try section.whole("draws", in: 1...ScoringMethod.mostDraws) ?? method.draws
        method.precision = try section.number("precision", in: 0...0.5) ?? method.precision
        method.drawsPerLook = try section.whole("draws_per_look", in: 1...1000) ?? method.drawsPerLook
        method.sobolPrecision = try section.number("sobol_precision", in: 0...1) ?? method.sobolPrecision
        method.sobolRows = try section.whole("sobol_rows", in: 0...ScoringMethod.mostSobolRows) ?? method.sobolRows
        method.bootstrap = try section.whole("bootstrap", in: 2...10_000) ?? method.bootstrap
        method.nullDraws = try section.whole("null_draws", in: 1...ScoringMethod.mostNullDraws) ?? method.nullDraws
        method.chanceTerritories = try section.whole("chance_territories", in: 0...10_000) ?? method.chanceTerritories
        method.concentration = try section.number("concentration", in: 1e-3...1e6) ?? method.concentration
        method.documentsShare = try section.range("documents_share", in: 0.001...1) ?? method.documentsShare
        method.recallChance = try section.range("recall_chance", in: 0.001...1) ?? method.recallChance
    }

    /// Milieu's first method named other indicators and dimensions: what it says cannot be done any more.
    private func refuseFirstMethod(_ table: TOMLTable) throws(MilieuError) {
        for (section, names) in Self.retired.sorted(by: { $0.key < $1.key }) {
            guard let own = table[section]?.table else { continue }
            for key in own.keys.sorted() {
                guard let remedy = names[key] else { continue }
                throw fault(
                    Bilingual(
                        en: "\"\(key)\" belongs to method 1 of Milieu.",
                        fr: "« \(key) » appartient à la méthode 1 de Milieu."), remedy + Self.start, section, key)
            }
        }
        guard table["id"]?.string ?? "milieu" == "milieu", table["version"]?.string == "1" else { return }
        throw fault(
            Bilingual(
                en: "This is method 1 of Milieu, which this version does not compute.",
                fr: "C'est la méthode 1 de Milieu, que cette version ne calcule pas."),
            Bilingual(
                en:
                    "Set version to \"2\" once the rest is as method 2 has it: the dimension \"ties\" is now \"engagement\" and \"activation\", and \"robustness\" stands for \"broker_independence\".",
                fr:
                    "Mettez version à « 2 » une fois que le reste est comme dans la méthode 2 : la dimension « ties » est devenue « engagement » et « activation », et « robustness » remplace « broker_independence »."
            )
                + Self.start, "", "version")
    }

    private static let retired: [String: [String: Bilingual]] = [
        "dimensions": [
            "ties": Bilingual(
                en: "Give \"engagement\" and \"activation\" a weight in its place.",
                fr: "Donnez un poids à « engagement » et à « activation » à sa place.")
        ],
        "indicators": [
            "broker_independence": Bilingual(
                en: "Give \"robustness\" a weight in its place.", fr: "Donnez un poids à « robustness » à sa place.")
        ],
    ]
    private static let start = Bilingual(
        en: " `milieu score --print-method` prints the file to start from.",
        fr: " `milieu score --print-method` écrit le fichier à partir duquel commencer.")

    /// Every dimension and indicator has a weight, be it 0, and every axis a dimension of some weight with an
    /// indicator of some weight.
    private func requireWeights() throws(MilieuError) {
        if let dimension = Dimension.allCases.first(where: { method.dimensionWeights[$0] == nil }) {
            throw fault(
                Bilingual(
                    en: "The dimension \"\(dimension.rawValue)\" has no weight.",
                    fr: "La dimension « \(dimension.rawValue) » n'a pas de poids."),
                Bilingual(
                    en: "Give it one, 0 where it shall not count.",
                    fr: "Donnez-lui-en un, 0 si elle ne doit pas compter."),
                "dimensions", dimension.rawValue)
        }
        if let indicator = IndicatorCatalogue.all.first(where: { method.indicatorWeights[$0.id] == nil }) {
            throw fault(
                Bilingual(
                    en: "The indicator \"\(indicator.id)\" has no weight.",
                    fr: "L'indicateur « \(indicator.id) » n'a pas de poids."),
                Bilingual(
                    en: "Give it one, 0 where it shall not count.",
                    fr: "Donnez-lui-en un, 0 si elle ne doit pas compter."),
                "indicators", indicator.id)
        }
        for axis in Axis.allCases {
            let hasWeight = IndicatorCatalogue.all.contains {
                $0.axis == axis && method.weight($0.dimension) > 0 && method.weight($0) > 0
            }
            guard !hasWeight else { continue }
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "No indicator of \(axis.name.en) has a weight.",
                    fr: "Aucun indicateur ne pèse dans l'axe « \(axis.name.fr) »."),
                remedy: Bilingual(
                    en: "Give one of its dimensions, and an indicator in it, a weight above 0.",
                    fr: "Donnez un poids supérieur à 0 à l'une de ses dimensions, et à un indicateur de celle-ci."),
                at: Place(file: file))
        }
    }

    func fault(_ message: Bilingual, _ remedy: Bilingual, _ section: String, _ key: String) -> MilieuError {
        MilieuError(
            .usage, message, remedy: remedy, at: Place(file: file, line: line(of: key, in: section), column: key))
    }

    /// The line on which a key stands, since the parsed table no longer knows.
    private func line(of key: String, in section: String) -> Int? {
        var current = ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.filter { $0 != " " && $0 != "\t" }
            if bare.hasPrefix("[") { current = String(bare.dropFirst().prefix { $0 != "]" }) }
            if current == section, bare.hasPrefix(key + "=") { return number + 1 }
            if section.isEmpty, bare == "[\(key)]" { return number + 1 }
        }
        return nil
    }
}

/// One table of the file, read with its types and ranges checked.
private struct Section {
    private let table: TOMLTable
    private let name: String
    private let reader: MethodReader

    init(_ table: TOMLTable, _ name: String, _ reader: MethodReader) {
        self.table = table
        self.name = name
        self.reader = reader
    }

    func refuseOthers(_ known: [String]) throws(MilieuError) {
        for key in table.keys.sorted() where !known.contains(key) {
            let nearest = NearestMatch.hint(key, in: known)
            let kind =
                [
                    "dimensions": Bilingual(en: "dimension", fr: "dimension"),
                    "indicators": Bilingual(en: "indicator", fr: "indicateur"),
                    "factors": Bilingual(en: "factor", fr: "facteur"),
                ][name] ?? Bilingual(en: "parameter", fr: "paramètre")
            throw reader.fault(
                Bilingual(
                    en: "There is no \(kind.en) \"\(key)\".", fr: "« \(key) » n'est pas connu ici comme \(kind.fr)."),
                nearest
                    + Bilingual(
                        en: "Known are: \(known.joined(separator: ", ")).",
                        fr: "Sont connus : \(known.joined(separator: ", "))."), name, key)
        }
    }

    func number(_ key: String, in range: ClosedRange<Double>) throws(MilieuError) -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init), range.contains(number) else {
            throw reader.fault(
                Bilingual(
                    en: "\"\(key)\" is a number from \(range.lowerBound) to \(range.upperBound).",
                    fr: "« \(key) » est un nombre de \(range.lowerBound) à \(range.upperBound)."),
                Bilingual(en: "Correct it.", fr: "Corrigez-le."), name, key)
        }
        return number
    }

    func whole(_ key: String, in range: ClosedRange<Int>) throws(MilieuError) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            throw reader.fault(
                Bilingual(
                    en: "\"\(key)\" is a whole number from \(range.lowerBound) to \(range.upperBound).",
                    fr: "« \(key) » est un nombre entier de \(range.lowerBound) à \(range.upperBound)."),
                Bilingual(en: "Correct it.", fr: "Corrigez-le."), name, key)
        }
        return number
    }

    func range(_ key: String, in bounds: ClosedRange<Double>) throws(MilieuError) -> ClosedRange<Double>? {
        guard let value = table[key] else { return nil }
        let numbers = value.array.map { $0.compactMap { $0.double ?? $0.int.map(Double.init) } } ?? []
        guard numbers.count == 2, value.array?.count == 2, numbers[0] <= numbers[1],
            bounds.contains(numbers[0]), bounds.contains(numbers[1])
        else {
            throw reader.fault(
                Bilingual(
                    en:
                        "\"\(key)\" is two numbers from \(bounds.lowerBound) to \(bounds.upperBound), the smaller one first.",
                    fr:
                        "« \(key) » se compose de deux nombres de \(bounds.lowerBound) à \(bounds.upperBound), le plus petit d'abord."
                ),
                Bilingual(en: "Write [low, high].", fr: "Écrivez [bas, haut]."), name, key)
        }
        return numbers[0]...numbers[1]
    }

    func text(_ key: String) throws(MilieuError) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string, !text.isEmpty else {
            throw reader.fault(
                Bilingual(en: "\"\(key)\" is a text.", fr: "« \(key) » est un texte."),
                Bilingual(en: "Write it between quotes.", fr: "Écrivez-le entre guillemets."), name, key)
        }
        return text
    }

    func texts(_ key: String) throws(MilieuError) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else {
            throw reader.fault(
                Bilingual(en: "\"\(key)\" is a list of texts.", fr: "« \(key) » est une liste de textes."),
                Bilingual(en: "Write [\"one\", \"other\"].", fr: "Écrivez [\"un\", \"autre\"]."), name, key)
        }
        let texts = array.compactMap(\.string)
        guard texts.count == array.count else {
            throw reader.fault(
                Bilingual(en: "\"\(key)\" is a list of texts.", fr: "« \(key) » est une liste de textes."),
                Bilingual(en: "Write [\"one\", \"other\"].", fr: "Écrivez [\"un\", \"autre\"]."), name, key)
        }
        return texts
    }

    func flags(_ known: [String]) throws(MilieuError) -> [(String, Bool)] {
        try refuseOthers(known)
        var flags: [(String, Bool)] = []
        for key in table.keys.sorted() {
            guard let flag = table[key]?.bool else {
                throw reader.fault(
                    Bilingual(en: "\"\(key)\" is true or false.", fr: "« \(key) » vaut true ou false."),
                    Bilingual(en: "Write one of the two.", fr: "Écrivez l'un des deux."), name, key)
            }
            flags.append((key, flag))
        }
        return flags
    }

    func weights(_ known: [String]) throws(MilieuError) -> [(String, Double)] {
        try refuseOthers(known)
        var weights: [(String, Double)] = []
        for key in table.keys.sorted() {
            guard let value = table[key], let weight = value.double ?? value.int.map(Double.init), weight >= 0,
                weight.isFinite
            else {
                throw reader.fault(
                    Bilingual(
                        en: "The weight of \"\(key)\" is a number, 0 or more.",
                        fr: "Le poids de « \(key) » est un nombre, 0 ou plus."),
                    Bilingual(en: "Correct it.", fr: "Corrigez-le."), name, key)
            }
            weights.append((key, weight))
        }
        return weights
    }
}
