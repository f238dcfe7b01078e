import NetworkModel
import Tabular
import Vocabulary

/// Reads `datapackage.json`. Every value of the wrong kind is a finding with the path of its key.
struct PackageReader {
    /// Bytes and levels of nesting; beyond them the file is refused unread.
    static let largest = 16 << 20
    static let deepest = 64
    /// A population is drawn actor by actor.
    static let mostActors = 1_000_000

    private(set) var description: DatasetDescription
    private(set) var resources: [JSONValue] = []
    private(set) var findings = Findings()
    private let file = DatasetSchema.package
    private let isAlone: Bool

    /// - Parameter isAlone: whether no table tells of the territory.
    init(_ bytes: [UInt8], folderName: String, isAlone: Bool = true) {
        self.isAlone = isAlone
        description = DatasetDescription(name: folderName)
        guard let root = parse(bytes) else { return }
        guard case .object = root else {
            wrongType("", Bilingual(en: "an object", fr: "un objet"))
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
            guard isAlone else { return }
            findings.add(
                .warning, "no-territory",
                Bilingual(
                    en: "The key \"milieu\" is missing: no territory is described.",
                    fr: "La clé « milieu » manque : aucun territoire n'est décrit."),
                remedy: Bilingual(
                    en: "Add it; `milieu init` writes one to start from.",
                    fr: "Ajoutez-la ; `milieu init` en écrit une pour commencer."),
                at: Place(file: file, column: "milieu"))
            return
        }
        guard let members = object(value, "milieu") else { return }
        check(members, "milieu", known: ["territory", "reference_date", "perimeters", "surveyed", "population"])
        description.surveys = readSurveys(value["surveyed"])
        description.population = readPopulation(value["population"])
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

    // MARK: What was observed

    /// A list of names, each looked at as a whole, or an object that says of each how.
    private mutating func readSurveys(_ value: JSONValue?) -> [String: Survey]? {
        guard case .object(let members)? = value else {
            let names = array(value, "milieu.surveyed").map { texts($0, "milieu.surveyed") }
            return names.map { Dictionary($0.map { ($0, .census) }, uniquingKeysWith: { first, _ in first }) }
        }
        var surveys: [String: Survey] = [:]
        for member in members {
            if let survey = readSurvey(member.value, "milieu.surveyed.\(Excerpt.of(member.key))") {
                surveys[member.key] = survey
            }
        }
        return surveys
    }

    private mutating func readSurvey(_ value: JSONValue, _ path: String) -> Survey? {
        if case .text(let word) = value {
            return choice(word, path, Survey.How.self, "no-such-how").map { Survey($0) }
        }
        guard let members = object(value, path) else { return nil }
        check(members, path, known: ["how", "scope", "share"])
        if value["how"] == nil { missing(path + ".how") }
        guard let word = text(value["how"], path + ".how"),
            let how = choice(word, path + ".how", Survey.How.self, "no-such-how")
        else { return nil }
        var survey = Survey(how)
        if let word = text(value["scope"], path + ".scope") {
            survey.scope = choice(word, path + ".scope", Survey.Scope.self, "no-such-scope") ?? .all
        }
        survey.share = readShare(value["share"], path + ".share")
        if survey.share != nil, how == .census {
            findings.add(
                .warning, "share-of-census",
                Bilingual(
                    en: "A census tells all that is there; the share was left out.",
                    fr: "Un recensement dit tout ce qui existe ; la part a été laissée de côté."),
                remedy: Bilingual(
                    en: "Leave \"share\" out, or say how the layer was looked at.",
                    fr: "Omettez « share », ou dites comment la couche a été relevée."),
                at: Place(file: file, column: path + ".share"))
            survey.share = nil
        }
        return survey
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ word: String, _ path: String, _ type: Choice.Type, _ code: String
    ) -> Choice? {
        if let known = Choice(rawValue: word) { return known }
        let words = Choice.allCases.map(\.rawValue)
        let nearest = NearestMatch.hint(word, in: words)
        findings.add(
            .error, code,
            Bilingual(
                en: "\"\(Excerpt.of(word))\" is not known here.", fr: "« \(Excerpt.of(word)) » n'est pas connu ici."),
            remedy: nearest
                + Bilingual(
                    en: "Write one of: \(words.joined(separator: ", ")).",
                    fr: "Écrivez l'un de : \(words.joined(separator: ", "))."), at: Place(file: file, column: path))
        return nil
    }

    /// One number, or the range in which it lies; above 0 and at most 1.
    private mutating func readShare(_ value: JSONValue?, _ path: String) -> ClosedRange<Double>? {
        func number(_ value: JSONValue) -> Double? {
            switch value {
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        }
        let numbers: [Double]
        switch value {
        case nil, .null: return nil
        case .array(let values)?: numbers = values.count == 2 ? values.compactMap(number) : []
        case let value?: numbers = number(value).map { [$0, $0] } ?? []
        }
        if numbers.count == 2, numbers[0] > 0, numbers[0] <= numbers[1], numbers[1] <= 1 {
            return numbers[0]...numbers[1]
        }
        findings.add(
            .error, "bad-share",
            Bilingual(
                en: "The share is no number above 0 and at most 1, nor two of them in order.",
                fr: "La part n'est ni un nombre supérieur à 0 et d'au plus 1, ni deux de ces nombres dans l'ordre."),
            remedy: Bilingual(en: "Write 0.4, or [0.2, 0.6].", fr: "Écrivez 0.4, ou [0.2, 0.6]."),
            at: Place(file: file, column: path))
        return nil
    }

    private mutating func readPopulation(_ value: JSONValue?) -> Population? {
        switch value {
        case nil, .null: return nil
        case .integer(let number)?: return count(number, "milieu.population").map { Population(total: $0) }
        case let value?:
            guard let members = object(value, "milieu.population") else { return nil }
            check(members, "milieu.population", known: ["all", "kinds", "source"])
            var population = Population(source: text(value["source"], "milieu.population.source"))
            if let all = value["all"] { population.total = whole(all, "milieu.population.all") }
            if let kinds = value["kinds"], let members = object(kinds, "milieu.population.kinds") {
                for member in members {
                    let path = "milieu.population.kinds.\(Excerpt.of(member.key))"
                    population.byKind[member.key] = whole(member.value, path)
                }
            }
            return population
        }
    }

    private mutating func whole(_ value: JSONValue, _ path: String) -> Int? {
        guard case .integer(let number) = value else {
            wrongType(path, Bilingual(en: "a whole number", fr: "un nombre entier"))
            return nil
        }
        return count(number, path)
    }

    private mutating func count(_ number: Int, _ path: String) -> Int? {
        if (0...Self.mostActors).contains(number) { return number }
        findings.add(
            .error, "bad-population",
            Bilingual(en: "\(number) is no number of actors.", fr: "\(number) n'est pas un nombre d'acteurs."),
            remedy: Bilingual(
                en: "Write how many actors there are inside, at most \(Self.mostActors).",
                fr: "Écrivez combien d'acteurs il y a à l'intérieur, \(Self.mostActors) au plus."),
            at: Place(file: file, column: path))
        return nil
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
        // A year looks like a number.
        if case .integer(let year)? = value, let date = PartialDate(year: year) { return date }
        guard let text = text(value, path), !text.isEmpty else { return nil }
        if let date = PartialDate(text) { return date }
        if let read = DateText(text) {
            let isAmbiguous = read.form == .ambiguous
            findings.add(
                isAmbiguous ? .warning : .note, isAmbiguous ? "ambiguous-date" : "french-date",
                Bilingual(
                    en:
                        "The date \"\(Excerpt.of(text))\" was read as \(read.date)\(isAmbiguous ? ", the day first" : "").",
                    fr:
                        "La date « \(Excerpt.of(text)) » a été lue comme \(read.date)\(isAmbiguous ? ", le jour d'abord" : "")."
                ),
                remedy: Bilingual(en: "Write \(read.date).", fr: "Écrivez \(read.date)."),
                at: Place(file: file, column: path))
            return read.date
        }
        findings.add(
            .error, "bad-date",
            Bilingual(en: "\"\(Excerpt.of(text))\" is no date.", fr: "« \(Excerpt.of(text)) » n'est pas une date."),
            remedy: Bilingual(en: "Write 2007, 2007-04 or 2007-04-15.", fr: "Écrivez 2007, 2007-04 ou 2007-04-15."),
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
                    .error, "duplicate-id",
                    Bilingual(
                        en: "The perimeter \"\(Excerpt.of(id))\" is there twice.",
                        fr: "Le périmètre « \(Excerpt.of(id)) » y est deux fois."),
                    remedy: Bilingual(
                        en: "Give each perimeter an id of its own.",
                        fr: "Donnez à chaque périmètre un identifiant qui lui soit propre."),
                    at: Place(file: file, column: path + ".id"))
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
                .warning, "two-defaults",
                Bilingual(
                    en: "More than one perimeter is the default; the first one is taken.",
                    fr: "Plus d'un périmètre est pris par défaut ; le premier est retenu."),
                remedy: Bilingual(
                    en: "Set \"default\" to true in one only.", fr: "Mettez « default » à true dans un seul."),
                at: Place(file: file, column: "milieu.perimeters"))
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
        case .text(let text):
            guard let short = LongName.cut(text) else { return text }
            findings.add(
                .warning, LongName.code, LongName.message(text), remedy: LongName.remedy,
                at: Place(file: file, column: path))
            return short
        default:
            wrongType(path, Bilingual(en: "a text in quotes", fr: "un texte entre guillemets"))
            return nil
        }
    }

