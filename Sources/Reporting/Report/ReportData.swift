import Figures
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// What the page's script reads: the network with measures, ties and evidence, as JSON.
///
/// The writer escapes `<`, so that no text of the data can end the element it stands in; the script
/// sets text, never markup.
struct ReportData {
    let subject: ReportSubject
    private var words: Wording { subject.words }
    private var network: Network { subject.network }

    func json() -> String { JSONWriter.text(.object(members), indented: false) }

    private var members: [JSONValue.Member] {
        [
            .init("lang", .text(words.language.rawValue)),
            .init("words", .object(ScriptWords.all.map { .init($0.id, .text(words($0.text))) })),
            .init("measures", .array(subject.actors.measures.map(measure))),
            .init("families", .array(ReportMeasures.choices(subject).map(choice))),
            .init("layers", .array(layers.map { .text(words($0.name)) })),
            .init("spheres", .array(Sphere.allCases.map { .text(words($0.name)) })),
            .init("nodes", .array(subject.view.nodes.indices.map(node))),
            .init("ties", .array((0..<subject.view.tieCount).map(tie))),
            .init("events", .array(network.events.map(event))),
            .init("seats", .array(network.participation.compactMap(seat))),
            .init("sources", .object(network.sources.map { .init($0.id, .text(PlainText.cleaned($0.citation, limit: 400))) })),
        ]
    }

    private func measure(_ measure: Measure) -> JSONValue {
        [
            "id": .text(measure.id), "name": .text(words.capitalised(words(measure.name))),
            "hint": .text(words(measure.reading)),
            "ranked": .flag(measure.polarity != .neutral && measure.type != .label && measure.type != .flag),
        ]
    }

    private func choice(_ choice: ReportMeasures.Choice) -> JSONValue {
        ["name": .text(choice.name), "measures": .array(choice.columns.map(JSONValue.integer))]
    }

    /// Every layer that a tie or an event can have, in the order of legends.
    private var layers: [Layer] {
        Set(network.tieKinds.map(\.layer) + network.eventKinds.map(\.layer)).sorted()
    }

    // MARK: Actors

    private func node(_ place: Int) -> JSONValue {
        var members: [JSONValue.Member] = [.init("n", .text(subject.name(ofNode: place)))]
        func add(_ key: String, _ value: JSONValue?) {
            if let value { members.append(.init(key, value)) }
        }
        switch subject.view.nodes[place] {
        case .actor(let position):
            add("i", .text(subject.view.elementID(ofNode: place)))
            if let inside = subject.inside[position] { add("in", .flag(inside)) }
            if network.actors.hasRows {
                let actor = network.actors[position]
                let kind = network.actorKinds.first { $0.id == actor.kind }
                add("s", kind.flatMap { Sphere.allCases.firstIndex(of: $0.sphere) }.map(JSONValue.integer))
                add("f", actor.since.map { .integer($0.year) })
                add("u", actor.until.map { .integer($0.year) })
                add("facts", .array(facts(actor, kind).map { [.text($0.0), .text($0.1)] }))
                add("e", evidence(actor.evidence))
                add("note", actor.note.map { .text(PlainText.cleaned($0, limit: 1500)) })
            }
        case .event(let position):
            let event = network.events[position]
            add("i", .text(subject.view.elementID(ofNode: place)))
            add("v", .integer(position))
            add("e", evidence(event.evidence))
        }
        add("m", .array(subject.actors.table.columns.dropFirst(2).map { value($0, place) }))
        return .object(members)
    }

