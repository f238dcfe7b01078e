/// What a row of a job is, as its line says it in a letter.
enum RowWord: UInt8, CaseIterable {
    case actor = 0x61  // a
    case event = 0x65  // e
    case outsider = 0x6F  // o
    case participation = 0x70  // p
    case respondent = 0x72  // r
    case tie = 0x74  // t

    /// Its place among all words.
    var place: Int {
        switch self {
        case .actor: 0
        case .event: 1
        case .outsider: 2
        case .participation: 3
        case .respondent: 4
        case .tie: 5
        }
    }

    /// The table that it belongs to.
    var role: SourceTable.Role {
        switch self {
        case .actor, .outsider: .actors
        case .event: .events
        case .participation: .participation
        case .respondent: .respondents
        case .tie: .ties
        }
    }
}
