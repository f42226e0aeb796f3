import type { OrganizationKey } from './demo.data.js';

/** A person with a saved language, whose names are in the script of that language. */
export interface DemoPerson {
  readonly locale: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The address before the @. */
  readonly mailbox: string;
}

function person(locale: string, givenName: string, familyName: string, mailbox: string): DemoPerson {
  return { locale, givenName, familyName, mailbox };
}

/** Languages whose speakers write the family name first. */
export const FAMILY_NAME_FIRST = ['hu'];

/** More people of the demo, so that lists have pages: of all languages of the product, in the order in which they join. */
export const CROWD: Readonly<Record<OrganizationKey, readonly DemoPerson[]>> = {
  auroralabs: [
    person('en', 'Grace', 'Whitfield', 'grace.whitfield'),
    person('ar', 'ليلى', 'منصور', 'layla.mansour'),
    person('de', 'Jürgen', 'Weiß', 'juergen.weiss'),
    person('fr', 'Élodie', 'Lefèvre', 'elodie.lefevre'),
    person('es', 'Íñigo', 'Núñez', 'inigo.nunez'),
    person('it', 'Niccolò', 'D’Amico', 'niccolo.damico'),
    person('pl', 'Łukasz', 'Wiśniewski', 'lukasz.wisniewski'),
    person('pt', 'João', 'Conceição', 'joao.conceicao'),
    person('sv', 'Åsa', 'Lindström', 'asa.lindstrom'),
    person('da', 'Søren', 'Kjær', 'soren.kjaer'),
    person('fi', 'Päivi', 'Mäkinen', 'paivi.makinen'),
    person('ro', 'Ștefan', 'Țurcanu', 'stefan.turcanu'),
    person('cs', 'Zdeněk', 'Dvořák', 'zdenek.dvorak'),
    person('el', 'Ελένη', 'Παπαδοπούλου', 'eleni.papadopoulou'),
    person('hu', 'Ágnes', 'Szabó', 'agnes.szabo'),
    person('bg', 'Иванка', 'Петрова', 'ivanka.petrova'),
    person('lt', 'Žydrūnas', 'Kazlauskas', 'zydrunas.kazlauskas'),
    person('lv', 'Jānis', 'Bērziņš', 'janis.berzins'),
    person('et', 'Õnne', 'Põldmäe', 'onne.poldmae'),
    person('sk', 'Ľubomír', 'Kováč', 'lubomir.kovac'),
    person('sl', 'Špela', 'Zupančič', 'spela.zupancic'),
    person('hr', 'Đurđica', 'Šarić', 'durdica.saric'),
    person('mt', 'Ġorġ', 'Żammit', 'gorg.zammit'),
    person('ga', 'Síle', 'Ní Bhriain', 'sile.nibhriain'),
    person('nl', 'Joost', 'van den Berg', 'joost.vandenberg'),
    person('ar', 'يوسف', 'الخطيب', 'youssef.alkhatib'),
    person('el', 'Γιώργος', 'Νικολαΐδης', 'giorgos.nikolaidis'),
    person('bg', 'Димитър', 'Стоянов', 'dimitar.stoyanov'),
    person('en', 'Oliver', 'Bennett', 'oliver.bennett'),
    person('de', 'Anneliese', 'Köhler', 'anneliese.koehler'),
    person('fr', 'Benoît', 'Deschênes', 'benoit.deschenes'),
    person('es', 'María José', 'Ibáñez', 'mariajose.ibanez'),
    person('it', 'Chiara', 'Bellini', 'chiara.bellini'),
    person('pl', 'Małgorzata', 'Dąbrowska', 'malgorzata.dabrowska'),
    person('pt', 'Inês', 'Magalhães', 'ines.magalhaes'),
    person('sv', 'Björn', 'Sjögren', 'bjorn.sjogren'),
  ],
  praxia: [
    person('da', 'Mette', 'Østergaard', 'mette.oestergaard'),
    person('fi', 'Väinö', 'Hämäläinen', 'vaino.hamalainen'),
    person('ro', 'Ioana', 'Bălan', 'ioana.balan'),
    person('cs', 'Božena', 'Růžičková', 'bozena.ruzickova'),
    person('el', 'Σοφία', 'Αντωνίου', 'sofia.antoniou'),
    person('hu', 'László', 'Kővári', 'laszlo.kovari'),
    person('bg', 'Цветелина', 'Георгиева', 'tsvetelina.georgieva'),
    person('lt', 'Eglė', 'Šimkutė', 'egle.simkute'),
    person('lv', 'Ilze', 'Kļaviņa', 'ilze.klavina'),
    person('et', 'Tõnu', 'Käär', 'tonu.kaar'),
    person('sk', 'Žofia', 'Šťastná', 'zofia.stastna'),
  ],
  meridian: [
    person('ga', 'Pádraig', 'Ó Súilleabháin', 'padraig.osuilleabhain'),
    person('sl', 'Črt', 'Žagar', 'crt.zagar'),
    person('hr', 'Tomislav', 'Ćosić', 'tomislav.cosic'),
    person('mt', 'Ċensu', 'Borg', 'censu.borg'),
    person('nl', 'Daniël', 'Koopmans', 'daniel.koopmans'),
    person('ar', 'مريم', 'حداد', 'mariam.haddad'),
    person('en', 'Harriet', 'Cole', 'harriet.cole'),
    person('de', 'Friederike', 'Groß', 'friederike.gross'),
    person('fr', 'Anaïs', 'Rousseau', 'anais.rousseau'),
    person('en', 'Desmond', 'Clarke', 'desmond.clarke'),
  ],
};

/** The domain of the addresses, and the names of the teams and projects of the crowd. */
export const PLACES: Readonly<
  Record<OrganizationKey, { domain: string; teams: readonly string[]; projects: readonly string[] }>
> = {
  auroralabs: {
    domain: 'auroralabs.com',
    teams: ['Design', 'Research', 'Support'],
    projects: ['Onboarding Guide', 'Release Calendar', 'Pricing Study', 'Accessibility Review'],
  },
  praxia: {
    domain: 'praxia-academy.com',
    teams: ['Language Courses', 'Teacher Training'],
    projects: ['Autumn Curriculum', 'Reading Workshop'],
  },
  meridian: {
    domain: 'meridian-health.example',
    teams: ['Care', 'Laboratory'],
    projects: ['Patient Surveys', 'Vaccine Stock'],
  },
};
