import GraphKernels
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// Small networks for the tests of measures.
enum Sample {
    /// A plain network, actors named "0", "1" …, with the attribute `team` where groups are given.
    static func network(
        actors count: Int, _ edges: [(Int, Int)], weights: [Double] = [], isDirected: Bool = false,
        teams: [String?] = [], sizes: [Double?] = []
    ) throws -> Network {
        let actors = (0..<count).map { number in
            var actor = Actor(id: String(number))
            if !sizes.isEmpty { actor.size = sizes[number] }
            return actor
        }
        let attributes = teams.isEmpty ? [] : [Actors.Attribute(name: "team", values: teams)]
        return try Network(
            description: DatasetDescription(name: "sample"), actors: Actors(actors, attributes: attributes),
            ties: Ties(
                sources: edges.map { Int32($0.0) }, targets: edges.map { Int32($0.1) }, weights: weights),
            tieKinds: [TieKind(id: "tie", isDirected: isDirected)])
    }

    static func context(
        actors count: Int, _ edges: [(Int, Int)], weights: [Double] = [], isDirected: Bool = false,
        teams: [String?] = [], sizes: [Double?] = [], options: MeasureOptions = teamOptions
    ) throws -> MeasureContext {
        let network = try network(
            actors: count, edges, weights: weights, isDirected: isDirected,
            teams: teams.isEmpty ? (0..<count).map { ["a", "b", "c"][$0 % 3] } : teams, sizes: sizes)
        return MeasureContext(try network.view(), options: options)
    }

    static var teamOptions: MeasureOptions {
        var options = MeasureOptions()
        options.grouping = "team"
        options.start = ["team=north"]
        // What holds of a mean over random networks holds of few.
        options.references = 10
        return options
    }

    /// One measure's values as numbers.
    static func values(_ id: String, _ context: MeasureContext) throws -> [Double?] {
        numbers(try MeasureCatalogue.measure(id).values(in: context))
    }

    static func numbers(_ values: Column.Values) -> [Double?] {
        switch values {
        case .number(let numbers): numbers
        case .integer(let integers): integers.map { $0.map(Double.init) }
        case .flag(let flags): flags.map { $0.map { $0 ? 1 : 0 } }
        case .text(let texts): texts.map { _ in nil }
        }
    }
}

/// A random network for the properties that every measure must have.
struct RandomNetwork: CustomStringConvertible {
    var actorCount: Int
    var edges: [(Int, Int)] = []
    var weights: [Double] = []
    var teams: [String?]
    var sizes: [Double?] = []
    let isDirected: Bool

    init(seed: Int) {
        var random = RandomSource(seed: 5, part: seed)
        actorCount = 3 + random.below(9)
        isDirected = random.below(2) == 0
        let active = 2 + random.below(actorCount - 1)
        for _ in 0..<(1 + random.below(3 * actorCount)) {
            edges.append((random.below(active), random.below(active)))
            weights.append([0.5, 1, 1.5, 2, 3][random.below(5)])
        }
        teams = (0..<actorCount).map { _ in ["north", "south", "east", nil][random.below(4)] }
        if teams.allSatisfy({ $0 == nil }) { teams[0] = "north" }
        sizes = (0..<actorCount).map { _ in [1, 2.5, 10, 50, nil][random.below(5)] }
    }

    static let seeds = 0..<120

    func context(_ weights: MeasureOptions.Weights = .none) throws -> MeasureContext {
        var options = Sample.teamOptions
        options.weights = weights
        return try Sample.context(
            actors: actorCount, edges, weights: self.weights, isDirected: isDirected, teams: teams, sizes: sizes,
            options: options)
    }

    /// Actor i becomes actor `places[i]`; the ties come in another order.
    func relabelled(_ places: [Int]) -> RandomNetwork {
        var other = self
        other.edges = edges.reversed().map { (places[$0.0], places[$0.1]) }
        other.weights = weights.reversed()
        for (old, new) in places.enumerated() { (other.teams[new], other.sizes[new]) = (teams[old], sizes[old]) }
        return other
    }

    /// Beside a copy of itself.
    var doubled: RandomNetwork {
        var other = self
        other.edges += edges.map { ($0.0 + actorCount, $0.1 + actorCount) }
        other.weights += weights
        other.teams += teams
        other.sizes += sizes
        other.actorCount *= 2
        return other
    }

    var withIsolate: RandomNetwork {
        var other = self
        other.actorCount += 1
        other.teams.append(nil)
        other.sizes.append(nil)
        return other
    }

    func scaled(by factor: Double) -> RandomNetwork {
        var other = self
        other.weights = weights.map { $0 * factor }
        return other
    }

    var description: String {
        "\(isDirected ? "directed" : "undirected") \(actorCount) actors, " + edges.map { "\($0.0)-\($0.1)" }.joined(separator: " ")
    }
}
