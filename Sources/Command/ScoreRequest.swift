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
        method = try Self.method(path: command.method, nulls: command.nulls)
        options = try Self.options(command)
        dates = try command.at.map(Self.dates) ?? []
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
        var scores: [TerritoryScore] = []
        for network in networks {
            if dates.count > 1 {
                scores += try Scoring.trajectory(
                    network, at: dates, method: method, options: options, progress: progress.report)
            } else {
                scores.append(
                    try Scoring.score(network, method: method, options: options, progress: progress.report))
            }
        }
        return scores
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
        case TableFormat.json.id: return JSONWriter.text(ScoreJSON.value(scores))
        default:
            let all = tables.all
            guard let wanted = all.first(where: { $0.name == table }) else {
                let nearest = NearestMatch.find(table, in: all.map(\.name)).map { "Did you mean \"\($0)\"? " } ?? ""
                throw MilieuError(
                    .usage, "A score has no table \"\(table)\".",
                    remedy: nearest + "It has: \(all.map(\.name).joined(separator: ", ")).")
            }
            return format.text(wanted, language: language)
        }
    }

    func text(of change: Counterfactual) -> String {
        format.text(ScoreTables.table(change), language: language)
    }

    /// Milieu's own method or that of a file, with as many null draws as asked for.
    static func method(path: String?, nulls: Int?) throws(MilieuError) -> ScoringMethod {
        var method =
            if let path {
                try ScoringMethod(toml: TextFile.read(path: path), file: path)
            } else {
                try ScoringMethod.standard()
            }
        if let nulls { method.nullDraws = try count(nulls, "--nulls") }
        return method
    }

    private static func options(_ command: ScoreCommand) throws(MilieuError) -> ScoringOptions {
        var options = ScoringOptions()
        options.perimeter = command.perimeter
        options.seed = command.seed
        options.draws = try command.draws.map { value throws(MilieuError) in try count(value, "--draws") }
        options.hasNulls = command.nulls != 0
        if let at = command.at, !at.contains("..") { options.date = try dates(at).first }
        return options
    }

    static func count(_ value: Int, _ name: String) throws(MilieuError) -> Int {
        guard (0...10_000_000).contains(value) else {
            throw MilieuError(.usage, "\(name) \(value) makes no sense.", remedy: "Write a number from 0 to 10000000.")
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
