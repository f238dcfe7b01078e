import NetworkModel
import Tabular
import Vocabulary

/// Reads `datapackage.json`. Every value of the wrong kind is a finding with the path of its key.
struct PackageReader {
    /// Bytes and levels of nesting; beyond them the file is refused unread.
    static let largest = 16 << 20
    static let deepest = 64

    private(set) var description: DatasetDescription
    private(set) var resources: [JSONValue] = []
    private(set) var findings = Findings()
    private let file = DatasetSchema.package

    init(_ bytes: [UInt8], folderName: String) {
        description = DatasetDescription(name: folderName)
        guard let root = parse(bytes) else { return }
        guard case .object = root else {
            wrongType("", "an object")
            return
        }
        description.name = text(root["name"], "name") ?? folderName
        description.title = text(root["title"], "title") ?? description.name
        description.version = text(root["version"], "version")
        description.licences = labels(root["licenses"], "licenses", keys: ["name", "title"])
        description.contributors = labels(root["contributors"], "contributors", keys: ["title", "name"])
        resources = array(root["resources"], "resources") ?? []
        readMilieu(root["milieu"])
    }

    // MARK: The parts

    private mutating func readMilieu(_ value: JSONValue?) {
        guard let value else {
            findings.add(
                .warning, "no-territory", "The key \"milieu\" is missing: no territory is described.",
                remedy: "Add it; `milieu init` writes one to start from.", at: Place(file: file, column: "milieu"))
            return
        }
        guard let members = object(value, "milieu") else { return }
        check(members, "milieu", known: ["territory", "reference_date", "perimeters", "surveyed"])
        if let surveyed = array(value["surveyed"], "milieu.surveyed") {
            description.surveyed = Set(texts(surveyed, "milieu.surveyed"))
        }
        let perimeters = readPerimeters(value["perimeters"])
        let date = readDate(value["reference_date"], "milieu.reference_date")
        guard let territory = value["territory"] else {
            if date != nil || !perimeters.isEmpty { missing("milieu.territory") }
            return
        }
        guard let parts = object(territory, "milieu.territory") else { return }
        check(parts, "milieu.territory", known: ["name", "codes"])
        if territory["name"] == nil { missing("milieu.territory.name") }
        description.territory = Territory(
            name: text(territory["name"], "milieu.territory.name") ?? description.title,
            codes: readCodes(territory["codes"]), referenceDate: date, perimeters: perimeters)
    }

    private mutating func readCodes(_ value: JSONValue?) -> [String: String] {
        guard let value, let members = object(value, "milieu.territory.codes") else { return [:] }
        var codes: [String: String] = [:]
        for member in members {
            codes[member.key] = text(member.value, "milieu.territory.codes.\(Excerpt.of(member.key))")
        }
        return codes
    }

    private mutating func readDate(_ value: JSONValue?, _ path: String) -> PartialDate? {
        guard let text = text(value, path), !text.isEmpty else { return nil }
        if let date = PartialDate(text) { return date }
        findings.add(
            .error, "bad-date", "\"\(Excerpt.of(text))\" is no date.", remedy: "Write 2007, 2007-04 or 2007-04-15.",
            at: Place(file: file, column: path))
        return nil
    }

    private mutating func readPerimeters(_ value: JSONValue?) -> [Perimeter] {
        var perimeters: [Perimeter] = []
        for (index, entry) in (array(value, "milieu.perimeters") ?? []).enumerated() {
            let path = "milieu.perimeters[\(index)]"
            guard let members = object(entry, path) else { continue }
            check(members, path, known: ["id", "name_fr", "name_en", "places", "overlapping", "default"])
            guard let id = text(entry["id"], path + ".id"), !id.isEmpty else {
                if entry["id"] == nil { missing(path + ".id") }
                continue
            }
            if perimeters.contains(where: { $0.id == id }) {
                findings.add(
                    .error, "duplicate-id", "The perimeter \"\(Excerpt.of(id))\" is there twice.",
                    remedy: "Give each perimeter an id of its own.", at: Place(file: file, column: path + ".id"))
                continue
            }
            if entry["places"] == nil { missing(path + ".places") }
            let (fr, en) = (text(entry["name_fr"], path + ".name_fr"), text(entry["name_en"], path + ".name_en"))
            perimeters.append(
                Perimeter(
                    id: id, name: Bilingual(en: en ?? fr ?? id, fr: fr ?? en ?? id),
                    places: places(entry, "places", path), overlapping: places(entry, "overlapping", path),
                    isDefault: flag(entry["default"], path + ".default") ?? false))
        }
        if perimeters.count(where: \.isDefault) > 1 {
            findings.add(
                .warning, "two-defaults", "More than one perimeter is the default; the first one is taken.",
                remedy: "Set \"default\" to true in one only.", at: Place(file: file, column: "milieu.perimeters"))
        }
        return perimeters
    }

