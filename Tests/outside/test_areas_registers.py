"""Public registers read by their mappings: made files with the real headers."""

import pytest
from conftest import call, rows

from areas_steps import table


def test_sirene_is_read_by_its_mapping(tmp_path):
    (tmp_path / "StockEtablissement_utf8.csv").write_text(
        "siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,"
        "activitePrincipaleRegistreMetiersEtablissement,etablissementSiege,codePostalEtablissement,"
        "libelleCommuneEtablissement,codeCommuneEtablissement,coordonneeLambertAbscisseEtablissement,"
        "coordonneeLambertOrdonneeEtablissement,etatAdministratifEtablissement,enseigne1Etablissement,"
        "denominationUsuelleEtablissement,activitePrincipaleEtablissement\n"
        "000000001,00011,00000000100011,O,2001-05-01,11,,true,01000,BOURG,01001,871000.0,6570000.0,A,,Alpha,15.20Z\n"
        "000000001,00029,00000000100029,O,2011-05-01,11,,false,01000,BOURG,01001,,,A,Beta,,15.20Z\n"
        "000000002,00010,00000000200010,O,1999,NN,,true,20000,AJACCIO,2A004,[ND],[ND],F,,,62.01Z\n"
        "000000003,00017,00000000300017,O,2003-01-01,,,true,69001,LYON 1,69381,842000,6519000,A,,Gamma,62.01Z\n",
        encoding="utf-8")
    (tmp_path / "StockEtablissementLiensSuccession_utf8.csv").write_text(
        "siretEtablissementPredecesseur,siretEtablissementSuccesseur,dateLienSuccession,transfertSiege,"
        "continuiteEconomique,dateDernierTraitementLienSuccession\n"
        "00000000100011,00000000100029,2011-05-01,true,true,2011-06-01\n"
        "00000000200010,00000000300017,2015-01-01,false,true,2015-02-01\n", encoding="utf-8")
    (tmp_path / "ze.csv").write_text(
        "CODGEO;LIBGEO;ZE2020;LIBZE2020\n01004;Centre;0051;Bourg\n2A004;Ajaccio;9401;Ajaccio\n69123;Lyon;8421;Lyon\n",
        encoding="utf-8")
    (tmp_path / "v_commune_2024.csv").write_text(
        "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"
        "COM,69123,84,69,69M,691,0,LYON,Lyon,Lyon,6999,\nARM,69381,,,,,0,LYON 1,Lyon 1er,Lyon 1er,,69123\n", encoding="utf-8")
    (tmp_path / "v_mvt_commune_2024.csv").write_text(
        "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,"
        "LIBELLE_AP\n"
        "32,2019-01-01,COM,01001,1,X,X,X,COM,01004,1,Y,Y,Y\n32,2019-01-01,COM,01001,1,X,X,X,COMD,01001,1,X,X,X\n",
        encoding="utf-8")
    call(
        "areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", "sirene", "--areas", tmp_path / "ze.csv",
        "--communes", tmp_path / "v_commune_2024.csv", "--communes", tmp_path / "v_mvt_commune_2024.csv")
    listed = rows((tmp_path / "job" / "areas.csv").read_text(encoding="utf-8"))
    assert [(row["area"], row["name"], row["actors"], row["ties_within"], row["ties_across"]) for row in listed] == [
        ("0051", "Bourg", "2", "1", "0"), ("8421", "Lyon", "1", "0", "1"), ("9401", "Ajaccio", "1", "0", "1")]
    call("areas", "run", tmp_path / "job", "-m", "actors,ties,degree", "--draws", 10)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    actors = {row["id"]: row for row in table(tmp_path / "results", "actors")}
    assert actors["00000000100011"]["name"] == "Alpha" and actors["00000000100029"]["name"] == "Beta"
    assert actors["00000000200010"]["name"] == "00000000200010" and actors["00000000100011"]["degree"] == "1"
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "job" / "rows").iterdir())
    # The IGN's own converter: 871000 E, 6570000 N is 46.2025 N, 5.2164 E (pyproj, EPSG:2154).
    (line,) = [line for line in text.splitlines() if "Alpha" in line]
    numbers = [float(cell) for cell in line.split(",") if cell.replace(".", "", 1).isdigit() and "." in cell and len(cell) > 6]
    assert any(abs(number - 46.2) < 0.05 for number in numbers) and any(abs(number - 5.2) < 0.05 for number in numbers)


