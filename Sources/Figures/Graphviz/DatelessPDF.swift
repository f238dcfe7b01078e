/// Takes out of a PDF when it was made, so that the same scene gives the same bytes whenever it is drawn.
enum DatelessPDF {
    /// The file with spaces where its information (the last object but one) names the time: as long as before, so
    /// that the places of its objects, which its end lists, stay right.
    ///
    /// - Complexity: O(bytes).
    static func finished(_ image: [UInt8]) -> [UInt8] {
        let key = Array("/CreationDate (".utf8)
        // Streams are compressed and hold no key; were one to look like it, the last is the information's.
        guard let start = image.indices.reversed().first(where: { image[$0...].starts(with: key) }),
            let end = image[start...].firstIndex(of: UInt8(ascii: ")")), end - start < 64
        else { return image }
        var dateless = image
        for place in start...end { dateless[place] = UInt8(ascii: " ") }
        return dateless
    }
}