    private mutating func places(_ entry: JSONValue, _ key: String, _ path: String) -> Set<String> {
        Set(texts(array(entry[key], "\(path).\(key)") ?? [], "\(path).\(key)"))
    }

    // MARK: Values

    private mutating func text(_ value: JSONValue?, _ path: String) -> String? {
        switch value {
        case nil, .null: return nil
        case .text(let text): return text
        default:
            wrongType(path, "a text in quotes")
            return nil
        }
    }

    private mutating func flag(_ value: JSONValue?, _ path: String) -> Bool? {
        switch value {
        case nil, .null: return nil
        case .flag(let flag): return flag
        default:
            wrongType(path, "true or false")
            return nil
        }
    }

    private mutating func array(_ value: JSONValue?, _ path: String) -> [JSONValue]? {
        switch value {
        case nil, .null: return nil
        case .array(let values): return values
        default:
            wrongType(path, "a list in square brackets")
            return nil
        }
    }

    private mutating func object(_ value: JSONValue, _ path: String) -> [JSONValue.Member]? {
        if case .object(let members) = value { return members }
        wrongType(path, "an object in curly brackets")
        return nil
    }

    private mutating func texts(_ values: [JSONValue], _ path: String) -> [String] {
        var texts: [String] = []
        for (index, value) in values.enumerated() {
            if let text = text(value, "\(path)[\(index)]") { texts.append(text) }
        }
        return texts
    }

    /// Of each object of a list, the first of some texts.
    private mutating func labels(_ value: JSONValue?, _ path: String, keys: [String]) -> [String] {
        var labels: [String] = []
        for (index, entry) in (array(value, path) ?? []).enumerated() {
            guard object(entry, "\(path)[\(index)]") != nil, let key = keys.first(where: { entry[$0] != nil })
            else { continue }
            if let label = text(entry[key], "\(path)[\(index)].\(key)") { labels.append(label) }
        }
        return labels
    }

    private mutating func check(_ members: [JSONValue.Member], _ path: String, known: [String]) {
        for member in members where !known.contains(member.key) {
            let nearest = NearestMatch.hint(member.key, in: known)
            findings.add(
                .warning, "unknown-key", "The key \"\(Excerpt.of(member.key))\" is not known here; it was left out.",
                remedy: nearest + "Known are: \(known.joined(separator: ", ")).",
                at: Place(file: file, column: "\(path).\(Excerpt.of(member.key))"))
        }
    }

    private mutating func missing(_ path: String) {
        findings.add(
            .error, "missing-key", "The key \"\(path)\" is missing.", remedy: "Add it.",
            at: Place(file: file, column: path))
    }

    private mutating func wrongType(_ path: String, _ wanted: String) {
        findings.add(
            .error, "wrong-type", "The value is not \(wanted).", remedy: "Write \(wanted).",
            at: Place(file: file, column: path.isEmpty ? nil : path))
    }

    // MARK: JSON

    private mutating func parse(_ bytes: [UInt8]) -> JSONValue? {
        do {
            return try JSONReader.read(bytes, deepest: Self.deepest)
        } catch {
            findings.add(
                .error, "bad-json", "The file is no JSON: \(error.message) (byte \(error.byte)).", remedy: error.remedy,
                at: Place(file: file, line: error.line))
            return nil
        }
    }
}
