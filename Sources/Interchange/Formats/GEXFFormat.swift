import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Gephi's XML, versions 1.1 to 1.3 read and 1.3 written.
    public static let gexf = NetworkFormat(
        id: "gexf", name: Bilingual("GEXF"),
        carries: Bilingual(
            en: "the same, and dates on Gephi's timeline",
            fr: "de même, et dates sur l’axe du temps de Gephi"),
        fileExtensions: ["gexf"],
        recognises: { $0.contains("<gexf") },
        read: { bytes, file, options in
            let reader = GEXFReader(file: file)
            return PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                try XMLReader.read(bytes, file: file, into: reader)
                network = reader.network
            }
        }, write: GEXFWriter.write)
}
