/// One outcome of one comparison.
public struct ProgrammeEffect: Sendable {
    /// The id of the outcome.
    public let outcome: String
    /// Who is beside whom.
    public let contrast: TreatmentContrast
    /// What is known of one side; the reference is weighed by strata as the group is made up.
    public struct Side: Sendable {
        /// Actors with a value in both waves.
        public let actors: Int
        /// Their means; nil where the outcome is itself a change.
        public let before: Double?
        /// As before.
        public let after: Double?
        /// The mean of the changes.
        public let change: Double?
    }
    /// Both sides; nil where one is empty.
    public let group: Side?
    /// The side that it is compared with.
    public let reference: Side?
    /// The change of the group less that of the reference.
    public let difference: Double?
    /// See `NetworkError`.
    public let standardError: Double?
    /// A 95 % interval; nil where there is no standard error.
    public let interval: ClosedRange<Double>?
    /// Two-sided, of as many ways in which the treatment could have been dealt out as there were draws.
    public let p: Double?
}
