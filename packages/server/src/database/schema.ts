import type { Approval, Attempt, Content, DescribedAccount, DeskFinding, EventName, NetworkId, Practice, Provider, PublicationStateName, PostState, Role, Scope, VerdictName } from "@chaperone/contract";
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Kept, Remote } from "../networks/remote.ts";
import type { Account } from "../networks/session.ts";

/** Read as its value, written as JSON text: a driver would take a bare array for one of SQL's. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonOr<Value> = ColumnType<Value, string | undefined, string>;
/** ISO 8601 in UTC. */
type Time = string;

interface PracticeTable {
  id: string; name: string; states: string[]; specialty: string; place: Generated<string>; time_zone: string; locations: JsonOr<Practice["locations"]>; phones: Generated<string[]>;
  names: Generated<string[]>; staff: JsonOr<Practice["staff"]>; medical_director: Generated<string>; position: JsonOr<Practice["position"]>; cadence: Generated<number>; promotional_share: Generated<number>;
  approvals: Generated<Practice["approvals"]>; answer_within: Generated<number>; pack: Generated<string>; revision: Generated<number>; is_demo: Generated<boolean>; created_at: Generated<Time>; silent_since: Generated<Time | null>; silent_why: Generated<string>;
}
interface ProviderTable {
  id: string; practice: string; name: string; degree: string; licence: string; licence_state: string | null; licence_expires: string | null; boards: Json<Provider["boards"]>; specialties: string[]; created_at: Generated<Time>;
}
interface ChannelTable { id: string; practice: string; network: NetworkId; name: string; url: string | null; connected: Generated<boolean>; paused: Generated<boolean>; removed_at: Time | null; created_at: Generated<Time>; settings: JsonOr<Record<string, string | boolean>> }
interface HouseRuleTable { id: string; practice: string; name: string; yaml: string; enabled: boolean; changed_at: Generated<Time> }
interface MemberTable { practice: string; person: string; role: Role; since: Generated<Time>; removed_at: Time | null }
interface InvitationTable {
  id: string; practice: string; email: string; role: Role; token_hash: string; invited_by: string; expires_at: Time; accepted_at: Time | null; revoked_at: Time | null; created_at: Generated<Time>;
}
interface KeyTable {
  id: string; practice: string; name: string; starts: string; secret_hash: string; scopes: Scope[]; created_by: string; created_at: Generated<Time>; expires_at: Time | null; last_used_at: Time | null; revoked_at: Time | null;
}
interface WebhookTable { id: string; practice: string; url: string; events: EventName[]; secret: string; enabled: Generated<boolean>; created_at: Generated<Time> }
interface DeliveryTable {
  id: string; practice: string; webhook: string; event: string; body: string; state: Generated<"waiting" | "delivered" | "failed">; attempts: Generated<number>; status: number | null; says: string | null; at: Generated<Time>; next_at: Time | null;
}
interface PostTable {
  id: string; practice: string; title: string; author: string; writers: Generated<string[]>; draft: Json<Content>; revision: Generated<number>; state: Generated<PostState>; held_why: string | null; planned_for: Time | null; version: string | null;
  asked_of: string | null; asked_at: Time | null; deleted_at: Time | null; created_at: Generated<Time>; updated_at: Generated<Time>;
}
interface PictureTable { id: string; practice: string; type: string; bytes: Uint8Array; created_at: Generated<Time> }
interface VersionTable { practice: string; post: string; hash: string; number: number; content: string; author: string; writers: Generated<string[]>; at: Generated<Time> }
interface VerdictTable {
  id: string; practice: string; version: string; pack: string; verdict: VerdictName; findings: Json<DeskFinding[]>; stops: string[]; questions: string[]; people_needed: number; four_eyes: boolean; risks: string[]; at: Generated<Time>; seq: GeneratedAlways<number>;
}
interface ApprovalTable {
  id: string; practice: string; post: string; version: string; person: string; decision: Approval["decision"]; note: string; at: Generated<Time>; lapsed_at: Time | null; lapsed_why: string | null;
}
interface OverrideTable {
  id: string; practice: string; post: string; version: string; rule: string; reason: string; asked_by: string; asked_at: Generated<Time>; decided_by: string | null; decided_at: Time | null; granted: boolean | null; note: Generated<string>;
}
interface PublicationTable {
  id: string; practice: string; post: string; version: string; channel: string; at: Time; state: PublicationStateName; held_why: string | null; published_at: Time | null; url: string | null; created_by: string; created_at: Generated<Time>;
  next_at: Generated<Time | null>; worker: Generated<string | null>; worker_until: Generated<Time | null>; kept: JsonOr<Kept>; first_tried_at: Generated<Time | null>; tries: Generated<number>;
  remote: ColumnType<Remote | null, string | null | undefined, string | null>; failed_kind: Generated<string | null>; says: Generated<string | null>;
  read_back: ColumnType<ReadHere | null, string | null | undefined, string | null>; read_at: Generated<Time | null>;
}
/** What the network said when the post was last read there. */
export interface ReadHere { state: "read" | "gone"; text: string; isPublic: boolean; pictures: number | null; cutAt?: number | undefined }
interface AttemptTable {
  id: string; practice: string; publication: string; step: Attempt["step"]; at: Generated<Time>; ended_at: Time | null; outcome: string | null; kind: string | null; code: string | null; says: string | null; person: string | null; seq: GeneratedAlways<number>;
}
interface AppTable { practice: string; network: NetworkId; host: Generated<string>; client_id: string; client_secret: string | null; changed_at: Generated<Time> }
interface ConnectionTable {
  channel: string; practice: string; account: Json<Account>; credentials: string; scopes: string[]; turn: Generated<number>; expires_at: Time | null; refresh_expires_at: Time | null; state: Generated<"connected" | "needs-sign-in">; says: string | null;
  described: ColumnType<DescribedAccount | null, string | null | undefined, string | null>; tested_at: Time | null; refreshing_until: Time | null; connected_by: string | null; connected_at: Generated<Time>;
}
interface SignInTable { state_hash: string; practice: string; person: string; network: NetworkId; host: Generated<string>; channel: string | null; verifier: string; accounts: string | null; expires_at: Time }
interface RecordTable { practice: string; seq: number; at: Time; action: string; subject: string; entry: string; prev: string; hash: string }

