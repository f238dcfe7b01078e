import Tabular
import NetworkModel
import Vocabulary

extension Measure.Requirement {
    /// - Throws: `MilieuError` of cause `usage`, with a remedy, where the view does not have it.
    func check(_ context: MeasureContext, for declared: Measure) throws(MilieuError) {
        let measure = declared.id
        let (view, network) = (context.view, context.network)
        switch self {
        case .directed where !view.isDirected:
            throw refusal(
                measure, "a directed network",
                view.isTwoMode ? "Ask for it of ties of a directed kind." : "Take `--directed`, or ties of a directed kind.")
        case .twoMode where !view.isTwoMode:
            throw refusal(measure, "a two-mode network", "Keep the events as nodes, where the dataset has participations.")
        case .oneMode where view.isTwoMode:
            let others = declared.twoModeNamesakes.map { "`\($0)`" }.joined(separator: " or ")
            throw refusal(
                measure, "a network of actors only",
                (others.isEmpty ? "Tie" : "Take \(others), which is of two modes, or tie")
                    + " the actors that share events instead of keeping events as nodes (`--events projected`).")
        case .grouping:
            _ = try context.grouping()
        case .resource where network.actors.values(of: context.options.resource)?.contains { $0 != nil } != true:
            throw refusal(
                measure, "the actors' \"\(context.options.resource)\"",
                "Fill that column, or choose another attribute as the resource.")
        case .attribute where network.actors.values(of: context.options.attribute)?.contains { $0 != nil } != true:
            throw refusal(
                measure, "the actors' \"\(context.options.attribute)\"",
                "Fill that column, or choose another attribute of numbers (`--attribute`).")
        case .start where context.options.start.isEmpty:
            throw refusal(
                measure, "actors to start from",
                "Name them with `--start-at`: their ids, or an attribute and its value, as in `--start-at kind=firm`.")
        case .layers where context.layerCount < 2:
            throw refusal(measure, "ties in two layers or more", "Choose more layers or kinds of tie.")
        case .dates where !network.ties.details.contains { $0.since != nil || $0.until != nil }:
            throw refusal(measure, "dated ties", "Fill the columns \"since\" and \"until\" of the ties.")
        case .directed, .twoMode, .oneMode, .resource, .attribute, .start, .layers, .dates:
            return
        }
    }

    private func refusal(_ measure: String, _ need: String, _ remedy: String) -> MilieuError {
        MilieuError(.usage, "The measure \"\(measure)\" needs \(need).", remedy: remedy)
    }
}

extension MeasureContext {
    /// The layers that the view's ties belong to.
    fileprivate var layerCount: Int {
        memo("layer count") {
            var kinds: Set<Int> = []
            for tie in 0..<view.tieCount {
                if case .tie(let position) = view.origins[tie] { kinds.insert(network.ties.kind(at: position)) }
            }
            return Set(kinds.map { network.tieKinds[$0].layer }).count
        }
    }
}

extension Measure {
    /// The measure's values for a view: one for each node or tie, or a single one.
    ///
    /// - Throws: `MilieuError` where the network lacks what the measure requires, or its weights
    ///   cannot be read as the options say.
    public func values(in context: MeasureContext) throws(MilieuError) -> Column.Values {
        guard case .column(let compute) = computation else {
            throw MilieuError(
                .usage, "\"\(id)\" is a measure of groups, and gives a table of its own.",
                remedy: "Ask for it alone, at group level.")
        }
        try requirementsMet(in: context)
        let values = try compute(context)
        try requireReach(values)
        return values
    }

    /// No number that has left the range of the machine's is handed on: a writer has no text for it, and a reader
    /// would take it for a value.
    private func requireReach(_ values: Column.Values) throws(MilieuError) {
        guard case .number(let numbers) = values, numbers.contains(where: { $0.map { !$0.isFinite } ?? false }) else {
            return
        }
        throw MilieuError(
            .usage, "The measure \"\(id)\" is out of numerical reach: on these weights a value leaves the range of the machine's numbers.",
            remedy: "Give the weights in another unit, leave out ties that are next to nothing, or take `--weights none`.")
    }

    /// The table of a measure of group level.
    ///
    /// - Throws: as `values(in:)`, and for a measure of another level.
    public func table(in context: MeasureContext) throws(MilieuError) -> Table {
        guard case .table(let tabulate) = computation else {
            throw MilieuError(
                .usage, "\"\(id)\" is a measure of \(level.rawValue) level.",
                remedy: "Ask for it at that level.")
        }
        try requirementsMet(in: context)
        var table = try tabulate(context)
        for column in table.columns { try requireReach(column.values) }
        table.provenance = context.provenance(of: [self])
        return table
    }

    /// - Throws: `MilieuError` where the network lacks what the measure requires.
    func requirementsMet(in context: MeasureContext) throws(MilieuError) {
        for requirement in Requirement.allCases where requirements.contains(requirement) {
            try requirement.check(context, for: self)
        }
    }
}
