import { escapeHtml } from "../display/index.js";

/**
 * Why a page's numbers do not belong to the others, in one sentence with the remedy, by the
 * notebook's name ("04_training").
 */
export type StaleNotes = Readonly<Record<string, string>>;

/** Marks what is stale where there is no room for the reason. */
export const STALE_BADGE = `<span class="verdict warn">stale</span>`;

/** Says why numbers do not belong to the others; empty where they do. */
export function staleNote(why: string | null): string {
  return why === null
    ? ""
    : `<p class="stale" role="note"><strong>Stale.</strong> ${escapeHtml(why)}</p>\n`;
}