def test_cordis_has_two_modes_and_organisations_once(tmp_path):
    (tmp_path / "organization.csv").write_text(
        "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;country;"
        "nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution;"
        "totalCost;endOfParticipation;active\n"
        '101;AAA;1;FR1;"UNI; ONE";U1;false;HES;;;Valence;FR;FRK23;;;;;;1;coordinator;1,5;1,5;2;false;\n'
        "101;AAA;2;FR2;LAB TWO;;false;REC;;;Valence;FR;FRK23;;;;;;2;participant;1,5;1,5;2;false;\n"
        "101;AAA;3;DE3;WERK;;true;PRC;;;Bonn;DE;DEA22;;;;;;3;participant;1;1;2;false;\n"
        "102;BBB;1;FR1;UNI ONE;U1;false;HES;;;Valence;FR;FRK23;;;;;;1;coordinator;1;1;2;false;\n"
        "102;BBB;4;FR4;FIRM FOUR;;true;PRC;;;Lyon;FR;FRK26;;;;;;2;participant;1;1;2;false;\n", encoding="utf-8")
    (tmp_path / "project.csv").write_text(
        "id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;ecSignatureDate;"
        "frameworkProgramme;masterCall;subCall;fundingScheme;nature;objective;contentUpdateDate;rcn;grantDoi\n"
        "101;AAA;SIGNED;First;2020-01-01;2023-12-31;2;1;;;;HORIZON;;;;;text;;1;\n"
        "102;BBB;SIGNED;Second;2021-01-01;2024-12-31;2;1;;;;HORIZON;;;;;text;;2;\n", encoding="utf-8")
    call("areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", "cordis")
    listed = rows((tmp_path / "job" / "areas.csv").read_text(encoding="utf-8"))
    assert [(row["area"], row["actors"], row["participations"]) for row in listed] == [("FRK23", "2", "3"), ("FRK26", "1", "1")]
    call("areas", "run", tmp_path / "job", "-m", "actors,degree", "--draws", 10)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    assert len(table(tmp_path / "results", "areas")) == 2


@pytest.mark.parametrize("name", ["sirene", "rna", "cordis", "bodacc"])
def test_mappings_are_data_that_one_can_start_from(tmp_path, name):
    text = call("areas", "prepare", "--print-map", name).stdout
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    said = call("areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", tmp_path / "mine.toml", expect=3).stderr
    assert "None of the folders holds a file" in said


WALDEC = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;titre;titre_court;objet;"
    "objet_social1;objet_social2;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;"
    "adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;adrg_distrib;"
    "adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;maj_time\n")


def association(id, short, commune, position="A", since="1998-05-04", title="UNE ASSOCIATION"):
    cells = dict.fromkeys(WALDEC.strip().split(";"), "")
    cells.update(
        id=id, gestion="012S", date_creat=since, date_disso="0001-01-01", nature="D", groupement="S", titre=title,
        titre_court=short, objet='ce que dit le "statut"; et plus', adrs_codeinsee=commune, adrs_codepostal=commune,
        position=position, maj_time="2020-01-01 00:00:00")
    return ";".join('"' + text.replace('"', '""') + '"' for text in cells.values()) + "\n"


