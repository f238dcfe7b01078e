import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The area of discs: proportional to an actor measure or to an attribute of numbers, from its least value if that is
/// negative, else from 0.
struct DiscSize: Sendable {
    /// What legends call it.
    let name: Bilingual
    private let isWhole: Bool
    let largest: Double
    let smallest: Double
    let undefinedCount: Int
    private(set) var greatestRadius: Double
    private(set) var leastRadius: Double
    private let values: [Double?]
    private let nodeCount: Int

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let known = MeasureCatalogue.all.contains { $0.id == options.sizeBy }
        if !known, let numbers = context.network.actors.numbers(of: options.sizeBy) {
            values = context.view.nodes.map { if case .actor(let actor) = $0 { numbers[actor] } else { nil } }
            name = Bilingual(PlainText.cleaned(options.sizeBy, limit: 40))
            isWhole = values.allSatisfy { $0.map { $0.rounded() == $0 } ?? true }
        } else {
            let measure = try Self.measure(options.sizeBy)
            values = try Self.numbers(of: measure, context)
            (name, isWhole) = (measure.name, measure.type == .integer)
        }
        let defined = values.compactMap { $0 }
        largest = defined.max() ?? 0
        smallest = min(0, defined.min() ?? 0)
        undefinedCount = values.count - defined.count
        // Of the whole network: a disc is as large in each of its views.
        nodeCount = max(values.count, Self.wholeCount(context.view))
        let count = Double(max(nodeCount, 1))
        let scale = options.width / (16 / 2.54 * 72)
        if nodeCount > Self.crowd {
            let (low, span) = (smallest, largest - smallest)
            let shares = defined.map { span > 0 ? ($0 - low) / span : 0 }
            (leastRadius, greatestRadius) = Self.radii(ofCrowd: shares, width: options.width)
        } else {
            // From 15 points for 30 actors to 10.5 for 100, then with the square root of the number.
            let plain = count <= 100 ? 15 - 4.5 * max(0, count - 30) / 70 : 10.5 * (100 / count).squareRoot()
            greatestRadius = max(1.2, plain * scale)
            leastRadius = max(0.4, min(2.4 * scale, greatestRadius * 0.22))
        }
    }

    private static func measure(_ id: String) throws(MilieuError) -> Measure {
        let measure = try MeasureCatalogue.measure(id)
        guard measure.level == .actor else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Discs cannot show \"\(measure.id)\": it is no measure of actors.",
                    fr: "Les disques ne peuvent pas montrer « \(measure.id) » : ce n'est pas une mesure d'acteurs."),
                remedy: Bilingual(
                    en: "Choose one of level actor (`milieu measure --list`), or an attribute of numbers.",
                    fr: "Choisissez une mesure de niveau actor (`milieu measure --list`), ou un attribut de nombres."))
        }
        return measure
    }

    private static func numbers(of measure: Measure, _ context: MeasureContext) throws(MilieuError) -> [Double?] {
        switch try measure.values(in: context) {
        case .number(let numbers): return numbers.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        case .integer(let numbers): return numbers.map { $0.map(Double.init) }
        case .flag(let flags): return flags.map { $0.map { $0 ? 1 : 0 } }
        case .text:
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Discs cannot show \"\(measure.id)\": its values are labels.",
                    fr: "Les disques ne peuvent pas montrer « \(measure.id) » : ses valeurs sont des étiquettes."),
                remedy: Bilingual(
                    en: "Choose a measure that is a number.", fr: "Choisissez une mesure qui est un nombre."))
        }
    }

    /// From this number of actors on, what the page can hold decides.
    private static let crowd = 2000

    /// The largest discs that leave two thirds of a square page free.
    private static func radii(ofCrowd shares: [Double], width: Double) -> (least: Double, greatest: Double) {
        let room = 0.3 * width * width
        let least = min(0.4 * width / 450, 0.3 * (room / Double(max(shares.count, 1))).squareRoot())
        var greatest = 16 * least
        while greatest > least * 1.1 {
            let area = shares.reduce(0) { sum, share in
                let side = 2 * max(least, greatest * share.squareRoot()) + least
                return sum + side * side
            }
            if area <= room { break }
            greatest *= 0.9
        }
        return (least, greatest)
    }

    /// The room between two discs.
    var gap: Double { min(2, greatestRadius * 0.3, nodeCount > Self.crowd ? leastRadius * 0.8 : 2) }

    private static func wholeCount(_ view: NetworkView) -> Int {
        view.network.actors.count + (view.isTwoMode ? view.network.events.count : 0)
    }

    /// All discs smaller, by the same part.
    mutating func shrink(to part: Double) {
        greatestRadius *= part
        leastRadius *= part
    }

    /// From 0 to 1: the part of the largest disc's area.
    func share(of position: Int) -> Double {
        guard let value = values[position], largest > smallest else { return 0 }
        return (value - smallest) / (largest - smallest)
    }

    func radius(of position: Int) -> Double { radius(ofShare: share(of: position)) }

    func radius(of value: Double) -> Double {
        largest > smallest ? radius(ofShare: (value - smallest) / (largest - smallest)) : leastRadius
    }

    private func radius(ofShare share: Double) -> Double {
        max(leastRadius, greatestRadius * share.squareRoot())
    }

    /// Up to three values to show in a legend: the largest, and round ones near a half and a tenth.
    var samples: [Double] {
        guard largest > smallest else { return [] }
        var result: [Double] = []
        for share in [0.1, 0.4, 1.0] {
            let value = smallest + (largest - smallest) * share
            let shown = share == 1 ? value : isWhole ? max(value.rounded(), 1) : value
            if !result.contains(shown), shown <= largest { result.append(shown) }
        }
        return result
    }
}
