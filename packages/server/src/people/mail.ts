export interface Letter { to: string; subject: string; text: string }

/** Letters of the desk. Without a mail server it says so, and the link is handed over by the person who asked for it. */
export interface Mail {
  readonly isConfigured: boolean;
  /** False when the letter could not be sent. Never throws, and never logs the address or the words. */
  send(letter: Letter): Promise<boolean>;
}
