import Measures
import NetworkModel
import Tabular
import Testing

@Suite struct MobilizableFactorsTests {
    /// Each row from the rows of ties: the alter's size, the most active tie, the longest; their product adds up to the
    /// actor's mobilisable resources.
    @Test(arguments: 0..<100) func `factors are those of the ties, and multiply to what can be mobilised`(seed: Int)
        throws
    {
        let made = try MadeTerritory(seed: seed, isDirected: seed % 2 == 0)
        guard made.network.actors.contains(where: { $0.size != nil }) else { return }
        let table = try MeasureCatalogue.measure("mobilizable_resources_factors").table(in: made.context)
        let totals = try Sample.values("mobilizable_resources", made.context)
        guard case .text(let egos) = table.columns[0].values, case .text(let alters) = table.columns[1].values else {
            Issue.record("no ids")
            return
        }
        let numbers = table.columns[2...].map { Sample.numbers($0.values) }
        let expected = made.actors.flatMap { ego in made.alters(ego).map { [String(ego), String($0)] } }
        #expect(zip(egos, alters).map { [$0 ?? "", $1 ?? ""] } == expected)
        var sums = [Double](repeating: 0, count: made.actors.count)
        for row in expected.indices {
            let (ego, alter) = (try #require(Int(expected[row][0])), try #require(Int(expected[row][1])))
            let ties = made.ties(ego, alter)
            #expect(numbers[0][row] == made.network.actors[alter].size)
            #expect(numbers[1][row] == (ties.contains { $0.details.status != .dormant } ? 1 : 0.5))
            let held = try #require(numbers[2][row])
            #expect(held >= 0 && held <= 1 && (held == 1 || ties.allSatisfy { $0.details.since != nil }))
            let product = numbers[0][row].map { $0 * (numbers[1][row] ?? 0) * held }
            #expect(numbers[3][row] == product)
            sums[ego] += product ?? 0
        }
        for ego in made.actors {
            if let total = totals[ego] { #expect(abs(total - sums[ego]) < 1e-9 * max(1, abs(total))) }
        }
    }
}
