import Files
import Measures
import NetworkModel
import TerritoryScoring
import Testing
import Vocabulary

@testable import Reporting

/// A small territory whose names are what a page has most to fear.
enum HostileTown {
    static let names = [
        "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)",
        "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<!-- {{{data}}} {{> page}} -->", "line\u{2028}separator\u{2029}", "\u{202E}txet",
        "&lt;b&gt; &amp; \\N \\u003c", String(repeating: "long ", count: 2000), "a\u{0}b\u{1B}[31m", "]]><svg onload=alert(1)>",
        "", "e" + String(repeating: "\u{301}", count: 5000), "javascript:alert(1)",
    ]

    static func network(hasTerritory: Bool = true) throws -> Network {
        var actors: [Actor] = []
        for (place, name) in names.enumerated() {
            var actor = Actor(id: place == 3 ? "</script>\"'<" : "a\(place)", name: name, kind: place % 3 == 0 ? "firm" : "school")
            actor.place = place % 4 == 0 ? "Far" : "Here"
            actor.evidence = [Evidence(source: "s", locator: "<p \(place)>")]
            actor.note = name
            actor.sector = "C.1\(place % 3)"
            actor.members = place == 4 ? 12 : nil
            actors.append(actor)
        }
        let ties = (1..<names.count).map { place in
            Tie(
                source: place, target: (place * 7 + 3) % place, kind: place % 2,
                details: Tie.Details(
                    amount: place == 3 ? 1500 : nil, since: PartialDate(year: 2010 + place % 5), status: place % 3 == 0 ? .dormant : .active,
                    confidence: place % 5 == 0 ? 0.4 : nil, evidence: [Evidence(source: "s", locator: names[place])]))
        }
        var description = DatasetDescription(name: "town", title: "Town </title><script>alert(2)</script>")
        description.contributors = ["A. \"Author\" <b>"]
        description.licences = ["CC0-1.0"]
        if hasTerritory {
            description.territory = Territory(
                name: "Town \"<i>\"", referenceDate: PartialDate(year: 2016),
                perimeters: [Perimeter(id: "town", places: ["Here"], isDefault: true)])
            description.surveyed = ["knowledge", "cooperation", "events"]
        }
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties),
            events: [Event(id: "e", name: names[1], kind: "fair", status: .active)],
            participation: [Participation(actor: 1, event: 0, role: names[0]), Participation(actor: 2, event: 0)],
            tieKinds: [
                TieKind(id: "k", name: Bilingual(names[1]), isDirected: true, layer: .knowledge),
                TieKind(id: "c", isDirected: false, layer: Layer(rawValue: "</style>")),
            ],
            actorKinds: [ActorKind(id: "firm", name: Bilingual(names[2]), sphere: .economy), ActorKind(id: "school", sphere: .knowledge)],
            eventKinds: [EventKind(id: "fair", layer: .knowledge)],
            sources: [Source(id: "s", citation: names[0], url: names[14])])
    }

    static func report(_ language: Language, hasTerritory: Bool = true, seed: UInt64 = 1) throws -> Report {
        let network = try network(hasTerritory: hasTerritory)
        var options = ScoringOptions()
        options.draws = 50
        options.seed = seed
        var method = try ScoringMethod.standard()
        method.nullDraws = 19
        method.sobolRows = 16
        method.bootstrap = 10
        let score = hasTerritory ? try Scoring.score(network, method: method, options: options) : nil
        var measuring = MeasureOptions()
        measuring.seed = seed
        return try Report(MeasureContext(network.view(), options: measuring), score: score, language: language)
    }
}

@Suite struct `The report` {
    /// A parameter stands as the method file writes it, and every null model's p beside its own name.
    @Test(arguments: Language.allCases)
    func `names each null model and writes parameters out`(language: Language) throws {
        let network = try HostileTown.network()
        var options = ScoringOptions()
        options.draws = 20
        var method = try ScoringMethod.standard()
        (method.nullDraws, method.sobolRows, method.bootstrap) = (19, 8, 5)
        let score = try Scoring.score(network, method: method, options: options)
        let html = try Report(MeasureContext(network.view()), score: score, language: language).html
        for parameter in score.method.parameters where !parameter.text.contains("<") {
            #expect(html.contains("<code>\(parameter.name)</code> \(parameter.text)"), "\(parameter.name)")
        }
        let words = Wording(language)
        let tests = score.nullTests.filter { if case .indicator = $0.subject { true } else { false } }
        #expect(Set(tests.map(\.model)).count > 1 && tests.contains(where: \.isTestable))
        for test in tests {
            let told = test.isTestable ? "p = \(words.number(test.p, digits: 3))" : words("not testable", "non testable")
            #expect(html.contains("\(words(test.model.name))\(words(":", " :")) ") && html.contains(told), "\(test.model)")
        }
        let page = ScorePage([score], language: language).indicators(score, .interaction)
        for test in tests where IndicatorCatalogue.all.contains(where: { $0.axis == .interaction && test.subject == .indicator($0.id) }) {
            #expect(page.contains(test.model.name.text(language)), "\(test.model)")
        }
    }

