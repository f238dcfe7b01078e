import Files
import NetworkModel
import Tabular
import Vocabulary

/// A folder with the tables of ego networks: egos, those they name, and the ties among these; as Network Canvas
/// exports them, as R's egor takes them, and as EgoWeb writes them. What a table is, its columns tell.
///
/// Each ego is an actor, tied to each of its alters; the attribute `ego` tells whose network an actor is in.
enum EgoTables {
    private enum Role: Int {
        case egos, alters, ties
    }

    private struct File {
        let name: String
        let bytes: [UInt8]
        let header: [String]
        let role: Role

        /// The type of its nodes or ties, which Network Canvas puts into the name of the file.
        var type: String? {
            for mark in ["_attributeList_", "_edgeList_"] {
                if let range = name.ranges(of: mark).last {
                    return FilePath.stem(of: String(name[range.upperBound...]))
                }
            }
            return nil
        }
    }

    /// The words for what rows are told by, in lower case and without what is no letter or figure.
    private static let egoWords = ["networkcanvasegouuid", "egoid", "interviewid", "ego"]
    private static let alterWords = ["networkcanvasuuid", "alterid", "altid", "alternumber", "alter"]
    private static let sourceWords = ["networkcanvassourceuuid", "srcid", "source", "alter1number", "from", "alterid1"]
    private static let targetWords = ["networkcanvastargetuuid", "tgtid", "target", "alter2number", "to", "alterid2"]
    private static let nameWords = ["name", "label", "altername"]

    /// Whether a folder holds such tables: one of alters at least.
    static func areIn(_ folder: String) -> Bool {
        guard InputFile.kind(folder + "/" + DatasetSchema.package) == .missing else { return false }
        return files(in: folder, headOnly: true).contains { $0.role == .alters }
    }

    static func read(_ folder: String, directed: Bool?) -> Reading {
        let files = files(in: folder, headOnly: false).sorted {
            ($0.role.rawValue, $0.name) < ($1.role.rawValue, $1.name)
        }
        return PlainNetwork.read(
            files.flatMap(\.bytes), file: FilePath.name(of: folder), NetworkFormat.Options(directed: directed)
        ) { network throws(TextFault) in
            var filling = InterviewFilling()
            for file in files { try read(file, into: &filling, &network) }
            filling.finish(&network)
            if !files.contains(where: { $0.role == .ties }) {
                network.report(
                    .warning, "no-ties-among-alters",
                    Bilingual(
                        en:
                            "No table tells ties among alters: each network is a star round its ego, whose density and constraint mean nothing.",
                        fr:
                            "Aucune table ne dit les liens entre alters : chaque réseau est une étoile autour de son ego, dont la densité et la contrainte ne veulent rien dire."
                    ),
                    remedy: Bilingual(
                        en: "Put the table of their ties into the folder, if they were asked for.",
                        fr: "Mettez la table de leurs liens dans le dossier, s'ils ont été demandés."), line: nil)
            }
        }
    }

    private static func files(in folder: String, headOnly: Bool) -> [File] {
        (FilePath.names(in: folder) ?? []).prefix(10_000).compactMap { name in
            guard ["csv", "tsv"].contains(FilePath.fileExtension(of: name)), !name.contains("_adjacencyMatrix_"),
                let bytes = try? InputFile.read(folder + "/" + name, followsLinks: false)
            else { return nil }
            var csv = CSVReader(headOnly ? Array(bytes.prefix(1 << 16)) : bytes, file: name)
            guard csv.next() else { return nil }
            let header = csv.fields.indices.map { plain(csv.string($0)) }
            guard place(egoWords, header) != nil else { return nil }
            let role: Role =
                place(sourceWords, header) != nil && place(targetWords, header) != nil
                ? .ties : place(alterWords, header) != nil ? .alters : .egos
            return File(name: name, bytes: headOnly ? [] : bytes, header: header, role: role)
        }
    }

    private static func plain(_ text: String) -> String {
        String(
            text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
                .map(Character.init))
    }

    private static func place(_ words: [String], _ header: [String]) -> Int? {
        words.lazy.compactMap { header.firstIndex(of: $0) }.first
    }

    // MARK: Rows

