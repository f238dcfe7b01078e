import Interchange

extension Case {
    /// A workbook becomes a checked network.
    static var workbook: Case { Case(id: "workbook") { path in
        return {
            let network = try InputReader.read(path: path).requireNetwork()
            return { [("ties", [Double(network.ties.count)])] }
        }
    } }
}
