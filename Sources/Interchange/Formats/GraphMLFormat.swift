import NetworkModel
import Vocabulary

extension NetworkFormat {
    /// The XML that most programs share, with yEd's labels read.
    public static let graphML = NetworkFormat(
        id: "graphml", name: Bilingual("GraphML"),
        carries: Bilingual(
            en: "actors, events and ties with all attributes, mixed direction, dates as attributes",
            fr: "acteurs, événements et liens avec tous les attributs, direction mixte, dates en attributs"),
        fileExtensions: ["graphml"],
        recognises: { $0.contains("<graphml") },
        read: { bytes, file, options in
            let reader = GraphMLReader(file: file, wanted: options.network)
            return PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                try XMLReader.read(bytes, file: file, into: reader)
                network = reader.network
            }
        }, write: GraphMLWriter.write)
}
