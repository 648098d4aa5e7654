import { loadConverter } from '../../../renderer/domain/script/index.ts';
import { between, pick, type Random } from './random.ts';
import {
  added,
  paragraphsOf,
  sentencesOf,
  type Tracked,
  type TrackedText,
  track,
  wordsOf,
} from './tracked.ts';

/** What an edit may take words from: sentences and words of other documents. */
export type Pool = { readonly sentences: readonly string[]; readonly words: readonly string[] };

export type Edit = (text: TrackedText, random: Random, pool: Pool) => TrackedText;

const isWordy = (character: string): boolean => /[\p{Script=Han}]/u.test(character);

/** Sentences and paragraphs come in; some of them are copies of the document's own. */
const insert: Edit = (text, random, pool) => {
  const own = sentencesOf(text).map(wordsOf);
  const some = (): string =>
    Array.from({ length: between(random, 1, 3) }, () =>
      random() < 0.1 ? pick(random, own).trim() : pick(random, pool.sentences),
    ).join('');
  return paragraphsOf(text).flatMap((paragraph) => [
    ...(random() < 0.08 ? added(`${some()}\n`) : []),
    ...sentencesOf(paragraph).flatMap((sentence) => [...(random() < 0.05 ? added(some()) : []), ...sentence]),
  ]);
};

const remove: Edit = (text, random) =>
  paragraphsOf(text)
    .filter(() => random() >= 0.05)
    .flatMap((paragraph) => sentencesOf(paragraph).filter(() => random() >= 0.08))
    .flat();

/** Words of two to four characters become others, about one in 60 characters. */
const replaceWords: Edit = (text, random, pool) => {
  const edited: Tracked[] = [];
  for (let at = 0; at < text.length; ) {
    const length = between(random, 2, 4);
    const word = text.slice(at, at + length);
    if (random() < 1 / 60 && word.every(({ character }) => isWordy(character))) {
      edited.push(...added(pick(random, pool.words)));
      at += length;
    } else {
      edited.push(...text.slice(at, at + 1));
      at += 1;
    }
  }
  return edited;
};

/** One paragraph in ten goes to another place, alone or with the next two. */
const reorder: Edit = (text, random) => {
  const paragraphs = [...paragraphsOf(text)];
  const moves = Math.max(1, Math.round(paragraphs.length / 10));
  for (let move = 0; move < moves; move += 1) {
    const taken = paragraphs.splice(between(random, 0, paragraphs.length - 1), between(random, 1, 3));
    paragraphs.splice(between(random, 0, paragraphs.length), 0, ...taken);
  }
  return paragraphs.flat();
};

/** Lines are joined and wrapped elsewhere, spaces come and go. */
const rewrap: Edit = (text, random) => {
  const width = between(random, 24, 60);
  const edited: Tracked[] = [];
  let column = 0;
  for (const tracked of text) {
    if (/\s/u.test(tracked.character)) {
      if (tracked.character === '\n' && random() < 0.7) {
        edited.push(tracked);
        column = 0;
      }
      continue;
    }
    edited.push(tracked);
    column += 1;
    if (column >= width) {
      edited.push(...added('\n'));
      column = 0;
    } else if (random() < 0.01) edited.push(...added(pick(random, [' ', '　', '  '])));
  }
  return edited;
};

const narrow = '0123456789,:;()?!%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const wide =
  '０１２３４５６７８９，：；（）？！％ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ';

const width: Edit = (text, random) => {
  const [from, to] = random() < 0.5 ? [narrow, wide] : [wide, narrow];
  return text.map(({ character, origin }) => {
    const at = from.indexOf(character);
    return { character: at >= 0 && random() < 0.9 ? (to[at] ?? character) : character, origin };
  });
};

