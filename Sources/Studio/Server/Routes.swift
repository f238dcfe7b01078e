import Dispatch
import Figures
import Files
import Interchange
import NetworkModel
import Tabular
import Vocabulary

/// What each address behind the secret gives. Nothing here opens a file that a request names.
final class Routes: Sendable {
    let gate: Gate
    private let workspace: Workspace
    private let texts: SourceTexts
    private let pdf: PDFText
    private let numbers = Numbers()
    private let language: Language
    /// What pages know this run and its dataset by: neither tells the secret or the path.
    private let run: String
    private let dataset: String
    /// Edits and what the page shows of tables.
    private let edits = DispatchQueue(label: "milieu.studio.edits", qos: .userInitiated)
    /// Figures take longer, and nobody typing should wait for one.
    private let figures = DispatchQueue(label: "milieu.studio.figures", qos: .userInitiated)
    /// What is asked of a number takes longest.
    private let plans = DispatchQueue(label: "milieu.studio.plans", qos: .utility)
    /// One PDF after the other.
    private let readers = DispatchQueue(label: "milieu.studio.readers", qos: .utility)

    init(_ workspace: Workspace, _ gate: Gate, _ language: Language) throws(MilieuError) {
        (self.workspace, self.gate, self.language) = (workspace, gate, language)
        texts = try SourceTexts(in: workspace.folder)
        pdf = try PDFText(in: workspace.folder)
        run = Self.name(gate.token)
        dataset = Self.name(FilePath.resolved(workspace.path))
    }

    private static func name(_ secret: String) -> String {
        String(ContentHash.text(of: Array(secret.utf8)).prefix(16))
    }

    /// The answer to whatever is asked; a refusal where it is not to be answered.
    func answer(_ request: StudioRequest) async -> StudioAnswer {
        switch gate.pass(request) {
        case .failure(let refused): return StudioAnswer(refused: refused.code, refused.status)
        case .success(let path):
            if let page = StudioPage.answer(request.method, path, request.language(language)) { return page }
            guard path.count == 2, path[0] == "api" else { return StudioAnswer(refused: "unknown", 404) }
            return await Self.work(on: queue(for: path[1])) {
                self.answer(request.method + " " + path[1], request)
            }
        }
    }

    private func queue(for name: String) -> DispatchQueue {
        switch name {
        case "figure", "figure.svg", "figure.pdf", "figure.png", "places": figures
        case "plan", "explain": plans
        case "pdf": readers
        default: edits
        }
    }

    /// Runs what computes or waits for the disk where it holds up no other request.
    private static func work(
        on queue: DispatchQueue, _ body: @escaping @Sendable () -> StudioAnswer
    ) async -> StudioAnswer {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }

    private func answer(_ name: String, _ request: StudioRequest) -> StudioAnswer {
        do throws(MilieuError) {
            switch name {
            case "GET state": return try state(since: request.query["since"].flatMap { Int($0) } ?? 0, request)
            case "POST edit": return edit(request)
            case "POST undo": return outcome(request) { (id) throws(Refusal) in try workspace.undo(id: id) }
            case "POST redo": return outcome(request) { (id) throws(Refusal) in try workspace.redo(id: id) }
            case "GET figure": return try figure(request)
            case "GET figure.svg": return try download(.svg, "image/svg+xml", request)
            case "GET figure.pdf": return try download(.pdf, "application/pdf", request)
            case "GET figure.png": return try download(.png, "image/png", request)
            case "POST places": return try places(request)
            case "GET numbers": return StudioAnswer(numbers.json(try workspace.snapshot(), request.language(language)))
            case "GET explain": return try explanation(request)
            case "GET plan": return try plan(request)
            case "GET near": return try near(request)
            case "GET text": return StudioAnswer(["text": JSONValue(texts.text(of: request.query["source"] ?? ""))])
            case "POST text": return try keepText(request)
            case "POST pdf": return StudioAnswer(["text": .text(try pdf.text(of: request.body))])
            default: return StudioAnswer(refused: "unknown", 404)
            }
        } catch {
            return Self.answer(error, request.language(language))
        }
    }

    private static func answer(_ error: MilieuError, _ language: Language) -> StudioAnswer {
        StudioAnswer(
            error.cause == .fault ? 500 : 422,
            [
                "refused": "error", "message": .text(error.statement.text(language)),
                "remedy": .text(error.advice.text(language)),
            ])
    }

    private static let malformed = StudioAnswer(refused: "malformed", 400)
    private static let unsound = StudioAnswer(refused: "unsound", 409)

    // MARK: Tables

    private func state(since revision: Int, _ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        StudioAnswer(told(try workspace.snapshot(), request).json(since: revision, of: request.query["run"] ?? ""))
    }

    private func told(_ snapshot: Workspace.Snapshot, _ request: StudioRequest) -> DatasetState {
        DatasetState(snapshot: snapshot, dataset: dataset, run: run, language: request.language(language))
    }

    private func edit(_ request: StudioRequest) -> StudioAnswer {
        guard let json = request.json, case .array(let asked)? = json["edits"], asked.count <= 10_000,
            case .text(let group)? = json["group"], group.utf8.count <= 100
        else { return Self.malformed }
        let edits = asked.compactMap(Edit.init)
        guard edits.count == asked.count else { return Self.malformed }
        return outcome(request) { (id) throws(Refusal) in try workspace.edit(edits, group: group, id: id) }
    }

