import GraphKernels
import Testing

@testable import TieModels

@Suite struct RelationLogitTests {
    private func matrix(_ size: Int, _ value: (Int, Int) -> Double) -> SquareMatrix {
        var matrix = SquareMatrix(size: size)
        for i in 0..<size { for j in 0..<size where i != j { matrix[i, j] = value(i, j) } }
        return matrix
    }

    private let ties: Set<[Int]> = [[0, 1], [1, 0], [1, 2], [2, 3], [3, 0], [0, 2], [4, 1], [4, 0]]
    private var y: SquareMatrix { matrix(5) { ties.contains([$0, $1]) ? 1 : 0 } }

    /// Of one relation of yes and no the coefficients are log-odds of a table of four cells.
    @Test func oneRelationIsATableOfFourCells() throws {
        let near = matrix(5) { ($0 + $1) % 2 == 1 ? 1 : 0 }
        var cells = [[0.0, 0], [0, 0]]
        for i in 0..<5 { for j in 0..<5 where i != j { cells[Int(near[i, j])][Int(y[i, j])] += 1 } }
        let fit = try RelationLogit(y, on: [near], draws: 0, seed: 1)
        #expect(fit.observations == 20)
        let (none, odds) = (cells[0][1] / cells[0][0], cells[1][1] / cells[1][0])
        #expect(abs(fit.coefficients[0].estimate - Logarithm.natural(none)) < 1e-9)
        #expect(abs(fit.coefficients[1].estimate - Logarithm.natural(odds / none)) < 1e-9)
        let variance = cells.flatMap { $0 }.reduce(0) { $0 + 1 / $1 }
        #expect(abs(fit.coefficients[1].standardError - variance.squareRoot()) < 1e-9)
    }

    /// Every order of five actors once: 119 beside the observed one, whose z stand in for the drawn ones.
    @Test func fewActorsHaveAnExactTest() throws {
        let (one, other) = (matrix(5) { Double($0 * 2 + $1) }, matrix(5) { Double(($0 * $1) % 3) })
        let fit = try RelationLogit(y, on: [one, other], permuting: .response, draws: 119, seed: 1)
        #expect(fit.coefficients[1].draws.count == 119 && fit.coefficients[0].draws.isEmpty)
        // The order 1, 0, 2, 3, 4 by hand: nodes of the response changed places.
        let swapped = matrix(5) { i, j in
            func moved(_ node: Int) -> Int { node < 2 ? 1 - node : node }
            return y[moved(i), moved(j)]
        }
        let again = try RelationLogit(swapped, on: [one, other], draws: 0, seed: 1)
        #expect(fit.coefficients[1].draws.contains { abs(($0 ?? 0) - again.coefficients[1].z) < 1e-9 })
    }

    @Test func whatCannotBeFittedIsTold() {
        func failure(_ y: SquareMatrix, _ relations: [SquareMatrix]) -> RelationLogit.Failure? {
            do throws(RelationLogit.Failure) { _ = try RelationLogit(y, on: relations, draws: 0, seed: 1) } catch {
                return error
            }
            return nil
        }
        let varied = matrix(5) { Double($0 + 2 * $1) }
        #expect(failure(y.mapped { 2 * $0 }, [varied]) == .notBinary)
        #expect(failure(matrix(5) { _, _ in 1 }, [varied]) == .dependent(-1))
        #expect(failure(y, [varied, varied.mapped { 3 * $0 }]) == .dependent(1))
        #expect(failure(y, [matrix(5) { _, _ in 4 }]) == .dependent(0))
        #expect(failure(y, [y]) == .separated([0]))
    }
}
