/** What one step hands to the next: plain JSON, kept in the database, never a secret. */
export type Kept = Record<string, unknown>;

/** The post as the network names it. */
export interface Remote { id: string; url: string | null; more?: Record<string, string> }