    @Test(arguments: Language.allCases)
    func `holds hostile names as text`(language: Language) throws {
        let html = try HostileTown.report(language).html
        let check = MarkupCheck(html)
        #expect(check.faults == [])
        #expect(check.elements.count { $0 == "script" } == 2, "the data, and the script")
        #expect(check.elements.count { $0 == "style" } == 1)
        #expect(!check.elements.contains("img"))
        #expect(check.attributes.count { $0.name.hasPrefix("on") } == 0)
        #expect(check.attributes.count { $0.name == "src" || $0.name == "style" || $0.name == "xlink:href" } == 0)
        let links = check.attributes.filter { $0.name == "href" }.map(\.value)
        #expect(!links.isEmpty && links.allSatisfy { $0.hasPrefix("#") })
        for scalar in ["\u{2028}", "\u{2029}", "\u{1B}"] where language == .english {
            #expect(check.raw["script"]?.first?.contains(scalar) == false)
        }
        let ids = check.attributes.filter { $0.name == "id" }.map(\.value)
        let repeated = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(repeated == [], "ids are unique")
        #expect(html.utf8.count < 3_000_000, "long names are cut")
    }

    @Test func `allows itself its own script and style, and nothing else`() throws {
        let check = MarkupCheck(try HostileTown.report(.english, hasTerritory: false).html)
        let policy = check.attributes.first { $0.element == "meta" && $0.value.hasPrefix("default-src") }?.value
            .replacing("&#39;", with: "'")
        let script = try #require(check.raw["script"]?.last)
        let style = try #require(check.raw["style"]?.first)
        #expect(
            policy == "default-src 'none'; script-src '\(ContentDigest.sha256Base64(script))'; "
                + "style-src '\(ContentDigest.sha256Base64(style))'; base-uri 'none'; form-action 'none'")
    }

    @Test func `is the same byte for byte from the same input`() throws {
        let one = try HostileTown.report(.french).html
        #expect(one == (try HostileTown.report(.french).html))
        #expect(one != (try HostileTown.report(.french, seed: 2).html))
    }

    @Test func `says in a sentence that there is no score where there is no territory`() throws {
        let html = try HostileTown.report(.english, hasTerritory: false).html
        #expect(html.contains("The input describes no territory"))
        #expect(!html.contains("table-nulls"))
        #expect(!html.contains("Indicators of learning"))
        #expect(try HostileTown.report(.english).html.contains("Indicators of learning"))
    }

    @Test func `shows each measure of the table in the methods`() throws {
        let html = try HostileTown.report(.english).html
        let context = MeasureContext(try HostileTown.network().view())
        for level in [Level.actor, .network] {
            for measure in try MeasureTable(MeasureSelection(level: level), in: context).measures {
                #expect(html.contains("id=\"measure-\(measure.id)\""), "\(measure.id)")
            }
        }
        for indicator in IndicatorCatalogue.all { #expect(html.contains("id=\"indicator-\(indicator.id)\"")) }
    }

    @Test func `the methods count as collective what says so, or has members`() throws {
        var rows = ["a", "b", "c", "d"].map { Actor(id: $0) }
        rows[0].members = 12
        rows[1].collective = true
        rows[2].members = 12
        rows[2].collective = false
        let network = try Network(
            description: DatasetDescription(name: "four"), actors: Actors(rows), ties: Ties([]), tieKinds: [])
        let context = MeasureContext(try network.view())
        let text = MethodsText(context, measures: [], score: nil, language: .english).markdown().text
        #expect(text.contains("4 actors, of which 2 stand for several"))
    }

    @Test func `of too large a network is refused with a remedy`() throws {
        let count = Report.mostActors + 1
        let network = try Network(
            description: DatasetDescription(name: "large"), actors: Actors(ids: (0..<count).map(String.init)),
            ties: Ties([]), tieKinds: [])
        #expect(throws: MilieuError.self) {
            try Report(MeasureContext(network.view()), score: nil, language: .english)
        }
    }

    @Test(arguments: [Language.english, .french])
    func `in short has the actors with most alters in their order, and neither catalogue nor further tables`(
        language: Language
    ) throws {
        // The last of twenty has most alters, the one before one fewer, and so on; the two in the middle have as many.
        let ties = (0..<20).flatMap { one in ((one + 1)..<20).filter { one + $0 >= 20 }.map { (one, $0) } }
        let network = try Network(
            description: DatasetDescription(name: "stairs"),
            actors: Actors((0..<20).map { Actor(id: "a\($0)", name: "Person \($0) ends") }),
            ties: Ties(ties.map { Tie(source: $0.0, target: $0.1, kind: 0) }),
            tieKinds: [TieKind(id: "k", isDirected: false, layer: .knowledge)])
        let context = MeasureContext(try network.view())
        let whole = try Report(context, score: nil, language: language).html
        let short = try Report(context, score: nil, language: language, extent: .short).html
        #expect(MarkupCheck(short).faults == [])
        let note =
            language == .french ? "Les 15 qui ont le plus d&#39;alters, sur 20." : "The 15 with most alters, of 20."
        #expect(short.contains(note) && !whole.contains(note))
        let table = try #require(short.firstRange(of: "id=\"table-actors\"")).lowerBound
        let rows = short[table...].prefix(upTo: try #require(short[table...].firstRange(of: "</table>")).lowerBound)
        let named = rows.matches(of: /Person (\d+) ends/).compactMap { Int($0.1) }
        #expect(
            named.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } } == (11...19).reversed() + [
                9, 10, 8, 7, 6, 5,
            ])
        #expect(whole.contains("id=\"measure-degree\"") && !short.contains("id=\"measure-degree\""))
        #expect(whole.contains("id=\"table-ties\"") && !short.contains("id=\"table-ties\""))
        #expect(short.utf8.count < whole.utf8.count / 2)
    }

    @Test func `of a network without any tie is a page`() throws {
        let network = try Network(
            description: DatasetDescription(name: "still"), actors: Actors(ids: ["a", "b"]), ties: Ties([]), tieKinds: [])
        let html = try Report(MeasureContext(network.view()), score: nil, language: .french).html
        #expect(MarkupCheck(html).faults == [])
    }
}