    /// Rows are numbered anew in each run: what a page of another run means by a number is not looked for here.
    private func outcome(
        _ request: StudioRequest, _ change: (_ id: String) throws(Refusal) -> Workspace.Outcome
    ) -> StudioAnswer {
        guard let json = request.json else { return Self.malformed }
        func text(_ key: String) -> String {
            if case .text(let text)? = json[key], text.utf8.count <= 100 { text } else { "" }
        }
        let known = text("run")
        guard known.isEmpty || known == run else { return StudioAnswer(refused: "run", 409) }
        do throws(Refusal) {
            let outcome = try change(text("id"))
            let since: Int = if case .integer(let since)? = json["since"] { since } else { 0 }
            return StudioAnswer([
                "added": .array(outcome.added.map { .integer($0) }),
                "state": told(outcome.snapshot, request).json(since: since, of: known),
            ])
        } catch {
            return Self.answer(error, request.language(language))
        }
    }

    private static func answer(_ refusal: Refusal, _ language: Language) -> StudioAnswer {
        switch refusal {
        case .malformed: return malformed
        case .notEditable(let table): return StudioAnswer(409, ["refused": "notEditable", "table": .text(table)])
        case .changedMeanwhile(let table): return StudioAnswer(409, ["refused": "changed", "table": .text(table)])
        case .otherCell(let table, let key, let column, let now):
            return StudioAnswer(
                409,
                [
                    "refused": "otherCell", "table": .text(table), "key": .integer(key), "column": .text(column),
                    "now": .text(now),
                ])
        case .taken(let table, let id):
            return StudioAnswer(409, ["refused": "taken", "table": .text(table), "id": .text(id)])
        case .nothingThere: return StudioAnswer(409, ["refused": "nothingThere"])
        case .failed(let error): return answer(error, language)
        }
    }

    /// Actors whose names may be other spellings of one that is about to be made.
    private func near(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        guard let name = request.query["name"], name.utf8.count <= 200 else { return Self.malformed }
        guard let document = try workspace.snapshot().tables.documents["actors"], let id = document.column("id") else {
            return StudioAnswer(["near": []])
        }
        let place = document.column("name") ?? id
        let names = document.rows.map { $0.cells[safe: place] ?? "" }
        let near = NearSpellings.of(name, in: names).prefix(8).map { row -> JSONValue in
            ["id": .text(document.rows[row].cells[safe: id] ?? ""), "name": .text(names[row])]
        }
        return StudioAnswer(["near": .array(Array(near))])
    }

    // MARK: Texts

    private func keepText(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        guard let json = request.json, case .text(let source)? = json["source"], !source.isEmpty,
            source.utf8.count <= 1_000, case .text(let text)? = json["text"]
        else { return Self.malformed }
        try texts.keep(text, of: source)
        return StudioAnswer(["kept": true])
    }

    // MARK: Figures and numbers

    private func figure(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        let snapshot = try workspace.snapshot()
        guard let network = snapshot.reading.network else { return Self.unsound }
        let figure = try FigureRequest(request.query, request.language(language))
        guard case .object(let members) = try figure.json(network) else { return Self.unsound }
        return StudioAnswer(.object(members + [.init("revision", .integer(snapshot.revision))]))
    }

    private func download(_ format: ImageFormat, _ type: String, _ request: StudioRequest) throws(MilieuError)
        -> StudioAnswer
    {
        guard let network = try workspace.snapshot().reading.network else { return Self.unsound }
        let figure = try FigureRequest(request.query, request.language(language))
        return StudioAnswer(200, type, try figure.image(network, format), fileName: "figure.\(format.rawValue)")
    }

    private func places(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        guard let json = request.json, case .text(let group)? = json["group"], group.utf8.count <= 100 else {
            return Self.malformed
        }
        let snapshot = try workspace.snapshot()
        var edits: [Edit] = []
        if json["free"] == true {
            edits = FigureRequest.edits(freeing: snapshot)
        } else {
            guard case .array(let asked)? = json["moves"], asked.count <= 10_000 else { return Self.malformed }
            let moves = asked.compactMap(FigureRequest.Move.init)
            guard moves.count == asked.count else { return Self.malformed }
            guard let network = snapshot.reading.network else { return Self.unsound }
            let figure = try FigureRequest(request.query, request.language(language))
            edits = try figure.edits(moving: moves, snapshot, network)
        }
        return outcome(request) { [edits] (id) throws(Refusal) in try workspace.edit(edits, group: group, id: id) }
    }

    private func explanation(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        guard let actor = request.query["actor"], let measure = request.query["measure"] else { return Self.malformed }
        guard let network = try workspace.snapshot().reading.network else { return Self.unsound }
        return StudioAnswer(try Numbers.explanation(of: actor, measure, network, request.language(language)))
    }

    private func plan(_ request: StudioRequest) throws(MilieuError) -> StudioAnswer {
        guard let network = try workspace.snapshot().reading.network else { return Self.unsound }
        return StudioAnswer(try PlannedInterviews.json(network, request.language(language)))
    }
}
