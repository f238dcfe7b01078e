import NetworkModel
import Vocabulary

/// Interviews of Network Canvas on their way into a plain network: each is the network of one ego, who is an actor
/// tied to each of the alters. The attribute `ego` tells whose network an actor is in.
///
/// Numbers of alters begin anew in each interview, and nobody can tell whether two egos name the same person: the
/// alters of each stay apart.
struct InterviewFilling {
    /// What the tie from an ego to those it names is called.
    static let names = "names"

    private(set) var prefix = ""
    private var egos: [Int] = []
    private var egoOfAlter: [(alter: Int, ego: Int, line: Int)] = []

    /// Whether an attribute of this name is one that Network Canvas alone writes.
    static func isMark(_ name: String) -> Bool { name == "networkCanvasUUID" }

    /// Values that a spreadsheet could take for a formula have a quote before them.
    static func plain(_ text: String) -> String {
        guard text.first == "'", let second = text.dropFirst().first, "=+-@\t\r".contains(second) else { return text }
        return String(text.dropFirst())
    }

    mutating func start(_ element: XMLElement, number: Int, _ network: inout PlainNetwork) {
        let told = ["caseId", "caseID", "sessionUUID", "sessionId"].lazy.compactMap { element[$0] }.first
        let id = told.flatMap { $0.isEmpty ? nil : $0 } ?? element["id"] ?? "ego \(number)"
        startEgo(id, line: element.line, &network)
    }

    /// - Parameter id: of the interview; one that is there already gets another.
    mutating func startEgo(_ id: String, line: Int, _ network: inout PlainNetwork) {
        var own = id
        // Their number makes a second interview of one case another at once.
        while network.position(of: own) != nil { own = "\(own) (\(egos.count + 1))" }
        prefix = own + "/"
        let ego = network.node(own, line: line)
        egos.append(ego)
        network.nodes.set(own, "ego", row: ego)
        network.nodes.set("ego", "kind", row: ego)
    }

    mutating func setEgo(_ text: String, _ name: String, _ network: inout PlainNetwork) {
        guard let ego = egos.last else { return }
        network.nodes.set(Self.plain(text), name, row: ego)
    }

    mutating func addAlter(_ id: String, line: Int, _ network: inout PlainNetwork) -> Int? {
        guard let ego = egos.last else { return nil }
        return addAlter(id, of: ego, line: line, &network)
    }

    /// An alter of an ego that may not have been told yet.
    mutating func addAlter(_ id: String, ofEgo name: String, line: Int, _ network: inout PlainNetwork) -> Int? {
        if network.position(of: name) == nil { startEgo(name, line: line, &network) }
        guard let ego = network.position(of: name) else { return nil }
        return addAlter(id, of: ego, line: line, &network)
    }

    private mutating func addAlter(_ id: String, of ego: Int, line: Int, _ network: inout PlainNetwork) -> Int? {
        guard let alter = network.add(node: network.ids[ego] + "/" + id, line: line) else { return nil }
        egoOfAlter.append((alter, ego, line))
        network.nodes.set(network.ids[ego], "ego", row: alter)
        return alter
    }

    /// Ties each alter to its ego, and leaves out the marks of the program.
    func finish(_ network: inout PlainNetwork) {
        network.nodes.remove(["networkCanvasUUID", "networkCanvasEgoUUID"])
        network.ties.remove([
            "networkCanvasUUID", "networkCanvasSourceUUID", "networkCanvasTargetUUID", "networkCanvasEgoUUID",
        ])
        for (alter, ego, line) in egoOfAlter {
            let tie = network.add(tie: ego, alter, directed: true, line: line)
            network.ties.set(Self.names, "kind", row: tie)
        }
        network.report(
            .note, "ego-networks",
            Bilingual(
                en:
                    "There are the networks of \(egos.count) egos; each ego was tied to those it names, and the attribute \"ego\" tells whose network an actor is in.",
                fr:
                    "Les réseaux de \(egos.count, fr: "ego", "egos") sont là ; chaque ego a été lié à ceux qu'il nomme, et l'attribut « ego » dit dans le réseau de qui est un acteur."
            ),
            remedy: Bilingual(
                en: "Nothing needs to be done; --kind takes the ties among alters alone.",
                fr: "Rien à faire ; --kind ne prend que les liens entre alters."), line: nil)
    }
}
