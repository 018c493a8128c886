/** What training and reporting agree on. */

export const FOLDS = 3;
/** How strongly the chance that a text is fine as it is holds questions back. */
export const CALM = 0.9;
/** The share of fine texts that the second reader, alone, must leave in peace. */
export const CLEAN = Number(process.env["CLEAN"] ?? 0.975);