    private mutating func flag(_ value: JSONValue?, _ path: String) -> Bool? {
        switch value {
        case nil, .null: return nil
        case .flag(let flag): return flag
        default:
            wrongType(path, Bilingual(en: "true or false", fr: "true ou false"))
            return nil
        }
    }

    private mutating func array(_ value: JSONValue?, _ path: String) -> [JSONValue]? {
        switch value {
        case nil, .null: return nil
        case .array(let values): return values
        default:
            wrongType(path, Bilingual(en: "a list in square brackets", fr: "une liste entre crochets"))
            return nil
        }
    }

    private mutating func object(_ value: JSONValue, _ path: String) -> [JSONValue.Member]? {
        if case .object(let members) = value { return members }
        wrongType(path, Bilingual(en: "an object in curly brackets", fr: "un objet entre accolades"))
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
                .warning, "unknown-key",
                Bilingual(
                    en: "The key \"\(Excerpt.of(member.key))\" is not known here; it was left out.",
                    fr: "La clé « \(Excerpt.of(member.key)) » n'est pas connue ici ; elle a été laissée de côté."),
                remedy: nearest
                    + Bilingual(
                        en: "Known are: \(known.joined(separator: ", ")).",
                        fr: "Sont connus : \(known.joined(separator: ", "))."),
                at: Place(file: file, column: "\(path).\(Excerpt.of(member.key))"))
        }
    }

    private mutating func missing(_ path: String) {
        findings.add(
            .error, "missing-key", Bilingual(en: "The key \"\(path)\" is missing.", fr: "La clé « \(path) » manque."),
            remedy: Bilingual(en: "Add it.", fr: "Ajoutez-la."),
            at: Place(file: file, column: path))
    }

    private mutating func wrongType(_ path: String, _ wanted: Bilingual) {
        findings.add(
            .error, "wrong-type",
            Bilingual(en: "The value is not \(wanted.en).", fr: "La valeur n'est pas \(wanted.fr)."),
            remedy: Bilingual(en: "Write \(wanted.en).", fr: "Écrivez \(wanted.fr)."),
            at: Place(file: file, column: path.isEmpty ? nil : path))
    }

    // MARK: JSON

    private mutating func parse(_ bytes: [UInt8]) -> JSONValue? {
        do {
            return try JSONReader.read(bytes, deepest: Self.deepest)
        } catch {
            findings.add(
                .error, "bad-json",
                Bilingual(
                    en: "The file is no JSON: \(error.message.en) (byte \(error.byte)).",
                    fr: "Le fichier n'est pas du JSON : \(error.message.fr) (octet \(error.byte))."),
                remedy: error.remedy,
                at: Place(file: file, line: error.line))
            return nil
        }
    }
}
