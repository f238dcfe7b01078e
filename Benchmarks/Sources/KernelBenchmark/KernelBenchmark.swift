import Foundation
import GraphKernels

/// Prepares one case and then obeys lines on standard input, so that the runner can take turns with
/// a peer: `run` times the kernel once, `answer FILE` writes what the last run found as 64-bit
/// numbers. Each line is answered by one JSON object.
///
///     KernelBenchmark CASE INPUT [THREADS]
@main
enum KernelBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let chosen = CaseList.all.first(where: { $0.id == arguments[1] }) else {
            print("usage: KernelBenchmark CASE INPUT [THREADS]; cases: \(CaseList.all.map(\.id).joined(separator: " "))")
            exit(2)
        }
        if arguments.count > 3, let threads = Int(arguments[3]) { Parallel.threadLimit = threads }
        let work = try chosen.prepare(arguments[2])
        let before = Memory.resident
        Memory.restart()
        say(["before": before])
        var answer: () -> Answer = { [] }
        while let line = readLine() {
            let words = line.split(separator: " ", maxSplits: 1)
            switch words.first {
            case "run":
                let clock = ContinuousClock()
                answer = { [] }
                let (start, spent) = (clock.now, Memory.processorSeconds)
                answer = try work()
                let seconds = clock.now - start
                say(["seconds": seconds / .seconds(1), "processor": Memory.processorSeconds - spent, "peak": Memory.peak])
            case "answer" where words.count == 2:
                let found = answer()
                var data = Data()
                for column in found {
                    for value in column.values {
                        let bits = value.bitPattern
                        for shift in stride(from: 0, to: 64, by: 8) { data.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
                    }
                }
                try data.write(to: URL(fileURLWithPath: String(words[1])))
                say(["columns": found.map { [$0.name, $0.values.count] }])
            default: return
            }
        }
    }

    private static func say(_ object: [String: Any]) {
        guard let data = try? JSONSerialization.data(withJSONObject: object) else { return }
        FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
}
