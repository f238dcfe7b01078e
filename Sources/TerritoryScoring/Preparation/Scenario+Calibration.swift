extension Scenario {
    /// Finds what closure to expect by chance, with everything that is there.
    ///
    /// - Parameter looks: of how many calibrations the mean is taken.
    mutating func calibrate(_ presence: Presence, looks: Int = 1) {
        let situation = Situation(self, presence, cascadeProbability: 1)
        calibration = ClosureCalibration(situation.graph, looks: looks)
        overlapCalibration = LayerOverlap.calibration(situation)
    }
}
