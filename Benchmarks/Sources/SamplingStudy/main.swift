import GraphKernels
import NetworkModel
import TerritoryScoring
import Vocabulary

// The sampling study: made-up territories of five characters, of which a part is shown by three mechanisms. How often
// does the 90 % interval hold the score of the whole territory, with the method's own factors off?
//
//     SamplingStudy [territories of each character] [draws] [seed] [share …] [mechanism …] [indicators] [unseen]
//
// `unseen`: two characters beside, by which nothing was chosen.
//
//     SamplingStudy calibrate [territories of each character] [draws] [seed]
//
// finds the constants of the model's discrepancy.

let arguments = CommandLine.arguments.dropFirst().map { $0 }
let numbers = arguments.compactMap { Double($0) }
let whole = numbers.filter { $0 > 1 }
let calibrates = arguments.contains("calibrate")
let study = try Study(
    seeds: whole.first.map { Int($0) } ?? 12, draws: whole.dropFirst().first.map { Int($0) } ?? 300,
    base: whole.dropFirst(2).first.map { UInt64($0) } ?? 77,
    mechanisms: arguments.compactMap(Mechanism.init), shares: numbers.filter { $0 <= 1 },
    tellsIndicators: arguments.contains("indicators"), isUnseen: arguments.contains("unseen"),
    hasDiscrepancy: !calibrates)
if calibrates { try Calibration(study).run() } else { try study.run() }
