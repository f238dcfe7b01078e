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

    /// Gathers the relations of files and the proximities that are asked for.
    ///
    /// - Parameters:
    ///   - files: networks over the actors of the view, read as directed, by the names that they were given.
    ///   - wanted: names that are asked for; those of no file and no proximity are left to whoever asks.
    /// - Throws: `MilieuError` where a file lacks an actor, a distance is negative, or a proximity is known of fewer than
    ///   three.
    public init(_ files: [String: Network], wanted: [String], in context: MeasureContext) throws(MilieuError) {
        let ids = context.view.nodes.indices.map(context.view.id(of:))
        for (name, network) in files.sorted(by: { $0.key < $1.key }) {
            try Self.checkDistances(name, network)
            let file = try RelationFile(network, named: name, over: ids)
            numbers[name] = PairNumbers(file.matrix)
            if file.isMirrored { mirrored.append(name) }
        }
        for name in wanted where numbers[name] == nil {
            guard let proximity = ProximityCatalogue.all.first(where: { $0.id == name }) else { continue }
            numbers[name] = try proximity.numbers(in: context)
        }
    }

    /// Words by which a relation, or its file, says that it is a distance.
    private static let distanceWords: Set<String> = [
        "distance", "distances", "dist", "geo", "km", "kilometres", "kilometers", "kilomètres", "metres", "meters",
        "mètres", "miles", "minutes", "hours", "heures",
    ]

    /// A number below 0 has a meaning in many relations, but none in a distance.
    private static func checkDistances(_ name: String, _ network: Network) throws(MilieuError) {
        let words = [name, network.description.name].flatMap { text in
            text.lowercased().split { !$0.isLetter }.map(String.init)
        }
        // A logarithm of one may be negative.
        guard words.contains(where: distanceWords.contains), !words.contains("log"), !words.contains("ln"),
            let tie = network.ties.indices.first(where: { network.ties.weight(at: $0) < 0 })
        else { return }
        let ends = [network.ties.sources[tie], network.ties.targets[tie]].map {
            Excerpt.of(network.actors.id(at: Int($0)))
        }
        throw MilieuError(
            .data,
            Bilingual(
                en:
                    "The relation \"\(Excerpt.of(name))\" has \(network.ties.weight(at: tie)) for \"\(ends[0])\" and \"\(ends[1])\", and a distance is not negative.",
                fr:
                    "La relation « \(Excerpt.of(name)) » a \(network.ties.weight(at: tie)) pour « \(ends[0]) » et « \(ends[1]) », or une distance n'est pas négative."
            ),
            remedy: Bilingual(
                en: "Correct it; if the numbers are no distances, call the relation and its file by another name.",
                fr:
                    "Corrigez-la ; si ces nombres ne sont pas des distances, donnez un autre nom à la relation et à son fichier."
            ))
    }
}
