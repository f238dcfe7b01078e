import TOMLKit
import Vocabulary

/// A section of a mapping, whose values are taken one by one, since the library's decoder would call a wrong type a
/// missing key.
struct MappingSection {
    private let table: TOMLTable
    private let file: String
    private let name: String

    init(_ table: TOMLTable, _ file: String, _ name: String) {
        (self.table, self.file, self.name) = (table, file, name)
    }

    var keys: [String] { table.keys.sorted() }

    func fault(_ message: Bilingual, _ remedy: Bilingual) -> MilieuError {
        MilieuError(
            .usage, message, remedy: remedy, at: Place(file: Excerpt.of(file), column: name.isEmpty ? nil : name))
    }

    func refuseOthers(_ known: [String]) throws(MilieuError) {
        guard let other = keys.first(where: { !known.contains($0) }) else { return }
        throw fault(
            Bilingual(
                en: "A mapping has no \"\(Excerpt.of(other))\" here.",
                fr: "Une correspondance n'a pas de « \(Excerpt.of(other)) » ici."),
            NearestMatch.hint(other, in: known)
                + Bilingual(
                    en: "It has: \(known.joined(separator: ", ")).", fr: "Il a : \(known.joined(separator: ", "))."))
    }

    func text(_ key: String) throws(MilieuError) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else {
            throw fault(
                Bilingual(en: "\"\(Excerpt.of(key))\" is no text.", fr: "« \(Excerpt.of(key)) » n'est pas un texte."),
                Bilingual(en: "Write it in quotes.", fr: "Écrivez-le entre guillemets."))
        }
        return text
    }

    func flag(_ key: String) throws(MilieuError) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else {
            throw fault(
                Bilingual(
                    en: "\"\(Excerpt.of(key))\" is neither true nor false.",
                    fr: "« \(Excerpt.of(key)) » n'est ni true ni false."),
                Bilingual(en: "Write one of them.", fr: "Écrivez l'un d'eux."))
        }
        return flag
    }

    /// A text, or a list of texts.
    func texts(_ key: String) throws(MilieuError) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return [text] }
        guard let list = value.array else {
            throw fault(
                Bilingual(en: "\"\(Excerpt.of(key))\" is no text.", fr: "« \(Excerpt.of(key)) » n'est pas un texte."),
                Bilingual(en: "Write it in quotes.", fr: "Écrivez-le entre guillemets."))
        }
        var texts: [String] = []
        for place in 0..<list.count {
            guard let text = list[place].string else {
                throw fault(
                    Bilingual(
                        en: "The list \"\(Excerpt.of(key))\" holds what is no text.",
                        fr: "La liste « \(Excerpt.of(key)) » contient ce qui n'est pas un texte."),
                    Bilingual(en: "Write each in quotes.", fr: "Écrivez chacun entre guillemets."))
            }
            texts.append(text)
        }
        return texts
    }

    func section(_ key: String) throws(MilieuError) -> MappingSection? {
        guard let value = table[key] else { return nil }
        guard let section = value.table else {
            throw fault(
                Bilingual(
                    en: "\"\(Excerpt.of(key))\" is a table of names and values.",
                    fr: "« \(Excerpt.of(key)) » est une table de noms et de valeurs."),
                Bilingual(en: "Write [\(key)] on a line of its own.", fr: "Écrivez [\(key)] sur une ligne à part."))
        }
        return MappingSection(section, file, name.isEmpty ? key : "\(name).\(key)")
    }

    func sections(_ key: String) throws(MilieuError) -> [MappingSection] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else {
            throw fault(
                Bilingual(
                    en: "\"\(Excerpt.of(key))\" is a list of tables.",
                    fr: "« \(Excerpt.of(key)) » est une liste de tables."),
                Bilingual(en: "Write [[\(key)]].", fr: "Écrivez [[\(key)]]."))
        }
        var sections: [MappingSection] = []
        for place in 0..<list.count {
            guard let section = list[place].table else {
                throw fault(
                    Bilingual(
                        en: "\"\(Excerpt.of(key))\" is a list of tables.",
                        fr: "« \(Excerpt.of(key)) » est une liste de tables."),
                    Bilingual(en: "Write [[\(key)]].", fr: "Écrivez [[\(key)]]."))
            }
            sections.append(MappingSection(section, file, "\(key)[\(place + 1)]"))
        }
        return sections
    }

    /// Rows that are taken, by a column and the values of its cells.
    func conditions(_ key: String) throws(MilieuError) -> [SourceTable.Condition] {
        guard let section = try section(key) else { return [] }
        var conditions: [SourceTable.Condition] = []
        for column in section.keys {
            conditions.append(SourceTable.Condition(column: column, values: Set(try section.texts(column) ?? [])))
        }
        return conditions
    }

    /// A column: a header, several, or a table that says what becomes of them.
    func column(_ key: String) throws(MilieuError) -> SourceTable.Column {
        guard let value = table[key], value.string == nil, value.array == nil else {
            return SourceTable.Column(name: key, from: try texts(key) ?? [])
        }
        guard let section = try section(key) else {
            throw fault(
                Bilingual(
                    en: "\"\(Excerpt.of(key))\" is no column.", fr: "« \(Excerpt.of(key)) » n'est pas une colonne."),
                Bilingual(en: "Write a header in quotes.", fr: "Écrivez un en-tête entre guillemets."))
        }
        try section.refuseOthers(["value", "from", "reads"])
        let from = try section.texts("from") ?? []
        let otherwise = try section.text("value")
        var column = SourceTable.Column(name: key, from: from, otherwise: otherwise)
        if let word = try section.text("reads") {
            guard let reads = SourceTable.Reads(rawValue: word) else {
                let known = SourceTable.Reads.allCases.map(\.rawValue)
                throw section.fault(
                    Bilingual(
                        en: "A column cannot be read as \"\(Excerpt.of(word))\".",
                        fr: "Une colonne ne peut pas être lue comme « \(Excerpt.of(word)) »."),
                    Bilingual(
                        en: "Write one of: \(known.joined(separator: ", ")).",
                        fr: "Écrivez l'un de : \(known.joined(separator: ", "))."))
            }
            guard !reads.isOfTwo || from.count == 2 else {
                throw section.fault(
                    Bilingual(
                        en: "Coordinates are read from two columns.",
                        fr: "Les coordonnées se lisent dans deux colonnes."),
                    Bilingual(en: "Write from = [\"X\", \"Y\"].", fr: "Écrivez from = [\"X\", \"Y\"]."))
            }
            column.reads = reads
        }
        guard otherwise != nil || !from.isEmpty else {
            throw section.fault(
                Bilingual(en: "The column is made of nothing.", fr: "La colonne n'est faite de rien."),
                Bilingual(en: "Write from, or value.", fr: "Écrivez from, ou value."))
        }
        return column
    }
}
