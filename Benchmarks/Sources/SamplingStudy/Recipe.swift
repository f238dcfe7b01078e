import GraphKernels

/// What makes a made-up territory what it is.
struct Recipe {
    var name: String
    var sectors: [String]
    /// Mean share of qualified staff.
    var qualified: Double
    /// Ties of advice that each actor inside receives from another, and from outside.
    var adviceInside: Double
    var adviceOutside: Double
    /// Cooperations that each begins, groups of four who all work together, the shares of cooperations that are
    /// returned and that come with a supply.
    var cooperation: Double
    var groups: Int
    var returned: Double
    var secondLayer: Double
    var supply: Double
    var dormant: Double
    /// How many events, and the share of the actors at each.
    var trainings: Int
    var trainingSize: Double
    var meetings: Int
    var meetingSize: Double
    var pools: Int
    var poolSize: Double
    /// The chance that advice leads to a cooperation in the year after.
    var conversion: Double
    var localFinance: Double
    var colleges: [Int]
    /// Whether one actor is tied to all.
    var hasHub = false
    /// Into how many villages the actors fall, who work with those of another in one case of eight.
    var villages = 1
    var kinds = [("firm", 30), ("school", 3), ("association", 4), ("authority", 2), ("citizens", 1)]
    var outsiders = 12

    static let all: [Recipe] = [
        Recipe(
            name: "branch plants", sectors: ["C.29.10", "C.10.51", "C.22.29", "C.29.32", "H.52.10", "G.46.90"],
            qualified: 0.15, adviceInside: 0.05, adviceOutside: 0.6, cooperation: 0.15, groups: 0, returned: 0,
            secondLayer: 0, supply: 0.2, dormant: 0.5, trainings: 1, trainingSize: 0.05, meetings: 1, meetingSize: 0.1,
            pools: 1, poolSize: 0.05, conversion: 0.05, localFinance: 0.05, colleges: [18, 1, 1]),
        Recipe(
            name: "technopole", sectors: ["M.72.11", "M.72.19", "J.62.01", "J.62.02", "C.26.51", "C.26.11", "M.71.12"],
            qualified: 0.85, adviceInside: 2.6, adviceOutside: 0.9, cooperation: 0.25, groups: 0, returned: 0.05,
            secondLayer: 0, supply: 0.1, dormant: 0.4, trainings: 6, trainingSize: 0.3, meetings: 1, meetingSize: 0.1,
            pools: 1, poolSize: 0.05, conversion: 0.7, localFinance: 0.05, colleges: [16, 2, 1]),
        Recipe(
            name: "district", sectors: ["C.15.20", "C.15.20", "C.15.20", "C.15.20", "C.15.12"], qualified: 0.12,
            adviceInside: 0.3, adviceOutside: 0.03, cooperation: 1.2, groups: 14, returned: 0.7, secondLayer: 0.6,
            supply: 1.2, dormant: 0.05, trainings: 1, trainingSize: 0.08, meetings: 6, meetingSize: 0.3, pools: 4,
            poolSize: 0.3, conversion: 0.05, localFinance: 0.9, colleges: [8, 7, 7]),
        Recipe(
            name: "milieu", sectors: ["C.15.20", "C.15.12", "C.14.13", "C.22.19", "M.74.10", "M.72.19", "J.62.01"],
            qualified: 0.65, adviceInside: 2.4, adviceOutside: 0.6, cooperation: 1.2, groups: 14, returned: 0.7,
            secondLayer: 0.6, supply: 1.2, dormant: 0.05, trainings: 6, trainingSize: 0.3, meetings: 6,
            meetingSize: 0.3,
            pools: 4, poolSize: 0.3, conversion: 0.7, localFinance: 0.85, colleges: [8, 7, 7]),
        Recipe(
            name: "hub", sectors: ["C.15.20", "C.15.12", "C.25.11", "G.47.72", "N.78.20", "M.70.22"], qualified: 0.3,
            adviceInside: 0, adviceOutside: 0.1, cooperation: 0, groups: 0, returned: 0.2, secondLayer: 0.1, supply: 0,
            dormant: 0.1, trainings: 1, trainingSize: 0.1, meetings: 1, meetingSize: 0.1, pools: 1, poolSize: 0.1,
            conversion: 0.1, localFinance: 0.4, colleges: [20, 1, 1], hasHub: true),
    ]

    /// Characters that nothing was chosen by: neither the model's priors nor its discrepancy.
    static let unseen: [Recipe] = [
        Recipe(
            name: "three valleys", sectors: ["C.10.51", "C.10.13", "C.16.23", "A.01.50", "I.55.20", "G.47.22"],
            qualified: 0.35, adviceInside: 0.9, adviceOutside: 0.35, cooperation: 0.7, groups: 6, returned: 0.4,
            secondLayer: 0.3, supply: 0.7, dormant: 0.2, trainings: 3, trainingSize: 0.15, meetings: 3,
            meetingSize: 0.2, pools: 2, poolSize: 0.15, conversion: 0.35, localFinance: 0.5, colleges: [10, 6, 3],
            villages: 3),
        Recipe(
            name: "assembly", sectors: ["C.13.20", "C.14.13", "G.47.71", "S.95.29", "M.74.10"], qualified: 0.45,
            adviceInside: 0.4, adviceOutside: 0.2, cooperation: 0.3, groups: 2, returned: 0.2, secondLayer: 0.1,
            supply: 0.3, dormant: 0.3, trainings: 5, trainingSize: 0.4, meetings: 9, meetingSize: 0.4, pools: 5,
            poolSize: 0.45, conversion: 0.25, localFinance: 0.7, colleges: [7, 7, 6]),
    ]

    /// The same character with every number up to a third more or less, and another size.
    func varied(_ random: inout RandomSource) -> Recipe {
        var recipe = self
        func factor() -> Double { 0.67 + 0.66 * random.unit() }
        for path in [
            \Recipe.adviceInside, \.adviceOutside, \.cooperation, \.supply, \.trainingSize, \.meetingSize, \.poolSize,
            \.qualified, \.conversion, \.localFinance, \.returned, \.secondLayer, \.dormant,
        ] { recipe[keyPath: path] *= factor() }
        for path in [\Recipe.returned, \.secondLayer, \.conversion, \.localFinance, \.qualified] {
            recipe[keyPath: path] = min(0.95, recipe[keyPath: path])
        }
        recipe.groups = Int((Double(groups) * factor()).rounded())
        recipe.kinds[0].1 = 22 + random.below(20)
        recipe.outsiders = 8 + random.below(10)
        return recipe
    }
}
