import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// Relations by the names that tests and models call them: those of files, and proximities by their ids.
public struct NamedRelations: Sendable {
    /// By name.
    public private(set) var numbers: [String: PairNumbers] = [:]
    /// The names of files that tell each pair once, and so were read for both ways.
    public private(set) var mirrored: [String] = []

    /// The relations of files, and the proximities that are asked for.
    ///
    /// - Parameters:
    ///   - files: networks over the actors of the view, read as directed, by the names that they were given.
    ///   - wanted: names that are asked for; those of no file and no proximity are left to whoever asks.
    /// - Throws: `MilieuError` where a file lacks an actor, or a proximity is known of fewer than three.
    public init(_ files: [String: Network], wanted: [String], in context: MeasureContext) throws(MilieuError) {
        let ids = context.view.nodes.indices.map(context.view.id(of:))
        for (name, network) in files.sorted(by: { $0.key < $1.key }) {
            let file = try RelationFile(network, named: name, over: ids)
            numbers[name] = PairNumbers(file.matrix)
            if file.isMirrored { mirrored.append(name) }
        }
        for name in wanted where numbers[name] == nil {
            guard let proximity = ProximityCatalogue.all.first(where: { $0.id == name }) else { continue }
            numbers[name] = try proximity.numbers(in: context)
        }
    }
}
