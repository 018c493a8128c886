import { ButtonLink } from "../components/button.tsx";
import { Link } from "../components/link.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Margin } from "../components/sheet.tsx";
import { EmptyState } from "../components/states.tsx";
import { ConnectionsSection } from "../features/connections/connections-section.tsx";
import { KeysSection } from "../features/keys/keys-section.tsx";
import { WebhooksSection } from "../features/keys/webhooks-section.tsx";
import { AccountSection } from "../features/people/account-section.tsx";
import { MembersSection, RolesExplained } from "../features/people/members-section.tsx";
import { AppearanceSection } from "../features/practice/appearance-section.tsx";
import { ChannelsSection } from "../features/practice/channels-section.tsx";
import { DemoSection } from "../features/practice/demo-section.tsx";
import { HouseRulesSection } from "../features/practice/house-rules-section.tsx";
import { PlanSection } from "../features/practice/plan-section.tsx";
import { PositionSection } from "../features/practice/position-section.tsx";
import { PracticeSection } from "../features/practice/practice-section.tsx";
import { ProvidersSection } from "../features/practice/providers-section.tsx";
import { usePlace } from "../lib/place.ts";
import { useTitle } from "../lib/title.ts";
import "./settings.css";

interface Section { id: string; title: string; says: string; body: () => React.ReactNode; margin?: () => React.ReactNode }
const Say = ({ title, children }: { title: string; children: React.ReactNode }) => <section><h2>{title}</h2><p className="small muted">{children}</p></section>;

const GROUPS: readonly { title: string; sections: readonly Section[] }[] = [
  { title: "The practice", sections: [
    { id: "practice", title: "Practice", says: "What every check takes for granted.", body: PracticeSection, margin: () => <Say title="Why it asks">A phone number of yours is not a patient’s, and a nurse of yours is not a stranger. What stands here is never shown in public by itself.</Say> },
    { id: "providers", title: "Providers", says: "The licensed people, and what they may be called.", body: ProvidersSection, margin: () => <Say title="What it decides">“Board certified” passes when the board stands here and has not run out. The desk warns two months ahead.</Say> },
    { id: "position", title: "Position", says: "One selling sentence, on every channel the same.", body: PositionSection, margin: () => <Say title="One sentence">People remember one thing. Write it so that a stranger would believe it and a board would not mind it.</Say> },
    { id: "plan", title: "Plan and approvals", says: "How often, how much of it sells, and who must look.", body: PlanSection, margin: () => <Say title="What counts">Posts that went out or are sure to. A dark month on the calendar is a month of selling.</Say> },
    { id: "channels", title: "Channels", says: "The practice’s accounts on the networks.", body: ChannelsSection },
    { id: "connections", title: "Connections", says: "How the desk signs in there, and what it may do.", body: ConnectionsSection },
    { id: "house-rules", title: "House rules", says: "What this practice never says, besides the law.", body: HouseRulesSection, margin: () => <Say title="A rule never loosens the law">House rules add to what is looked for. None of them can make a stop go away.</Say> },
  ] },
  { title: "People and programs", sections: [
    { id: "members", title: "Members", says: "Who works at this desk, and as what.", body: MembersSection, margin: RolesExplained },
    { id: "keys", title: "API keys", says: "For other programs. A key never approves.", body: KeysSection },
    { id: "webhooks", title: "Webhooks", says: "Word to your own systems when something happens.", body: WebhooksSection },
  ] },
  { title: "You", sections: [
    { id: "account", title: "Your account", says: "How you sign in.", body: AccountSection },
    { id: "appearance", title: "Appearance", says: "Light or dark.", body: AppearanceSection },
    { id: "demo", title: "Demo", says: "A practice to try things on.", body: DemoSection },
  ] },
];

/** Its addresses are its own affair: `/settings/channels` opens the channels, `/settings` the practice. */
export function SettingsPage() {
  const { pathname } = usePlace(), asked = pathname.split("/")[2] ?? "", section = GROUPS.flatMap(({ sections }) => sections).find(({ id }) => id === (asked || "practice"));
  useTitle(section ? `${section.title}, Settings` : "Settings");
  return (
    <div className={`settings${asked ? " chosen" : ""}`}>
      <PageHead title="Settings" />
      <div className="sheet settings-sheet">
        <nav aria-label="Sections of Settings">
          {GROUPS.map((group) => <section key={group.title}><h2>{group.title}</h2><ul>{group.sections.map(({ id, title, says }) => <li key={id}><Link href={`/settings/${id}`} {...(id === section?.id ? { "aria-current": "page" as const } : {})}>{title}<small className="only-p">{says}</small></Link></li>)}</ul></section>)}
        </nav>
        {section ? <Body key={section.id} {...section} /> : <EmptyState title="There is no such section" actions={<ButtonLink low kind="primary" href="/settings/practice">Go to the practice</ButtonLink>}>Choose one from the list.</EmptyState>}
      </div>
    </div>
  );
}

function Body({ title, says, body: Content, margin: Beside }: Section) {
  return (
    <div className={`settings-body${Beside ? " beside" : ""}`}>
      <div className="settings-main">
        <p className="back only-p"><Link className="link" href="/settings">All settings</Link></p>
        <header><h2>{title}</h2><p className="muted">{says}</p></header>
        <Content />
      </div>
      {Beside ? <Margin label="Why it is asked" className="how"><Beside /></Margin> : null}
    </div>
  );
}