/** The text in the other script; no conversion in use changes the number of characters. */
async function scriptEdit(): Promise<Edit> {
  const toTraditional = await loadConverter('hans-to-hant');
  const toSimplified = await loadConverter('hant-to-hans');
  return (text) => {
    const original = wordsOf(text);
    const traditional = (original.match(/[國業發會為與務體實]/gu) ?? []).length;
    const simplified = (original.match(/[国业发会为与务体实]/gu) ?? []).length;
    const converter = traditional > simplified ? toSimplified : toTraditional;
    const shown = [...converter.convert(original).text];
    return text.map(({ character, origin }, at) => ({ character: shown[at] ?? character, origin }));
  };
}

const marks: Readonly<Record<string, readonly string[]>> = {
  '，': ['、', '；', ''],
  '、': ['，', '和', ''],
  '。': ['；', '！', ''],
  '；': ['。', '，'],
  '：': ['，', '。'],
};

const punctuation: Edit = (text, random) =>
  text.flatMap((tracked) => {
    const others = marks[tracked.character];
    return others !== undefined && random() < 0.2 ? added(pick(random, others)) : [tracked];
  });

/** One sentence in seven keeps one of its halves and gets new words for the other. */
const rewriteHalf: Edit = (text, random, pool) =>
  sentencesOf(text).flatMap((sentence) => {
    if (random() >= 1 / 7 || sentence.length < 12) return sentence;
    const middle = Math.floor(sentence.length / 2);
    const end = sentence.at(-1)?.character === '\n' ? -2 : -1;
    const other = [...pick(random, pool.sentences)];
    const words = other
      .slice(0, Math.min(other.length, sentence.length - middle))
      .join('')
      .replace(/[。；]$/u, '');
    return random() < 0.5
      ? [...sentence.slice(0, middle), ...added(words), ...sentence.slice(end)]
      : [...added(words), ...sentence.slice(middle)];
  });

/** Sentences go, and altered copies of the document's own come in elsewhere: what a careless match takes for them. */
const lookAlikes: Edit = (text, random, pool) => {
  const own = sentencesOf(text).filter((sentence) => sentence.length >= 12);
  const altered = (): TrackedText => {
    const copy = wordsOf(pick(random, own)).trim();
    const at = between(random, 0, copy.length - 4);
    return added(copy.slice(0, at) + pick(random, pool.words) + copy.slice(at + between(random, 1, 4)));
  };
  return sentencesOf(text).flatMap((sentence) => [
    ...(random() < 0.08 ? [] : sentence),
    ...(random() < 0.05 ? altered() : []),
  ]);
};

const sometimes =
  (share: number, edit: Edit): Edit =>
  (text, random, pool) =>
    paragraphsOf(text).flatMap((paragraph) => (random() < share ? edit(paragraph, random, pool) : paragraph));

const inTurn =
  (...edits: readonly Edit[]): Edit =>
  (text, random, pool) =>
    edits.reduce((edited, edit) => edit(edited, random, pool), text);

/** The kinds of edits a new edition may have, by name. */
export async function scenarios(): Promise<ReadonlyMap<string, Edit>> {
  const script = await scriptEdit();
  return new Map<string, Edit>([
    ['insert', insert],
    ['delete', remove],
    ['replace', replaceWords],
    ['reorder', reorder],
    ['re-wrap', rewrap],
    ['width', width],
    ['script', script],
    ['punctuation', punctuation],
    ['half rewritten', rewriteHalf],
    ['look-alikes', lookAlikes],
    [
      'mixed',
      inTurn(
        remove,
        sometimes(0.5, replaceWords),
        sometimes(0.3, rewriteHalf),
        insert,
        reorder,
        sometimes(0.5, punctuation),
        width,
        rewrap,
        script,
      ),
    ],
  ]);
}

/** Sentences and words of some texts, to be used in edits of others. */
export function poolOf(texts: readonly string[]): Pool {
  const sentences = texts
    .flatMap((text) => sentencesOf(track(text)).map(wordsOf))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 10 && sentence.length <= 120);
  const words = sentences
    .map((sentence) => /\p{Script=Han}{2,4}/u.exec(sentence)?.[0] ?? '')
    .filter((word) => word !== '');
  return { sentences, words };
}
