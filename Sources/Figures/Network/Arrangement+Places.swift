import Vocabulary

extension Arrangement {
    /// Discs at places that are found already, on a page of any width; labels where these leave room, and where they
    /// leave none, further away with a line that leads to them.
    init(_ look: NetworkLook, at places: FixedPlaces, _ options: FigureOptions) {
        self.init(look, options)
        let page = Box(low: Point(2, 2), high: Point(options.width - 2, max(places.height * options.width, 40) + 26))
        let standing = look.nodes.indices.filter { places.places[$0] != nil }
        for node in standing {
            guard let place = places.places[node] else { continue }
            discs[node] = Self.kept(
                discs[node].moved(by: place * options.width - discs[node].centre), on: page.grown(by: 1.6))
        }
        let isStandard = options.width == options.widthOfPlaces
        let shown = wishes.filter { places.places[$0.disc] != nil && places.sides[$0.disc] != LabelSide.none }.map {
            wish in
            var wish = wish
            wish.side = places.sides[wish.disc]
            if isStandard, wish.side == nil, let kept = places.keptLabels[wish.disc] {
                // Letters that have grown do not fit in there; by degree they grow with the view's few ties alone.
                if options.sizeBy == FigureOptions().sizeBy { wish.fontSize = min(wish.fontSize, kept.fontSize) }
                if wish.fontSize <= kept.fontSize { wish.kept = kept.text }
            }
            return wish
        }
        placeFixed(shown, page)
        let extent = labels.map(\.text.box) + standing.map { discs[$0] }
        height =
            extent.isEmpty ? 0 : max(extent.reduce(0) { max($0, $1.high.y) } + 2, places.height * options.width * 0.5)
        setIsolates(look.nodes.indices.filter { places.places[$0] == nil })
    }

    private static func kept(_ disc: Box, on page: Box) -> Box {
        let inside = pointwiseMin(pointwiseMax(disc.low, page.low), page.high - Point(disc.width, disc.height))
        return disc.moved(by: inside - disc.low)
    }

    /// The part of their size that discs at fixed places may have so that none meets another; 1 where none does.
    ///
    /// - Complexity: O(n log n) and the pairs that are near in x.
    static func shrinkage(_ look: NetworkLook, at fixed: FixedPlaces, _ options: FigureOptions) -> Double {
        let width = options.width
        let places = fixed.places
        let order = places.indices.filter { places[$0] != nil }.sorted {
            ((places[$0] ?? .zero).x, $0) < ((places[$1] ?? .zero).x, $1)
        }
        let widest = 2 * (look.nodes.map(\.reach).max() ?? 0) + 1
        var factor = 1.0
        if width == options.widthOfPlaces {
            // A little smaller than its own scale asks for, a view's discs leave the labels where they were.
            let parts = zip(look.nodes, fixed.keptRadii).map { node, kept in kept.map { $0 / node.span } ?? 1 }
            let part = parts.min() ?? 1
            if part >= 0.75 { factor = min(1, part) }
        }
        for (rank, one) in order.enumerated() {
            for other in order[(rank + 1)...] {
                guard let here = places[one], let there = places[other], (there.x - here.x) * width < widest else {
                    break
                }
                let (a, b) = (look.nodes[one], look.nodes[other])
                let rims = a.reach + b.reach - a.radius - b.radius + 0.8
                factor = min(factor, ((there - here).length * width - rims) / (a.radius + b.radius))
            }
        }
        // Discs that were put on one another on purpose stay discs.
        return max(factor, 0.3)
    }
}
