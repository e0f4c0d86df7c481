import Papa from 'papaparse';

/** As many recipients a batch has at most. */
export const MOST = 1000;

/** What is in a list of recipients: ids or user names, each once, and what can be neither. */
export interface Listed {
  tokens: string[];
  strange: string[];
}

const HEADER = 'inviteeid';
const BETWEEN = /[\s,;]+/u;
const QUOTES = /^["']+|["']+$/gu;
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}._@+|:~-]{0,254}$/u;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads what was pasted, or a table of one column with or without its name above. */
export function readList(text: string): Listed {
  const words = text
    .replace(/^\uFEFF/u, '')
    .split(BETWEEN)
    .map((word) => word.replace(QUOTES, '').replace(/^@/u, ''))
    .filter(Boolean);
  const listed = words[0]?.toLowerCase() === HEADER ? words.slice(1) : words;
  const unique = [...new Set(listed.map((word) => (isId(word) ? word.toLowerCase() : word)))];
  return { tokens: unique.filter((word) => NAME.test(word)), strange: unique.filter((word) => !NAME.test(word)) };
}

const COLUMNS = ['inviteeid', 'userid', 'id', 'username'];

/** The column of a table that is called so, one a line; a file without one is a list. */
export function recipientsOf(file: string): string {
  const [head = [], ...rows] = Papa.parse<string[]>(file.replace(/^\uFEFF/u, ''), { skipEmptyLines: 'greedy' }).data;
  const names = head.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const column = COLUMNS.map((name) => names.indexOf(name)).find((at) => at >= 0);
  return column === undefined ? file : rows.map((row) => row[column] ?? '').join('\n');
}

/** What is certainly an id and needs no look into the directory. */
export function isId(token: string): boolean {
  return UUID.test(token);
}
