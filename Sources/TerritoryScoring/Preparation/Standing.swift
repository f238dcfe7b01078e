/// How present a tie is.
enum Standing: Sendable, Hashable {
    case active, dormant, potential
    /// Its status is not told: present, but no evidence of activation.
    case untold

    var isPresent: Bool { self == .active || self == .untold }
}
