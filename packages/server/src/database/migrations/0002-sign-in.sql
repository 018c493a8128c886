-- The second factor, passkeys and counted tries, in better-auth's own names.
create table "twoFactor" (
  id text primary key, secret text not null, "backupCodes" text not null, "userId" text not null references "user" (id) on delete cascade,
  verified boolean default true, "failedVerificationCount" int default 0, "lockedUntil" timestamptz
);
create index on "twoFactor" ("userId");
create index on "twoFactor" (secret);
create table "passkey" (
  id text primary key, name text, "publicKey" text not null, "userId" text not null references "user" (id) on delete cascade, "credentialID" text not null unique,
  counter int not null, "deviceType" text not null, "backedUp" boolean not null, transports text, "createdAt" timestamptz, aaguid text
);
create index on "passkey" ("userId");
create table "rateLimit" (id text primary key, key text not null unique, count int not null, "lastRequest" bigint not null);