interface UserTable { id: string; name: string; email: string; emailVerified: Generated<boolean>; image: string | null; twoFactorEnabled: Generated<boolean>; createdAt: Generated<Time>; updatedAt: Generated<Time> }
interface AccountTable { id: string; accountId: string; providerId: string; userId: string; password: string | null; createdAt: Generated<Time>; updatedAt: Generated<Time> }
interface SessionTable { id: string; expiresAt: Time; token: string; createdAt: Generated<Time>; updatedAt: Generated<Time>; ipAddress: string | null; userAgent: string | null; userId: string }
interface VerificationTable { id: string; identifier: string; value: string; expiresAt: Time }
interface RateLimitTable { id: string; key: string; count: number; lastRequest: number }
interface PeopleView { id: string; name: string; email: string; two_factor: boolean }

/** The tables as Kysely knows them: one interface a table, under its name in SQL. */
export interface Database {
  chaperone_migration: { name: string; sha256: string; at: string };
  practices: PracticeTable; providers: ProviderTable; channels: ChannelTable; house_rules: HouseRuleTable;
  members: MemberTable; invitations: InvitationTable; keys: KeyTable; webhooks: WebhookTable; deliveries: DeliveryTable;
  posts: PostTable; pictures: PictureTable; versions: VersionTable; verdicts: VerdictTable; approvals: ApprovalTable; overrides: OverrideTable; publications: PublicationTable; attempts: AttemptTable; apps: AppTable; connections: ConnectionTable; sign_ins: SignInTable;
  record: RecordTable;
  user: UserTable; account: AccountTable; session: SessionTable; verification: VerificationTable; rateLimit: RateLimitTable; people: PeopleView;
}
