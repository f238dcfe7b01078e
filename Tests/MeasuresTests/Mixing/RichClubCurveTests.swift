import Measures
import Testing

@Suite struct RichClubCurveTests {
    @Test(arguments: MixedTerritory.seeds) func `each row counts the actors of higher degree`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let table = try MeasureCatalogue.measure("rich_club_curve").table(in: made.context())
        func column(_ id: String) throws -> [Double?] {
            Sample.numbers(try #require(table.columns.first { $0.field.id == id }).values)
        }
        let degree = made.nodes.map { made.alters($0).count }
        let rows = Set(degree + [0]).sorted().map { k in (k, made.nodes.filter { degree[$0] > k }) }.filter {
            $0.1.count > 1
        }
        let ties = rows.map { row in
            row.1.reduce(0) { sum, one in sum + row.1.count { $0 < one && made.tied(one, $0) } }
        }
        #expect(try column("degree") == rows.map { Double($0.0) })
        #expect(try column("actors") == rows.map { Double($0.1.count) })
        #expect(try column("ties") == ties.map(Double.init))
        let densities = zip(rows, ties).map { row, ties in Double(ties) / (Double(row.1.count * (row.1.count - 1)) / 2)
        }
        #expect(try zip(column("phi"), densities).allSatisfy { abs(($0 ?? -1) - $1) < 1e-12 })
        let (phi, random, rho) = (try column("phi"), try column("phi_random"), try column("rho"))
        for row in phi.indices {
            let (own, mean) = (try #require(phi[row]), try #require(random[row]))
            #expect(mean > 0 ? abs((rho[row] ?? -1) - own / mean) < 1e-12 : rho[row] == nil)
        }
        // Of all actors with ties the density is the same in every network of these degrees.
        if let first = rho.first, let first { #expect(abs(first - 1) < 1e-12) }
    }

    /// Star of five: nothing but the star has these degrees, so that chance gives the same; the club of one is no row.
    @Test func `a star, and two tied stars`() throws {
        let star = try MeasureCatalogue.measure("rich_club_curve").table(
            in: Sample.context(actors: 5, (1..<5).map { (0, $0) }))
        #expect(star.rowCount == 1)
        let twins = try MeasureCatalogue.measure("rich_club_curve").table(
            in: Sample.context(actors: 6, [(0, 1), (0, 2), (0, 3), (1, 4), (1, 5)]))
        #expect(Sample.numbers(twins.columns[0].values) == [0, 1] && Sample.numbers(twins.columns[3].values)[1] == 1)
    }
}
