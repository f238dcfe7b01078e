import Tabular
import Vocabulary

extension DatasetColumns {
    /// What the dataset's own columns mean.
    enum Fields {
        static let id = field("id", "Identifier, unique in the table.", "Identifiant, unique dans la table.")
        static let name = field("name", "Name as the sources write it.", "Nom tel que les sources l'écrivent.")
        static let kind = field("kind", "Kind, in the dataset's vocabulary.", "Type, dans le vocabulaire du jeu de données.")
        static let sphere = field(
            "sphere", "Sphere of the actor's kind: economy, social, public, finance, knowledge, citizen.",
            "Sphère du type d'acteur : economy, social, public, finance, knowledge, citizen.")
        static let sector = field(
            "sector", "Activity, a path in a nomenclature, broadest level first.",
            "Activité, chemin dans une nomenclature, du niveau le plus large au plus fin.")
        static let place = field("place", "Place as the sources name it.", "Lieu tel que les sources le nomment.")
        static let inside = field(
            "inside", "Whether it is inside the territory: its own entry, else its place and the default perimeter.",
            "À l'intérieur du territoire ou non : selon sa propre ligne, sinon son lieu et le périmètre par défaut.")
        static let since = field("since", "Start, as far as known.", "Début, pour autant qu'il soit connu.")
        static let until = field("until", "End, as far as known.", "Fin, pour autant qu'elle soit connue.")
        static let size = field("size", "Staff.", "Effectif salarié.")
        static let members = field(
            "members", "How many individuals or firms a collective actor stands for.",
            "Nombre d'individus ou d'entreprises que représente un acteur collectif.")
        static let qualifiedShare = field(
            "qualified_share", "Share of staff with a qualification.", "Part de l'effectif ayant une qualification.",
            range: 0...1)
        static let parent = field(
            "parent", "The actor that it is a part of.", "L'acteur dont celui-ci est une partie.")
        static let evidence = field(
            "evidence", "Sources, and where in them.", "Sources, et endroit dans ces sources.")
        static let own = Bilingual(en: "A column of the dataset's own.", fr: "Colonne propre au jeu de données.")
        static let layer = field("layer", "Layer of the kind.", "Couche du type.")
        static let pooled = field(
            "pooled", "Whether it is a pooled resource.", "S'agit-il d'une ressource mutualisée.")
        static let date = field("date", "Date or start.", "Date ou début.")
        static let status = field(
            "status", "active, dormant, potential, planned, past; empty: unknown.",
            "active, dormant, potential, planned, past ; vide : inconnu.")
        static let participants = field("participants", "Headcount, where told.", "Nombre de participants, s'il est dit.")
        static let actor = field("actor", "Identifier of the actor.", "Identifiant de l'acteur.")
        static let event = field("event", "Identifier of the event.", "Identifiant de l'événement.")
        static let role = field("role", "In what role.", "À quel titre.")
        static let count = field("count", "How often, or how many.", "Combien de fois, ou combien.")
        static let directed = field("directed", "Whether ties of this kind have a direction.", "Les liens de ce type sont-ils orientés.")
        static let weight = field("weight", "Strength, cost or count, as the kind declares.", "Force, coût ou nombre, selon le type.")
        static let amount = Field(
            "amount", description: Bilingual(en: "Money.", fr: "Somme d'argent."), unit: Bilingual(en: "euros", fr: "euros"))
        static let confidence = field(
            "confidence", "How sure it is that the tie exists; empty counts as 1.",
            "Degré de certitude que le lien existe ; vide compte pour 1.", range: 0...1)
        static let fact = field("fact", "Rows that tell the same fact share it.", "Partagé par les lignes qui disent le même fait.")

        private static func field(
            _ id: String, _ en: String, _ fr: String, range: ClosedRange<Double>? = nil
        ) -> Field {
            Field(id, description: Bilingual(en: en, fr: fr), range: range)
        }
    }
}
