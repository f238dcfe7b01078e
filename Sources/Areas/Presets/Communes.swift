import Files
import Tabular
import Vocabulary

/// Codes of communes as they are today: merged ones, delegated ones and arrondissements lead to the commune that they
/// are in now.
struct Communes: Sendable {
    /// From a code to the one that took its place.
    private var successor: [String: String] = [:]

    /// Says that a commune went into another, or an arrondissement is part of one.
    mutating func add(_ code: String, into current: String) {
        if code != current { successor[code] = current }
    }

    /// The code of today; of an unknown commune its own. Codes that lead in a circle stay as they are.
    func current(_ code: String) -> String {
        guard var next = successor[code] else { return code }
        // No commune of France was merged as often.
        for _ in 0..<16 {
            guard let further = successor[next] else { return next }
            next = further
        }
        return code
    }

    /// Reads a table of INSEE's official geographic code (code officiel géographique): that of communes, which names
    /// the parent of delegated communes and of the arrondissements of Paris, Lyon and Marseille, or that of events
    /// since 1943.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be read, of cause `data` where it is neither.
    mutating func read(_ path: String) throws(MilieuError) {
        let file = FilePath.name(of: path)
        var reader = CSVReader(DecodedText(try InputFile.read(path, limit: 1 << 28), file: file), file: file)
        let header = reader.next() ? reader.fields.indices.map { reader.string($0) } : []
        func places(_ names: [String]) -> [Int]? {
            let found = names.compactMap { header.firstIndex(of: $0) }
            return found.count == names.count ? found : nil
        }
        if let columns = places(["MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP"]) {
            readEvents(&reader, columns)
        } else if let columns = places(["TYPECOM", "COM", "COMPARENT"]) {
            while reader.next() {
                guard reader.fields.count == header.count, !reader.fields[columns[2]].isEmpty else { continue }
                // A delegated commune can have the code of the whole: of two rows of one code the whole's counts.
                add(reader.string(columns[1]), into: reader.string(columns[2]))
            }
        } else {
            throw MilieuError(
                .data, "This is no table of the official geographic code.",
                remedy:
                    "Name the table of communes (TYPECOM, COM, COMPARENT) or of events (MOD, DATE_EFF, COM_AV, COM_AP).",
                at: Place(file: file, line: 1))
        }
    }

    /// Mergers and changes of code, in the order of their days; a commune that was set up again is one again.
    private mutating func readEvents(_ reader: inout CSVReader, _ columns: [Int]) {
        struct Event {
            let kind: Int
            let day: String
            let before: String
            let after: String
        }
        var events: [Event] = []
        while reader.next() {
            guard reader.fields.count > columns.max() ?? 0 else { continue }
            let cells = columns.map { reader.string($0) }
            guard cells[2] == "COM", cells[4] == "COM", let kind = Int(cells[0]) else { continue }
            events.append(Event(kind: kind, day: cells[1], before: cells[3], after: cells[5]))
        }
        // 21: set up again. 30 to 34: suppressed or merged. 41 and 50: another département, another seat.
        for event in events.sorted(by: { ($0.day, $0.before, $0.after) < ($1.day, $1.before, $1.after) }) {
            switch event.kind {
            case 21: successor[event.after] = nil
            case 30...34, 41, 50: add(event.before, into: event.after)
            default: break
            }
        }
    }
}
