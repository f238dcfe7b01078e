/// How much a search whose time may explode is allowed to do, counted in steps and not in seconds, so that the same
/// graph is refused or answered on every machine.
public struct WorkLimit: Sendable {
    private var left: Int

    /// A search may take so many steps.
    ///
    /// - Parameter steps: of a few nanoseconds each.
    public init(steps: Int) { left = steps }

    /// About four seconds of one core of today.
    public static let standard = WorkLimit(steps: 2_000_000_000)

    /// Whether the search has to be given up.
    var isExceeded: Bool { left < 0 }

    mutating func spend(_ steps: Int) { left -= steps }
}
