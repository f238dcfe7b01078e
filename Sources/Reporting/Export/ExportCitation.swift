import NetworkModel
import Tabular
import Vocabulary

/// How to cite the deposit: `CITATION.cff` of an export.
struct ExportCitation {
    private let description: DatasetDescription

    init(_ description: DatasetDescription) { self.description = description }

    func text() -> String {
        var lines: [YAML] = [
            "cff-version: 1.2.0", "message: \"Please cite these tables and the program that made them.\"", "type: dataset",
            "title: \"\(description.title)\"",
        ]
        if let version = description.version { lines.append("version: \"\(version)\"") }
        // A licence that is no SPDX identifier would make the file invalid.
        if let licence = description.licences.first, licence.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.+".contains($0)) }) {
            lines.append("license: \"\(licence)\"")
        }
        lines.append("authors:")
        let authors = description.contributors.isEmpty ? [description.name] : description.contributors
        lines += authors.map { "  - name: \"\($0)\"" }
        lines += [
            "references:", "  - type: software", "    title: \"\(Engine.name)\"",
            "    version: \"\(Engine.version)\"", "    authors:", "      - name: \"\(Engine.authors)\"",
        ]
        return YAML.joined(lines, separator: "\n").text + "\n"
    }
}