    private static func read(_ file: File, into filling: inout InterviewFilling, _ network: inout PlainNetwork)
        throws(TextFault)
    {
        var csv = CSVReader(file.bytes, file: file.name)
        guard csv.next() else { return }
        let names = csv.fields.indices.map { csv.string($0) }
        var rows: [(line: Int, cells: [String])] = []
        while csv.next() {
            guard csv.fields.count == names.count else {
                throw TextFault(
                    Bilingual(
                        en:
                            "In \"\(Excerpt.of(file.name))\": the row has \(csv.fields.count) cells, the header \(names.count).",
                        fr:
                            "Dans « \(Excerpt.of(file.name)) » : la ligne a \(csv.fields.count, fr: "cellule", "cellules"), l'en-tête \(names.count)."
                    ),
                    remedy: Bilingual(en: "Add or take away separators.", fr: "Ajoutez ou enlevez des séparateurs."),
                    line: csv.line, code: "ragged-row")
            }
            rows.append((csv.line, csv.fields.indices.map { InterviewFilling.plain(csv.string($0)) }))
        }
        network.findings.add(contentsOf: csv.findings)
        guard let ego = place(egoWords, file.header) else { return }
        let table = Table(file: file, names: names, rows: rows, ego: ego)
        switch file.role {
        case .egos: table.addEgos(&filling, &network)
        case .alters: try table.addAlters(&filling, &network)
        case .ties: try table.addTies(&filling, &network)
        }
    }

    private struct Table {
        let file: File
        let names: [String]
        let rows: [(line: Int, cells: [String])]
        let ego: Int

        /// Columns that say something of the rows, and not which they are.
        private func attributes(but own: [Int?]) -> [Int] {
            let number = [
                "nodeid", "edgeid", "networkcanvasegouuid", "networkcanvasuuid", "networkcanvassourceuuid",
                "networkcanvastargetuuid", "from", "to", "alter1name", "alter2name",
            ]
            return names.indices.filter { !own.contains($0) && !number.contains(file.header[$0]) }
        }

        func addEgos(_ filling: inout InterviewFilling, _ network: inout PlainNetwork) {
            let told = attributes(but: [ego])
            for (line, cells) in rows where !cells[ego].isEmpty {
                filling.startEgo(cells[ego], line: line, &network)
                for column in told where !cells[column].isEmpty {
                    filling.setEgo(cells[column], names[column], &network)
                }
            }
        }

        func addAlters(_ filling: inout InterviewFilling, _ network: inout PlainNetwork) throws(TextFault) {
            guard let alter = place(alterWords, file.header) else { return }
            let name = place(nameWords, file.header)
            for (line, cells) in rows {
                guard !cells[ego].isEmpty, !cells[alter].isEmpty else {
                    throw missing(line, Bilingual(en: "ego and its own number", fr: "ego et son propre numéro"))
                }
                guard let node = filling.addAlter(cells[alter], ofEgo: cells[ego], line: line, &network) else {
                    continue
                }
                if let type = file.type { network.nodes.set(type, "kind", row: node) }
                for column in attributes(but: [ego, alter]) where !cells[column].isEmpty {
                    network.nodes.set(cells[column], column == name ? "name" : names[column], row: node)
                }
            }
        }

        func addTies(_ filling: inout InterviewFilling, _ network: inout PlainNetwork) throws(TextFault) {
            guard let source = place(sourceWords, file.header), let target = place(targetWords, file.header) else {
                return
            }
            let told = attributes(but: [ego, source, target])
            // EgoWeb lists every pair, and what was answered of it: a column is a relation.
            let isOfPairs = file.header[source] == "alter1number"
            for (line, cells) in rows {
                guard !cells[ego].isEmpty, !cells[source].isEmpty, !cells[target].isEmpty else {
                    throw missing(line, Bilingual(en: "ego and both ends", fr: "ego et les deux extrémités"))
                }
                let (one, other) = (cells[ego] + "/" + cells[source], cells[ego] + "/" + cells[target])
                if isOfPairs {
                    for column in told {
                        guard let weight = answer(cells[column]), weight != 0 else { continue }
                        let tie = network.add(tie: one, other, directed: false, line: line)
                        network.ties.set(NumberText.shortest(weight), "weight", row: tie)
                        network.ties.set(names[column], "kind", row: tie)
                    }
                    continue
                }
                let tie = network.add(tie: one, other, directed: false, line: line)
                network.ties.set(file.type ?? "tie", "kind", row: tie)
                for column in told where !cells[column].isEmpty {
                    network.ties.set(cells[column], names[column], row: tie)
                }
            }
        }

        /// Nil where nothing was answered, or a text that is neither yes nor no.
        private func answer(_ text: String) -> Double? {
            PlainCell.number(text) ?? PlainCell.flag(text).map { $0 ? 1 : 0 }
        }

        private func missing(_ line: Int, _ what: Bilingual) -> TextFault {
            TextFault(
                Bilingual(
                    en: "In \"\(Excerpt.of(file.name))\": the row does not tell \(what.en).",
                    fr: "Dans « \(Excerpt.of(file.name)) » : la ligne ne dit pas \(what.fr)."),
                remedy: Bilingual(en: "Fill the cells.", fr: "Remplissez les cellules."),
                line: line,
                code: "missing-value")
        }
    }
}
