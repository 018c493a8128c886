/** YouTube's Data API. */
import { SIGN_IN_HOSTS } from "../google/oauth.ts";

export const NAME = "YouTube";
/** Version 3 is the only one, for ten years now. */
export const API = "https://www.googleapis.com/youtube/v3", UPLOAD = "https://www.googleapis.com/upload/youtube/v3";
export const HOSTS = [...SIGN_IN_HOSTS, "www.googleapis.com"];

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
/** `force-ssl` is what comments and deleting ask for. */
export const SCOPES = { upload: scope("youtube.upload"), read: scope("youtube.readonly"), manage: scope("youtube.force-ssl") };

export interface Video {
  id: string;
  snippet?: { title?: string; description?: string; publishedAt?: string };
  status?: { privacyStatus?: string; uploadStatus?: string };
  statistics?: Record<string, string | undefined>;
}
export interface Listed<T> { items?: T[]; nextPageToken?: string }

export const addressOf = (id: string): string => `https://www.youtube.com/watch?v=${id}`;