    /// What the dataset says of an actor, each with its name.
    private func facts(_ actor: Actor, _ kind: ActorKind?) -> [(String, String)] {
        var facts: [(String, String)] = []
        func add(_ en: String, _ fr: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append((words(en, fr), PlainText.cleaned(value, limit: 300))) }
        }
        add("kind", "type", kind.map { words($0.name) } ?? actor.kind)
        add("sphere", "sphère", kind.map { words($0.sphere.name) })
        add("place", "lieu", actor.place)
        add("sector", "secteur", actor.sector)
        add("since", "depuis", actor.since?.description)
        add("until", "jusqu'en", actor.until?.description)
        add("staff", "effectif", actor.size.map { words.number($0) })
        add("stands for", "représente", actor.members.map { words.count($0) })
        add("qualified share", "part qualifiée", actor.qualifiedShare.map { words.percent($0) })
        let parent = actor.parent.flatMap { network.actors.position(of: $0) }
        add("part of", "fait partie de", parent.map { subject.name(ofActor: $0) })
        return facts
    }

    /// Six digits that count are enough to show and to sort by.
    private func value(_ column: Column, _ row: Int) -> JSONValue {
        guard case .number(let number) = column[row] else { return JSONValue(column[row]) }
        guard number != 0, number != number.rounded() else { return .number(number) }
        var (digits, scaled) = (0, abs(number))
        while scaled < 100_000, digits < 15 { (scaled, digits) = (scaled * 10, digits + 1) }
        return .number(Double(NumberText.fixed(number, digits: digits)) ?? number)
    }

    private func evidence(_ list: [Evidence]) -> JSONValue? {
        list.isEmpty ? nil : .array(list.map { [.text($0.source), JSONValue($0.locator)] })
    }

    // MARK: Ties and events

    private func tie(_ place: Int) -> JSONValue {
        let view = subject.view
        let ends = view.ends(ofTie: place)
        var members: [JSONValue.Member] = [
            .init("a", .integer(ends.source)), .init("b", .integer(ends.target)),
        ]
        func add(_ key: String, _ value: JSONValue?) {
            if let value { members.append(.init(key, value)) }
        }
        let told = view.told(ofTie: place)
        add("i", .text(view.elementID(ofTie: place)))
        add("k", .text(PlainText.cleaned(words(told.name), limit: 120)))
        add("l", layers.firstIndex(of: told.layer).map(JSONValue.integer))
        if view.isOneWay(place) { add("d", true) }
        if let details = told.details {
            add("f", details.since.map { .integer($0.year) })
            add("u", details.until.map { .integer($0.year) })
            add("t", TieWords.period(details.since, details.until, words).map(JSONValue.text))
            add("st", details.status == .unknown ? nil : .text(words(details.status.name)))
            add("c", details.confidence.flatMap { $0 < 1 ? .number($0) : nil })
            add("am", details.amount.map { .text(TieWords.amount($0, words)) })
            add("e", evidence(details.evidence))
            add("note", details.note.map { .text(PlainText.cleaned($0, limit: 600)) })
        }
        return .object(members)
    }

    private func event(_ event: Event) -> JSONValue {
        let kind = network.eventKinds.first { $0.id == event.kind }
        var members: [JSONValue.Member] = [
            .init("n", .text(ReportSubject.shown(event.name, orElse: event.id))),
            .init("k", .text(kind.map { words($0.name) } ?? event.kind)),
        ]
        if let period = TieWords.period(event.date, event.until, words) { members.append(.init("t", .text(period))) }
        return .object(members)
    }

    private func seat(_ row: Participation) -> JSONValue? {
        subject.nodeOfActor[row.actor].map { node in
            var seat: [JSONValue] = [.integer(node), .integer(row.event)]
            if let role = row.role { seat.append(.text(PlainText.cleaned(role, limit: 80))) }
            return .array(seat)
        }
    }
}

/// Dates and amounts in words.
enum TieWords {
    static func period(_ since: PartialDate?, _ until: PartialDate?, _ words: Wording) -> String? {
        switch (since, until) {
        case (nil, nil): nil
        case (let since?, nil): words("since \(since)", "depuis \(since)")
        case (nil, let until?): words("until \(until)", "jusqu'à \(until)")
        case (let since?, let until?): since == until ? "\(since)" : "\(since) – \(until)"
        }
    }

    static func amount(_ euros: Double, _ words: Wording) -> String {
        let text = words.number(euros, digits: 2)
        return words("€\(text)", "\(text)\u{A0}€")
    }
}
