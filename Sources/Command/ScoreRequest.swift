import Milieu

/// What `milieu score` was asked for, read and checked.
struct ScoreRequest {
    let networks: [Network]
    let method: ScoringMethod
    let options: ScoringOptions
    let dates: [PartialDate]
    let format: TableFormat
    let language: Language
    let isStyled: Bool
    private let table: String
    private let without: [String]
    private let extraTies: [Tie]

    init(_ command: ScoreCommand) throws(MilieuError) {
        guard !command.datasets.isEmpty else {
            throw MilieuError(
                .usage, "No dataset is named.", remedy: "Name one, for instance: milieu score datasets/romans-2016")
        }
        format = try command.output.tableFormat()
        language = command.common.lang
        isStyled = command.common.coloured(onOutput: true) && command.output.output == nil
        table = command.table
        // Before the draws, not after them.
        guard ScoreTables.names.contains(table) else { throw Self.noTable(table) }
        dates = try command.at.map(Self.dates) ?? []
        let count = command.datasets.count * max(1, dates.count)
        guard count > 1 || !ScoreTables.panelNames.contains(table) else {
            throw MilieuError(
                .usage, "The table \(table) compares territories, and one is named.", remedy: "Name two datasets or more.")
        }
        method = try Self.method(path: command.scoring.method, nulls: command.scoring.nulls)
        options = try Self.options(command, dates, Self.needed(by: table, format, count))
        networks = try command.datasets.map { path throws(MilieuError) in
            try DatasetReader.read(path: path).requireNetwork()
        }
        without = command.without?.items ?? []
        extraTies = try command.with.map { [networks] words throws(MilieuError) in
            try ExtraTies.read(words, for: networks[0])
        } ?? []
        guard without.isEmpty && command.with == nil || networks.count == 1 && dates.count < 2 else {
            throw MilieuError(
                .usage, "What would change is told of one territory at one date.",
                remedy: "Name one dataset, and one date with --at.")
        }
    }

    func scores(_ progress: ProgressBar) throws(MilieuError) -> [TerritoryScore] {
        try Scoring.scores(
            of: networks, at: dates, method: method, options: options, progress: progress.report)
    }

    func counterfactual(_ progress: ProgressBar) throws(MilieuError) -> Counterfactual {
        try Counterfactual(
            networks[0], without: without, with: extraTies, method: method, options: options,
            progress: progress.report)
    }

    func text(of scores: [TerritoryScore]) throws(MilieuError) -> String {
        let tables = ScoreTables(scores)
        switch format.id {
        case TableFormat.text.id: return ScorePage(scores, language: language, isStyled: isStyled).text
        case TableFormat.json.id: return JSONWriter.text(ScoreJSON.value(scores, language: language))
        case TableFormat.csv.id:
            guard let wanted = tables.all.first(where: { $0.name == table }) else { throw Self.noTable(table) }
            return format.text(wanted, language: language)
        default:
            return tables.printed(table, language: language).map { format.text($0, language: language) }
                .joined(separator: "\n")
        }
    }

    func text(of change: Counterfactual) -> String {
        switch format.id {
        case TableFormat.text.id: CounterfactualPage(change, language: language, isStyled: isStyled).text
        case TableFormat.json.id, TableFormat.csv.id: format.text(ScoreTables.table(change), language: language)
        default: format.text(ScoreTables.printed(change, language: language), language: language)
        }
    }

    private static func noTable(_ name: String) -> MilieuError {
        let nearest = NearestMatch.find(name, in: ScoreTables.names).map { "Did you mean \"\($0)\"? " } ?? ""
        return MilieuError(
            .usage, "A score has no table \"\(Excerpt.of(name))\".",
            remedy: nearest + "It has: \(ScoreTables.names.joined(separator: ", ")).")
    }

    /// Milieu's own method or that of a file, with as many null draws as asked for.
    static func method(path: String?, nulls: Int?) throws(MilieuError) -> ScoringMethod {
        var method =
            if let path {
                try ScoringMethod(toml: TextFile.read(path: path), file: path)
            } else {
                try ScoringMethod.standard()
            }
        if let nulls {
            method.nullDraws = try count(nulls, "--nulls", atMost: ScoringMethod.mostNullDraws)
        }
        return method
    }

    /// What an output shows, so that nothing is computed for nobody.
    private struct Needed {
        var nulls = true
        var leverage = true
        var sensitivity = true
    }

    private static func needed(by table: String, _ format: TableFormat, _ count: Int) -> Needed {
        switch format.id {
        case TableFormat.json.id: Needed()
        case TableFormat.text.id: Needed(nulls: count == 1, leverage: count == 1, sensitivity: count == 1)
        default:
            Needed(
                nulls: ["nulls", "indicators", "parameters"].contains(table),
                leverage: table == "leverage", sensitivity: ["sensitivity", "parameters"].contains(table))
        }
    }

    private static func options(
        _ command: ScoreCommand, _ dates: [PartialDate], _ needed: Needed
    ) throws(MilieuError) -> ScoringOptions {
        var options = ScoringOptions()
        (options.hasLeverage, options.hasSensitivity) = (needed.leverage, needed.sensitivity)
        options.perimeter = command.perimeter
        options.seed = command.seed
        options.draws = try command.scoring.draws.map { value throws(MilieuError) in
            try count(value, "--draws", atMost: ScoringMethod.mostDraws)
        }
        options.hasNulls = needed.nulls && command.scoring.nulls != 0
        if dates.count == 1 { options.date = dates.first }
        return options
    }

    static func count(_ value: Int, _ name: String, atMost most: Int) throws(MilieuError) -> Int {
        guard (0...most).contains(value) else {
            throw MilieuError(.usage, "\(name) \(value) makes no sense.", remedy: "Write a number from 0 to \(most).")
        }
        return value
    }

    /// `2014`, `2014-06`, or each year of `2007..2016`.
    static func dates(_ text: String) throws(MilieuError) -> [PartialDate] {
        let refusal = MilieuError(
            .usage, "\"\(text)\" is no date and no range of years.",
            remedy: "Write --at 2014, --at 2014-06-30 or --at 2007..2016.")
        guard let range = text.range(of: "..") else {
            guard let date = PartialDate(text) else { throw refusal }
            return [date]
        }
        guard let first = PartialDate(String(text[..<range.lowerBound])), first.month == nil,
            let last = PartialDate(String(text[range.upperBound...])), last.month == nil, first.year <= last.year
        else { throw refusal }
        guard last.year - first.year < 200 else {
            throw MilieuError(.usage, "A trajectory of over 200 years is refused.", remedy: "Choose a shorter range.")
        }
        return (first.year...last.year).compactMap { PartialDate(year: $0) }
    }
}
