/// Names that one may be another spelling of.
package enum NearSpellings {
    /// The places of the names that may be the same as a new one, as `check` compares them.
    ///
    /// - Complexity: that of comparing all names once.
    package static func of(_ name: String, in names: [String]) -> [Int] {
        let all = names + [name]
        let pairs = NearNames.find(all, groups: all.map { _ in "" })
        return pairs.compactMap { pair in
            pair.second == names.count ? pair.first : pair.first == names.count ? pair.second : nil
        }
    }
}
