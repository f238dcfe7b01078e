/// Takes out of an EPS when it was made, so that the same scene gives the same bytes whenever it is drawn.
enum DatelessEPS {
    /// The file without the comment that names the time, which stands in its head.
    ///
    /// - Complexity: O(bytes).
    static func finished(_ image: [UInt8]) -> [UInt8] {
        let key = Array("\n%%CreationDate:".utf8)
        let head = min(image.count, 1000)
        guard let start = image[..<head].indices.first(where: { image[$0...].starts(with: key) }),
            let end = image[(start + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return image }
        return Array(image[..<start] + image[end...])
    }
}
