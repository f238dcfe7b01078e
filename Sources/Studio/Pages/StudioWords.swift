import Vocabulary

/// Every text of the page, by the name that the document and its scripts call it by.
enum StudioWords {
    static let all: [(name: String, words: Bilingual)] = [
        ("studio", Bilingual(en: "Studio", fr: "Studio")),
        ("skip", Bilingual(en: "Skip to the tables", fr: "Aller aux tables")),
        ("other_language", Bilingual(en: "Français", fr: "English")),
        ("other_code", Bilingual(en: "fr", fr: "en")),
        ("one_actor", Bilingual(en: "actor", fr: "acteur")),
        ("many_actors", Bilingual(en: "actors", fr: "acteurs")),
        ("one_tie", Bilingual(en: "row of ties", fr: "ligne de liens")),
        ("many_ties", Bilingual(en: "rows of ties", fr: "lignes de liens")),
        ("undo", Bilingual(en: "Undo", fr: "Annuler")),
        ("redo", Bilingual(en: "Redo", fr: "Rétablir")),
        ("hide_bench", Bilingual(en: "Hide the source", fr: "Masquer la source")),
        ("saved", Bilingual(en: "Everything is saved", fr: "Tout est enregistré")),
        ("saving", Bilingual(en: "Saving …", fr: "Enregistrement …")),
        (
            "lost",
            Bilingual(
                en:
                    "The studio does not answer. What you type is kept in this page and saved when it is back; if it ended, start it again.",
                fr:
                    "Le studio ne répond pas. Ce que vous saisissez est gardé dans cette page et sera enregistré à son retour ; s'il est terminé, relancez-le."
            )
        ),
        (
            "new_address",
            Bilingual(
                en:
                    "The studio was started again and has a new address: open the one that it says in the terminal, and this page goes on, too.",
                fr:
                    "Le studio a été relancé et a une nouvelle adresse : ouvrez celle qu'il indique dans le terminal, et cette page continuera aussi."
            )
        ),
        ("kept", Bilingual(en: "Changes that wait here:", fr: "Modifications en attente ici :")),
        (
            "outside",
            Bilingual(
                en: "Another program changed the dataset; the page shows what is there now.",
                fr: "Un autre programme a modifié le jeu de données ; la page montre ce qui s'y trouve.")
        ),
        // The bench.
        ("bench", Bilingual(en: "Source", fr: "Source")),
        ("source", Bilingual(en: "Source", fr: "Source")),
        ("new_source", Bilingual(en: "New source …", fr: "Nouvelle source …")),
        ("source_id", Bilingual(en: "Short name of the new source", fr: "Nom court de la nouvelle source")),
        ("source_citation", Bilingual(en: "Its citation", fr: "Sa référence")),
        ("make_source", Bilingual(en: "Make the source", fr: "Créer la source")),
        ("open_text", Bilingual(en: "Open a text, HTML or PDF", fr: "Ouvrir un texte, HTML ou PDF")),
        ("reading_pdf", Bilingual(en: "Reading the PDF …", fr: "Lecture du PDF …")),
        (
            "large",
            Bilingual(
                en: "The file is too large to be opened here.", fr: "Le fichier est trop gros pour être ouvert ici.")
        ),
        ("show_passage", Bilingual(en: "Show the passage in its source", fr: "Montrer le passage dans sa source")),
        ("coded_here", Bilingual(en: "Coded from here:", fr: "Codé d'ici :")),
        ("no_evidence", Bilingual(en: "This row names no evidence.", fr: "Cette ligne n'indique pas de preuve.")),
        ("unknown_source", Bilingual(en: "There is no such source:", fr: "Il n'y a pas de telle source :")),
        (
            "no_text",
            Bilingual(
                en: "The text of this source is not here yet; open its file, and the passage can be shown:",
                fr:
                    "Le texte de cette source n'est pas encore ici ; ouvrez son fichier pour que le passage soit montré :"
            )
        ),
        (
            "no_place",
            Bilingual(en: "This place is not found in the text:", fr: "Cet endroit ne se trouve pas dans le texte :")
        ),
        ("text", Bilingual(en: "Text of the source", fr: "Texte de la source")),
        (
            "text_hint",
            Bilingual(
                en: "Open a file, or paste the text here. Then select a passage.",
                fr:
                    "Ouvrez un fichier ou collez le texte ici. Puis sélectionnez un passage."
            )
        ),
        ("unlock", Bilingual(en: "Change the text", fr: "Modifier le texte")),
        ("lock", Bilingual(en: "Keep the text", fr: "Garder le texte")),
        ("passage", Bilingual(en: "Passage", fr: "Passage")),
        ("no_passage", Bilingual(en: "Nothing is selected.", fr: "Rien n'est sélectionné.")),
        ("place", Bilingual(en: "Place in the source", fr: "Endroit dans la source")),
        ("what", Bilingual(en: "What the passage tells", fr: "Ce que dit le passage")),
        ("a_tie", Bilingual(en: "A tie", fr: "Un lien")),
        ("an_event", Bilingual(en: "Who took part in an event", fr: "Une participation à un événement")),
        ("an_actor", Bilingual(en: "An actor", fr: "Un acteur")),
        ("from", Bilingual(en: "From (Alt+1 takes the selection)", fr: "De (Alt+1 prend la sélection)")),
        ("to", Bilingual(en: "To (Alt+2 takes the selection)", fr: "À (Alt+2 prend la sélection)")),
        ("event", Bilingual(en: "Event", fr: "Événement")),
        ("kind", Bilingual(en: "Kind", fr: "Type")),
        ("kind_of_new", Bilingual(en: "Kind of new actors", fr: "Type des nouveaux acteurs")),
        ("kind_of_event", Bilingual(en: "Kind of a new event", fr: "Type d'un nouvel événement")),
        ("since", Bilingual(en: "Since", fr: "Depuis")),
        ("until", Bilingual(en: "Until", fr: "Jusqu'à")),
        ("when", Bilingual(en: "Date", fr: "Date")),
        ("place_of_actor", Bilingual(en: "Town of new actors", fr: "Commune des nouveaux acteurs")),
        ("code_it", Bilingual(en: "Code it (Ctrl+Enter)", fr: "Coder (Ctrl+Entrée)")),
        ("coded", Bilingual(en: "Coded", fr: "Codé")),
        ("is_new", Bilingual(en: "new", fr: "nouveau")),
        ("is_near", Bilingual(en: "Is it", fr: "Est-ce")),
        ("take", Bilingual(en: "take it", fr: "le prendre")),
        (
            "missing_ends",
            Bilingual(
                en: "Name who the passage speaks of, and choose a kind.",
                fr: "Nommez qui le passage concerne et choisissez un type.")
        ),
        (
            "missing_source",
            Bilingual(en: "Choose or make a source first.", fr: "Choisissez ou créez d'abord une source.")
        ),
        // Tables.
        ("tables", Bilingual(en: "Tables", fr: "Tables")),
        ("search", Bilingual(en: "Search this table", fr: "Chercher dans cette table")),
        ("add_row", Bilingual(en: "Add a row", fr: "Ajouter une ligne")),
        ("remove_row", Bilingual(en: "Remove the row", fr: "Supprimer la ligne")),
        ("add_column", Bilingual(en: "Add a column …", fr: "Ajouter une colonne …")),
        ("findings", Bilingual(en: "Findings", fr: "Constats")),
        ("no_findings", Bilingual(en: "Nothing is wrong.", fr: "Rien à signaler.")),
        ("error", Bilingual(en: "error", fr: "erreur")),
        ("warning", Bilingual(en: "warning", fr: "avertissement")),
        ("note", Bilingual(en: "note", fr: "remarque")),
        ("row", Bilingual(en: "row", fr: "ligne")),
        (
            "not_editable",
            Bilingual(
                en: "This table is a workbook, a link or damaged: it is changed in another program.",
                fr: "Cette table est un classeur, un lien ou endommagée : elle se modifie dans un autre programme.")
        ),
        (
            "grid_hint",
            Bilingual(
                en:
                    "Arrow keys move, Enter or typing changes a cell, Escape takes it back, Alt+Enter shows the passage of the evidence.",
                fr:
                    "Les flèches déplacent, Entrée ou la frappe modifie la cellule, Échap la rétablit, Alt+Entrée montre le passage de la preuve."
            )
        ),
        (
            "conflict",
            Bilingual(
                en: "This cell was changed elsewhere meanwhile. It now holds:",
                fr: "Cette cellule a été modifiée ailleurs entre-temps. Elle contient maintenant :")
        ),
        ("mine", Bilingual(en: "Write mine", fr: "Écrire le mien")),
        ("theirs", Bilingual(en: "Keep that", fr: "Garder celui-là")),
        (
            "changed",
            Bilingual(
                en: "The table was changed elsewhere meanwhile; nothing was overwritten. Look and try again.",
                fr: "La table a été modifiée ailleurs entre-temps ; rien n'a été écrasé. Regardez et recommencez.")
        ),
        ("taken", Bilingual(en: "Another row has this identifier.", fr: "Une autre ligne porte cet identifiant.")),
        ("refused", Bilingual(en: "The studio refused this.", fr: "Le studio a refusé.")),
        ("twins", Bilingual(en: "Make two actors one", fr: "Réunir deux acteurs")),
        ("twin_goes", Bilingual(en: "This actor goes", fr: "Cet acteur disparaît")),
        ("twin_stays", Bilingual(en: "into this one", fr: "dans celui-ci")),
        ("merge", Bilingual(en: "Make them one", fr: "Réunir")),
        (
            "merge_hint",
            Bilingual(
                en: "Everything that names the first names the second after that.",
                fr: "Tout ce qui nomme le premier nomme ensuite le second.")
        ),
        // The figure.
        ("figure", Bilingual(en: "Figure", fr: "Figure")),
        ("which", Bilingual(en: "Figure", fr: "Figure")),
        ("size", Bilingual(en: "Size", fr: "Taille")),
        ("colour", Bilingual(en: "Colour", fr: "Couleur")),
        ("hull", Bilingual(en: "Hulls", fr: "Enveloppes")),
        ("none", Bilingual(en: "none", fr: "aucune")),
        ("layer", Bilingual(en: "Layers", fr: "Couches")),
        ("all_layers", Bilingual(en: "all", fr: "toutes")),
        ("at", Bilingual(en: "At", fr: "Au")),
        ("save_as", Bilingual(en: "Save as", fr: "Enregistrer en")),
        ("free", Bilingual(en: "Let the layout place all", fr: "Laisser la disposition tout placer")),
        ("align_row", Bilingual(en: "Align in a row", fr: "Aligner en ligne")),
        ("align_column", Bilingual(en: "Align in a column", fr: "Aligner en colonne")),
        ("label_side", Bilingual(en: "Label", fr: "Étiquette")),
        ("label_auto", Bilingual(en: "where there is room", fr: "où il y a de la place")),
        (
            "figure_hint",
            Bilingual(
                en: "Drag a disc, or choose it with Tab and move it by the arrow keys; Shift+click chooses several.",
                fr:
                    "Faites glisser un disque, ou choisissez-le avec Tab et déplacez-le par les flèches ; Maj+clic en choisit plusieurs."
            )
        ),
        (
            "unsound",
            Bilingual(
                en: "The dataset has errors; the figure stands as it was before them.",
                fr: "Le jeu de données a des erreurs ; la figure reste comme avant.")
        ),
        ("no_figure", Bilingual(en: "There is no figure yet.", fr: "Il n'y a pas encore de figure.")),
        ("moved", Bilingual(en: "moved", fr: "déplacé")),
        ("chosen", Bilingual(en: "chosen", fr: "choisi")),
        ("right", Bilingual(en: "right", fr: "à droite")),
        ("left", Bilingual(en: "left", fr: "à gauche")),
        ("above", Bilingual(en: "above", fr: "au-dessus")),
        ("below", Bilingual(en: "below", fr: "au-dessous")),
        (
            "no_room",
            Bilingual(
                en: "No room for the label there, so that it is left out:",
                fr: "Pas de place à cet endroit pour l'étiquette, qui est omise :")
        ),
        ("hidden", Bilingual(en: "hidden", fr: "cachée")),
        ("sphere", Bilingual(en: "sphere", fr: "sphère")),
        ("community", Bilingual(en: "community", fr: "communauté")),
        ("actor_kind", Bilingual(en: "kind", fr: "type")),
        // Numbers.
        ("numbers", Bilingual(en: "Numbers", fr: "Nombres")),
        ("measures", Bilingual(en: "Measures", fr: "Mesures")),
        ("score", Bilingual(en: "Score", fr: "Score")),
        ("actor", Bilingual(en: "Actor", fr: "Acteur")),
        ("computing", Bilingual(en: "computing", fr: "calcul en cours")),
        ("draws", Bilingual(en: "draws", fr: "tirages")),
        ("interval", Bilingual(en: "median, 5 to 95 %", fr: "médiane, de 5 à 95 %")),
        ("known", Bilingual(en: "weights known", fr: "poids connus")),
        ("plan", Bilingual(en: "Which interview would narrow it?", fr: "Quel entretien le resserrerait ?")),
        ("plan_first", Bilingual(en: "Whom to ask first", fr: "Qui interroger d'abord")),
        (
            "plan_none",
            Bilingual(
                en: "Nothing that was looked at is unknown: no interview would narrow it.",
                fr: "Rien de ce qui a été relevé n'est inconnu : aucun entretien ne le resserrerait.")
        ),
        (
            "plan_width",
            Bilingual(
                en: "Width of the interval after so many interviews",
                fr: "Largeur de l'intervalle après tant d'entretiens")
        ),
        ("interviews", Bilingual(en: "interviews", fr: "entretiens")),
        ("order", Bilingual(en: "order", fr: "ordre")),
        ("probability", Bilingual(en: "Probability", fr: "Probabilité")),
        ("behind", Bilingual(en: "What is behind it", fr: "Ce qu'il y a derrière")),
        ("close", Bilingual(en: "Close", fr: "Fermer")),
        ("indicator", Bilingual(en: "Indicator", fr: "Indicateur")),
        ("value", Bilingual(en: "Value", fr: "Valeur")),
        ("weight", Bilingual(en: "Weight", fr: "Poids")),
        (
            "unsound_numbers",
            Bilingual(
                en: "The dataset has errors, so that nothing can be computed; Findings lists them.",
                fr: "Le jeu de données a des erreurs : rien ne peut être calculé ; les constats les énumèrent.")
        ),
    ]
}
