/// Some of a scene's elements, one behind the other, as one call of Graphviz draws them.
///
/// Graphviz keeps some kilobytes for each element and seeks each text among all: a scene of many is drawn a part at a
/// time.
struct ScenePart {
    var hasAreas = false
    var strokes = 0..<0
    var marks = 0..<0
    /// Of the labels, those whose halos are drawn.
    var halos = 0..<0
    var labels = 0..<0

    /// The whole.
    init(of scene: Scene) {
        hasAreas = true
        (strokes, marks) = (scene.strokes.indices, scene.marks.indices)
        (halos, labels) = (scene.labels.indices, scene.labels.indices)
    }

    private init() {}

    /// Parts of no more elements than that each, in the order in which they lie on one another: areas, lines, marks,
    /// halos, labels.
    static func parts(of scene: Scene, most: Int) -> [ScenePart] {
        var parts = [ScenePart()]
        parts[0].hasAreas = true
        var room = most
        func fill(_ count: Int, _ kind: WritableKeyPath<ScenePart, Range<Int>>) {
            var start = 0
            while start < count {
                if room == 0 {
                    parts.append(ScenePart())
                    room = most
                }
                let taken = min(room, count - start)
                parts[parts.count - 1][keyPath: kind] = start..<(start + taken)
                start += taken
                room -= taken
            }
        }
        fill(scene.strokes.count, \.strokes)
        fill(scene.marks.count, \.marks)
        fill(scene.labels.count, \.halos)
        fill(scene.labels.count, \.labels)
        return parts
    }
}

/// What the nodes and edges of a drawing stand for.
struct DrawnIdentities {
    var nodes: [Scene.Identity?] = []
    var edges: [Scene.Identity?] = []
}
