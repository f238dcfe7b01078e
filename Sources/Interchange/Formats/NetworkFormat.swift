import NetworkModel
import Vocabulary

/// A kind of network file.
public struct NetworkFormat: Sendable {
    /// What a caller says about a file that may not say it itself.
    public struct Options: Sendable {
        /// Nil: what the file says; an edge list that says nothing is undirected.
        public var directed: Bool?
        /// Of a workbook, the sheet that holds the network; nil: what the names and contents of its sheets show.
        public var sheet: String?
        /// Which network of a file that holds several: its name, or its number from 1.
        public var network: String?
        /// What may be read beside the file.
        public var neighbours: NeighbouringFiles

        /// What the file says, unless a caller says more.
        public init(
            directed: Bool? = nil, sheet: String? = nil, network: String? = nil, neighbours: NeighbouringFiles = .none
        ) {
            (self.directed, self.sheet) = (directed, sheet)
            (self.network, self.neighbours) = (network, neighbours)
        }
    }

    /// How a network is written.
    public struct WritingOptions: Sendable {
        /// Ties without direction are written as two, one each way, for programs that read no mixed
        /// networks.
        public var bothWays: Bool
        /// The program that is to read the file; nil: as most read it.
        public var peer: Peer?
        /// How the actors, then the events, are drawn, for formats that can say so; empty where nobody drew them.
        public var look: [NodeLook?]

        /// Each tie as its format has it, for nobody in particular, unless asked otherwise.
        public init(bothWays: Bool = false, peer: Peer? = nil, look: [NodeLook?] = []) {
            (self.bothWays, self.peer, self.look) = (bothWays, peer, look)
        }
    }

    /// Where, how large and in which colour a figure draws an actor.
    public struct NodeLook: Sendable {
        /// To the right, in points.
        public let x: Double
        /// Upward, in points.
        public let y: Double
        /// The width of its disc, in points.
        public let size: Double
        /// From 0 to 255, as `green` and `blue`.
        public let red: Int
        /// From 0 to 255.
        public let green: Int
        /// From 0 to 255.
        public let blue: Int

        /// The look of one node; parts of its colour beyond 0 to 255 are the caller's fault.
        public init(x: Double, y: Double, size: Double, red: Int, green: Int, blue: Int) {
            (self.x, self.y, self.size) = (x, y, size)
            (self.red, self.green, self.blue) = (red, green, blue)
        }
    }

    /// A network as a file, and what the file could not carry.
    public struct Output: Sendable {
        /// The whole file.
        public let bytes: [UInt8]
        /// A note of each thing that was lost, and of how to keep it.
        public let findings: [Finding]

        /// Of a format that is text.
        public var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Of a format that is text: written as UTF-8.
        public init(text: String, findings: [Finding]) { self.init(bytes: Array(text.utf8), findings: findings) }

        /// Of any format.
        public init(bytes: [UInt8], findings: [Finding]) { (self.bytes, self.findings) = (bytes, findings) }
    }

    /// What `--from` and `--to` take.
    public let id: String
    /// What lists of formats call it.
    public let name: Bilingual
    /// What a file of it holds, for the list of formats.
    public let carries: Bilingual
    /// Without the point, in lower case.
    public let fileExtensions: [String]
    /// Whether a file whose name does not tell its format is of this one, by its first thousand or so
    /// characters, in lower case.
    public var recognises: @Sendable (String) -> Bool = { _ in false }
    /// Reads the bytes of a file, which findings call by the given name.
    public let read: @Sendable ([UInt8], String, Options) -> Reading
    /// The network as a text of this format.
    ///
    /// Throws `MilieuError` of cause `usage` where the format has no way to hold the network.
    public var write: @Sendable (Network, WritingOptions) throws(MilieuError) -> Output = { _, _ throws(MilieuError) in
        throw MilieuError(
            .usage, Bilingual(en: "This format is read and not written.", fr: "Ce format se lit et ne s'écrit pas."),
            remedy: Bilingual(
                en: "Choose another: `milieu convert --list` tells them.",
                fr: "Choisissez-en un autre : `milieu convert --list` les donne."))
    }
    /// Whether networks are written in it, and not only read.
    public var isWritten = true

    /// The network as a file that a program reads as it is meant.
    ///
    /// Where the program takes no ties with and without direction in one network, those without become two.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the program does not read the format, or the format has no way
    ///   to hold the network.
    public func output(_ network: Network, _ options: WritingOptions) throws(MilieuError) -> Output {
        guard let peer = options.peer else { return try write(network, options) }
        guard peer.formats.contains(id) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\(peer.name) does not read \(name.en) as it is meant.",
                    fr: "\(peer.name) ne lit pas \(name.fr) comme il est entendu."),
                remedy: Bilingual(
                    en: "Write one of: \(peer.formats.joined(separator: ", ")).",
                    fr: "Écrivez l'un de : \(peer.formats.joined(separator: ", "))."))
        }
        let directions = Set(network.ties.indices.map { network.tieKinds[network.ties.kind(at: $0)].isDirected })
            .union(network.participation.isEmpty ? [] : [false])
        guard directions.count > 1, !options.bothWays, !peer.takesMixedDirection(id),
            !["matrix", "edge-list", "dl", "vna"].contains(id)
        else {
            return try write(network, options)
        }
        var twofold = options
        twofold.bothWays = true
        let output = try write(network, twofold)
        let note = Finding(
            .note, "both-ways",
            Bilingual(
                en:
                    "\(peer.name) takes no ties with and without direction together: those without were written as two, one each way.",
                fr:
                    "\(peer.name) n'accepte pas ensemble des liens orientés et non orientés : les liens non orientés ont été écrits comme deux, un dans chaque sens."
            ),
            remedy: .keepTheDataset, at: Place(file: network.description.name))
        return Output(bytes: output.bytes, findings: [note] + output.findings)
    }
}
