import Foundation
import GraphKernels

/// A network as the runner writes it: node count and edge count, then all sources, then all targets,
/// 32-bit little-endian.
struct NetworkFile {
    let nodeCount: Int
    let sources: [Int32]
    let targets: [Int32]

    init(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func numbers(_ places: Range<Int>) -> [Int32] {
            places.map { place in
                let low = UInt32(bytes[4 * place]) | UInt32(bytes[4 * place + 1]) << 8
                let high = UInt32(bytes[4 * place + 2]) | UInt32(bytes[4 * place + 3]) << 8
                return Int32(bitPattern: low | high << 16)
            }
        }
        let counts = numbers(0..<2).map(Int.init)
        nodeCount = counts[0]
        sources = numbers(2..<(2 + counts[1]))
        targets = numbers((2 + counts[1])..<(2 + 2 * counts[1]))
    }

    func graph() -> Graph {
        Graph(nodeCount: nodeCount, sources: sources, targets: targets, isDirected: false)
    }

    /// The same with a length for each tie, 1 to 2 in steps of 1/1024: made of its ends, so that the runner makes the
    /// same, and sums of them are exact.
    func weightedGraph() -> Graph {
        let lengths = zip(sources, targets).map { source, target in
            let (low, high) = (UInt64(min(source, target)), UInt64(max(source, target)))
            return 1 + Double((low * 7919 + high * 104_729) % 1021 + 1) / 1024
        }
        return Graph(
            nodeCount: nodeCount, sources: sources, targets: targets, weights: lengths, isDirected: false)
    }
}
