/** The interfaces of Business Profile: accounts, locations, and the older one that still keeps posts and reviews. */
import { SIGN_IN_HOSTS } from "../google/oauth.ts";

export const NAME = "Google Business";
export const SCOPE = "https://www.googleapis.com/auth/business.manage";

/** The newest versions there are; posts and reviews never moved off v4. */
export const ACCOUNTS = "https://mybusinessaccountmanagement.googleapis.com/v1";
export const LOCATIONS = "https://mybusinessbusinessinformation.googleapis.com/v1";
export const V4 = "https://mybusiness.googleapis.com/v4";
export const HOSTS = [...SIGN_IN_HOSTS, ...[ACCOUNTS, LOCATIONS, V4].map((address) => new URL(address).hostname)];

export interface Location { name: string; title?: string; metadata?: { mapsUri?: string; canOperateLocalPost?: boolean; hasVoiceOfMerchant?: boolean } }
export interface LocalPost { name: string; summary?: string; state?: string; searchUrl?: string; createTime?: string; media?: unknown[] }
export interface Review {
  name: string; reviewId: string; starRating?: string; comment?: string; createTime: string; updateTime: string; reviewReplyUrl?: string;
  reviewer?: { displayName?: string; isAnonymous?: boolean }; reviewReply?: { comment?: string; updateTime?: string };
}

export const READ_MASK = "name,title,storefrontAddress,metadata";
