import Tabular
import Vocabulary

/// An area of a job, and how many rows of the country's tables it has.
public struct PreparedArea: Sendable, Hashable {
    /// Its code, a text: `01001`, `2A004`.
    public let code: String
    /// What readers see; the code where no list of areas names it.
    public let name: String
    /// In which part of the job its rows stand.
    public let shard: Int
    /// Rows of actors in it.
    public internal(set) var actors = 0
    /// Rows of ties between two of its actors.
    public internal(set) var tiesWithin = 0
    /// Rows of ties that lead out of it.
    public internal(set) var tiesAcross = 0
    /// Rows of who took part in what, of its own actors.
    public internal(set) var participations = 0

    static let header = ["area", "name", "shard", "actors", "ties_within", "ties_across", "participations"]

    init(code: String, name: String, shard: Int) { (self.code, self.name, self.shard) = (code, name, shard) }

    static func text(_ areas: [PreparedArea]) -> String {
        CSVWriter.row(header)
            + areas.map { area in
                let numbers = [area.shard, area.actors, area.tiesWithin, area.tiesAcross, area.participations]
                return CSVWriter.row([area.code, area.name] + numbers.map { String($0) })
            }.joined()
    }

    static func list(_ bytes: [UInt8], file: String) throws(MilieuError) -> [PreparedArea] {
        var reader = CSVReader(DecodedText(bytes, file: file), file: file, dialect: .comma)
        guard reader.next(), reader.fields.indices.map({ reader.string($0) }) == header else {
            throw JobFile.broken(
                Bilingual(en: "This is no list of areas.", fr: "Ce n'est pas une liste de zones."), file)
        }
        var areas: [PreparedArea] = []
        while reader.next() {
            let cells = reader.fields.indices.map { reader.string($0) }
            let numbers = cells.dropFirst(2).compactMap { Int($0) }
            guard cells.count == header.count, numbers.count == 5,
                numbers.allSatisfy({ (0...1 << 48).contains($0) })
            else {
                throw JobFile.broken(
                    Bilingual(
                        en: "A row of the list of areas is not whole.",
                        fr: "Une ligne de la liste des zones n'est pas entière."), file)
            }
            var area = PreparedArea(code: cells[0], name: cells[1], shard: numbers[0])
            (area.actors, area.tiesWithin, area.tiesAcross, area.participations) = (
                numbers[1], numbers[2], numbers[3], numbers[4]
            )
            areas.append(area)
        }
        return areas
    }
}
