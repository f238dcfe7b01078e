import Fieldwork
import Vocabulary

/// The files of a questionnaire: pages to print, tables to fill, and what to do with them.
public enum QuestionnaireFiles {
    /// Each file by its name; texts of both languages stand side by side.
    ///
    /// - Throws: `MilieuError` of cause `fault` where the page's template is not as it should be.
    public static func all(_ questionnaire: Questionnaire) throws(MilieuError) -> [(name: String, text: String)] {
        [
            ("questionnaire.en.html", try QuestionnairePage(questionnaire, language: .english).html()),
            ("questionnaire.fr.html", try QuestionnairePage(questionnaire, language: .french).html()),
            ("README.md", guide(questionnaire, .english)), ("LISEZMOI.md", guide(questionnaire, .french)),
        ] + questionnaire.tables
    }

    private static func guide(_ questionnaire: Questionnaire, _ language: Language) -> String {
        let kinds = questionnaire.layers.flatMap(\.kinds).map { kind in
            let arrow = kind.isDirected ? "source → target" : "source – target"
            return
                "| `\(cell(kind.id))` | \(cell(kind.name.text(language))) | \(cell(kind.layer.name.text(language))) | \(arrow) |"
        }.joined(separator: "\n")
        return (language == .french ? french : english).replacing("KINDS", with: kinds)
    }

    /// No name of a kind ends a cell or a line of the table.
    private static func cell(_ text: String) -> String {
        Excerpt.printable(text).replacing("|", with: "\\|").replacing("`", with: "'")
    }

    private static let english = """
        # A questionnaire to print and to fill

        Print `questionnaire.en.html` (or `.fr.html`) from a browser, on A4; "save as PDF" there makes a PDF. Each
        section begins on a page of its own. One form for each respondent.

        Then write the answers into the tables beside it; any spreadsheet opens them. They are a dataset of their own:

        1. `respondents.csv`: who was interviewed, one in a row, with the **date**. A row without a date counts as not
           interviewed. `layer` empty: about all. `evidence`: the id of the interview in `sources.csv`.
        2. `sources.csv`: one row for each interview.
        3. `actors.csv`: correct and complete what is known of the respondent (activity, staff, qualified share from 0
           to 1, parent). Who was named and is not there gets a row: an id of your choice, a name, `inside` yes or no.
        4. `ties.csv`: one row for each box that was ticked. "We → them": the respondent is `source`, the other `target`;
           "they → us": the other way round. `status` empty means active; dormant ties say `dormant`, ended ones `past`
           and `until`. `evidence`: the interview, from which it follows who told; or write ids into `reported_by`.
        5. `participation.csv`: one row for each event or shared resource in which the respondent takes part; one
           that is not in `events.csv` gets a row there. `complete` is yes where everybody who took part is known.

        What was asked and not ticked needs no row: that is what a respondent's row says. To read it back:

            milieu survey MY-DATASET --read THIS-FOLDER -o NEW-DATASET

        | kind | name | layer | ends |
        | --- | --- | --- | --- |
        KINDS

        """

    private static let french = """
        # Un questionnaire à imprimer et à remplir

        Imprimez `questionnaire.fr.html` (ou `.en.html`) depuis un navigateur, en A4 ; « enregistrer au format PDF » y
        fait un PDF. Chaque partie commence sur sa page. Un formulaire par personne interrogée.

        Reportez ensuite les réponses dans les tables jointes, que tout tableur ouvre. Elles forment un jeu de données :

        1. `respondents.csv` : qui a été interrogé, un par ligne, avec la **date**. Une ligne sans date compte comme non
           interrogée. `layer` vide : sur tout. `evidence` : l’identifiant de l’entretien dans `sources.csv`.
        2. `sources.csv` : une ligne par entretien.
        3. `actors.csv` : corrigez et complétez ce qu’on sait de l’acteur interrogé (activité, effectif, part qualifiée de
           0 à 1, appartenance). Qui a été cité sans y figurer reçoit une ligne : un identifiant de votre choix, un nom,
           `inside` yes ou no.
        4. `ties.csv` : une ligne par case cochée. « Nous → eux » : l’acteur interrogé est `source`, l’autre `target` ;
           « eux → nous » : l’inverse. `status` vide veut dire actif ; un lien qui sommeille porte `dormant`, un lien
           fini `past` et `until`. `evidence` : l’entretien, d’où suit qui l’a dit ; ou écrivez les identifiants dans
           `reported_by`.
        5. `participation.csv` : une ligne par événement ou ressource partagée où l’acteur prend part ; celui qui manque
           dans `events.csv` y reçoit une ligne. `complete` vaut yes si tous les participants sont connus.

        Ce qui a été demandé sans être coché n’a pas besoin de ligne : c’est ce que dit la ligne de la personne
        interrogée. Pour relire le tout :

            milieu survey MON-JEU --read CE-DOSSIER -o NOUVEAU-JEU

        | type | nom | couche | bouts |
        | --- | --- | --- | --- |
        KINDS

        """
}
