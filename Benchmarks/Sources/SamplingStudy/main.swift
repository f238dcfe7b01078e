import GraphKernels
import NetworkModel
import TerritoryScoring
import Vocabulary

// The sampling study: made-up territories of five characters, of which a part is shown by three mechanisms. How often
// does the 90 % interval hold the score of the whole territory, with the method's own factors off?
//
//     SamplingStudy [territories of each character] [draws] [first seed] [indicators]

let arguments = CommandLine.arguments.dropFirst().map { $0 }
let seeds = arguments.first.flatMap { Int($0) } ?? 12
let draws = arguments.dropFirst().first.flatMap { Int($0) } ?? 300
let base = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 77
let study = try Study(seeds: seeds, draws: draws, base: base, tellsIndicators: arguments.contains("indicators"))
try study.run()
