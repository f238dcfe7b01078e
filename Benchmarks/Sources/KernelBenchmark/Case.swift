import GraphKernels

/// What a run found, by name; compared with the peers' answer.
typealias Answer = [(name: String, values: [Double])]

/// One kernel on one input. New ones: one file, and one line in `CaseList`.
struct Case {
    let id: String
    /// Reads the input, which is not timed, and returns the timed work, whose answer is turned into
    /// numbers outside the clock.
    let prepare: (_ input: String) throws -> () throws -> () -> Answer

    /// A kernel over a frozen graph.
    static func graph<Result>(
        _ id: String, _ kernel: @escaping (Graph) throws -> Result, answer: @escaping (Graph, Result) -> Answer
    ) -> Case {
        Case(id: id) { input in
            let graph = try NetworkFile(input).graph()
            return {
                let result = try kernel(graph)
                return { answer(graph, result) }
            }
        }
    }
}
