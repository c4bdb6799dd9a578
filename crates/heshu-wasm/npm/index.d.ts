import type { Analysis, Bilingual } from "./analysis.js";
export type * from "./analysis.js";

/** How a text is read. */
export interface Options {
  /** Kinds of repair (`Repair.kind`) that are left out. */
  without_repairs?: string[];
}

/** How a file is read. */
export interface FileOptions extends Options {
  /** The file's name, for `documents[].name`; what it is, its content tells. */
  name?: string;
  /** The password of an encrypted file. */
  password?: string;
}

/** Analyses a pasted report. Spans in the result are UTF-16 code units, as `String.prototype.slice` takes them. */
export function analyze(text: string, options?: Options): Promise<Analysis>;

/** Analyses a document that `read` gave: with what the file tells of its layout. */
export function analyzeDocument(document: FileContent, options?: Options): Promise<Analysis>;

/**
 * Reads a file (PDF, DOCX, DOC, RTF, OFD, HTML, MHT, plain text, or a ZIP of these) and analyses what is in it.
 *
 * Rejects with a {@link Refusal} where nothing can be read.
 */
export function analyzeFile(file: Uint8Array, options?: FileOptions): Promise<Found<{ analysis: Analysis }>>;

/** Reads a file's pages of lines. Rejects with a {@link Refusal} where nothing can be read. */
export function read(file: Uint8Array, options?: FileOptions): Promise<Found<{ document: FileContent }>>;

/** What a file holds: more than one document where it is an archive. */
export interface Found<What> {
  documents: ({
    /** The file's name, or the path in an archive. */
    name: string;
    /** What it is: `PDF`, `DOCX` … */
    format: string;
    /** What a person should know about it. */
    notes: Bilingual[];
  } & What)[];
  /** What in an archive could not be read: its path there, and why. */
  failed: [name: string, why: Bilingual][];
  /** What a person should know about the file as a whole. */
  notes: Bilingual[];
}

/** Why a file was not read. `id` is `password` where one is needed. */
export interface Refusal extends Error {
  id: string;
  sentence: Bilingual;
}

/** A file's content in reading order. */
export interface FileContent {
  pages: {
    /** In points, as read; 0 where the format has none. */
    width: number;
    /** In points, as read; 0 where the format has none. */
    height: number;
    lines: Line[];
  }[];
}

/** One line of a page. */
export interface Line {
  /** Its characters, without a line end. The cells of a table's row stand apart by tabs. */
  text: string;
  /** What the format says it is: a line as it was set, a whole paragraph, a table's row, a note. */
  role: "line" | "paragraph" | "row" | "note";
  /** In points from the left and the top of its page; null where the format does not say. */
  place: { left: number; right: number; baseline: number; size: number } | null;
}
