// Abbreviations of official letters, without their last dot and in small letters.

const listed = (words: string) => new Set(words.trim().split(/\s+/));

/** What follows belongs to them, so no sentence ends here, even before a capital. */
export const neverFinal = listed(`
  art ust pkt lit par poz tir nr zał zob por patrz wg np tzw tzn tj t.j dot ds nt dn ok im św bł ś.p
  m.in ul al pl os woj pow gm m.st obr dz ew ewid kol pok p s t k o ś l.dz lp l.p tel fax e-mail
  dr mgr inż hab prof lek adw płk mjr kpt gen ks bp abp r.pr rad insp st mł gł z-ca zast p.o z.up up wz w.z
  sygn wyd red tłum jedn późn skarb sp d dz.u m.p b.d nż cyt śp vel min ub ur podst pok nn ps zn rej rys
`);

/** They stand in the middle as often as at the end: what follows decides. */
export const sometimesFinal = listed(`
  r rr w ww br bm bież itd itp etc cd cdn in i.in zm jw j.w zł gr tys mln mld proc szt egz kw godz min sek
  m a mb kpa k.p.a kc k.c kk k.k kpc k.p.c kro k.r.o kp k.p op o.p p.p.s.a ppsa o.o s.a s.c s.j sp.j sp.k p.n.e n.e pn pt
  wt śr czw sob niedz ha
`);

/** Behind a number they are units, and may end a sentence („5 szt. Faktura”). */
export const units = listed('godz min sek m a szt egz tys mln mld zł gr proc os ha s t');

/** The name of an act goes on behind the year: „ustawa z dnia 14 czerwca 1960 r. Kodeks …”. */
export const namesOfActs = /^(?:Kodeks|Prawo|Ordynacja|Karta|Przepisy|Nr|Poz|Dz)(?!\p{L})/u;

/** A single letter behind them is a label: „do kategorii B. Odwołać się …”. */
export const labelled =
  /^(?:lit|kategori[aiąęo]|kategorii|klas[ayąęo]?|klasie|grup[ayąę]|grupie|stref[ayąę]|strefie|typ|typu|druk|druku|wariant|wariantu|witamin[ayąę]|budyn(?:ek|ku)|wejści[eau]|bram[ayąę]|załącznik|załącznika|tabel[aiąę]|część|części|format|formatu|sal[aiąę]|etap|etapu|litera|i|oraz)$/u;

/** With them begins what only says when or on what ground: the sentence has not been said yet. */
export const openers =
  /^(?:w|we|z|ze|od|do|przed|po|na|dnia|dniem|zgodnie|pismem|wnioskiem|podaniem|decyzją|postanowieniem|uchwałą|zarządzeniem|wyrokiem|umową|aktem|zawiadomieniem|wezwaniem|ustawą|odwołaniem|skargą|zażaleniem|że|iż|ponieważ|gdyż|bo|jeśli|jeżeli|gdy|kiedy|choć|aby|żeby|oraz|ale|lecz|a|i|który|która|które|którego|której|którym|którą|prezes|prezesem|firma|spółka|oddział|podatek|opłata)$/u;

/** Finite verbs of letters that no ending gives away. */
export const plainVerbs = listed(`
  jest są był będzie będą ma mają może mogą musi muszą należy trzeba można wolno proszę mija upływa trwa wynosi
  dotyczy obowiązuje przysługuje stanowi zawiera wymaga składa wydaje prowadzi biegnie kończy zaczyna zależy daje
  brak nie informuję zawiadamiam wzywam działa określa przewiduje mówi odpowiada pisze stoi leży
`);

/** Endings of past, impersonal and first-person verbs. */
export const verbEnding =
  /(?:[ai]ł|[aiyęu]ła|[aiyęu]ło|[aeiyę]li|[aiyęu]ły|liśmy|łyśmy|[ao]no|[ęyu]to|[aeiyu]my|uje|ują|ają|ując)$/u;
