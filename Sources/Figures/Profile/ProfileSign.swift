import Vocabulary

/// How the dot of one score among several looks: by colour, shape and fill, so that grey print tells.
struct ProfileSign {
    let shape: Scene.Mark.Shape
    let fill: Colour
    let rim: Colour

    static let all: [ProfileSign] = [
        ProfileSign(shape: .ellipse, fill: Colour(0x0072B2), rim: Colour(0x00416B)),
        ProfileSign(shape: .rectangle, fill: Colour(0xE69F00), rim: Colour(0x7A5400)),
        ProfileSign(shape: .ellipse, fill: .white, rim: Colour(0x00684C)),
        ProfileSign(shape: .rectangle, fill: .white, rim: Colour(0xA8437F)),
        ProfileSign(shape: .ellipse, fill: Colour(0x222222), rim: .black),
        ProfileSign(shape: .rectangle, fill: Colour(0x56B4E9), rim: Colour(0x1F5F80)),
    ]

    func mark(at centre: Point, radius: Double) -> Scene.Mark {
        // A square of the disc's area.
        let side = shape == .ellipse ? 2 * radius : 2 * radius * 0.886
        return Scene.Mark(
            shape, Box(centre: centre, width: side, height: side), fill: fill, rim: rim,
            rimWidth: fill == .white ? 1 : 0.6)
    }
}
