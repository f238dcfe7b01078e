import Vocabulary

/// The days that count: some years up to a date. Without a date, everything counts whatever its
/// dates.
struct Window: Sendable, Hashable {
    /// Day numbers; nil: no date.
    let days: ClosedRange<Int>?
    let date: PartialDate?

    init(upTo date: PartialDate?, years: Int) {
        self.date = date
        // A year's mean length in days, times the years, whatever leap days the span has.
        days = date.map { $0.latest - Int((365.2425 * Double(years)).rounded())...$0.latest }
    }

    /// Whether something that lasts from `since` to `until` holds at some day of the window.
    func holds(since: PartialDate?, until: PartialDate?) -> Bool {
        guard let days else { return true }
        return (since.map { $0.earliest <= days.upperBound } ?? true)
            && (until.map { $0.latest >= days.lowerBound } ?? true)
    }

    /// Whether something is over at the window's end.
    func hasEnded(_ until: PartialDate?) -> Bool {
        guard let days, let until else { return false }
        return until.latest < days.upperBound
    }

    /// What a tie of the dataset is in this window: nil where it is no evidence of the present.
    ///
    /// `past` is history, unless the window ends before the tie did. A status that is not told
    /// counts as present, since the row says that the tie is there.
    func standing(of tie: TerritoryCode.Tie) -> Standing? {
        guard holds(since: tie.since, until: tie.until) else { return nil }
        switch tie.status {
        case .active: return .active
        case .unknown: return .untold
        case .dormant: return .dormant
        case .potential: return .potential
        case .planned: return tie.isExtra ? .active : nil
        case .past:
            guard let date, let end = tie.until else { return nil }
            return end.latest > date.latest ? .active : nil
        }
    }

    /// An event without an end goes on where it is a pooled resource or said to be active; otherwise
    /// it took place on its date.
    func holds(_ event: TerritoryCode.Event) -> Bool {
        switch event.status {
        case .potential, .planned: return false
        case .past where event.until == nil && (event.isPooled || event.since == nil): return false
        default: break
        }
        let goesOn = event.isPooled || event.status == .active
        return holds(since: event.since, until: event.until ?? (goesOn ? nil : event.since))
    }
}
