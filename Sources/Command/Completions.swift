import Milieu

/// What a shell offers where a person presses the tabulator key: ids of the catalogue, and of the dataset whose
/// name is on the line already.
enum Completions {
    static let measures: @Sendable ([String], Int, String) -> [String] = { _, _, begun in
        list(begun, of: ["all"] + MeasureCatalogue.all.map(\.id))
    }

    static let networkMeasures: @Sendable ([String], Int, String) -> [String] = { _, _, begun in
        list(begun, of: MeasureCatalogue.all.filter { $0.level == .network }.map(\.id))
    }

    static let measure: @Sendable ([String], Int, String) -> [String] = { _, _, _ in
        MeasureCatalogue.all.filter { $0.level == .actor }.map(\.id)
    }

    static let layers: @Sendable ([String], Int, String) -> [String] = { words, _, begun in
        let kinds = network(on: words)?.tieKinds ?? []
        return list(begun, of: Set(kinds.map(\.layer.rawValue)).sorted())
    }

    static let tieKinds: @Sendable ([String], Int, String) -> [String] = { words, _, begun in
        list(begun, of: network(on: words)?.tieKinds.map(\.id) ?? [])
    }

    static let actors: @Sendable ([String], Int, String) -> [String] = { words, _, _ in
        network(on: words)?.actors.allIDs ?? []
    }

    /// The words that may follow in a list with commas: what stands before the last comma stays, and what is in the
    /// list already is not offered again.
    private static func list(_ begun: String, of ids: [String]) -> [String] {
        let parts = begun.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let kept = parts.dropLast()
        let before = kept.map { $0 + "," }.joined()
        return ids.filter { !kept.contains($0) }.map { before + $0 }
    }

    /// The network that one of the words names; nil where none does. A shell waits for the answer, so that of files
    /// only datasets' folders are read.
    private static func network(on words: [String]) -> Network? {
        for word in words.dropFirst() where !word.hasPrefix("-") {
            guard (try? TextFile.read(path: "\(word)/actors.csv")) != nil else { continue }
            return (try? InputReader.read(path: word, InputReader.Options()))?.network
        }
        return nil
    }
}
