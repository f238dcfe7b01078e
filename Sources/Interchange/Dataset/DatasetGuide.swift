import NetworkModel
import Vocabulary

/// The guide in an empty dataset: what each table and column holds, from the declarations.
enum DatasetGuide {
    static func text(_ language: Language) -> String {
        (introduction(language) + DatasetSchema.tables.flatMap { section($0, language) } + end(language))
            .joined(separator: "\n") + "\n"
    }

    private static func introduction(_ language: Language) -> [String] {
        switch language {
        case .english:
            [
                "# Your dataset", "",
                "Each file is a table (CSV, UTF-8, commas); any spreadsheet opens and saves it. Fill in, in this order:",
                "", "1. `sources.csv`: where your knowledge comes from (interviews, documents);",
                "2. `actors.csv`: one organisation, group or person in a row;",
                "3. `ties.csv`: one relation between two actors in a row;",
                "4. `events.csv` and `participation.csv`: gatherings, schools, shared shops, and who takes part;",
                "5. `territory.csv`: the territory, its date, the places that count as inside (areas that contain it or reach",
                "   beyond it, where actors may be inside or not, are `places around`), and the layers that you looked for",
                "   (`looked for`: what you looked for and did not find is 0, what you did not look for is unknown; `events`",
                "   and `pooled_resources` can stand there too). Several are set apart by semicolons: `knowledge; finance`;",
                "   how you looked can stand behind each: `finance: roster`. What only some datasets have (several",
                "   perimeters, codes, shares) stands in `datapackage.json`;",
                "6. if you asked people, `respondents.csv`: who was asked what; for a map, `places.csv`.", "",
                "Then ask `milieu check` what is missing. Leave a cell empty where nothing is known. Dates may be",
                "2007, 2007-04 or 2007-04-15. Columns of your own are kept. Columns in bold must be filled; those that are",
                "listed below and not in a table yet can be added.", "",
                "An example of two rows of `ties.csv`:", "",
                "    source,target,kind,weight,since,status,evidence",
                "    town,school,funding,,2012,active,interview3:p. 2",
                "    firm1,firm2,cooperation,,2014-03,active,report:4.1",
                "",
            ]
        case .french:
            [
                "# Votre jeu de données", "",
                "Chaque fichier est une table (CSV, UTF-8, virgules) que tout tableur ouvre et enregistre. Remplissez, dans cet ordre :",
                "", "1. `sources.csv` : d’où vient ce que vous savez (entretiens, documents) ;",
                "2. `actors.csv` : une organisation, un groupe ou une personne par ligne ;",
                "3. `ties.csv` : une relation entre deux acteurs par ligne ;",
                "4. `events.csv` et `participation.csv` : rencontres, écoles, boutiques partagées, et qui y prend part ;",
                "5. `territory.csv` : le territoire, sa date, les lieux qui comptent comme intérieurs (une zone qui en contient",
                "   un ou le déborde, où un acteur peut être interne ou non, va dans `lieux englobants`) et les couches que vous",
                "   avez cherchées (`cherché` : ce qui a été cherché sans être trouvé vaut 0, ce qui n’a pas été cherché est",
                "   inconnu ; `events` et `pooled_resources` peuvent y figurer). Plusieurs se séparent par des points-virgules :",
                "   `knowledge; finance` ; la manière de chercher peut suivre chacune : `finance: roster`. Ce que n’ont que",
                "   certains jeux de données (plusieurs périmètres, codes, parts) va dans `datapackage.json` ;",
                "6. si vous avez interrogé des gens, `respondents.csv` : qui l’a été sur quoi ; pour une carte, `places.csv`.",
                "",
                "Demandez ensuite à `milieu check` ce qui manque. Laissez une cellule vide quand rien n’est connu. Les dates",
                "s’écrivent 2007, 2007-04 ou 2007-04-15. Vos propres colonnes sont gardées. Les colonnes en gras sont à remplir ;",
                "celles qui figurent plus bas sans être encore dans une table peuvent y être ajoutées.",
                "", "Exemple de deux lignes de `ties.csv` :", "",
                "    source,target,kind,weight,since,status,evidence",
                "    ville,ecole,funding,,2012,active,entretien3:p. 2",
                "    entreprise1,entreprise2,cooperation,,2014-03,active,rapport:4.1", "",
            ]
        }
    }

    private static func section(_ table: TableSchema, _ language: Language) -> [String] {
        let header = language == .french ? "| colonne | contenu |" : "| column | content |"
        return ["## \(typeset(table.title.text(language))) (`\(table.file)`)", "", header, "| --- | --- |"]
            + table.columns.map { column in
                let name = column.isRequired ? "**\(column.id)**" : column.id
                return "| \(name) | \(typeset(column.text(language)))\(words(column, language)) |"
            } + [""]
    }

    /// A page has the apostrophes of print.
    private static func typeset(_ text: String) -> String { String(text.map { $0 == "'" ? "’" : $0 }) }

    private static func words(_ column: ColumnSchema, _ language: Language) -> String {
        switch column.content {
        case .yesNo: language == .french ? " (yes ou no)" : " (yes or no)"
        default: ""
        }
    }

    private static func end(_ language: Language) -> [String] {
        let layers = Layer.standard.map { "`\($0.rawValue)` (\($0.name.text(language)))" }.joined(separator: ", ")
        return language == .french ? ["Domaines (`layer`) : \(layers)."] : ["Layers: \(layers)."]
    }
}
