import Vocabulary

/// Where a place of actors and events lies.
public struct Locality: Sendable, Hashable {
    /// The place as actors, events and perimeters name it.
    public var place: String
    /// Degrees north, WGS 84.
    public var latitude: Double?
    /// Degrees east, WGS 84.
    public var longitude: Double?
    /// Its code in a nomenclature, such as 01001 or 2A004.
    public var code: String?
    /// The researcher's remark, which no export prints.
    public var note: String?

    /// A place; what is not given is not known.
    public init(place: String, latitude: Double? = nil, longitude: Double? = nil, code: String? = nil) {
        self.place = place
        self.latitude = latitude
        self.longitude = longitude
        self.code = code
    }
}

extension Locality: SideRow {
    /// `places` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [Locality]> & Sendable = \.places
    /// Without a place, which a reader fills in.
    public static let blank = Locality(place: "")

    private static let degrees = Bilingual(en: "degrees", fr: "degrés")

    /// `places.csv`.
    public static let table = DatasetTable<Locality>(
        "places", title: Bilingual(en: "Places", fr: "Lieux"), key: "place", noun: "place",
        also: ["place", "lieu", "communes"],
        columns: [
            .text(
                \.place,
                ColumnSchema(
                    "place", .text, .required, also: ["lieu", "commune", "ville", "localité"],
                    en: "The place, as actors, events and perimeters name it",
                    fr: "Le lieu, tel que nommé par les acteurs, les événements et les périmètres")),
            .number(
                \.latitude,
                ColumnSchema(
                    "latitude", .number(-90...90), unit: degrees, also: ["lat"], en: "Degrees north, WGS 84, −90 to 90",
                    fr: "Degrés nord, WGS 84, de −90 à 90")),
            .number(
                \.longitude,
                ColumnSchema(
                    "longitude", .number(-180...180), unit: degrees, also: ["lon", "lng", "long"],
                    en: "Degrees east, WGS 84, −180 to 180",
                    fr: "Degrés est, WGS 84, de −180 à 180")),
            .text(
                \.code,
                ColumnSchema(
                    "code", also: ["code insee", "insee"], en: "Its code in a nomenclature: 01001, 2A004",
                    fr: "Son code dans une nomenclature : 01001, 2A004")),
            .text(\.note, .note),
        ])
}
