import Vocabulary

/// Whether the territory and its citizens finance what is done there.
enum CitizenFinance {
    static let indicator = Indicator(
        "citizen_finance", .collectiveAction,
        name: Bilingual(en: "local and citizen finance", fr: "finance locale et citoyenne"),
        formula:
            #"\frac{1}{2} \left( \frac{\sum_{\text{local}} m_t}{\sum m_t} + \frac{\sum_{\text{local}} c_t}{\sum c_t} \right)"#,
        reading: Bilingual(
            en:
                "The share of the finance that inside actors receive which comes from inside or citizen actors: the mean of the share by amount and the share by heads, which stand apart beside it. Orders placed in advance are no capital.",
            fr:
                "La part du financement reçu par les acteurs internes qui vient d'acteurs internes ou citoyens : moyenne de la part en montant et de la part en têtes, qui figurent séparément à côté. Les précommandes ne sont pas du capital."
        ),
        undefined: Bilingual(
            en:
                "Undefined where finance was not surveyed, or neither amounts nor residence are known for half of the ties.",
            fr:
                "Indéfini si le financement n'a pas été relevé, ou si ni les montants ni la résidence ne sont connus pour la moitié des liens."
        ),
        needs: Bilingual(
            en:
                "ties.csv of the layer \"finance\", columns amount, contributors and form; actors.csv, columns place, inside and members of those who finance",
            fr:
                "ties.csv de la couche « finance », colonnes amount, contributors et form ; actors.csv, colonnes place, inside et members de ceux qui financent"
        ),
        sources: [
            Reference(
                "Glémain, Bioteau and Artis", 2010,
                "Finances solidaires et territoires : analyses en Bretagne et Pays-de-la-Loire",
                "Revue d'économie régionale et urbaine 2/2010, 213–233", locator: "p. 213")
        ],
        reads: [.support, .kinds]
    ) { situation in
        guard situation.code.isSurveyed(.finance) else { return .undefined(notSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let links = situation.scenario.finance.filter { link in
            situation.isThere(link) && !situation.code.ties[Int(link.tie)].isAdvanceOrder
        }
        guard !links.isEmpty else { return .nothingFound }
        var heads = Share(), money = Share()
        for link in links {
            let (tie, source) = (situation.code.ties[Int(link.tie)], situation.code.actors[Int(link.source)])
            let isLocal = situation.scenario.isInside[Int(link.source)] || source.isCitizen
            guard isLocal || situation.scenario.isOutside[Int(link.source)] else { continue }
            heads.add(tie.contributors ?? Double(source.members ?? 1), isLocal)
            if let amount = tie.amount { money.add(max(0, amount), isLocal) }
        }
        let parts = [heads, money].filter { 2 * $0.count >= links.count }.compactMap(\.value)
        let isHalf = 2 * money.count < links.count
        let coverage = Double(heads.count + money.count) / Double(2 * links.count)
        guard !parts.isEmpty else { return .undefined(unknown, coverage: coverage) }
        return .known(
            parts.reduce(0, +) / Double(parts.count), coverage: coverage, reason: isHalf ? byContributorsAlone : nil,
            beside: [(heads, "finance_by_heads", byHeads), (money, "finance_by_amount", byAmount)].compactMap {
                part, id, name in
                part.value.map { .init(id: id, name: name, value: $0) }
            })
    }

    private struct Share {
        var local = 0.0
        var all = 0.0
        var count = 0

        mutating func add(_ amount: Double, _ isLocal: Bool) {
            all += amount
            count += 1
            if isLocal { local += amount }
        }

        var value: Double? { all > 0 ? local / all : nil }
    }

    private static let byHeads = Bilingual(en: "by heads", fr: "en têtes")
    private static let byAmount = Bilingual(en: "by amount", fr: "en montant")
    private static let byContributorsAlone = Bilingual(
        en: "By contributors alone: amounts are known for less than half of the ties of finance.",
        fr: "En contributeurs seulement : les montants sont connus pour moins de la moitié des liens de financement.")
    private static let notSurveyed = Bilingual(
        en: "The layer \"finance\" is not among the surveyed ones.",
        fr: "La couche « finance » ne figure pas parmi celles qui ont été relevées.")
    private static let unknown = Bilingual(
        en: "Neither amounts nor residence are known for half of the ties of finance.",
        fr: "Ni les montants ni la résidence ne sont connus pour la moitié des liens de financement.")
}

extension Situation {
    func isThere(_ link: Scenario.Link) -> Bool {
        isThere(tie: link.tie)
    }

    func isThere(tie position: Int32) -> Bool {
        let tie = code.ties[Int(position)]
        return presence.ties[Int(position)] && presence.actors[Int(tie.source)] && presence.actors[Int(tie.target)]
    }
}
