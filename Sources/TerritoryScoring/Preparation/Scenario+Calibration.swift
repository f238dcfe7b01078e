extension Scenario {
    /// Finds what closure to expect by chance, with everything that is there.
    mutating func calibrate(_ presence: Presence) {
        let situation = Situation(self, presence, cascadeProbability: 1)
        calibration = ClosureCalibration(situation.graph)
        overlapCalibration = LayerOverlap.calibration(situation)
    }
}
