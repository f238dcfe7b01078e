import Milieu

/// What the help of `milieu test` tells at length.
enum TestHelp {
    static let discussion = Bilingual(
        en: """
            Without more it compares measures of the network with random networks in which every actor keeps its \
            degree (a two-mode network: every actor its number of events, every event its number of actors). p is \
            (1 + draws at least as extreme) / (1 + draws), twice the smaller side; q is p adjusted over the measures \
            (Benjamini and Hochberg). Empty where the null model leaves nothing to vary, which is said.

            What is drawn: for measures of the whole, the pairs that are tied, in whatever layers and kinds, so that \
            every draw has as many as were observed; for measures of layers (multiplexity), each layer on its own. \
            Ties without direction and directed ones are drawn apart, and neither becomes the other. Weights, kinds \
            and dates are dealt out to the drawn ties of the same sort (--null size: each takes those of an observed \
            tie by chance). With --events projected, who was at which event is drawn and projected, never the ties \
            that come of it: events keep their sizes, with degrees actors also their numbers of events, and as many \
            of the other ties as observed lie on pairs that share an event; size is refused there, since it knows of \
            no events. groups leaves all ties as they are.

            A bootstrap interval is the observed value ± 1.96 standard errors on a scale on which it cannot leave the \
            measure's range: the angle asin √x for a range with two ends, the square root for one with a lower end \
            (Tibshirani 1988).

            A relation is ties (all of the view, binary), weights (the same, valued), layer:NAME, same:ATTRIBUTE, \
            difference:ATTRIBUTE (without sign), signed:ATTRIBUTE (sender less receiver), sum:ATTRIBUTE, \
            sender:ATTRIBUTE, receiver:ATTRIBUTE (where ties have no direction, both are the sum), or relation:NAME \
            of a file (--relation NAME=FILE) or of a proximity (`milieu measure --level pair --list`). Where there \
            are no more orders of the actors than --draws, each is taken once and p is exact.

            --ergm fits an exponential random graph model: the log-odds of a tie, by what it adds to each term, all \
            other ties held. Terms have the names of R's statnet (`milieu test --terms` lists them); the decay of a \
            geometrically weighted one is taken as given, and so is the coefficient of offset(TERM)=NUMBER, which \
            -Inf makes a ban. Where no term depends on other ties the fit is exact, else \
            it is Monte Carlo maximum likelihood; se holds what simulation adds, which mcmc_se shows. Of pairs that \
            nobody in respondents.csv was asked about nothing is known, and the fit takes them so. A relation of \
            edgecov(NAME) is a file of labelled rows and columns or of pairs (--relation NAME=FILE), or a proximity; \
            a pair that a file does not name has the number 0.

            --before compares with an earlier wave over the actors of both: how many ties were kept, created and \
            dissolved; with --ergm two models, of which pairs became tied and of which ties lasted (a separable \
            temporal model: Krivitsky and Handcock 2014).

            --treated with --before evaluates a programme: the change of those who took part less the change of the \
            others (difference in differences), for degree, ties created, kept and dissolved, closeness, betweenness \
            and constraint, or what -m names. Those of the others who had been tied to a participant (exposed) are \
            told apart, since what reaches them hides part of the effect. The standard error leaves out one actor \
            with all its ties at a time; p deals the treatment out anew, within the groups of --within.

            The same seed gives the same result on any number of cores.
            """,
        fr: """
            Sans autre indication, compare des mesures du réseau à des réseaux aléatoires où chaque acteur garde son \
            degré (réseau bimodal : chaque acteur son nombre d'événements, chaque événement son nombre d'acteurs). p \
            vaut (1 + tirages au moins aussi extrêmes) / (1 + tirages), deux fois le plus petit côté ; q est p ajusté \
            sur les mesures (Benjamini et Hochberg). Vide quand le modèle nul ne laisse rien varier, ce qui est dit.

            Ce qui est tiré : pour les mesures de l'ensemble, les paires liées, dans quelque couche et de quelque type \
            que ce soit, si bien que chaque tirage en a autant qu'il en a été observé ; pour les mesures de couches \
            (multiplexité), chaque couche à part. Les liens non orientés et orientés sont tirés à part, et aucun ne \
            devient l'autre. Poids, types et dates sont distribués aux liens tirés de la même sorte (--null size : \
            chacun prend ceux d'un lien observé, au hasard). Avec --events projected, c'est la présence aux événements \
            qui est tirée et projetée, jamais les liens qui en viennent : les événements gardent leur taille, avec \
            degrees les acteurs aussi leur nombre d'événements, et autant des autres liens qu'observé se trouvent sur \
            des paires qui partagent un événement ; size y est refusé, puisqu'il ne connaît pas d'événements. groups \
            laisse tous les liens tels qu'ils sont.

            Un intervalle de bootstrap est la valeur observée ± 1,96 erreur type sur une échelle où elle ne peut \
            sortir de l'étendue de la mesure : l'angle arcsin √x pour une étendue à deux bornes, la racine carrée pour \
            une étendue à borne inférieure (Tibshirani 1988).

            Une relation est ties (tous ceux de la vue, binaires), weights (les mêmes, valués), layer:NOM, \
            same:ATTRIBUT, difference:ATTRIBUT (sans signe), signed:ATTRIBUT (émetteur moins récepteur), \
            sum:ATTRIBUT, sender:ATTRIBUT, receiver:ATTRIBUT (quand les liens n'ont pas de direction, les deux sont \
            la somme), ou relation:NOM d'un fichier (--relation NOM=FICHIER) ou d'une proximité (`milieu measure \
            --level pair --list`). Quand les ordres des acteurs ne sont pas plus nombreux que --draws, chacun est \
            pris une fois et p est exact.

            --ergm ajuste un modèle exponentiel de graphe aléatoire (ERGM) : le logarithme de la cote d'un lien, \
            d'après ce qu'il ajoute à chaque terme, tous les autres liens tenus fixes. Les termes portent les noms \
            de statnet (R) ; `milieu test --terms` en donne la liste. La décroissance d'un terme à pondération \
            géométrique est prise telle quelle, et de même le coefficient de offset(TERME)=NOMBRE, dont -Inf fait un \
            interdit. Quand aucun terme ne dépend d'autres liens, l'ajustement est exact, \
            sinon c'est un maximum de vraisemblance par Monte-Carlo ; se comprend ce que la simulation ajoute, que \
            mcmc_se montre. Des paires sur lesquelles personne dans respondents.csv n'a été interrogé, rien n'est \
            connu, et l'ajustement les prend ainsi. La relation de edgecov(NOM) est un fichier à lignes et colonnes \
            étiquetées ou de paires (--relation NOM=FICHIER), ou une proximité ; une paire qu'un fichier ne nomme \
            pas a le nombre 0.

            --before compare avec une vague antérieure, sur les acteurs communs aux deux : combien de liens ont été \
            maintenus, créés et dissous ; avec --ergm, deux modèles, des paires qui se sont liées et des liens qui \
            ont duré (modèle temporel séparable : Krivitsky et Handcock 2014).

            --treated avec --before évalue un programme : la variation des participants moins celle des autres \
            (différence des différences), pour le degré, les liens créés, maintenus et dissous, la proximité, \
            l'intermédiarité et la contrainte, ou ce que -m nomme. Ceux des autres qui avaient un lien avec un \
            participant (exposed) sont distingués, puisque ce qui les atteint cache une part de l'effet. L'erreur type \
            laisse de côté un acteur et tous ses liens à la fois ; p redistribue la participation, à l'intérieur \
            des groupes de --within.

            La même graine donne le même résultat sur n'importe quel nombre de cœurs.
            """
    ).withExamples(
        """
        milieu test datasets/romans-2016
        milieu test datasets/romans-2016 -m transitivity,reciprocity --null dyads --draws 4999
        milieu test datasets/romans-2016 -m ei_index_network --null groups --group-by place
        milieu test datasets/romans-2016 --bootstrap -m density,transitivity
        milieu test datasets/romans-2016 --correlate layer:cooperation,layer:membership,same:place
        milieu test datasets/romans-2016 --regress ties --on same:place,same:kind --format csv -o mrqap.csv
        milieu test ties.csv --actors actors.csv --ergm "edges + nodematch(kind) + gwesp(0.25, fixed)"
        milieu test ties.csv --ergm "edges + mutual + edgecov(geo)" --relation geo=km.csv --format latex
        milieu test ties.csv --ergm "edges + gwesp(0.25, fixed)" --show coefficients,diagnostics,fit
        milieu test datasets/romans-2016 --dyads same_place,same_sphere
        milieu test datasets/romans-2016 --before 2010 --by same_sphere
        milieu test datasets/romans-2016 --regress ties --on relation:same_sphere --logit
        milieu test cluster --before 2010 --treated programme=yes --within kind
        """)
}
