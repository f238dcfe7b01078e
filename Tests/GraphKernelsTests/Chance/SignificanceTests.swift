import GraphKernels
import Synchronization
import Testing

/// Serialized: one test changes the number of threads.
@Suite(.serialized) struct SignificanceTests {
    @Test func pValuesCountTheObservedOne() {
        let draws: [Double?] = [1, 2, 3, nil, 4]
        #expect(Significance.pValue(observed: 3, draws: draws, tail: .upper) == 3.0 / 5)
        #expect(Significance.pValue(observed: 3, draws: draws, tail: .lower) == 4.0 / 5)
        #expect(Significance.pValue(observed: 9, draws: draws, tail: .upper) == 1.0 / 5)
        #expect(Significance.pValue(observed: 9, draws: draws, tail: .both) == 2.0 / 5)
        #expect(Significance.pValue(observed: 1, draws: [nil], tail: .both) == nil)
    }

    /// The example of Benjamini and Hochberg 1995, p. 295: at 0.05 the first four of fifteen.
    @Test func adjustsThePublishedExample() {
        let published: [Double?] = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000,
        ]
        let adjusted = Significance.benjaminiHochberg(published)
        #expect(adjusted.count { ($0 ?? 1) <= 0.05 } == 4)
        // R 4.2.2: p.adjust(p, "BH")
        let r = [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
            0.5811818181818182, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
        ]
        for (ours, theirs) in zip(adjusted, r) { #expect(abs((ours ?? 9) - theirs) < 1e-12) }
        #expect(Significance.benjaminiHochberg([0.01, nil, 0.04]) == [0.02, nil, 0.04])
    }

    @Test func drawsHaveTheSameBitsOnAnyNumberOfThreads() {
        let limit = Parallel.threadLimit
        defer { Parallel.threadLimit = limit }
        let runs = [1, 2, 7].map { threads in
            Parallel.threadLimit = threads
            return Draws.values(150, seed: 4) { $0.unit() }
        }
        #expect(runs[0] == runs[1] && runs[1] == runs[2])
        #expect(Set(runs[0]).count == 150)
    }

    @Test func progressCountsEveryDraw() {
        let seen = Mutex<[Int]>([])
        _ = Draws.values(20, seed: 1, progress: { done, all in seen.withLock { $0.append(all == 20 ? done : -1) } }) { _ in 0 }
        #expect(seen.withLock { $0 } == Array(1...20))
    }
}
