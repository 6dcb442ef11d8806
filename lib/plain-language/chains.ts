import type { Sentence } from './measure';
import type { Span, Word } from './words';

export interface Chain extends Span {
  kind: 'nominal-chain';
  nouns: number;
}

/** In nouns: „dokonanie uzupełnienia wniosku” is a chain. */
const fewestNouns = 3;

/**
 * Nouns that hang on one another in the genitive, three or more, at least one of them made of a verb: „w celu dokonania
 * uzupełnienia braków”. There is no dictionary here: endings decide, with lists for the words that look alike. An
 * adjective may stand between; a capital, a comma or any other word ends the chain.
 */
export function findChains(text: string, { words }: Sentence): Chain[] {
  const chains: Chain[] = [];
  let nouns: Word[] = [];
  let hasAction = false;
  const close = () => {
    const [first, last] = [nouns[0], nouns.at(-1)];
    if (first && last && nouns.length >= fewestNouns && hasAction)
      chains.push({ kind: 'nominal-chain', start: first.start, end: last.end, nouns: nouns.length });
    nouns = [];
    hasAction = false;
  };
  words.forEach((word, index) => {
    const kind = kindOf(word);
    const isBeside = index > 0 && text.slice(words[index - 1]?.end, word.start).trim() === '';
    if (!isBeside || kind === null || kind === 'action' || kind === 'abstract') close();
    if (kind === null || kind === 'adjective') return;
    nouns.push(word);
    if (kind === 'action' || kind === 'action-genitive') hasAction = true;
  });
  close();
  return chains;
}

/** What a word can be in a chain: its head (`action`, `abstract`), what hangs on it, or an adjective between. */
type Kind = 'action' | 'abstract' | 'action-genitive' | 'genitive' | 'adjective';

const listed = (words: string) => new Set(words.trim().split(/\s+/));

/** Nouns in „-nie”, „-cie” that name no action, and locatives that look like them. */
const noAction = listed(`
  mieszkanie mieszkania mieszkaniu zadanie zadania zadaniu zdanie zdania zdaniu pytanie pytania pytaniu śniadanie
  ubranie ubrania imienia mienia mieniu mienie kamienia znamienia ramienia promienia strumienia imieniu imieniem
  terenie cenie scenie ścianie stanie planie panie ranie kranie zebranie zebrania życie życia życiu dania danie
  korzenia jelenia
`);
/** Finite verbs that end like the genitive of a verbal noun. */
const verbs = listed('wymienia zmienia ocenia odmienia docenia zamienia kampania kompania');
/** Genitives that a reader meets in every letter and no ending gives away. */
const knownGenitives = listed(`
  pisma prawa miejsca konta wójta burmistrza sołtysa dziecka ojca właściciela mieszkańca adresata akt spraw osób opłat
  działek dróg ksiąg robót szkód kar rat drzew drzewa zabudowy umowy opłaty ustawy sprawy gminy zgody odmowy kwoty
  zmiany budowy uchwały kary osoby rady zapłaty wypłaty wpłaty pomocy wody daty zwłoki skargi drogi działki książki
  kontroli granicy dotacji pracy płacy lokalu dokumentacji ziemi szkody szkoły nauki opieki straty oferty
  ofert umów oceny zasady ulgi wnioskodawcy wykonawcy nazwy trasy
`);
/** Verbs and other words that end like a genitive. */
const noGenitive = listed(`
  temu komu jemu czemu swemu panu znowu jakiemu każdemu wszystkiemu naszemu celu roku
`);

const action = /(?:[aeę]ni|[ęyu]ci|arci|jści)(?:e|u|em|om|ami|ach)$/u;
const actionGenitive = /(?:(?:[aeę]ni|[ęyu]ci|arci|jści)a|[ae]ń|[ęyu]ć)$/u;
const abstract = /(?:[acsz]j(?:a|ę|ą)|oś(?:ć|cią)|[sc]tw(?:o|em|u)|ura|urę)$/u;
const genitive = /(?:ów|[csz]ji|ości|[sc]twa|[bcdghjklłmnprstwzż]u|nika|iciela|anta|enta|atora|ury|ii)$/u;
const adjective = /(?:ego|ej|[yi]ch)$/u;

function kindOf({ text }: Word): Kind | null {
  if (!/^\p{Ll}[\p{Ll}-]+$/u.test(text) || text.length < 4) return null;
  if (noGenitive.has(text)) return null;
  if (knownGenitives.has(text)) return 'genitive';
  if (verbs.has(text)) return null;
  if (noAction.has(text)) return text.endsWith('nia') ? 'genitive' : null;
  if (actionGenitive.test(text) && text.length > 5) return 'action-genitive';
  if (action.test(text) && text.length > 5) return 'action';
  if (adjective.test(text)) return 'adjective';
  if (genitive.test(text)) return 'genitive';
  return abstract.test(text) ? 'abstract' : null;
}