@Suite struct `Text in markup` {
    @Test func `is escaped by scalar, so that an accent hides no sign`() {
        #expect(Markup.escaped("<b> & \"c\" 'd'") == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
        for sign in ["<", ">", "&", "\"", "'"] {
            let escaped = Markup.escaped(sign + "\u{301}")
            #expect(!escaped.unicodeScalars.contains(sign.unicodeScalars.first ?? " ") || sign == "&")
            #expect(escaped.unicodeScalars.last == "\u{301}")
        }
        #expect(Markup.escaped("a\u{0}\u{8}\u{1B}b\tc\n") == "ab\tc\n")
    }

    @Test func `of every template is escaped in this way, but for what is made here`() {
        let raw: Set = ["{{{svg}}}", "{{{math}}}", "{{{style}}}", "{{{script}}}", "{{{data}}}"]
        for (name, text) in ReportTemplates.texts {
            #expect(text.hasPrefix("{{% CONTENT_TYPE: MARKUP}}\n"), "\(name)")
            #expect(!text.contains("{{&"), "\(name)")
            for part in text.split(separator: "{{{").dropFirst() {
                #expect(raw.contains("{{{" + part.prefix { $0 != "}" } + "}}}"), "\(name)")
            }
        }
    }
}

@Suite struct `Words and numbers` {
    @Test(arguments: [
        (0.12345, "0.123", "0,123"), (12, "12", "12"), (12345, "12,345", "12\u{202F}345"), (-0.5, "−0.500", "−0,500"),
        (0.00012, "1.2\u{A0}×\u{A0}10⁻⁴", "1,2\u{A0}×\u{A0}10⁻⁴"), (1234.56, "1234.6", "1234,6"),
    ] as [(Double, String, String)])
    func `are written as the language writes them`(value: Double, en: String, fr: String) {
        #expect(Wording(.english).number(value) == en)
        #expect(Wording(.french).number(value) == fr)
    }

    @Test func `in French hold their signs`() {
        #expect(Wording(.french)("a", "Vue : « net » ; oui ?") == "Vue\u{A0}: «\u{A0}net\u{A0}»\u{A0}; oui\u{A0}?")
        #expect(Wording(.english)("a : b", "a") == "a : b")
    }

    @Test func `of a column line up, and none passes for 0`() {
        #expect(Wording(.french).padded(13) == "13,000")
        #expect(Wording(.french).padded(0) == "0,000")
        #expect(Wording(.english).padded(0.0004) == "<\u{A0}0.001")
        #expect(Wording(.english).padded(-0.0004) == ">\u{A0}−0.001")
    }

    @Test func `of dates are as exact as the date`() throws {
        let day = try #require(PartialDate("2016-06-01")), month = try #require(PartialDate("2016-06"))
        #expect(Wording(.french).at(day) == "le 1er juin 2016")
        #expect(Wording(.english).at(day) == "on 1 June 2016")
        #expect(Wording(.french).at(month) == "en juin 2016")
        let year = try #require(PartialDate("2016"))
        #expect(Wording(.english).date(year) == "2016")
        #expect(Wording(.french).at(year) == "en 2016")
    }

    @Test func `count in each language's way`() {
        let (en, fr) = (("tie", "ties"), ("lien", "liens"))
        #expect(Wording(.english).counted(0, en, fr) == "0\u{A0}ties")
        #expect(Wording(.french).counted(0, en, fr) == "0\u{A0}lien")
        #expect(Wording(.french).counted(2, en, fr) == "2\u{A0}liens")
        #expect(Wording(.english).list(["a", "b", "c"]) == "a, b and c")
        #expect(Wording(.french).list(["a"]) == "a")
    }

    @Test func `to cite by are those of CITATION.cff`() throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let citation = try TextFile.read(path: "/" + folder + "/CITATION.cff")
        #expect(citation.contains("title: \"\(Engine.title)\""))
        #expect(citation.contains("version: \(Engine.version)\n"))
        #expect(citation.contains("license: \(Engine.licence)\n"))
        #expect(citation.contains("- name: \"\(Engine.authors)\""))
    }
}