def test_rna_is_read_from_the_files_of_all_departements_beside_a_table_of_ties(tmp_path):
    """Each département is a file of its own, of which none may be left out; some are in the encoding of old Windows."""
    (tmp_path / "rna_waldec_20240101_dpt_01.csv").write_text(
        WALDEC + association("W011000001", "LES AMIS", "01004") + association("W011000002", "", "01004", title="FÊTES ET RÉGATES")
        + association("W011000003", "PARTIE", "01004", position="D"), encoding="cp1252")
    (tmp_path / "rna_waldec_20240101_dpt_2A.csv").write_text(
        WALDEC + association("W2A1000001", "CORSE", "2A004", since="0001-01-01"), encoding="utf-8")
    (tmp_path / "alliances.csv").write_text(
        "one;other\nW011000001;W011000002\nW011000001;W2A1000001\nW011000001;W011000003\n", encoding="utf-8")
    (tmp_path / "alliances.toml").write_text(
        "[[table]]\nrole = 'ties'\nfile = 'alliances.csv'\n[table.columns]\nsource = 'one'\ntarget = 'other'\n"
        "kind = { value = 'alliance' }\nstatus = { value = 'active' }\n[shared]\n'tie-kinds.csv' = '''\n"
        "kind,name_fr,name_en,directed,layer,weight_means\nalliance,alliance,alliance,no,cooperation,count\n'''\n", encoding="utf-8")
    said = call(
        "areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", "rna", "--map", tmp_path / "alliances.toml").stderr
    # One that was dissolved is no actor.
    assert "1 ties to an actor that no table lists" in said and "alliances.csv:4" in said
    listed = rows((tmp_path / "job" / "areas.csv").read_text(encoding="utf-8"))
    assert [(row["area"], row["actors"], row["ties_within"], row["ties_across"]) for row in listed] == [
        ("01004", "2", "1", "1"), ("2A004", "1", "0", "1")]
    call("areas", "run", tmp_path / "job", "-m", "actors,ties,degree", "--draws", 10)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    actors = {row["id"]: row for row in table(tmp_path / "results", "actors")}
    assert {id: row["name"] for id, row in actors.items()} == {
        "W011000001": "LES AMIS", "W011000002": "FÊTES ET RÉGATES", "W2A1000001": "CORSE"}
    assert actors["W011000001"]["degree"] == "1" and len(table(tmp_path / "results", "areas")) == 2


BODACC = (
    "id;publicationavis;publicationavis_facette;parution;dateparution;numeroannonce;typeavis;typeavis_lib;familleavis;"
    "familleavis_lib;numerodepartement;departement_nom_officiel;region_code;region_nom_officiel;tribunal;commercant;ville;"
    "registre;cp;pdf_parution_subfolder;ispdf_unitaire;listepersonnes;listeetablissements;jugement;acte;"
    "modificationsgenerales;radiationaurcs;depot;listeprecedentexploitant;listeprecedentproprietaire;divers;"
    "parutionavisprecedent\n")


def notice(id, register, name, department="26", town="Romans", family="Ventes et cessions"):
    cells = dict.fromkeys(BODACC.strip().split(";"), "")
    cells.update(
        id=id, publicationavis=id[0], dateparution="2024-03-05", numeroannonce="12", typeavis="annonce", familleavis="vente",
        familleavis_lib=family, numerodepartement=department, commercant=name, ville=town, registre=register, cp="26100",
        acte='{"descriptif": "cession; au prix de 1"}')
    return ";".join('"' + text.replace('"', '""') + '"' if ";" in text or '"' in text else text for text in cells.values()) + "\n"


def test_bodacc_has_two_modes_and_a_firm_is_one_in_whichever_order_its_number_is_written(tmp_path):
    (tmp_path / "annonces-commerciales.csv").write_text(
        BODACC + notice("A202400010001", "552 100 554,552100554", "ALPHA") + notice("B202400010002", "552100554,552 100 554", "ALPHA SA")
        + notice("B202400010003", "422090886, 422 090 886", "BÊTA") + notice("C202400010004", "", "SANS NUMÉRO")
        + notice("A202400010005", "889 029 500,889029500", "GAMMA", department="2A", town="Ajaccio", family="Procédures collectives"),
        encoding="utf-8")
    said = call("areas", "prepare", tmp_path, "-o", tmp_path / "job", "--map", "bodacc").stderr
    assert "annonces-commerciales.csv:5" in said
    listed = rows((tmp_path / "job" / "areas.csv").read_text(encoding="utf-8"))
    assert [(row["area"], row["actors"], row["participations"]) for row in listed] == [("26", "2", "3"), ("2A", "1", "1")]
    call("areas", "run", tmp_path / "job", "-m", "actors,degree", "--draws", 10)
    call("areas", "collect", tmp_path / "job", "-o", tmp_path / "results")
    actors = {row["id"]: row for row in table(tmp_path / "results", "actors")}
    # The notices are nodes, too.
    assert {id: (row["name"], row["degree"]) for id, row in actors.items() if id.isdigit()} == {
        "552100554": ("ALPHA", "2"), "422090886": ("BÊTA", "1"), "889029500": ("GAMMA", "1")}
